import type {HttpEffects, Notice} from "../../src/sources/http.ts";
import {sharedPaces} from "../../src/sources/pace.ts";

export interface FakeTime extends HttpEffects {
  /** How long was slept, each time, in milliseconds. */
  readonly slept: number[];
  readonly notices: Notice[];
  /** When each attempt was made, in milliseconds since the start. */
  readonly asked: number[];
  readonly pass: (ms: number) => void;
}

/** A clock on which sleeping takes no time, and chance that is always the same. */
export function fakeTime(start = "2026-03-20T01:53:00Z", chance = 0.5): FakeTime {
  const from = Date.parse(start);
  let time = from;
  const slept: number[] = [];
  const notices: Notice[] = [];
  const asked: number[] = [];
  const clock = {
    now: () => new Date(time),
    sleep: async (ms: number) => {
      slept.push(ms);
      time += ms;
    },
  };
  return {
    ...clock,
    paces: sharedPaces(clock),
    slept,
    notices,
    asked,
    pass: ms => {
      time += ms;
    },
    random: () => chance,
    notify: notice => {
      notices.push(notice);
      if (notice.kind === "asked") asked.push(time - from);
    },
  };
}
