import {Said} from "../../frame/failure.tsx";
import {lately} from "../../words/instants.ts";
import {inLocale} from "../../words/locale.ts";
import type {Saving} from "../room.ts";
import {words} from "./words.ts";

/** Whether the desk has what is on the screen. */
export function SavingMark({saving}: {readonly saving: Saving}) {
  const w = inLocale(words);
  const time = (at: Date) => lately(at.toISOString());
  return (
    <span aria-live="polite">
      {saving.kind === "saved" ? (
        w.saved(saving.at && time(saving.at))
      ) : saving.kind === "typed" ? (
        w.typed
      ) : saving.kind === "saving" ? (
        <span class="state">
          <svg class="is-spin" viewBox="0 0 16 16" aria-hidden="true">
            <path d="M13.5 8A5.5 5.5 0 1 1 8 2.5" />
          </svg>
          {w.saving}
        </span>
      ) : saving.kind === "not-saved" ? (
        <span class="red">
          <b class="red">{w.notSaved}</b> {w.since(time(saving.since))}
        </span>
      ) : saving.kind === "conflict" ? (
        <span class="amber">
          <b class="amber">{w.notSaved}</b>, {w.conflict(saving.revision)}
        </span>
      ) : (
        <span class="red">
          <b class="red">{w.refused}</b>: <Said says={saving.why} />
        </span>
      )}
    </span>
  );
}
