import {parse} from "csv-parse/sync";
import {assert, constantFrom, property, string} from "fast-check";
import {describe, expect, test} from "vitest";
import {csvOf} from "../../../src/render/charts/csv.ts";
import {cases, edges} from "./cases.ts";
import {besideSample, peersSample, priceSample} from "./samples.ts";

const read = (csv: string) => parse(csv, {columns: true}) as Record<string, string>[];

describe("csvOf", () => {
  test.each([...cases, ...edges])("$name is a table: each row as wide as its head", chart => {
    const rows = parse(csvOf(chart)) as string[][];
    expect(rows.length).toBeGreaterThan(1);
    for (const row of rows) expect(row.length).toBe(rows[0]?.length);
  });

  test("numbers are read back as they were computed", () => {
    const chart = besideSample();
    const rows = read(csvOf(chart)).map(row => [
      row.date,
      Number(row.close_usd),
      Number(row.volume_usd),
      Number(row.close_usd_Bitcoin),
    ]);
    expect(rows).toEqual(
      chart.days.map(({date, close, volume, benchmark}) => [date, close, volume, benchmark]),
    );
  });

  test("each row of a simulated market says so, and none of another", () => {
    const simulated = read(csvOf(priceSample({watermark: "Simulated"})));
    expect(simulated.every(row => row.simulated === "true")).toBe(true);
    expect(csvOf(priceSample())).not.toContain("simulated");
  });

  test("a name is read back as it is, and never as a formula", () => {
    const begin = constantFrom("=", "+", "-", "@", "\t", "\r", '"', ",", "\n", "");
    assert(
      property(begin, string(), (first, rest) => {
        const name = first + rest;
        const coins = [{id: "x", name, change: 0.1}];
        const [row] = read(csvOf(peersSample({coins})));
        expect(row?.name).not.toMatch(/^[=+\-@\t\r]/);
        expect([name, `'${name}`]).toContain(row?.name);
      }),
    );
  });
});
