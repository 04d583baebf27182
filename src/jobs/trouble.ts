import {mayPass} from "../store/open.ts";
import type {Context} from "./context.ts";

/** Tells of trouble so that a person reads it: once, and when it is over. */
export interface Troubles {
  readonly of: (what: string) => (error: unknown) => void;
  /** The store does again what it was asked. */
  readonly passed: () => void;
}

/** Trouble that goes on is told again after so long. */
const againMs = 60_000;
/** A store that stops ends its connections one after another: one answer is not yet the end of it. */
const steadyMs = 1_500;

export function openTroubles(observe: Context["observe"]): Troubles {
  const told = new Map<string, number>();
  let awaySince: number | undefined;
  let answersSince: number | undefined;

  function tell(what: string, why: string): void {
    const at = performance.now();
    const key = `${what}: ${why}`;
    if (at - (told.get(key) ?? Number.NEGATIVE_INFINITY) < againMs) return;
    told.set(key, at);
    observe({kind: "trouble", what, why});
  }

  return {
    of: what => error => {
      const {message} = error as Error;
      if (!mayPass(error)) return tell(what, message);
      // One and the same, however many meet it and in whatever words.
      if (awaySince === undefined)
        observe({
          kind: "trouble",
          what: "store",
          why: `the store is out of reach: ${message}. What is in hand goes on as soon as it answers`,
        });
      awaySince ??= performance.now();
      answersSince = undefined;
    },
    passed() {
      if (awaySince === undefined) return;
      answersSince ??= performance.now();
      if (performance.now() - answersSince < steadyMs) return;
      const seconds = Math.round((answersSince - awaySince) / 1000);
      awaySince = undefined;
      answersSince = undefined;
      observe({kind: "trouble", what: "store", why: `the store answers again, after ${seconds} s`});
    },
  };
}
