import type {Events, Revisions} from "../../../api/reviewShapes.ts";

type Event = Events["events"][number];
type Revision = Revisions["revisions"][number];

/** One thing that somebody did. */
export interface Step {
  readonly key: string;
  readonly at: string;
  readonly by: string;
  /** That it made. */
  readonly revision?: Revision;
  /** Of what made no revision. */
  readonly event?: Event;
}

/** These are told by the revision that they made. */
const byRevision = /^draft\.(?:written|edited|regenerated|merged|corrected)$/;

/** Revisions and what was done to them in one list, newest first. */
export function storyOf(revisions: readonly Revision[], events: readonly Event[]): Step[] {
  const steps: Step[] = [
    ...revisions.map(revision => ({
      key: `r${revision.number}`,
      at: revision.at,
      by: revision.author,
      revision,
    })),
    ...events
      .filter(({kind}) => !byRevision.test(kind))
      .map(event => ({key: `e${event.seq}`, at: event.at, by: event.actor, event})),
  ];
  return steps.toSorted(
    (a, b) =>
      Date.parse(b.at) - Date.parse(a.at) ||
      // Within one instant what was done comes after the text that it was done to.
      Number(b.event !== undefined) - Number(a.event !== undefined) ||
      (b.event?.seq ?? b.revision?.number ?? 0) - (a.event?.seq ?? a.revision?.number ?? 0),
  );
}
