import type {Change} from "../stream.ts";

/** The events of `GET /api/stream`. */
export const eventNames = [
  "ready",
  "reset",
  "draft",
  "run",
  "comment",
  "schedule",
  "people",
] as const;
export type EventName = (typeof eventNames)[number];

/** What the tabs of a browser are told: that changes reach us or no longer do, and each change. */
export type Told =
  | {readonly live: boolean}
  | {readonly event: EventName; readonly data: Readonly<Record<string, unknown>>};

const any: Change = {kind: "any", id: "*"};

/**
 * What an event says to the page.
 *
 * @example changeOf("comment", {id: "c", draft: "d"}) // {"kind": "comment", "id": "d"}
 * @example changeOf("schedule", {name: "morning"}) // {"kind": "schedule", "id": "morning"}
 * @example changeOf("reset", {}) // {"kind": "any", "id": "*"}
 */
export function changeOf(event: EventName, data: Readonly<Record<string, unknown>>): Change {
  const id = (given: unknown) => (typeof given === "string" ? given : "*");
  switch (event) {
    case "ready":
    case "reset":
      return any;
    case "comment":
      return {kind: "comment", id: id(data.draft)};
    case "schedule":
      return {kind: "schedule", id: id(data.name)};
    default:
      return {kind: event, id: id(data.id)};
  }
}
