import type {ComponentChild} from "preact";
import type {DraftState} from "../../../model/review.ts";
import {inLocale} from "../words/locale.ts";
import {stateWords} from "../words/states.ts";

const ring = <circle cx="8" cy="8" r="5.5" />;
const disc = <circle cx="8" cy="8" r="5.5" fill="currentColor" />;

const shapes: Readonly<Record<DraftState, () => ComponentChild>> = {
  draft: () => ring,
  "in-review": () => (
    <>
      {ring}
      <path d="M8 2.5a5.5 5.5 0 0 1 0 11z" fill="currentColor" />
    </>
  ),
  "changes-asked": () => <path d="M6 4L2.8 7.2L6 10.4M3 7.2h6.2a3.8 3.8 0 0 1 0 7.6H7" />,
  approved: () => <path d="M3 8.5l3.2 3.2L13 4.8" />,
  scheduled: () => (
    <>
      {ring}
      <path d="M8 5v3.2l2 1.3" />
    </>
  ),
  published: () => disc,
  corrected: () => (
    <>
      {disc}
      <path d="M5.6 8.2l1.8 1.8l3-3.6" stroke="var(--surface)" />
    </>
  ),
  retracted: () => (
    <>
      {ring}
      <path d="M4.2 11.8l7.6-7.6" />
    </>
  ),
  dropped: () => <path d="M4 4l8 8M12 4l-8 8" />,
};

/** A draft's state: a shape, and the word for it. */
export function StateMark({state}: {readonly state: DraftState}) {
  return (
    <span class="state">
      <svg viewBox="0 0 16 16" aria-hidden="true">
        {shapes[state]()}
      </svg>
      {inLocale(stateWords)[state]}
    </span>
  );
}
