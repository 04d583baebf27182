import type {Publication} from "../../../api/publicationShapes.ts";

/** How far a publication has come that is under way. */
export interface Phase {
  /** It is known what stood there. */
  readonly looked: boolean;
  /** What the target does on the way, such as taking in a picture. */
  readonly parts: readonly {readonly step: string; readonly done: boolean}[];
  /** It stands there; what is left is to read it back. */
  readonly put: boolean;
}

/**
 * @example phaseOf({}).looked // false
 * @example phaseOf({steps: [{step: "put", beganAt: "2026-11-30T09:00:00Z"}]}) // {"looked": true, "parts": [], "put": false}
 */
export function phaseOf({steps = []}: Pick<Publication, "steps">): Phase {
  const put = steps.find(({step}) => step === "put");
  return {
    looked: put !== undefined,
    parts: steps
      .filter(({step}) => step !== "put")
      .map(({step, endedAt}) => ({step, done: endedAt !== undefined})),
    put: put?.endedAt !== undefined,
  };
}

/**
 * Whether something becomes of it shortly, without anybody's doing.
 *
 * @example isUnderWay({state: "planned", at: "2026-11-30T09:00:00Z"}, new Date("2026-11-30T08:00:00Z")) // false
 */
export const isUnderWay = (
  {state, at, asks, nextAt}: Pick<Publication, "state" | "at" | "asks" | "nextAt">,
  now: Date,
): boolean =>
  asks === undefined &&
  (state === "sending" ||
    (["planned", "unknown"].includes(state) && Date.parse(nextAt ?? at) <= now.getTime() + 5_000));
