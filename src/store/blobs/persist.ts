import pRetry from "p-retry";

/** What waiting takes, and how long it may. */
export interface Persistence {
  readonly now: () => Date;
  readonly sleep: (ms: number) => Promise<void>;
  /** In [0, 1). */
  readonly random: () => number;
  /** Nothing is tried again after this long; two minutes unless told. */
  readonly patienceMs?: number;
  /** For one attempt, from the first byte sent to the last one received; 30 seconds unless told. */
  readonly timeoutMs?: number;
}

/** An attempt that came to nothing, for a reason without keys. */
export class AttemptFailed extends Error {
  /** How many attempts this is worth: one where the next would fare the same. */
  readonly worth: number;
  /** What it comes to where it is not tried again. */
  readonly outcome: (attempts: number) => Error;

  constructor(reason: string, worth: number, outcome: (attempts: number) => Error) {
    super(reason);
    this.worth = worth;
    this.outcome = outcome;
  }
}

/** A clock that was set back makes the patience longer, yet not endless. */
const mostAttempts = 60;

/** Makes the attempt again after those that failed and are worth it, at random times that double to 8 seconds. */
export async function persist<T>(attempt: () => Promise<T>, effects: Persistence): Promise<T> {
  const {now, sleep, random, patienceMs = 120_000} = effects;
  const start = now().getTime();
  let attempts = 0;
  try {
    return await pRetry(
      number => {
        attempts = number;
        return attempt();
      },
      {
        retries: mostAttempts,
        minTimeout: 0, // The wait is ours: p-retry's own clock cannot be injected.
        async shouldRetry({error}) {
          if (!(error instanceof AttemptFailed) || attempts >= error.worth) return false;
          const ms = Math.min(8_000, 250 * 2 ** (attempts - 1)) * (0.5 + random() / 2);
          if (now().getTime() - start + ms > patienceMs) return false;
          await sleep(ms);
          return true;
        },
      },
    );
  } catch (error) {
    throw error instanceof AttemptFailed ? error.outcome(attempts) : error;
  }
}
