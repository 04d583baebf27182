import {useTitle} from "../frame/title.ts";
import {inLocale} from "../words/locale.ts";
import {Gate} from "./gate.tsx";
import {SignInForm} from "./signInForm.tsx";
import {useWays} from "./ways.ts";
import {words} from "./words.ts";

/** For who is not signed in. */
export function SignIn() {
  const w = inLocale(words);
  useTitle(w.signIn);
  const ways = useWays();
  if (ways?.demo)
    return (
      <Gate title={w.signIn} says={w.says}>
        <p>{w.demo}</p>
      </Gate>
    );
  const refused = new URLSearchParams(location.search).get("error");
  return (
    <Gate title={w.signIn} says={w.says}>
      {ways?.owner === false && <p class="amber">{w.noOwner}</p>}
      {refused && (
        <p class="red" role="alert">
          {w.refusals[refused] ?? w.linkFailed(refused)}
        </p>
      )}
      <SignInForm
        onSignedIn={() => {
          if (location.pathname === "/sign-in") history.replaceState(null, "", "/");
        }}
      />
      {ways?.oidc && (
        <p>
          <span class="soft">{w.or}</span>{" "}
          <a class="btn" href="/api/session/oidc">
            {w.oidc}
          </a>
        </p>
      )}
      <p class="small soft">{w.lost}</p>
    </Gate>
  );
}
