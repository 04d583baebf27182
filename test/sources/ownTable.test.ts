import {writeFileSync} from "node:fs";
import {join} from "node:path";
import fc from "fast-check";
import {expect, test} from "vitest";
import {addDays} from "../../src/model/day.ts";
import {SourceChanged} from "../../src/model/errors.ts";
import {dateForms} from "../../src/sources/dateForms.ts";
import {roleOf} from "../../src/sources/headings.ts";
import {lookAt} from "../../src/sources/ownTable.ts";
import {selectLines} from "../../src/sources/selectLines.ts";
import {temporary} from "../cli/support.ts";
import {tableText, type Written} from "./writtenTable.ts";

const forms: fc.Arbitrary<Written> = fc
  .record({
    delimiter: fc.constantFrom(",", ";", "\t", "|"),
    dates: fc.constantFrom(...dateForms),
    decimal: fc.constantFrom(".", ","),
    groups: fc.constantFrom("", " ", "other"),
    newestFirst: fc.boolean(),
    mark: fc.constantFrom("", "\uFEFF"),
    end: fc.constantFrom("\n", "\r\n"),
    quoted: fc.boolean(),
  })
  .map(({decimal, groups, ...rest}) => {
    const sign = decimal as "." | ",";
    const other = sign === "." ? "," : ".";
    return {
      ...rest,
      number: {decimal: sign, groups: groups === "other" ? other : groups},
    } as Written;
  });

/** Days that have one beyond the twelfth among them. */
const prices = fc
  .array(fc.tuple(fc.integer({min: 1, max: 9_999_999}), fc.nat(99)), {minLength: 15, maxLength: 40})
  .map(all => all.map(([whole, cents], i) => [addDays("2025-01-05", i), whole, cents] as const));

const linesOf = (text: string) => text.replace(/^\uFEFF/, "").split(/\r?\n/);

test("whatever form a table is in, it is found, and read as the same days and closes", async () => {
  using place = temporary();
  const path = join(place.path, "own.csv");
  await fc.assert(
    fc.asyncProperty(prices, forms, async (days, how) => {
      const text = tableText(days, how);
      const table = lookAt(linesOf(text), path);
      expect(table.form).toEqual({
        delimiter: how.delimiter,
        dates: how.dates,
        decimal: how.number.decimal,
      });
      expect(table.columns.map(({role}) => role)).toEqual(["date", "unknown", "close"]);
      expect(table.closes).toEqual([{column: "Close", days: days.map(([day]) => day)}]);
      writeFileSync(path, text);
      const body = await selectLines(path, {
        columns: ["Date", "symbol", "Close"],
        date: {column: "Date", until: "2999-01-01"},
        where: {column: "symbol", in: ["OWN"]},
        shape: {
          date: "Date",
          symbol: "symbol",
          asset: "OWN",
          numbers: ["Close"],
          words: [],
          startsDay: false,
          form: table.form,
        },
      });
      const [header, ...read] = body.toString("utf8").trim().split("\n");
      expect(header).toBe("Date,symbol,Close");
      expect(
        read
          .sort()
          .map(line => line.split(","))
          .map(([day, , close]) => [day, Number(close)]),
      ).toEqual(
        days.map(([day, whole, cents]) => [
          day,
          Number(`${whole}.${String(cents).padStart(2, "0")}`),
        ]),
      );
    }),
    {numRuns: 60},
  );
});

test.each([
  ["nothing", "", /no lines: a header line is needed/],
  ["a header alone", "date,close\n", /one line: a header line is needed/],
  [
    "no header",
    "2025-01-01,5\n2025-01-02,6\n",
    /begins with "2025-01-01,5" and has no header line/,
  ],
  ["one column", "close\n5\n6\n", /one column: fields are parted by a comma, a semicolon/],
  [
    "a line too long",
    "date,close\n2025-01-01,5\n2025-01-02,6,7\n",
    /line 3, has 3 fields where the header has 2/,
  ],
  [
    "two columns of one heading",
    "date,close,close\n2025-01-01,5,5\n2025-01-02,5,6\n",
    /two columns "close"/,
  ],
  [
    "days that can be two",
    "date,close\n03/04/2025,1\n04/04/2025,2\n",
    /can be read as DD\/MM\/YYYY or as MM\/DD\/YYYY: write them as YYYY-MM-DD/,
  ],
  [
    "a day of no calendar",
    "date,close\n2025-01-01,1\n2025-02-31,2\n",
    /line 3: "2025-02-31" is no day as the others are, YYYY-MM-DD/,
  ],
  [
    "days of no form",
    "date,close\nmonday,1\ntuesday,2\n",
    /line 2: "monday" is no day in any form that is known/,
  ],
  ["no dates", "a,close\n1,1\n2,2\n", /no column of dates: it has a, close. Head one with "date"/],
  [
    "numbers that can be two",
    "date;close\n2025-01-01;1.234\n2025-01-02;1.250\n",
    /line 2: "1.234" can be 1.234 or 1234: say which with --decimal point or --decimal comma/,
  ],
  [
    "a word for a number",
    "date,close\n2025-01-01,1.5\n2025-01-02,twenty\n",
    /line 3: "twenty" is no number for close/,
  ],
  [
    "another currency",
    "date,close\n2025-01-01,€1.5\n2025-01-02,€2.5\n",
    /line 2: "€1.5" is no number for close/,
  ],
  [
    "a day that comes twice",
    "date,close\n2025-01-01,1\n2025-01-01,2\n",
    /line 3: a second value of close for 2025-01-01, which line 2 has as well/,
  ],
  [
    "weeks",
    "date,close\n2025-01-03,1\n2025-01-10,2\n2025-01-17,3\n",
    /7 days apart: a note rests on daily closes/,
  ],
  [
    "no prices",
    "date,remark\n2025-01-01,x\n2025-01-02,y\n",
    /no column of prices: it has date, remark. Say which with --price/,
  ],
])("a table with %s is refused, with what to write", (_, text, says) => {
  const look = () => lookAt(linesOf(text), "own.csv");
  expect(look).toThrow(SourceChanged);
  expect(look).toThrow(says);
});

