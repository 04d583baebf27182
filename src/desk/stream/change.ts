import {includesRole, type Role} from "../../model/person.ts";
import type {StoredEvent} from "../../store/events.ts";
import type {RunStanding} from "./standings.ts";

/** Something that whoever watches the desk is told: little, for they ask for the rest. */
export interface Change {
  /** The chained event's number. Absent for what no event tells, such as the steps of a run. */
  readonly seq?: number;
  readonly event: "ready" | "reset" | "draft" | "run" | "comment" | "schedule" | "people";
  readonly data: Readonly<Record<string, unknown>>;
}

/** Whom each is for. */
const least: Readonly<Record<Change["event"], Role>> = {
  ready: "viewer",
  reset: "viewer",
  draft: "viewer",
  run: "viewer",
  comment: "viewer",
  schedule: "viewer",
  people: "owner",
};

export const isFor = ({event}: Change, role: Role): boolean => includesRole(role, least[event]);

/** Kinds of events by what stands before their dot; nobody is told of others. */
const names: Readonly<Record<string, Change["event"]>> = {
  draft: "draft",
  release: "draft",
  publication: "draft",
  correction: "draft",
  run: "run",
  comment: "comment",
  schedule: "schedule",
  token: "people",
  person: "people",
  invitation: "people",
  session: "people",
};

/** What an event is to those who watch; `standings` are of the runs that events tell of. */
export function changeOf(
  {seq, kind, subject, actor, data}: StoredEvent,
  standings: ReadonlyMap<string, RunStanding>,
): Change | undefined {
  const [before = "", what = ""] = kind.split(".");
  const event = Object.hasOwn(names, before) ? names[before] : undefined;
  switch (event) {
    case undefined:
      return undefined;
    case "run":
      return {seq, event, data: standings.get(subject) ?? {id: subject, state: endOf(what)}};
    case "comment":
      return {seq, event, data: {id: data.comment, draft: subject, what, by: actor}};
    case "schedule":
      return {seq, event, data: {name: subject, what, by: actor}};
    default:
      return {seq, event, data: {id: subject, what, by: actor}};
  }
}

/** The state of a run that the ledger has let go of, by the last that was told of it. */
const endOf = (what: string) => (what === "ordered" || what === "retried" ? "waiting" : what);

/**
 * A change as an event stream has it.
 *
 * @example sse({seq: 7, event: "draft", data: {id: "d"}}) // "id: 7\nevent: draft\ndata: {\"id\":\"d\"}\n\n"
 */
export const sse = ({seq, event, data}: Change): string =>
  `${seq === undefined ? "" : `id: ${seq}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
