import type {DraftState} from "../../../../model/review.ts";
import type {Approvals} from "../../../api/reviewShapes.ts";

/** What becomes of an approval. */
export interface Lapse {
  /** It ends once what is typed is saved, or has ended with another text, or with another style or data. */
  readonly kind: "ends" | "text" | "style";
  /** The one that was approved. */
  readonly revision: number;
}

interface Given {
  readonly state: DraftState;
  readonly approvals: readonly Approvals["approvals"][number][];
  /** Something on the screen that the desk does not have. */
  readonly unsaved: boolean;
  /** Digest of the newest text. */
  readonly sha256: string | undefined;
}

/** The approval that a change ends, or that has ended and was not taken back. */
export function lapseOf({state, approvals, unsaved, sha256}: Given): Lapse | undefined {
  const newest = approvals.find(({withdrawnAt}) => withdrawnAt === undefined);
  if (!newest) return undefined;
  const {revision, text, holds} = newest;
  if (state === "approved") return unsaved ? {kind: "ends", revision} : undefined;
  if (state !== "in-review" || holds || sha256 === undefined) return undefined;
  return {kind: text === sha256 ? "style" : "text", revision};
}
