import {addDays} from "../../src/model/day.ts";
import type {NoteSpec} from "../../src/model/order.ts";

const coins = ["tessilith", "velquist", "ondrabar", "kestrivan"];
/** The sample has closes up to here, and from 200 days before them enough for a note. */
const lastDay = "2025-07-01";

/** So many notes on the simulated sample, no two alike before 800. */
export const notesFor = (count: number): NoteSpec[] =>
  Array.from({length: count}, (_, k) => ({
    coin: coins[k % coins.length] ?? "tessilith",
    source: "files",
    data: "recorded",
    asOf: addDays(lastDay, -(Math.floor(k / coins.length) % 200)),
    earlier: false,
  }));
