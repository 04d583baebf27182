import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {deflateSync, gzipSync} from "node:zlib";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {ExpectedError, SourceChanged, SourceUnavailable} from "../../src/model/errors.ts";
import {rows} from "../../src/sources/csv.ts";
import {type Selection, selectLines} from "../../src/sources/selectLines.ts";
import {temporary} from "../cli/support.ts";

let place: ReturnType<typeof temporary>;
beforeEach(() => {
  place = temporary();
});
afterEach(() => place[Symbol.dispose]());

const wanted: Selection = {
  columns: ["date", "symbol", "close"],
  date: {column: "date", until: "2026-03-02"},
  where: {column: "symbol", in: ["GDT"]},
};

async function select(content: string | Buffer, selection = wanted, name = "prices.csv") {
  const path = join(place.path, name);
  writeFileSync(path, content);
  return (await selectLines(path, selection)).toString();
}
async function refusal(content: string | Buffer, selection?: Selection, name?: string) {
  const error = await select(content, selection, name).then(
    text => new Error(`read: ${text}`),
    reason => reason,
  );
  expect(error).toBeInstanceOf(ExpectedError);
  expect(error.message).toContain(place.path);
  return error as ExpectedError;
}

const header = "date,symbol,close";
const table = `${header}\n2026-03-01,GDT,1\n2026-03-01,BTC,2\n2026-03-02,GDT,3\n2026-03-03,GDT,4\n`;
const cut = `${header}\n2026-03-01,GDT,1\n2026-03-02,GDT,3\n`;

describe("the wanted lines, as they stand there", () => {
  test("of the wanted symbol, up to the day", async () => {
    expect(await select(table)).toBe(cut);
    expect(await select(gzipSync(table), wanted, "prices.csv.gz")).toBe(cut);
  });

  test("with a byte order mark, with CRLF, without a last line end, with empty lines", async () => {
    expect(await select(`\uFEFF${table}`)).toBe(cut);
    expect(await select(table.replaceAll("\n", "\r\n"))).toBe(cut);
    expect(await select(table.trimEnd().replace("2026-03-03,GDT,4", "2026-03-02,BTC,4"))).toBe(cut);
    expect(await select(table.replaceAll("\n", "\n\n"))).toBe(cut);
  });

  test("numbers and words stay text: 1e3, 007, TRUE and a symbol in quotes", async () => {
    const text = `${header}\n2026-03-01,"TRUE",1e3\n2026-03-02,TRUE,007\n`;
    const kept = await select(text, {...wanted, where: {column: "symbol", in: ["TRUE"]}});
    expect(rows(Buffer.from(kept), "a.csv")).toEqual([
      {date: "2026-03-01", symbol: "TRUE", close: "1e3"},
      {date: "2026-03-02", symbol: "TRUE", close: "007"},
    ]);
  });

  test("a word that is part of another is not taken for it", async () => {
    expect(await select(`${header}\n2026-03-01,GDTX,9\n2026-03-01,BTC,GDT\n`)).toBe(`${header}\n`);
  });

  test("between two instants, whatever zone it is written in", async () => {
    const at = (text: string) => `${text},GDT,1\n`;
    const seen = ["2026-03-20T02:00:00Z", "2026-03-20T04:00:00+02:00", "2026-03-20T01:59:59.999Z"];
    const later = ["2026-03-20T02:00:00.001Z", "2026-03-20T00:00:00-03:00", "2027-01-01T00:00Z"];
    const instant = {
      column: "date",
      after: "2026-03-19T02:00:00Z",
      until: "2026-03-20T02:00:00Z",
    };
    const before = ["2026-03-19T02:00:00Z", "2026-03-19T04:59:00+03:00"];
    const text = `${header}\n${[...before, ...seen, ...later].map(at).join("")}`;
    expect(await select(text, {columns: [], instant})).toBe(`${header}\n${seen.map(at).join("")}`);
    const zoneless = await refusal(`${header}\n${at("2026-03-20T01:00:00")}`, {
      columns: [],
      instant,
    });
    expect(zoneless.message).toContain('ISO 8601 with its zone: "2026-03-20T01:00:00"');
  });

  test("split anywhere: characters of several bytes at the edge of a block stay whole", async () => {
    const long = `${header}\n${"2026-03-01,é€😀,1\n".repeat(80_000)}2026-03-01,GDT,é€😀\n`;
    expect(await select(long)).toBe(`${header}\n2026-03-01,GDT,é€😀\n`);
  });
});

