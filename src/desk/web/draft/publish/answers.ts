import type {Publication} from "../../../api/publicationShapes.ts";

/** What a publisher may do about a note at one target. */
export type Answer =
  | "now"
  | "retry"
  | "again"
  | "conflict"
  | "leave"
  | "arrived"
  | "reschedule"
  | "cancel";

/**
 * What helps there, what is done most first: `now` does not wait for the hour, `retry` not for the
 * next try, `again` puts there what was removed or may not have arrived, `conflict` shows what was
 * changed there, and `leave` lets stand what is other there than it was left.
 */
export function answersAt(publication: Publication, now: Date): Answer[] {
  const {state, asks, standing, at, conflict} = publication;
  const takeBack: Answer[] = standing === undefined ? ["cancel"] : [];
  const leave: Answer[] = standing === undefined ? [] : ["leave"];
  if (asks === "overwrite") return [conflict ? "conflict" : "retry", ...leave, ...takeBack];
  if (asks === "again") return ["again", ...leave, ...takeBack];
  if (asks === "outcome") return ["arrived", "again", ...takeBack];
  if (asks === "late") return ["now", "reschedule", ...takeBack];
  switch (state) {
    case "planned":
      if (standing !== undefined) return publication.nextAt === undefined ? [] : ["retry"];
      if (publication.waitsFor !== undefined) return ["reschedule", "cancel"];
      if (new Date(at) > now) return ["reschedule", "now", "cancel"];
      return publication.nextAt === undefined ? ["cancel"] : ["retry", "reschedule", "cancel"];
    case "unknown":
      return ["retry"];
    case "differs":
      return ["retry", ...leave];
    case "left":
      if (conflict) return ["conflict"];
      return publication.differences?.length ? [] : ["again"];
    case "refused":
      return ["retry", ...takeBack];
    default:
      return [];
  }
}
