import {parseArgs} from "node:util";
import {killAtRandom, type Toll} from "../test/jobs/killing.ts";
import {atMost, type Goal, type Row, report} from "./pairs.ts";

/**
 * What kill -9 at random instants costs: of two workers that share the PostgreSQL that comes along,
 * and of the one process that has it alone, each second time together with the server and all its
 * processes. The notes are whole, with their PDF.
 */
const {values} = parseArgs({
  options: {
    json: {type: "boolean", default: false},
    quick: {type: "boolean", default: false},
    kills: {type: "string"},
    own: {type: "string"},
    seed: {type: "string", default: "1"},
  },
});
const kills = Number(values.kills ?? (values.quick ? 10 : 200));
const own = Number(values.own ?? (values.quick ? 6 : 100));
const seed = Number(values.seed);

console.error("workers …");
const workers = await killAtRandom({
  kills,
  workers: 2,
  serverEach: 0,
  seed,
  longestMs: 2500,
  notes: 2,
});
console.error("one process with its own PostgreSQL …");
const alone = await killAtRandom({
  kills: own,
  workers: 1,
  serverEach: 2,
  seed: seed + 1,
  longestMs: 4000,
  notes: 2,
});

const tolls = {
  "two workers": workers,
  "one process with its own PostgreSQL": alone,
} satisfies Record<string, Toll>;
const rows = Object.entries(tolls).map(
  ([name, toll]): Row => ({
    name,
    kills: toll.kills,
    "of the server too": toll.serverKills,
    runs: toll.runs,
    drafts: toll.drafts,
    "tasks taken again": toll.takenAgain,
    lost: toll.lost.length,
    doubled: toll.doubled.length,
    "half-written": toll.halfWritten.length,
    "left behind": toll.leftBehind.length,
    "blobs of nobody": toll.orphans.length,
    "of so many": toll.blobs,
    seconds: toll.seconds,
  }),
);
const goals = Object.entries(tolls).flatMap(([name, toll]): Goal[] => [
  atMost(`${name}: runs or tasks lost`, 0, toll.lost.length),
  atMost(`${name}: doubled`, 0, toll.doubled.length),
  atMost(`${name}: half-written`, 0, toll.halfWritten.length),
  atMost(`${name}: left behind`, 0, toll.leftBehind.length),
]);
for (const [name, {lost, doubled, halfWritten, leftBehind}] of Object.entries(tolls))
  for (const what of [...lost, ...doubled, ...halfWritten, ...leftBehind])
    console.error(`${name}: ${what}`);
report([{title: "kill -9 at random instants", rows}], goals, values.json);
