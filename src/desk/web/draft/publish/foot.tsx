import type {ComponentChildren} from "preact";
import {Why} from "../../frame/failure.tsx";
import {Key} from "../../frame/key.tsx";
import {inLocale} from "../../words/locale.ts";
import {ConfirmKey} from "../confirmKey.tsx";
import {words} from "./words.ts";

interface Props {
  /** What the button does, and what it costs. */
  readonly says: string;
  readonly ready: boolean;
  readonly busy: boolean;
  readonly failure: Error | undefined;
  readonly close: () => void;
  readonly confirm: () => void;
  /** What may be done instead. */
  readonly other?: {readonly says: string; readonly act: () => void} | undefined;
  /** Why it is not ready. */
  readonly children?: ComponentChildren;
}

/** The end of a dialog: why not yet, not at all, or done. */
export function Foot({says, ready, busy, failure, close, confirm, other, children}: Props) {
  const w = inLocale(words);
  return (
    <footer>
      <span class={`small ${failure ? "red" : "soft"}`} role="status">
        {failure ? (
          <>
            {w.failed} <Why error={failure} />
          </>
        ) : (
          children
        )}
      </span>
      <button class="btn" type="button" onClick={close}>
        {w.notYet} <Key of="esc" />
      </button>
      {other && (
        <button class="btn" type="button" aria-disabled={busy} onClick={other.act}>
          {other.says}
        </button>
      )}
      <button
        class={`btn${ready ? " main" : ""}`}
        type="button"
        aria-disabled={!ready || busy}
        onClick={confirm}
      >
        {busy ? w.busy : says} {ready && !busy && <ConfirmKey />}
      </button>
    </footer>
  );
}
