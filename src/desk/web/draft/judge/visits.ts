import {type ReadonlySignal, signal} from "@preact/signals";

export interface Visits {
  readonly visited: ReadonlySignal<ReadonlySet<string>>;
  add(visit: string): void;
  remove(visit: string): void;
}

/** Of one draft nobody has more; what was visited long ago goes first. */
const most = 300;

/** What somebody has looked at in a draft, kept in this browser. */
export function openVisits(draft: string, person: string, kept: Storage = localStorage): Visits {
  const key = `assay.visited.${draft}.${person}`;
  const visited = signal<ReadonlySet<string>>(read(kept.getItem(key)));
  const keep = (visits: readonly string[]) => {
    visited.value = new Set(visits.slice(-most));
    try {
      kept.setItem(key, JSON.stringify([...visited.value]));
    } catch {
      // A browser that keeps nothing: it holds as long as the page is open.
    }
  };
  return {
    visited,
    add: visit => keep([...[...visited.value].filter(one => one !== visit), visit]),
    remove: visit => keep([...visited.value].filter(one => one !== visit)),
  };
}

function read(text: string | null): ReadonlySet<string> {
  try {
    const found: unknown = JSON.parse(text ?? "[]");
    return new Set(Array.isArray(found) ? found.filter(one => typeof one === "string") : []);
  } catch {
    return new Set();
  }
}
