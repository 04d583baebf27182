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
const table = {
  "a new site": await killSites({
    before: [],
    release: first,
    at: steps => each(steps, 4 * every),
  }),
  "a correction": await killSites({before: [first], release, at: steps => each(steps, every)}),
  "a correction, at random": await killSites({
    before: [first],
    release,
    at: () => Array.from({length: Number(values.random)}, () => 0.01 + uniform() * 0.9),
  }),
};
for (const [what, {kills, steps, broken, wrong}] of Object.entries(table))
  console.log(
    `${what}: ${steps} changes of the disk, ${kills} kills, broken ${broken.length}, wrong ${wrong.length}`,
    [...broken, ...wrong].slice(0, 5),
  );

function each(steps: number, by: number): number[] {
  return Array.from({length: Math.floor((steps - 1) / by) + 1}, (_, i) => 1 + i * by);
}
