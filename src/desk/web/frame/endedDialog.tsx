import {session} from "../session/session.ts";
import {SignInForm} from "../session/signInForm.tsx";
import {tell} from "../stream.ts";
import {inLocale} from "../words/locale.ts";
import {Dialog} from "./dialog.tsx";
import {words} from "./words.ts";

/** Asks who is at the page to sign in again; under it all stays as it is. */
export function EndedDialog() {
  const w = inLocale(words).ended;
  const before = session.value?.name;
  return (
    <Dialog about={w.about} title={w.title} narrow>
      <div class="part">
        <p class="soft">{w.kept}</p>
        <SignInForm
          email={session.value?.email}
          onSignedIn={() => {
            // What is open was another's.
            if (session.value?.name !== before) location.assign("/");
            else tell({kind: "any", id: "*"});
          }}
        />
      </div>
    </Dialog>
  );
}
