import {useRef, useState} from "preact/hooks";
import {Refused} from "../api.ts";
import {Why} from "../frame/failure.tsx";
import {Field} from "../frame/field.tsx";
import {inLocale} from "../words/locale.ts";
import {signIn} from "./session.ts";
import {words} from "./words.ts";

interface Props {
  /** Who it was before. */
  readonly email?: string | undefined;
  readonly onSignedIn?: () => void;
}

export function SignInForm({email: before = "", onSignedIn}: Props) {
  const w = inLocale(words);
  const [email, setEmail] = useState(before);
  const [password, setPassword] = useState("");
  const [failure, setFailure] = useState<Error>();
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  async function go(event: Event) {
    event.preventDefault();
    setBusy(true);
    setFailure(undefined);
    try {
      await signIn({email, password});
      onSignedIn?.();
    } catch (error) {
      setFailure(error as Error);
      setPassword("");
      field.current?.focus();
    }
    setBusy(false);
  }
  return (
    <form class="form" onSubmit={event => void go(event)}>
      <Field label={w.email}>
        {props => (
          <input
            {...props}
            type="email"
            name="email"
            autoComplete="username"
            required
            autofocus={before === ""}
            value={email}
            onInput={({currentTarget}) => setEmail(currentTarget.value)}
          />
        )}
      </Field>
      <Field label={w.password}>
        {props => (
          <input
            {...props}
            ref={field}
            type="password"
            name="password"
            autoComplete="current-password"
            required
            autofocus={before !== ""}
            value={password}
            onInput={({currentTarget}) => setPassword(currentTarget.value)}
          />
        )}
      </Field>
      {failure && (
        <p class="red" role="alert">
          <Refusal error={failure} />
        </p>
      )}
      <button class="btn main" type="submit" disabled={busy}>
        {w.go}
      </button>
    </form>
  );
}

function Refusal({error}: {readonly error: Error}) {
  const w = inLocale(words);
  if (error instanceof Refused && error.status === 401) return <>{w.wrong}</>;
  if (error instanceof Refused && error.status === 429) return <>{w.tooSoon}</>;
  return <Why error={error} />;
}