describe("what cannot be read is refused with the file, the fault and the value", () => {
  test.each([
    ["an empty file", "", /is empty/],
    ["a missing column", "date,symbol\n2026-03-01,GDT\n", /no column "close": it has date, symbol/],
    [
      "a row with too few fields",
      `${header}\n2026-03-01,GDT\n`,
      /line 2, has 2 fields where the header has/,
    ],
    [
      "a row with too many",
      `${header}\n2026-03-01,GDT,1,2\n`,
      /line 2, has 4 fields where the header has/,
    ],
    [
      "a date of another order",
      `${header}\n01/03/2026,GDT,1\n`,
      /no day, YYYY-MM-DD: "01\/03\/2026"/,
    ],
    ["a day that is in no calendar", `${header}\n2026-02-30,GDT,1\n`, /"2026-02-30"/],
    ["a thirteenth month", `${header}\n2026-13-01,GDT,1\n`, /"2026-13-01"/],
    ["an instant for a day", `${header}\n2026-03-01T00:00:00Z,GDT,1\n`, /"2026-03-01T00/],
    ["a quote that is not closed", `${header}\n2026-03-01,"GDT,1\n`, /is not CSV/],
    [
      "bytes that are not UTF-8",
      Buffer.from([...Buffer.from(`${header}\n`), 0xff, 0xfe]),
      /is damaged/,
    ],
    ["a line without end", "x".repeat(3 * 2 ** 20), /a line of more than 1 MiB/],
  ])("%s", async (_, content, says) => {
    const error = await refusal(content);
    expect(error).toBeInstanceOf(SourceChanged);
    expect(error.message).toMatch(says);
  });

  const zipped = gzipSync(table);
  test.each([
    ["cut short", zipped.subarray(0, -12)],
    ["with a byte flipped", Buffer.from(zipped.map((byte, i) => (i === 30 ? byte ^ 255 : byte)))],
    ["of another kind", deflateSync(table)],
    ["that is plain text", Buffer.from(table)],
  ])("gzip %s", async (_, content) => {
    const error = await refusal(content, wanted, "prices.csv.gz");
    expect(error).toBeInstanceOf(SourceChanged);
    expect(error.message).toMatch(/is damaged/);
  });

  test("gzip that unpacks to far more than memory should hold", async () => {
    const line = `2026-03-01,GDT,${"1".repeat(1000)}\n`;
    const bomb = gzipSync(`${header}\n${line.repeat(70_000)}`);
    expect(bomb.length).toBeLessThan(1e6);
    const error = await refusal(bomb, wanted, "prices.csv.gz");
    expect(error.message).toMatch(/more than 64 MiB of lines/);
    const blank = gzipSync(Buffer.alloc(64 * 2 ** 20, "0"));
    expect((await refusal(blank, wanted, "prices.csv.gz")).message).toMatch(/more than 1 MiB/);
  });

  test("a file that is missing, a folder, or below a file", async () => {
    writeFileSync(join(place.path, "file"), "");
    for (const name of ["nothing.csv", ".", "file/prices.csv"]) {
      const error = await selectLines(join(place.path, name), wanted).catch(reason => reason);
      expect(error).toBeInstanceOf(SourceUnavailable);
      expect(error.message).toMatch(/cannot read .*(ENOENT|ENOTDIR)|is a directory/);
    }
  });
});
