import {draftStates} from "./review.ts";

/** The events that others can be told of. */
export const hookEvents = [
  "draft.written",
  "draft.edited",
  "draft.regenerated",
  "draft.assigned",
  ...draftStates.filter(state => state !== "draft").map(state => `draft.${state}` as const),
  "comment.added",
  "comment.resolved",
  "comment.reopened",
  "publication.ordered",
  "publication.rescheduled",
  "publication.cancelled",
  "publication.published",
  "publication.differs",
  "publication.refused",
  "publication.unknown",
  "publication.late",
  "correction.opened",
  "correction.approved",
  "correction.withdrawn",
  "run.ordered",
  "run.done",
  "run.failed",
  "run.cancelled",
  "run.skipped",
  "run.retried",
  "schedule.paused",
  "schedule.resumed",
] as const;

/** Somebody who is told of events, as the configuration says it. */
export interface HookSettings {
  readonly url: string;
  /** Name of the variable that holds the secret that signs. */
  readonly secretFrom: string;
  readonly on: readonly (typeof hookEvents)[number][];
}
