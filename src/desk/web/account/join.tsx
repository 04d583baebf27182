import {useState} from "preact/hooks";
import {ask} from "../api.ts";
import {Why} from "../frame/failure.tsx";
import {Field} from "../frame/field.tsx";
import {useTitle} from "../frame/title.ts";
import {Gate} from "../session/gate.tsx";
import {inLocale} from "../words/locale.ts";
import {type Way, ways} from "./ways.ts";
import {words} from "./words.ts";
import {wrongFields} from "./wrongFields.ts";

/** For who comes by a link that lets in once; what is secret of it stands after `#`. */
export function Join({way}: {readonly way: Way}) {
  const w = inLocale(words).join;
  const [title, says, go] = {
    "/welcome": [w.welcome, w.welcomeSays, w.makeOwner],
    "/invitation": [w.invitation, w.invitationSays, w.joinIn],
    "/reset": [w.reset, w.resetSays, w.choose],
  }[way] as [string, string, string];
  useTitle(title);
  const secret = location.hash.slice(1);
  return (
    <Gate title={title} says={says}>
      {secret === "" ? (
        <p class="red" role="alert">
          {w.noSecret}
        </p>
      ) : (
        <JoinForm way={way} secret={secret} go={go} />
      )}
    </Gate>
  );
}

interface Props {
  readonly way: Way;
  readonly secret: string;
  readonly go: string;
}

function JoinForm({way, secret, go}: Props) {
  const w = inLocale(words);
  const {to, asksWho} = ways[way];
  const [who, setWho] = useState({name: "", email: "", password: ""});
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Error>();
  const wrong = wrongFields(failure);
  async function join(event: Event) {
    event.preventDefault();
    setBusy(true);
    setFailure(undefined);
    try {
      await ask(to, {
        method: "POST",
        body: {secret, ...(asksWho ? who : {password: who.password})},
      });
      // Anew, so that the secret is in no history and nothing of before is left.
      location.replace("/");
    } catch (error) {
      setFailure(error as Error);
      setBusy(false);
    }
  }
  const field =
    (name: keyof typeof who, type: "text" | "email" | "password", autoComplete: string) =>
    (props: object) => (
      <input
        {...props}
        type={type as "text"}
        name={name}
        autoComplete={autoComplete}
        required
        value={who[name]}
        onInput={({currentTarget}) => setWho({...who, [name]: currentTarget.value})}
      />
    );
  return (
    <form class="form" onSubmit={event => void join(event)}>
      {asksWho && (
        <>
          <Field label={w.join.name} hint={w.join.nameHint} wrong={wrong.name}>
            {field("name", "text", "name")}
          </Field>
          <Field label={w.join.email} wrong={wrong.email}>
            {field("email", "email", "username")}
          </Field>
        </>
      )}
      <Field label={w.join.password} hint={w.password.rules} wrong={wrong.password}>
        {field("password", shown ? "text" : "password", "new-password")}
      </Field>
      <label>
        <input
          type="checkbox"
          checked={shown}
          onChange={({currentTarget}) => setShown(currentTarget.checked)}
        />{" "}
        {w.join.show}
      </label>
      {failure && Object.keys(wrong).length === 0 && (
        <p class="red" role="alert">
          <Why error={failure} />
        </p>
      )}
      <button class="btn main" type="submit" disabled={busy}>
        {go}
      </button>
    </form>
  );
}
