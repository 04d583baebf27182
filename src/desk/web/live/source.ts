import {eventNames, type Told} from "./told.ts";

/** How long after a refusal it is asked for anew. */
const againMs = 15_000;

/**
 * Follows `GET /api/stream` and goes on after whatever cut it: where the browser goes on by itself it
 * also says where it was. Returns how to end it.
 */
export function follow(tell: (told: Told) => void): () => void {
  let source: EventSource;
  let again: ReturnType<typeof setTimeout> | undefined;
  function open() {
    source = new EventSource("/api/stream");
    source.onopen = () => tell({live: true});
    source.onerror = () => {
      tell({live: false});
      if (source.readyState === EventSource.CLOSED) again = setTimeout(open, againMs);
    };
    for (const event of eventNames)
      source.addEventListener(event, ({data}) => tell({event, data: objectOf(data)}));
  }
  open();
  return () => {
    clearTimeout(again);
    source.close();
  };
}

function objectOf(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? {...value} : {};
  } catch {
    return {};
  }
}
