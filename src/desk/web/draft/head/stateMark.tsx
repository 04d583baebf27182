import type {DraftState} from "../../../../model/review.ts";
import {inLocale} from "../../words/locale.ts";
import {words} from "./words.ts";

/** A shape for each state, for who does not see or know the colours. */
const shapes: Readonly<Record<DraftState, string>> = {
  draft: "M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11",
  "in-review": "M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11M8 2.5v11M10 3v10M12 4.5v7",
  "changes-asked": "M8 2.5l6 11H2zM8 6.8v2.8M8 11.6v.1",
  approved: "M3 8.5l3.2 3.2L13 4.8",
  scheduled: "M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11M8 5v3l2 1.5",
  published: "M8 13V3M4 7l4-4 4 4",
  corrected: "M8 13V3M4 7l4-4 4 4M3 14h10",
  retracted: "M8 3v10M4 9l4 4 4-4",
  dropped: "M4 4l8 8M12 4l-8 8",
};

export function StateMark({state}: {readonly state: DraftState}) {
  return (
    <span class={`state${state === "changes-asked" ? " amber" : ""}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={shapes[state]} />
      </svg>
      <b>{inLocale(words).states[state]}</b>
    </span>
  );
}
