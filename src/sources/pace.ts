import PQueue from "p-queue";

/** Turns at a source that limits calls. Whoever asks the source takes them from the same pace. */
export interface Pace {
  /** Waits for a turn, and says how long where it has to; gives the instant at which it began. */
  turn(waiting: (ms: number) => void): Promise<number>;
  /** After a refusal for asking too often, of an attempt begun at that instant. */
  slower(startedAt: number, waitMs: number): Promise<void>;
  /** After an answer. */
  faster(): Promise<void>;
}

/** What a pace keeps to. */
export interface Limit {
  /** Whom it limits us at: the host. */
  readonly source: string;
  /** Attempts in any 60 seconds. */
  readonly callsPerMinute: number;
  /** No refusal holds us back for longer. */
  readonly longestWaitMs: number;
}

/** The pace of each limit: the same one to all who ask for it. */
export type Paces = (limit: Limit) => Pace;

export interface Clock {
  readonly now: () => Date;
  readonly sleep: (ms: number) => Promise<void>;
}

/** Paces that all gatherings of one process share. */
export function sharedPaces(clock: Clock): Paces {
  const known = new Map<string, Pace>();
  return limit => {
    const key = JSON.stringify([limit.source, limit.callsPerMinute, limit.longestWaitMs]);
    const pace = known.get(key) ?? paceOf(limit, clock);
    known.set(key, pace);
    return pace;
  };
}

const minute = 60_000;

/**
 * No more than `callsPerMinute` turns in any minute; after each refusal slower, and only gradually
 * faster again.
 */
function paceOf({callsPerMinute, longestWaitMs}: Limit, {now, sleep}: Clock): Pace {
  const even = minute / callsPerMinute;
  const line = new PQueue({concurrency: 1});
  let taken: readonly number[] = [];
  let spacing = 0;
  let notBefore = 0;
  let slowedAt = Number.NEGATIVE_INFINITY;

  function wait(at: number): number {
    // A clock that was set back must not make us wait for it to catch up.
    taken = taken.filter(time => time > at - minute && time <= at);
    const oldest = taken.length >= callsPerMinute ? taken[0] : undefined;
    const window = oldest === undefined ? 0 : oldest + minute - at;
    return Math.min(Math.max(window, notBefore - at), Math.max(longestWaitMs, minute));
  }

  async function turn(waiting: (ms: number) => void): Promise<number> {
    for (;;) {
      const at = now().getTime();
      const ms = wait(at);
      if (ms <= 0) {
        taken = [...taken, at];
        notBefore = at + spacing;
        return at;
      }
      waiting(ms);
      await sleep(ms);
    }
  }

  return {
    turn: waiting => line.add(() => turn(waiting)),
    async slower(startedAt, waitMs) {
      const at = now().getTime();
      // Attempts that were under way together count as one.
      if (startedAt > slowedAt) spacing = Math.min(minute, Math.max(even, spacing * 2));
      slowedAt = at;
      notBefore = Math.max(notBefore, at + Math.min(waitMs, longestWaitMs));
    },
    async faster() {
      spacing = spacing * 0.9 < even / 4 ? 0 : spacing * 0.9;
    },
  };
}

/** The paces of this process, on its own clock. */
export const processPaces: Paces = sharedPaces({
  now: () => new Date(),
  sleep: ms => new Promise(resolve => setTimeout(resolve, ms)),
});
