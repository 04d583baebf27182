import {setTimeout as sleep} from "node:timers/promises";
import {type Carrier, carry} from "./carry.ts";
import {askAboutOld, claim} from "./claim.ts";

export interface PublisherWish extends Carrier {
  /** Its id. */
  readonly worker: string;
  /** 3 s by default. */
  readonly everyMs?: number;
  /** Publications at once; 2 by default. */
  readonly concurrency?: number;
}

/** Carries out what is due, again and again; several processes of the newsroom may do so at once. */
export function startPublisher({everyMs = 3000, concurrency = 2, ...wish}: PublisherWish) {
  const stopping = new AbortController();
  const {signal} = stopping;
  const names = reachable(wish);

  async function serve(): Promise<void> {
    let failing = false;
    while (!signal.aborted) {
      try {
        await askAboutOld(wish.db);
        while (!signal.aborted && (await carryOne({...wish, names})));
        failing = false;
      } catch (error) {
        // A store that is away would fill the log.
        if (!failing) wish.log.warn({error}, "what is due cannot be published");
        failing = true;
      }
      await sleep(everyMs, undefined, {signal}).catch(() => {});
    }
  }

  const ended = Promise.all(Array.from({length: names.length > 0 ? concurrency : 0}, serve));
  return {
    /** Takes up nothing more; what is under way is carried to its end. */
    async stop(): Promise<void> {
      stopping.abort();
      await ended;
    },
  };
}

/** The targets that can be reached from here; of the others the log says why not. */
export function reachable({targets, log}: Pick<Carrier, "targets" | "log">): string[] {
  return targets.names.filter(name => {
    try {
      targets.open(name);
      return true;
    } catch (error) {
      if (!(error instanceof Error && "exitCode" in error)) throw error;
      log.warn({target: name, reason: error.message}, "this process publishes nothing there");
      return false;
    }
  });
}

/** Carries one publication, the named one or whichever is due first. False where there is none. */
export async function carryOne(
  wish: Carrier & {readonly worker: string; readonly names: readonly string[]},
  only?: string,
): Promise<boolean> {
  const claimed = await claim(wish.db, wish, only);
  if (!claimed) return false;
  await carry(wish, claimed);
  return true;
}
