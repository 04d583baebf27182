import fc from "fast-check";
import {expect, test} from "vitest";
import {find} from "../../src/findings/find.ts";
import type {Finding, RulerFinding} from "../../src/model/finding.ts";
import {closes, daysBack, market, returns, series} from "./markets.ts";

const about = (given: Parameters<typeof market>[0]) => find(market(given));
const rulerOf = ({findings}: ReturnType<typeof find>) =>
  findings.find((one: Finding): one is RulerFinding => one.kind === "ruler");

/** A price that wobbles about a dollar, then stands so far off for so many days. */
const pegged = (off: number, days: number) => [
  ...returns(11, 300, 0.0005).map(step => 1 + step),
  ...Array.from({length: days}, (_, i) => 1 + off * (1 + i / 1000)),
];

test("a dollar is measured by its distance from one, over all its closes", () => {
  fc.assert(
    fc.property(
      fc.double({min: -0.6, max: 0.3, noNaN: true}).filter(off => Math.abs(off) > 0.02),
      fc.integer({min: 1, max: 20}),
      (off, days) => {
        const values = pegged(off, days);
        const found = about({close: series("close.own", values), ruler: {code: "usd", units: 1}});
        const ruler = rulerOf(found)!;
        const gaps = values.map(value => value - 1);
        expect(ruler.gap?.value).toBeCloseTo(gaps.at(-1)!, 9);
        expect(ruler.off?.value).toBe(days);
        expect(ruler.record?.earlier.value).toBe(values.length - 1);
        expect(ruler.record?.beyond.value).toBe(
          gaps.slice(0, -1).filter(gap => (off < 0 ? gap <= gaps.at(-1)! : gap >= gaps.at(-1)!))
            .length,
        );
      },
    ),
    {numRuns: 40},
  );
});

test("what does not apply to a dollar is not asked of it", () => {
  const {findings, abstentions} = about({
    close: series("close.own", pegged(-0.03, 2)),
    benchmarkClose: series("close.btc", closes(60_000, returns(2, 301))),
    ruler: {code: "usd", units: 1},
  });
  const kinds = findings.map(({kind}) => kind);
  for (const kind of ["decoupling", "sector", "risk", "records", "field", "cases"])
    expect(kinds).not.toContain(kind);
  expect(abstentions).toContainEqual({about: "decoupling", reason: {kind: "own-ruler"}});
});

test("what stands for another thing is measured by that, on the days that both are known", () => {
  const gold = closes(4000, returns(3, 300, 0.01));
  const premium = 1.004;
  const days = daysBack(gold.length);
  const rate = series("rate.xau", gold.slice(0, -10), days.slice(0, -10));
  const token = gold.map(value => (value * premium) / 31.1034768);
  const ruler = {code: "xau", units: 1 / 31.1034768, rate: series("rate.xau", gold)};
  const close = series("close.own", token);
  expect(rulerOf(about({close, ruler}))?.gap?.value).toBeCloseTo(0.004, 6);
  // Without gold's price of the day there is no distance to tell.
  expect(rulerOf(about({close, ruler: {...ruler, rate}}))).toBeUndefined();
});

test("two coins are set beside each other where one source has both, and not otherwise", () => {
  const ether = closes(2000, returns(5, 120, 0.03));
  const rate = series("rate.eth", ether);
  const close = series(
    "close.own",
    ether.map(value => value * 0.99),
  );
  const of = (source: string) =>
    rulerOf(about({close, ruler: {code: "eth", units: 1, rate: {...rate, source}}}));
  expect(of(close.source)?.gap?.value).toBeCloseTo(-0.01, 9);
  expect(of(`${close.source}, at another hour`)).toBeUndefined();
});

test("the widest distance is of the year before, or tells since when", () => {
  fc.assert(
    fc.property(fc.integer({min: 30, max: 600}), count => {
      const values = returns(7, count, 0.002).map(step => 1 + step);
      const ruler = rulerOf(
        about({close: series("close.own", values), ruler: {code: "usd", units: 1}}),
      );
      const days = daysBack(values.length);
      expect(ruler?.widest?.since).toBe(values.length - 1 < 365 ? days[0] : undefined);
    }),
    {numRuns: 30},
  );
});
