import type {HttpEffects, Notice} from "../../src/sources/http.ts";

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
  return {
    slept,
    notices,
    asked,
    pass: ms => {
      time += ms;
    },
    now: () => new Date(time),
    random: () => chance,
    sleep: async ms => {
      slept.push(ms);
      time += ms;
    },
    notify: notice => {
      notices.push(notice);
      if (notice.kind === "asked") asked.push(time - from);
    },
  };
}