test("a column for each asset, or one that says whose the line is", () => {
  const wide = lookAt(linesOf("date,gold,silver\n2025-01-01,1,2\n2025-01-02,1,\n"), "own.csv");
  expect(wide.closes).toEqual([
    {symbol: "gold", column: "gold", days: ["2025-01-01", "2025-01-02"]},
    {symbol: "silver", column: "silver", days: ["2025-01-01"]},
  ]);
  const long = lookAt(
    linesOf("date,ticker,close\n2025-01-01,A,1\n2025-01-01,B,2\n2025-01-02,A,3\n"),
    "own.csv",
  );
  expect(long.closes.map(({symbol, days}) => [symbol, days.length])).toEqual([
    ["A", 2],
    ["B", 1],
  ]);
});

test("a stamp at the midnight after a day is taken for that day", () => {
  const found = lookAt(
    linesOf("snapped_at,price\n2025-11-27 00:00:00 UTC,1.5\n2025-11-28 00:00:00 UTC,2.5\n"),
    "own.csv",
  );
  expect(found).toMatchObject({startsDay: true, closes: [{days: ["2025-11-26", "2025-11-27"]}]});
});

test.each([
  ["Kapanış", "close"],
  ["Schlusskurs", "close"],
  ["Adj Close", "unread"],
  ["Tarih", "date"],
  ["Vol.", "volume"],
  ["Volume (USD)", "volumeUsd"],
  ["market_cap", "marketCapUsd"],
  ["Düşük", "lowUsd"],
  ["Change %", "unread"],
  ["gold", undefined],
  ["Kapanış(TL)", "close"],
  ["Hacim(TL)", "volume"],
  ["Hacim (Adet)", "volume"],
  ["Kurs in EUR", "close"],
  ["Close USD", "close"],
  ["closeUsd", "close"],
  ["High ($)", "highUsd"],
  ["Tief €", "unread"],
  ["Market Cap (EUR)", "unread"],
  ["Turnover in USD", "volumeUsd"],
  ["Währung", "currency"],
  ["Change (%)", "unread"],
  ["SOL (EUR)", undefined],
])("the heading %j is %s", (heading, role) => {
  expect(roleOf(heading)).toBe(role);
});

const closes = ["Close", "Schlusskurs", "Kurs", "Kapanış", "Fiyat", "Son", "Last Price", "Cierre"];
const foreign = ["EUR", "€", "TL", "TRY", "₺", "GBP", "£", "CHF", "JPY", "¥", "euro", "INR"];
const ways: readonly ((word: string, currency: string) => string)[] = [
  (word, currency) => `${word} (${currency})`,
  (word, currency) => `${word}(${currency})`,
  (word, currency) => `${word} [${currency}]`,
  (word, currency) => `${word} ${currency}`,
  (word, currency) => `${word} in ${currency}`,
  (word, currency) => `${word}_${currency}`,
  (word, currency) => `${word}, ${currency}`,
];
const asked = fc.record({
  word: fc.constantFrom(...closes),
  way: fc.constantFrom(...ways),
  by: fc.constantFrom(";", "\t", "|"),
});
const tableOf = (columns: readonly string[], by: string, cells: readonly string[]) => [
  columns.join(by),
  ...["13", "14", "15"].map(day => [`${day}.01.2025`, ...cells].join(by)),
];

