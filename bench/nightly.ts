import {freshMs} from "../src/jobs/limits.ts";
import {readOptions, report} from "./pairs.ts";

/**
 * A night of many coins, simulated: what bounds it, and how many notes are begun while a source that
 * answers for now only still may be asked. The queue hands coins to slots in their order; each note
 * makes its calls at the pace of the source, and then takes its seconds of a processor core.
 */
const {json, quick} = readOptions();
const coins = quick ? 1_000 : 10_000;
const callsPerNote = 9;
const secondsPerNote = 1.5;
/** From the question to the answer, in seconds. */
const latency = 0.3;
const slotsPerCore = 2;

interface Slot {
  at: number;
  /** Calls still to make of the note in hand. */
  left: number;
}

function simulate(callsPerMinute: number, cores: number) {
  const slots: Slot[] = Array.from({length: cores * slotsPerCore}, () => ({at: 0, left: 0}));
  const coresFree = Array.from({length: cores}, () => 0);
  let [calls, begun, inTime, done, last] = [0, 0, 0, 0, 0];
  while (done < coins) {
    const slot = slots.reduce((first, one) => (one.at < first.at ? one : first));
    if (slot.left === 0 && begun === coins) {
      slot.at = Number.POSITIVE_INFINITY;
      continue;
    }
    if (slot.left === 0) {
      begun += 1;
      inTime += slot.at * 1000 <= freshMs ? 1 : 0;
      slot.left = callsPerNote;
    }
    const turn = Math.floor(calls / callsPerMinute) * 60;
    calls += 1;
    slot.at = Math.max(slot.at, turn) + latency;
    slot.left -= 1;
    if (slot.left > 0) continue;
    const core = coresFree.indexOf(Math.min(...coresFree));
    slot.at = Math.max(slot.at, coresFree[core] ?? 0) + secondsPerNote;
    coresFree[core] = slot.at;
    last = Math.max(last, slot.at);
    done += 1;
  }
  return {hours: last / 3600, inTime, busy: (coins * secondsPerNote) / (last * cores)};
}

const rows = [10, 30, 250, 500, 1000].flatMap(callsPerMinute =>
  [2, 4, 8].map(cores => {
    const {hours, inTime, busy} = simulate(callsPerMinute, cores);
    return {
      "calls a minute": callsPerMinute,
      cores,
      hours: hours.toFixed(1),
      "notes begun in the first hour": inTime,
      "cores busy": `${(busy * 100).toFixed(0)} %`,
    };
  }),
);

report(
  [
    {
      title: `${coins} notes, ${callsPerNote} calls and ${secondsPerNote} s of a core each`,
      rows,
    },
  ],
  [],
  json,
);
