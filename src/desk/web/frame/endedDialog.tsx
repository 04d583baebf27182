import {ended, session} from "../session/session.ts";
import {SignInForm} from "../session/signInForm.tsx";
import {useWays} from "../session/ways.ts";
import {words as signInWords} from "../session/words.ts";
import {tell} from "../stream.ts";
import {inLocale} from "../words/locale.ts";
import {Dialog} from "./dialog.tsx";
import {words} from "./words.ts";

/** Asks who is at the page to sign in again; under it all stays as it is. */
export function EndedDialog() {
  const w = inLocale(words).ended;
  const ways = useWays();
  const before = session.value?.name;
  const close = () => {
    ended.value = false;
  };
  return (
    <Dialog
      about={w.about}
      title={ways?.demo ? inLocale(signInWords).demoEnded : w.title}
      // Nobody can sign in from here: then what is open can still be read and copied.
      onClose={ways?.demo ? close : undefined}
      narrow
    >
      <div class="part">
        <p class="soft">{w.kept}</p>
        {ways?.demo ? (
          <p>{inLocale(signInWords).demo}</p>
        ) : (
          <SignInForm
            email={session.value?.email}
            onSignedIn={() => {
              // What is open was another's.
              if (session.value?.name !== before) location.assign("/");
              else tell({kind: "any", id: "*"});
            }}
          />
        )}
      </div>
      {ways?.demo && (
        <footer>
          <button class="btn" type="button" onClick={close}>
            {inLocale(words).close}
          </button>
        </footer>
      )}
    </Dialog>
  );
}
