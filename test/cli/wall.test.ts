import {cpSync, createReadStream, createWriteStream, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {pipeline} from "node:stream/promises";
import {createGunzip, createGzip} from "node:zlib";
import {expect, test} from "vitest";
import {hasRecordedData, recordedData} from "../recorded.ts";
import {
  answer,
  answersOn,
  asOf,
  csv,
  type Files,
  lay,
  madeUp,
  type Row,
  withManifest,
} from "./madeUpData.ts";
import {assay, digests, temporary} from "./support.ts";

const needsData = hasRecordedData ? "" : ` (SKIPPED: no recorded data in ${recordedData})`;

/** Every file of the note that is made of the data. */
async function noteOf(place: string, coin: string, data: string): Promise<string[]> {
  const source = ["--source", "files", "--data", data, "--as-of", asOf];
  const out = join(place, `of ${data.replaceAll("/", " ")}`);
  const run = await assay(place, ["note", coin, ...source, "--format", "md,html", "--out", out]);
  expect(run).toMatchObject({code: 0});
  return digests(out);
}

const later = ["2026-03-20", "2026-03-21", "2026-04-01"];
const figures = (rows: readonly Row[]) =>
  csv([["asset", "figure", "value", "at"], ["gadget", "rank", 7, "2026-03-20T01:00:00Z"], ...rows]);
const table = {file: "figures.csv", asset: "asset", figure: "figure", value: "value", at: "at"};
const trending = answer("/search/trending", "trending.json", "2026-03-20T01:53:00Z");
const markets = answer("/coins/markets", "markets.json", "2026-03-20T01:53:00Z");

test("no row, rate, figure or answer stamped after the as-of changes a byte of the note", async () => {
  using place = temporary();
  const before: Files = {
    ...madeUp(),
    ...answersOn("gadget", "GDT", "Gadget"),
    ...withManifest({answers: [trending, markets], figures: [table]}),
    "figures.csv": figures([]),
  };
  const added = (path: string, rows: readonly Row[]) => `${before[path]}${csv(rows)}`;
  const after: Files = {
    ...before,
    "prices.csv": added(
      "prices.csv",
      later.flatMap(day => ["GDT", "BTC", "ETH"].map(symbol => [day, symbol, 1e9])),
    ),
    "activity.csv": added(
      "activity.csv",
      later.map(day => [day, "GDT", 1, 1]),
    ),
    "fx/rates.csv": added(
      "fx/rates.csv",
      later.map(day => [day, 9, 9, 9, 9, 9]),
    ),
    "fx/metals.csv": added(
      "fx/metals.csv",
      later.map(day => [day, 9, 9]),
    ),
    "figures.csv": figures([
      ["gadget", "rank", 1, "2026-03-20T02:00:01Z"],
      ["gadget", "price.usd", 1, "2026-03-20T02:00:00.500Z"],
      ["gadget", "change24h.eur", 1, "2026-03-19T23:30:00-05:00"],
      ["gadget", "turnover", 1, "2026-04-01T00:00:00Z"],
    ]),
    "later.json": '{"coins": []}',
    "broken.json": "<html>",
    ...withManifest({
      answers: [
        {...trending, file: "later.json", fetchedAt: "2026-03-20T02:00:01Z"},
        trending,
        markets,
        {...markets, file: "broken.json", fetchedAt: "2026-03-21T01:53:00Z"},
        {...markets, file: "not there.json", fetchedAt: "2026-03-22T01:53:00Z"},
      ],
      figures: [table],
    }),
  };
  lay(join(place.path, "before"), before);
  lay(join(place.path, "after"), after);
  const [one, other] = await Promise.all(
    ["before", "after"].map(data => noteOf(place.path, "gadget", data)),
  );
  expect(one!.length).toBeGreaterThan(8);
  expect(other).toEqual(one);

  // The test would see a difference if there were one: the same row a day earlier is seen.
  const rank = figures([["gadget", "rank", 1, "2026-03-20T01:59:00Z"]]);
  lay(join(place.path, "earlier"), {...before, "figures.csv": rank});
  expect(await noteOf(place.path, "gadget", "earlier")).not.toEqual(one);
});

test.skipIf(!hasRecordedData)(
  `the recorded data altered after the as-of give the same note, byte for byte${needsData}`,
  async () => {
    using place = temporary();
    const copy = join(place.path, "copy");
    cpSync(recordedData, copy, {
      recursive: true,
      filter: path => !/api\/(?!coingecko(\/2026|$))\w|currency-api|binance|bybit|yahoo/.test(path),
    });
    const rewrite = (path: string) => alter(join(recordedData, path), join(copy, path));
    await Promise.all(
      ["crypto/close_usd_daily.csv.gz", "fx/fx_usd_daily.csv", "fx/metals_usd_daily.csv"].map(
        rewrite,
      ),
    );
    const manifest = JSON.parse(readFileSync(join(copy, "dataset.json"), "utf8"));
    const [answer] = manifest.answers;
    manifest.answers.push({...answer, file: "README.md", fetchedAt: "2026-03-20T02:30:00Z"});
    writeFileSync(join(copy, "dataset.json"), JSON.stringify(manifest));
    const [one, other] = await Promise.all(
      [recordedData, copy].map(data => noteOf(place.path, "bittensor", data)),
    );
    expect(one!.length).toBeGreaterThan(8);
    expect(other).toEqual(one);
  },
);

/** The file with every number in its lines after the as-of replaced, and rows added for Bittensor. */
async function alter(from: string, to: string): Promise<void> {
  const zipped = from.endsWith(".gz");
  let altered = 0;
  async function* spoil(source: AsyncIterable<Buffer>) {
    let rest = "";
    const line = (text: string) => {
      if (text < asOf.slice(0, 10) || !/^\d/.test(text)) return `${text}\n`;
      altered += 1;
      return `${text.replace(/(?<=,)\d+(\.\d+)?(?=,|\r?$)/g, "777")}\n`;
    };
    for await (const chunk of source) {
      const lines = (rest + chunk).split("\n");
      rest = lines.pop()!;
      yield lines.map(line).join("");
    }
    yield line(rest);
    if (zipped) yield "2026-03-20,TAO,1e6,made_up\n2026-03-20,BTC,1,made_up\n";
  }
  const source = createReadStream(from);
  const target = createWriteStream(to);
  if (zipped) await pipeline(source, createGunzip(), spoil, createGzip({level: 1}), target);
  else await pipeline(source, spoil, target);
  expect(altered).toBeGreaterThan(0);
}
