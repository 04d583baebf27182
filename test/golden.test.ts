import {describe, expect, test} from "vitest";
import {drawCharts} from "../src/render/charts/draw.ts";
import {report} from "../src/report.ts";
import {gather} from "../src/sources/gather.ts";

/** The samples' notes and charts, to be looked at when they change: `npx vitest run -u` writes them anew. */
const now = () => new Date("2026-11-22T12:00:00Z");
const http = {now, sleep: async () => {}, random: () => 0};

describe.each([
  ["bittensor", "en", "samples/bittensor", "2026-03-21T21:07:00Z"],
  ["tessilith", "en", "samples/simulated", "2025-07-02T00:00:00Z"],
  ["bittensor", "tr", "samples/bittensor", "2026-03-21T21:07:00Z"],
  ["tessilith", "tr", "samples/simulated", "2025-07-02T00:00:00Z"],
])("the sample note on %s in %s", (coin, locale, data, asOf) => {
  const folder = locale === "en" ? coin : `${coin}-${locale}`;
  test("comes out as it was last looked at", async () => {
    const {files} = await report({coin, source: "files", data, asOf, locale}, ["md"], {
      now,
      gather: order => gather(order, {env: {}, http}),
      draw: drawCharts,
      print: () => Promise.reject(new Error("no PDF was asked for")),
    });
    for (const [path, content] of files)
      if (path !== "evidence.json")
        await expect(String(content)).toMatchFileSnapshot(`golden/notes/${folder}/${path}`);
  });
});
