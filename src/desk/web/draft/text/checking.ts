import {effect, type ReadonlySignal, signal} from "@preact/signals";
import type {Room} from "../room.ts";
import {type Checker, openChecker} from "./checker.ts";
import type {Reading} from "./reading.ts";

export interface Checking {
  readonly reading: ReadonlySignal<Reading | undefined>;
  readonly failure: ReadonlySignal<string | undefined>;
  /** The text has changed. */
  changed(): void;
  close(): void;
}

/** Checks what is on the screen as soon as there is evidence, and tells the room. */
export function openChecking(
  room: Room,
  {take, show}: {readonly take: () => string; readonly show: (reading: Reading) => void},
): Checking {
  const reading = signal<Reading>();
  const failure = signal<string>();
  let checker: Checker | undefined;
  const stop = effect(() => {
    const evidence = room.evidence.value.value;
    checker?.close();
    checker =
      evidence &&
      openChecker(evidence, {
        taken: take,
        read(found) {
          failure.value = undefined;
          show(found);
          reading.value = found;
          room.checked.value = found;
        },
        failed(why) {
          failure.value = why;
          // What it said of another text is not said of this one.
          room.checked.value = undefined;
        },
      });
  });
  return {
    reading,
    failure,
    changed: () => checker?.ask(),
    close() {
      stop();
      checker?.close();
    },
  };
}
