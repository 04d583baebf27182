import {expect, test} from "vitest";
import {openChartPool} from "../../../src/render/charts/chartPool.ts";
import {drawCharts} from "../../../src/render/charts/draw.ts";
import {cases} from "./cases.ts";
import {casesSample, priceSample, quotesSample} from "./samples.ts";

test("charts drawn at once come back, in their order, to who asked", async () => {
  await using pool = openChartPool();
  const asked = [...cases.map(one => [one]), [], [casesSample(), quotesSample()], cases];
  const drawn = await Promise.all(asked.map(charts => pool.draw(charts)));
  expect(drawn).toEqual(await Promise.all(asked.map(drawCharts)));
});

test("what was drawn before changes no byte", async () => {
  await using pool = openChartPool();
  const forth = await pool.draw(cases);
  expect((await pool.draw(cases.toReversed())).toReversed()).toEqual(forth);
});

test("a chart that cannot be drawn fails who asked for it, and nobody else", async () => {
  await using pool = openChartPool();
  const chart = priceSample();
  const [before, bad, after] = await Promise.allSettled([
    pool.draw([chart]),
    pool.draw([chart, priceSample({days: []})]),
    pool.draw([chart]),
  ]);
  expect(bad).toMatchObject({status: "rejected", reason: expect.any(RangeError)});
  expect(bad).toHaveProperty("reason.message", expect.stringMatching(/nothing to draw/));
  expect([before, after]).toEqual(
    Array(2).fill({status: "fulfilled", value: await drawCharts([chart])}),
  );
});

test("a pool that closes before it was ready, or while it draws, leaves nothing waiting", async () => {
  {
    await using _ = openChartPool();
  }
  const pool = openChartPool();
  const drawing = pool.draw(cases);
  const over = expect(drawing).rejects.toThrow();
  await pool[Symbol.asyncDispose]();
  await over;
});
