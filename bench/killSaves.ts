import {parseArgs} from "node:util";
import {killDuringSaves} from "../test/desk/killingSaves.ts";
import {atMost, report} from "./pairs.ts";

/** What kill -9 of the desk at random instants costs while editors save. */
const {values} = parseArgs({
  options: {
    json: {type: "boolean", default: false},
    kills: {type: "string", default: "200"},
    seed: {type: "string", default: "1"},
  },
});
const {lost, wrong, ...toll} = await killDuringSaves({
  kills: Number(values.kills),
  editors: 4,
  serverEach: 2,
  seed: Number(values.seed),
  longestMs: 1500,
});
for (const what of [...lost, ...wrong]) console.error(what);
report(
  [{title: "kill -9 of the desk while four editors save", rows: [{name: "saves", ...toll}]}],
  [
    atMost("acknowledged and lost", 0, lost.length),
    atMost("gaps, doubles, faults of the store", 0, wrong.length),
  ],
  values.json,
);
