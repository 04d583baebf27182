import {signal} from "@preact/signals";

/** That something of the newsroom has changed; what it is now is fetched. */
export interface Change {
  readonly kind: "draft" | "run" | "comment" | "schedule";
  /** Of the draft, run or schedule; of a comment the draft's. */
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
