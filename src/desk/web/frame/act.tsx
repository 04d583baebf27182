import {useState} from "preact/hooks";
import {Why} from "./failure.tsx";

interface Props {
  readonly says: string;
  /** Of what, for those who hear the button alone. */
  readonly of?: string;
  readonly act: () => Promise<unknown>;
  readonly plain?: boolean;
}

/** A button that does something at once, and tells beside it where that was refused. */
export function Act({says, of, act, plain}: Props) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Error>();
  async function go() {
    if (busy) return;
    setBusy(true);
    setFailure(undefined);
    try {
      await act();
    } catch (error) {
      setFailure(error as Error);
    }
    setBusy(false);
  }
  return (
    <>
      <button
        class={plain ? "btn sm plain" : "btn sm"}
        type="button"
        // Not disabled: that would take the focus from it.
        aria-disabled={busy}
        onClick={() => void go()}
      >
        {says}
        {of && <span class="away"> {of}</span>}
      </button>
      {failure && (
        <span class="small red refused" role="alert">
          <Why error={failure} />
        </span>
      )}
    </>
  );
}
