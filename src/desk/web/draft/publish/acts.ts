import {includesRole, type Role} from "../../../../model/person.ts";
import type {DraftState} from "../../../../model/review.ts";
import type {CorrectionSummary} from "../../../api/publicationShapes.ts";
import type {Why} from "../head/standing.ts";

/** How a draft that may leave the house stands to who is at the page. */
export interface Standing {
  readonly state: DraftState;
  readonly role: Role;
  readonly me: string;
  /** One person writes and approves. */
  readonly solo: boolean;
  /** Targets at which it neither stands nor is ordered. */
  readonly left: number;
  readonly open: CorrectionSummary | undefined;
  /** The text is still the one that is out. */
  readonly same: boolean;
  readonly unsaved: boolean;
  readonly lack: Extract<Why, {kind: "lack"}>["lack"] | undefined;
  readonly checked: boolean;
  /** The newest revision with words of theirs that no other has approved. */
  readonly own: number | undefined;
}

export interface PublishAct {
  readonly kind: "publish" | "elsewhere" | "correct" | "retract" | "approve-correction";
  readonly why?: Why | {readonly kind: "opened"} | {readonly kind: "same"};
}

/**
 * What who is at the page may do to bring it out or put it right, or could, were it not for something
 * that is said; the first is what is done next.
 */
export function publishActs(standing: Standing): PublishAct[] {
  const {state, role, left, open, unsaved} = standing;
  if (!includesRole(role, "publisher")) return [];
  if (state === "approved")
    return left > 0 ? [{kind: "publish", ...(unsaved && {why: {kind: "unsaved"}})}] : [];
  const elsewhere: PublishAct[] = left > 0 ? [{kind: "elsewhere"}] : [];
  if (state === "scheduled") return elsewhere;
  if (state !== "published" && state !== "corrected") return [];
  if (!open) return [{kind: "correct"}, ...elsewhere, {kind: "retract"}];
  const why = whyNot(standing, open);
  return [{kind: "approve-correction", ...(why && {why})}];
}

function whyNot(
  {me, solo, same, unsaved, lack, checked, own}: Standing,
  {kind, by}: CorrectionSummary,
): PublishAct["why"] {
  if (!solo && kind !== "refiled" && by === me) return {kind: "opened"};
  if (kind === "retracted") return undefined;
  if (unsaved) return {kind: "unsaved"};
  if (lack) return {kind: "lack", lack};
  if (same) return {kind: "same"};
  if (own !== undefined) return {kind: "own", revision: own};
  return checked ? undefined : {kind: "unchecked"};
}

/**
 * Whether two revisions have the same text, as where a correction was called off.
 *
 * @example isSameText([{number: 1, sha256: "a"}, {number: 2, sha256: "b"}, {number: 3, sha256: "a"}], 1, 3) // true
 */
export function isSameText(
  revisions: readonly {readonly number: number; readonly sha256: string}[],
  one: number | undefined,
  other: number | undefined,
): boolean {
  if (one === other) return true;
  const [a, b] = [one, other].map(n => revisions.find(({number}) => number === n)?.sha256);
  return a !== undefined && a === b;
}
