import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {rows} from "../../src/sources/csv.ts";
import {selectLines} from "../../src/sources/selectLines.ts";
import {recordedData} from "../../test/recorded.ts";

/**
 * `node bench/calibration/otherCoins.ts DIR` writes a folder for `bench:calibration --data DIR` with
 * the coins of the Yahoo file (2014 to 2022, many of them dead since) that the daily closes lack.
 */
const folder = process.argv[2];
if (!folder) throw new Error("Say which folder to write: otherCoins.ts DIR");
const read = async (file: string, columns: string[]) => {
  const body = await selectLines(join(recordedData, file), {columns});
  return body.toString("utf8").trim().split("\n");
};
const usual = new Set(
  (await read("crypto/close_usd_daily.csv.gz", ["symbol"])).map(line => line.split(",")[1]),
);
const lines = (await read("crypto/yahoo_daily_to_2022.csv.gz", ["date", "symbol", "close"]))
  .map(line => line.split(","))
  .filter(([, symbol]) => symbol === "symbol" || !usual.has(symbol));
const assets = rows(
  await selectLines(join(recordedData, "assets.csv"), {columns: ["symbol"]}),
  "assets.csv",
);
const symbols = new Set(lines.map(([, symbol]) => symbol));
mkdirSync(folder, {recursive: true});
const write = (file: string, text: string) => writeFileSync(join(folder, file), text);
write("close.csv", lines.map(([date, symbol, , close]) => `${date},${symbol},${close}\n`).join(""));
write(
  "assets.csv",
  [
    "symbol,class,id,name",
    ...assets
      .filter(({symbol}) => symbols.has(symbol!))
      .map(({symbol, class: kind}) => `${symbol},${kind},,${symbol}`),
  ].join("\n"),
);
write(
  "dataset.json",
  JSON.stringify({
    schema: "assay/dataset@1",
    name: "Yahoo to 2022",
    assets: {file: "assets.csv", symbol: "symbol", id: "id", name: "name"},
    prices: [{file: "close.csv", date: "date", symbol: "symbol", closeUsd: "close"}],
  }),
);
