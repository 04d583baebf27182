import {includesRole, type Role} from "./person.ts";

/** How far a draft has come. */
export const draftStates = [
  "draft",
  "in-review",
  "changes-asked",
  "approved",
  "scheduled",
  "published",
  "corrected",
  "retracted",
  "dropped",
] as const;
export type DraftState = (typeof draftStates)[number];

/**
 * Whether the text may be changed: what is armed stays as it is, what is out while a correction of it
 * is open, and what was dropped not at all.
 *
 * @param correcting an error or a typo in it is being put right
 */
export const takesEdits = (state: DraftState, correcting = false): boolean =>
  ["draft", "in-review", "changes-asked", "approved"].includes(state) ||
  (correcting && ["published", "corrected"].includes(state));

/** Where each state leads, and the least role that leads there. */
const moves: Readonly<Record<DraftState, Readonly<Partial<Record<DraftState, Role>>>>> = {
  draft: {"in-review": "writer", dropped: "editor"},
  "in-review": {"changes-asked": "editor", approved: "editor", dropped: "editor"},
  "changes-asked": {"in-review": "writer", dropped: "editor"},
  approved: {
    "changes-asked": "editor",
    scheduled: "publisher",
    published: "publisher",
    dropped: "editor",
  },
  scheduled: {published: "publisher", dropped: "editor"},
  published: {corrected: "publisher", retracted: "publisher"},
  corrected: {corrected: "publisher", retracted: "publisher"},
  retracted: {},
  dropped: {},
};

/** What comes of wanting to move: it goes, takes a role that one has not, or there is no such way. */
export type Move =
  | {readonly may: true}
  | {readonly may: false; readonly needs: Role}
  | {readonly may: false; readonly leads: readonly DraftState[]};

/**
 * Whether somebody of a role may move a draft from one state to another.
 *
 * @example mayMove("in-review", "approved", "editor").may // true
 * @example mayMove("in-review", "approved", "writer") // {"may": false, "needs": "editor"}
 * @example mayMove("changes-asked", "approved", "owner") // {"may": false, "leads": ["in-review", "dropped"]}
 */
export function mayMove(from: DraftState, to: DraftState, role: Role): Move {
  const needs = moves[from][to];
  if (needs === undefined) return {may: false, leads: Object.keys(moves[from]) as DraftState[]};
  return includesRole(role, needs) ? {may: true} : {may: false, needs};
}
