import type {Receipt} from "../model/publication.ts";
import type {Release} from "./release.ts";
import type {Absent, Foreign, Ours, Standing} from "./target.ts";

/** What a person has ordered that is never done unasked. */
export interface Leave {
  /** Puts a post there again that was removed. */
  readonly again: boolean;
  /** Writes over a post that somebody has changed. */
  readonly overwrite: boolean;
}

/** What is on record of what we have put there. */
export interface OnRecord {
  /** Of what was last put there; undefined where nothing is known to have been. */
  readonly receipt?: Receipt | undefined;
  /** Digests of releases that somebody began to put there, and nobody knows whether they ended. */
  readonly begun: ReadonlySet<string>;
}

/** What is to be done about what stands at a target. */
export type Decision =
  | {readonly do: "put"; readonly over: Absent | Ours}
  | {readonly do: "nothing"; readonly receipt: Receipt}
  | {readonly do: "refuse"; readonly foreign: Foreign}
  | {readonly do: "ask"; readonly for: "again"}
  | {readonly do: "ask"; readonly for: "overwrite"; readonly over: Ours};

/** What follows from what stands there, what is on record, and what a person has ordered. */
export function decide(
  standing: Standing,
  release: Pick<Release, "digest">,
  record: OnRecord,
  {again, overwrite}: Leave,
): Decision {
  const {receipt} = record;
  if (standing.state === "foreign") return {do: "refuse", foreign: standing};
  if (standing.state !== "ours") {
    const wasThere = receipt !== undefined || standing.state === "gone";
    return wasThere && !again ? {do: "ask", for: "again"} : {do: "put", over: standing};
  }
  const {receipt: found, shown} = standing;
  const done = shown && found.digest === release.digest;
  if (isChanged(standing, release, record)) {
    if (overwrite) return {do: "put", over: standing};
    return {do: "ask", for: "overwrite", over: standing};
  }
  return done ? {do: "nothing", receipt: found} : {do: "put", over: standing};
}

/** Whether the post is other than we left it. One that nobody has seen yet is nobody's but ours. */
function isChanged(
  {receipt: found, shown}: Ours,
  {digest}: Pick<Release, "digest">,
  {receipt, begun}: OnRecord,
): boolean {
  // An attempt of ours that ended before it could say so.
  if (begun.has(found.digest)) return false;
  if (found.digest === digest && receipt?.digest !== digest) return false;
  if (!receipt) return shown;
  // Not by its stamp: two changes within a second may bear the same one.
  return found.stored !== receipt.stored;
}
