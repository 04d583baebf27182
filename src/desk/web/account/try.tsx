import {useEffect, useState} from "preact/hooks";
import {ask} from "../api.ts";
import {Why} from "../frame/failure.tsx";
import {Gate} from "../session/gate.tsx";
import {inLocale} from "../words/locale.ts";
import {words} from "./words.ts";

/** For who tries the desk by the demo's link: lets them in under a password that nobody needs. */
export function Try() {
  const w = inLocale(words).join;
  const [failure, setFailure] = useState<Error>();
  useEffect(() => {
    const secret = location.hash.slice(1);
    ask("/api/session/reset", {method: "POST", body: {secret, password: crypto.randomUUID()}}).then(
      () => location.replace("/"),
      setFailure,
    );
  }, []);
  if (!failure) return null;
  return (
    <Gate title={w.tried} says={w.triedSays}>
      <Why error={failure} />
    </Gate>
  );
}
