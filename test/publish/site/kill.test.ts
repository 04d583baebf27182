import {expect, test} from "vitest";
import {releaseOf} from "../releases.ts";
import {killSites} from "./killingSites.ts";
import {corrected, retracted} from "./siteRoom.ts";

// bench/killSite.ts comes by every change of the disk.
const some = (steps: number) => [2, ...[0.35, 0.6, 0.9].map(part => Math.ceil(part * steps))];

test("kill -9 while a note is corrected leaves the one or the other, and the next call the whole", async () => {
  const first = await releaseOf("bittensor");
  const found = await killSites({before: [first], release: corrected(first), at: some});
  expect(found).toMatchObject({kills: 4, broken: [], wrong: []});
}, 60_000);

test("kill -9 while a site begins, or a note is retracted, leaves nothing half", async () => {
  const first = await releaseOf("bittensor");
  expect(
    await killSites({before: [], release: first, at: steps => some(steps).slice(1, 3)}),
  ).toMatchObject({broken: [], wrong: []});
  expect(
    await killSites({
      before: [first],
      release: retracted(first),
      at: steps => [Math.ceil(steps / 2)],
    }),
  ).toMatchObject({broken: [], wrong: []});
}, 60_000);
