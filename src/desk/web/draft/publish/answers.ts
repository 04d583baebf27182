import type {Publication} from "../../../api/publicationShapes.ts";

/** What a publisher may do about a note at one target. */
export type Answer = "now" | "retry" | "again" | "conflict" | "reschedule" | "cancel";

/**
 * What helps there, what is done most first: `now` does not wait for the hour, `retry` not for the
 * next try, `again` puts there what was removed or may not have arrived.
 */
export function answersAt(publication: Publication, now: Date): Answer[] {
  const {state, asks, standing, at, conflict} = publication;
  const takeBack: Answer[] = standing === undefined ? ["cancel"] : [];
  if (asks === "overwrite") return conflict ? ["conflict"] : ["retry"];
  if (asks === "again") return ["again", ...takeBack];
  if (asks === "outcome") return ["again", ...takeBack];
  if (asks === "late") return ["now", "reschedule", ...takeBack];
  switch (state) {
    case "planned":
      if (standing !== undefined) return publication.nextAt === undefined ? [] : ["retry"];
      if (publication.waitsFor !== undefined) return ["reschedule", "cancel"];
      if (new Date(at) > now) return ["reschedule", "now", "cancel"];
      return publication.nextAt === undefined ? ["cancel"] : ["retry", "reschedule", "cancel"];
    case "unknown":
    case "differs":
      return ["retry"];
    case "refused":
      return ["retry", ...takeBack];
    default:
      return [];
  }
}
