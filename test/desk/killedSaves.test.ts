import {expect, test} from "vitest";
import {killDuringSaves} from "./killingSaves.ts";

test("what the desk said it has saved is there after it was killed, and its PostgreSQL with it", async () => {
  const toll = await killDuringSaves({
    kills: 4,
    editors: 3,
    serverEach: 2,
    seed: 1,
    longestMs: 800,
  });
  expect(toll).toMatchObject({lost: [], wrong: []});
  expect(toll.acknowledged).toBeGreaterThan(0);
}, 120_000);
