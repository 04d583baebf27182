import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {FaultsFound} from "../src/model/errors.ts";
import {drawCharts} from "../src/render/charts/draw.ts";
import {report} from "../src/report.ts";
import {gather} from "../src/sources/gather.ts";
import {temporary} from "./cli/support.ts";

const now = () => new Date("2026-11-22T12:00:00Z");
const http = {now, sleep: async () => {}, random: () => 0};
const layout = readFileSync(new URL("../templates/coin-note.md.hbs", import.meta.url), "utf8");

/** The sample's note, by a template that says something of its own at the end. */
async function write(words: string) {
  using place = temporary();
  writeFileSync(join(place.path, "coin-note.md.hbs"), `${layout}\n${words}\n`);
  const asOf = "2026-03-21T21:07:00Z";
  const data = "samples/bittensor";
  const templates = place.path;
  return await report({coin: "bittensor", source: "files", data, asOf, templates}, ["md"], {
    now,
    gather: order => gather(order, {env: {}, http}),
    draw: drawCharts,
    print: () => Promise.reject(new Error("no PDF was asked for")),
  });
}

test("a note that fails its own check is refused, with every fault named", async () => {
  const refused = await write("{{asset.symbol}} has decoupled, and we recommend buying it.").catch(
    error => error,
  );
  expect(refused).toBeInstanceOf(FaultsFound);
  expect(refused.exitCode).toBe(5);
  expect(refused.message).toMatch(
    /2026-03-21-bittensor says what its evidence does not carry.*nothing was written/,
  );
  expect(refused.message).toMatch(/note\.md:\d+:9 {2}decoupling {2}“decoupled”/);
  expect(refused.message).toMatch(/recommendation {2}“we recommend buying”/);
});

test("one that passes is not", async () => {
  expect((await write("")).files.has("note.md")).toBe(true);
});
