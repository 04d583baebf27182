import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {SourceChanged} from "../../src/model/errors.ts";
import type {RecordedAnswer} from "../../src/model/snapshot.ts";
import {queryOf, writeQuery} from "../../src/sources/filesQuery.ts";
import {readFiles} from "../../src/sources/filesReading.ts";

const answer = (query: Record<string, string>, fields = {}): RecordedAnswer => ({
  source: "files",
  endpoint: "prices",
  query,
  url: "prices.csv?until=2026-03-19",
  fetchedAt: "2026-03-20T02:00:00Z",
  mediaType: "text/csv",
  body: Buffer.from("date,symbol,close\n2026-03-19,GDT,20\n"),
  path: "answers/001-files-prices.csv",
  sha256: "",
  ...fields,
});
const prices = {
  file: "prices.csv",
  attribution: "Made up",
  date: "date",
  symbol: "symbol",
  close: "close",
  asset: "GDT",
  quotes: ["BTC", "A COIN"],
  members: [{key: "WDG", id: "widget", symbol: "WDG", name: "A [widget], with “quotes”"}],
};
const context = {
  asset: {id: "gadget", symbol: "GDT", name: "Gadget"},
  benchmark: {id: "bitcoin", symbol: "BTC", name: "Bitcoin"},
  asOf: "2026-03-20T02:00:00Z",
};

describe("a query", () => {
  test("is read as it was written, whatever the names in it", () => {
    const text = fc.string();
    const member = fc.record({key: text, id: text, symbol: text, name: text});
    const wanted = fc.record({quotes: fc.array(text), members: fc.array(member), date: text});
    fc.assert(
      fc.property(wanted, some => {
        const query = {...prices, ...some};
        expect(queryOf("prices", answer(writeQuery(query)))).toEqual(query);
      }),
    );
  });

  test("of the first versions has its symbols with spaces between them", () => {
    const query = {...writeQuery(prices), quotes: "BTC ETH"};
    expect(queryOf("prices", answer(query)).quotes).toEqual(["BTC", "ETH"]);
  });

  test.each([
    ["a name that is missing", ({close: _, ...rest}: Record<string, string>) => rest, /close/],
    ["members that are no list", (query: object) => ({...query, members: "{}"}), /members/],
    ["members that are no JSON", (query: object) => ({...query, members: "[{"}), /members/],
    [
      "members nested without end",
      (query: object) => ({...query, members: "[".repeat(1e6)}),
      /nested more than/,
    ],
  ])("with %s is refused with its file", (_, spoil, says) => {
    const spoiled = answer(spoil(writeQuery(prices)) as Record<string, string>);
    expect(() => readFiles(spoiled, context)).toThrow(SourceChanged);
    expect(() => readFiles(spoiled, context)).toThrow(/answers\/001-files-prices\.csv has a query/);
    expect(() => readFiles(spoiled, context)).toThrow(says);
  });

  test.each(["constructor", "__proto__", "none"])(
    "may not name the column %s that is not there",
    name => {
      for (const column of ["date", "symbol", "close"])
        expect(() => readFiles(answer(writeQuery({...prices, [column]: name})), context)).toThrow(
          `a table has no column "${name}"`,
        );
      const {series} = readFiles(answer(writeQuery({...prices, origin: name})), context);
      expect(series?.[0]).toMatchObject({id: "close.gadget", source: "Made up", values: [20]});
    },
  );
});
