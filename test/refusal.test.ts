import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {FaultsFound} from "../src/model/errors.ts";
import {refuseFaults} from "../src/report.ts";
import {temporary} from "./cli/support.ts";
import {walk} from "./walk.ts";

const layout = readFileSync(new URL("../templates/coin-note.md.hbs", import.meta.url), "utf8");

/** The sample's note, by a template that says something of its own at the end. */
async function write(words: string) {
  using place = temporary();
  writeFileSync(join(place.path, "coin-note.md.hbs"), `${layout}\n${words}\n`);
  const asOf = "2026-03-21T21:07:00Z";
  const data = "samples/bittensor";
  const templates = place.path;
  return await walk({coin: "bittensor", data, asOf, templates}, ["md"], {accept: refuseFaults});
}

test("a note that fails its own check is refused, with every fault named", async () => {
  const refused = await write("{{asset.symbol}} has decoupled, and we recommend buying it.").catch(
    error => error,
  );
  expect(refused).toBeInstanceOf(FaultsFound);
  expect(refused.exitCode).toBe(5);
  expect(refused.message).toMatch(
    /2026-03-21-bittensor says what its evidence does not carry.*it was not written/,
  );
  expect(refused.message).toMatch(/note\.md:\d+:9 {2}decoupling {2}“decoupled”/);
  expect(refused.message).toMatch(/recommendation {2}“we recommend buying”/);
});

test("one that passes is not", async () => {
  expect((await write("")).files.has("note.md")).toBe(true);
});
