import {signal} from "@preact/signals";
import {useEffect} from "preact/hooks";

/** That something of the newsroom has changed; what it is now is fetched. */
export interface Change {
  /** `any`: something may have been missed, and all that is shown is to be fetched anew. */
  readonly kind: "draft" | "run" | "comment" | "schedule" | "people" | "any";
  /** Of the draft or run, the schedule's name; of a comment the draft's. */
  readonly id: string;
}

type Listener = (change: Change) => void;
const listeners = new Set<Listener>();

/** Whether changes reach us. */
export const live = signal(false);

/** Calls back until the returned function is called. */
export function onChange(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function tell(change: Change): void {
  for (const listener of listeners) listener(change);
}

/** Whether a change is one of those; without an id of all of the kind. */
export const concerns = (change: Change, kind: Change["kind"], id?: string): boolean =>
  change.kind === "any" || (change.kind === kind && (id === undefined || change.id === id));

/** Acts soon after changes of these kinds, once for many at a time, while the part is shown. */
export function useChanges(
  kinds: readonly Change["kind"][],
  act: () => void,
  given: readonly unknown[] = [],
): void {
  useEffect(() => {
    let soon: ReturnType<typeof setTimeout> | undefined;
    const stop = onChange(change => {
      if (!kinds.some(kind => concerns(change, kind))) return;
      soon ??= setTimeout(() => {
        soon = undefined;
        act();
      }, 150);
    });
    return () => {
      clearTimeout(soon);
      stop();
    };
  }, given);
}
