import {useState} from "preact/hooks";
import {ask} from "../api.ts";
import {Why} from "../frame/failure.tsx";
import {Field} from "../frame/field.tsx";
import {inLocale} from "../words/locale.ts";
import {words} from "./words.ts";
import {wrongFields} from "./wrongFields.ts";

/** Another password of one's own. */
export function PasswordForm({onChanged}: {readonly onChanged: () => void}) {
  const w = inLocale(words).password;
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const [changed, setChanged] = useState(false);
  const [failure, setFailure] = useState<Error>();
  const wrong = wrongFields(failure);
  async function change(event: Event) {
    event.preventDefault();
    setFailure(undefined);
    setChanged(false);
    try {
      await ask("/api/session/password", {method: "PUT", body: {current, next}});
      setCurrent("");
      setNext("");
      setChanged(true);
      onChanged();
    } catch (error) {
      setFailure(error as Error);
    }
  }
  return (
    <form class="line-form" onSubmit={event => void change(event)}>
      <Field label={w.current} wrong={wrong.current}>
        {props => (
          <input
            {...props}
            type="password"
            autoComplete="current-password"
            required
            value={current}
            onInput={({currentTarget}) => setCurrent(currentTarget.value)}
          />
        )}
      </Field>
      <Field label={w.next} hint={w.rules} wrong={wrong.next}>
        {props => (
          <input
            {...props}
            type="password"
            autoComplete="new-password"
            required
            value={next}
            onInput={({currentTarget}) => setNext(currentTarget.value)}
          />
        )}
      </Field>
      <div class="go">
        <button class="btn" type="submit">
          {w.go}
        </button>
      </div>
      <p role="status">{changed && w.changed}</p>
      {failure && Object.keys(wrong).length === 0 && (
        <p class="red" role="alert">
          <Why error={failure} />
        </p>
      )}
    </form>
  );
}
