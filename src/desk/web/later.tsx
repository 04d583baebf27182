import type {ComponentType} from "preact";
import {useEffect, useState} from "preact/hooks";
import {Failure} from "./frame/failure.tsx";

const waiting: (() => Promise<unknown>)[] = [];

/** What is fetched when it is first asked for, or once what is looked at first is there (`fetchLater`). */
export function fetchedLater<Part>(load: () => Promise<Part>): () => Promise<Part> {
  let part: Promise<Part> | undefined;
  const fetched = () => {
    part ??= load().catch(error => {
      part = undefined;
      throw error;
    });
    return part;
  };
  waiting.push(fetched);
  return fetched;
}

/** A part of the page that nobody looks at first. */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  let Part: ComponentType<Props> | undefined;
  const fetched = fetchedLater(async () => (Part = await load()));
  return function Later(props: Props) {
    const [, setPart] = useState(() => Part);
    const [error, setError] = useState<Error>();
    const fetchIt = () => {
      setError(undefined);
      fetched().then(one => setPart(() => one), setError);
    };
    useEffect(() => {
      if (!Part) fetchIt();
    }, []);
    return Part ? <Part {...props} /> : <Failure error={error} retry={fetchIt} />;
  };
}

/**
 * Fetches what is shown later, so that it opens at once, also where the desk is away by then: one part
 * after another, whenever nobody types.
 */
export async function fetchLater(): Promise<void> {
  for (const fetched of waiting.splice(0)) {
    await idle();
    await fetched().catch(() => {}); // it is tried again when it is shown
  }
}

/** Not every browser tells. */
const idle = () =>
  new Promise<unknown>(resolve =>
    "requestIdleCallback" in window ? requestIdleCallback(resolve) : setTimeout(resolve, 50),
  );