test("closes in another currency are refused, whatever heading says so and wherever it says it", () => {
  fc.assert(
    fc.property(asked, fc.constantFrom(...foreign), ({word, way, by}, currency) => {
      const heading = way(word, currency);
      const inHeading = tableOf(["Datum", heading], by, ["5,25"]);
      const inDollars = /is in [A-Z]{3}, and only prices in US dollars are read: convert them/;
      expect(() => lookAt(inHeading, "own.csv")).toThrow(inDollars);
      expect(() => lookAt(inHeading, "own.csv", {price: heading})).toThrow(inDollars);
      const asset = tableOf(["Datum", way("SOL", currency)], by, ["5,25"]);
      expect(() => lookAt(asset, "own.csv")).toThrow(inDollars);
      const ofLine = tableOf(["Datum", word, "Währung"], by, ["5,25", currency]);
      expect(() => lookAt(ofLine, "own.csv")).toThrow(/line 2: the column "Währung" says [A-Z]{3}/);
    }),
  );
});

test("closes in dollars are read, beside whatever stands in another currency", () => {
  const dollars = fc.constantFrom("USD", "$", "US$", "usd", "USDT", "US Dollar");
  fc.assert(
    fc.property(asked, fc.constantFrom(...foreign), dollars, ({word, way, by}, other, currency) => {
      const heading = way(word, currency);
      const columns = ["Datum", way(word, other), heading, "Währung", way("Hacim", other)];
      const table = lookAt(tableOf(columns, by, ["4,5", "5,25", other, "7,5"]), "own.csv");
      expect(table.closes.map(({column, symbol}) => [column, symbol])).toEqual([
        [heading, undefined],
      ]);
      expect(table.columns.map(({role}) => role)).toEqual([
        "date",
        "unread",
        "close",
        "currency",
        "volume",
      ]);
    }),
  );
});

/** Prices that are written with three digits after the point, and could be thousands. */
const mills = fc.array(fc.integer({min: 1000, max: 999_999}), {minLength: 3, maxLength: 9});
const written = (price: number, sign: string) => (price / 1000).toFixed(3).replace(".", sign);
const daily = (prices: readonly number[], row: (price: number, day: string) => string) =>
  prices.map((price, i) => row(price, addDays("2025-01-15", i)));

test("three decimals are no thousands where the table says so anywhere", () => {
  fc.assert(
    fc.property(mills, fc.constantFrom(";", "\t", "|"), (prices, by) => {
      const commas = ["date,price", ...daily(prices, (one, day) => `${day},${written(one, ".")}`)];
      expect(lookAt(commas, "own.csv").form.decimal).toBe(".");
      for (const sign of [".", ","] as const) {
        const beside = daily(prices, (one, day) =>
          [day, written(one, sign), `16402${sign}262`].join(by),
        );
        const table = lookAt([["date", "price", "BTC"].join(by), ...beside], "own.csv");
        expect(table.form.decimal).toBe(sign);
      }
      const noughts = daily([103, ...prices], (one, day) => `${day}${by}${written(one, ".")}`);
      expect(lookAt([`date${by}price`, ...noughts], "own.csv").form.decimal).toBe(".");
    }),
  );
});

test("what stays open is asked, and read as it is said", () => {
  fc.assert(
    fc.property(mills, fc.constantFrom(".", ","), (prices, sign) => {
      for (const line of [
        (one: number, day: string) => `${day};${written(one, sign)}`,
        (one: number, day: string) => `${day},"${written(one, ",")}"`,
      ]) {
        const rows = daily(prices, line);
        const table = [rows[0]!.includes(";") ? "date;price" : "date,price", ...rows];
        expect(() => lookAt(table, "own.csv")).toThrow(/--decimal point or --decimal comma/);
        for (const decimal of [".", ","] as const)
          expect(lookAt(table, "own.csv", {decimal}).form.decimal).toBe(decimal);
      }
    }),
  );
});

test("a sign that does not fit is refused with the line that it does not fit", () => {
  const table = ["date,price", "2025-01-01,1234.56", "2025-01-02,1235.56"];
  expect(() => lookAt(table, "own.csv", {decimal: ","})).toThrow(/line 2: "1234.56" is no number/);
});

test.each([
  ["a title", ["Depotübersicht"]],
  ["two lines and an empty one", ["Depotübersicht", "Erstellt am;31.12.2025", ""]],
  ["lines as wide as the table", ["Depotübersicht;;", "Erstellt am;31.12.2025;"]],
  ["an empty line and a title", ["", "Kurse, täglich"]],
])("the line that seems to be the header is named after %s", (_, before) => {
  for (const header of ["Datum;Kurs;Volumen", '"Tarih";"Kapanış";"Hacim"', "date;close;volume"]) {
    const lines = [...before, header, "13.01.2025;5,25;7", "14.01.2025;5,5;8"];
    expect(() => lookAt(lines, "own.csv")).toThrow(
      `its header seems to be line ${before.length + 1}: ${JSON.stringify(header)}. Remove`,
    );
    expect(lookAt(["", ...lines.slice(before.length)], "own.csv").closes).toHaveLength(1);
  }
});
