import type {Role} from "../../../../model/person.ts";
import {type DraftState, mayMove} from "../../../../model/review.ts";
import type {Revision} from "../../../api/reviewShapes.ts";

/** How a draft stands to who is at the page. */
export interface Standing {
  readonly state: DraftState;
  readonly role: Role;
  /** The newest revision with words of theirs that no other has approved. */
  readonly own: number | undefined;
  /** Something on the screen that the desk does not have. */
  readonly unsaved: boolean;
  /** What the text lacks to be laid out. */
  readonly lack: Revision["lack"];
  /** The check has read it. */
  readonly checked: boolean;
  /** Claims of headline and lead to be visited; undefined while they are not known. */
  readonly headlineLeft: number | undefined;
  /** Passages that are to be settled since it was made again. */
  readonly unsettled: number;
}

/** Why it is not possible now. */
export type Why =
  | {readonly kind: "settle"; readonly count: number}
  | {readonly kind: "visit"; readonly count: number}
  | {readonly kind: "own"; readonly revision: number}
  | {readonly kind: "unsaved"}
  | {readonly kind: "lack"; readonly lack: NonNullable<Revision["lack"]>}
  | {readonly kind: "unchecked"}
  | {readonly kind: "unknown"};

export interface Action {
  readonly kind: "send" | "changes" | "approve" | "drop";
  readonly why?: Why;
}

/**
 * What who is at the page may do to the draft now, or could, were it not for something that is said.
 *
 * @example actionsOf({state: "draft", role: "writer", own: 2, unsaved: false, lack: undefined, checked: true, headlineLeft: 1, unsettled: 0}) // [{"kind": "send"}]
 * @example actionsOf({state: "in-review", role: "editor", own: 5, unsaved: false, lack: undefined, checked: true, headlineLeft: 0, unsettled: 0})[1] // {"kind": "approve", "why": {"kind": "own", "revision": 5}}
 */
export function actionsOf({
  state,
  role,
  own,
  unsaved,
  lack,
  checked,
  headlineLeft,
  unsettled,
}: Standing): Action[] {
  const may = (to: DraftState) => mayMove(state, to, role).may;
  const typed: {why?: Why} = unsaved ? {why: {kind: "unsaved"}} : {};
  const actions: Action[] = [];
  if (may("in-review")) actions.push({kind: "send", ...typed});
  if (may("changes-asked")) actions.push({kind: "changes"});
  // It goes through the review on the way; who approves need not send it to themselves first.
  if (may("approved") || (may("in-review") && mayMove("in-review", "approved", role).may)) {
    const why: Why | undefined = unsaved
      ? {kind: "unsaved"}
      : lack
        ? {kind: "lack", lack}
        : own !== undefined
          ? {kind: "own", revision: own}
          : unsettled > 0
            ? {kind: "settle", count: unsettled}
            : !checked
              ? {kind: "unchecked"}
              : headlineLeft === undefined
                ? {kind: "unknown"}
                : headlineLeft > 0
                  ? {kind: "visit", count: headlineLeft}
                  : undefined;
    actions.push({kind: "approve", ...(why && {why})});
  }
  if (may("dropped")) actions.push({kind: "drop"});
  return actions;
}
