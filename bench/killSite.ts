import {parseArgs} from "node:util";
import {releaseOf} from "../test/publish/releases.ts";
import {killSites} from "../test/publish/site/killingSites.ts";
import {corrected} from "../test/publish/site/siteRoom.ts";
import {chance} from "../test/stats/random.ts";

// kill -9 of whoever puts a release on a site, at each change of the disk and at random instants: what a
// reader finds broken in between, and what is not whole once another process has gone on.

const {values} = parseArgs({
  options: {
    every: {type: "string", default: "1"},
    random: {type: "string", default: "100"},
    seed: {type: "string", default: "1"},
  },
});
const every = Number(values.every);
const first = await releaseOf("bittensor");
const release = corrected(first);
const {uniform} = chance(Number(values.seed));
const told = (line: string) => process.stderr.write(`${line}\n`);
const campaigns = {
  "a correction": {before: [first], release, at: (steps: number) => each(steps, every)},
  "a correction, at random": {
    before: [first],
    release,
    at: () => Array.from({length: Number(values.random)}, () => 0.01 + uniform() * 0.9),
  },
  "a new site": {before: [], release: first, at: (steps: number) => each(steps, every)},
};
for (const [what, campaign] of Object.entries(campaigns)) {
  const {kills, steps, broken, wrong} = await killSites({...campaign, told});
  console.log(
    `${what}: ${steps} changes of the disk, ${kills} kills, broken ${broken.length}, wrong ${wrong.length}`,
    [...broken, ...wrong].slice(0, 5),
  );
}

function each(steps: number, by: number): number[] {
  return Array.from({length: Math.floor((steps - 1) / by) + 1}, (_, i) => 1 + i * by);
}
