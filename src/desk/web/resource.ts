import {type ReadonlySignal, signal} from "@preact/signals";
import {isMissing} from "./api.ts";

/** Something that was fetched, and is fetched anew when it may have changed. */
export interface Resource<T> {
  /** Undefined until it is there; the last one while a newer is fetched. */
  readonly value: ReadonlySignal<T | undefined>;
  readonly failure: ReadonlySignal<Error | undefined>;
  refresh(): Promise<void>;
}

export function resource<T>(load: (signal: AbortSignal) => Promise<T>): Resource<T> {
  const value = signal<T>();
  const failure = signal<Error>();
  let under: AbortController | undefined;
  async function refresh() {
    under?.abort();
    const mine = new AbortController();
    under = mine;
    try {
      const loaded = await load(mine.signal);
      if (under !== mine) return;
      value.value = loaded;
      failure.value = undefined;
    } catch (error) {
      if (under !== mine) return;
      failure.value = error as Error;
      if (isMissing(error)) value.value = undefined;
    }
  }
  return {value, failure, refresh};
}
