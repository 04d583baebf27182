import {type ReadonlySignal, signal} from "@preact/signals";

/** Whether the desk answers; while it does not, when it is asked again. */
export type Reach =
  | {readonly there: true}
  | {readonly there: false; readonly since: Date; readonly why: string; readonly nextTry: Date};

interface Watch {
  readonly reach: ReadonlySignal<Reach>;
  /** What an answer told: nothing wrong, or what. */
  heard(wrong?: string): void;
  tryNow(): void;
}

export interface Means {
  /** Resolves to what is wrong, or undefined. */
  readonly probe: () => Promise<string | undefined>;
  readonly later: (act: () => void, ms: number) => () => void;
  readonly now: () => Date;
  /** Called when it answers after all. */
  readonly back: () => void;
}

/** From one try to the next, in milliseconds; the last goes on. */
const waits = [2_000, 4_000, 8_000, 15_000, 30_000];

/** Watches whether the desk answers, and asks it again and again while it does not. */
export function watchReach({probe, later, now, back}: Means): Watch {
  const reach = signal<Reach>({there: true});
  let tries = 0;
  let forget = () => {};

  function heard(wrong?: string) {
    const before = reach.value;
    if (wrong === undefined) {
      forget();
      tries = 0;
      if (before.there) return;
      reach.value = {there: true};
      back();
    } else if (before.there) plan(now(), wrong);
  }

  function plan(since: Date, why: string) {
    const ms = waits[Math.min(tries, waits.length - 1)] ?? 30_000;
    tries += 1;
    reach.value = {there: false, since, why, nextTry: new Date(now().getTime() + ms)};
    forget = later(tryNow, ms);
  }

  function tryNow() {
    forget();
    void probe().then(wrong => {
      const {value} = reach;
      if (value.there) return;
      if (wrong === undefined) heard();
      else plan(value.since, wrong);
    });
  }
  return {reach, heard, tryNow};
}
