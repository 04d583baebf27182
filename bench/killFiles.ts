import {parseArgs} from "node:util";
import {reviewRoom} from "../test/desk/reviewRoom.ts";
import {filesKilling, repositories} from "../test/publish/filesKilling.ts";
import {type KillToll, killAtEachStep, killAtRandom} from "../test/publish/killing.ts";
import {atMost, report} from "./pairs.ts";

/** What kill -9 of publishers costs where they commit and push: at each step, and at random. */
const {values} = parseArgs({
  options: {
    json: {type: "boolean", default: false},
    kills: {type: "string", default: "100"},
    seed: {type: "string", default: "1"},
  },
});
const room = await reviewRoom();
using at = repositories();
const {killing, targets} = filesKilling(at);
try {
  const steps = await killAtEachStep(room, killing, targets);
  const random = await killAtRandom(room, killing, targets, {
    kills: Number(values.kills),
    seed: Number(values.seed),
    longestMs: 1500,
  });
  const rowOf = (name: string, {kills, notes, seconds}: KillToll) => ({
    name,
    kills,
    notes,
    seconds,
  });
  const all = [steps, random];
  for (const what of all.flatMap(({lost, wrong}) => [...lost, ...wrong])) console.error(what);
  report(
    [
      {
        title: "kill -9 of publishers that commit and push",
        rows: [rowOf("at each step", steps), rowOf("at random", random)],
      },
    ],
    [
      atMost("notes that are not published in the end", 0, all.flatMap(({lost}) => lost).length),
      atMost("doubles, leftovers and halves", 0, all.flatMap(({wrong}) => wrong).length),
    ],
    values.json,
  );
} finally {
  await room.close();
}
