import type {Facts} from "../facts.ts";
import {type Found, type Judge, reading, type Verdict, verdict} from "../judge.ts";
import {agrees} from "../printed.ts";
import {percent} from "../words.ts";

interface Range {
  readonly low: number;
  readonly high: number;
  /** The price a day before. */
  readonly start: number;
}

/** Of the 24 hours before the price, as answered; the folder's closes have no range. */
function rangeOf(facts: Facts): Range | undefined {
  const {quote, answered, dayChange, price} = facts;
  if (!answered || !quote?.low || !quote.high || dayChange === undefined) return undefined;
  return {low: quote.low, high: quote.high, start: price / (1 + dayChange)};
}

const sized = (found: Found, name: string, real: number): Verdict => {
  const shown = found.figure(name);
  return verdict(
    "figure",
    agrees({...shown, value: Math.abs(shown.value)}, Math.abs(real)),
    percent(real),
  );
};

const price = (found: Found, name: string, real: number): Verdict =>
  verdict("figure", agrees(found.figure(name), real), real);

export const range: Judge = {
  subject: "the day’s low and high",
  readings: [
    reading(
      "Within the last 24 hours it (?<way>fell|rose) as far as {extreme:usd}, {gap:pct} (?:below|above) where (?:it stands|(?<start>they) began)",
      "Son 24 saat içinde (?:şimdiki fiyatının|(?<start>başladığı) yerin) {gap:pct} (?:altına|üstüne), {extreme:usd} kadar (?<way>indi|çıktı)",
      (found, facts) => {
        const real = rangeOf(facts);
        if (!real) return verdict("figure", undefined);
        const down = /fell|indi/.test(found.word("way"));
        const extreme = down ? real.low : real.high;
        const from = found.has("start") ? real.start : facts.price;
        const nearer = down ? Math.min(real.start, facts.price) : Math.max(real.start, facts.price);
        return [
          price(found, "extreme", extreme),
          sized(found, "gap", extreme / from - 1),
          verdict("comparison", Math.abs(from - nearer) < 1e-9 * nearer, `${from} and ${nearer}`),
        ];
      },
    ),
    reading(
      "The price stands (?:{gap:pct} (?:above|below)|at) the (?<end>low|high) of the last 24 hours, {extreme:usd}; from low to high it was {width:pct}",
      "Fiyat, son 24 saatin en (?<end>düşük|yüksek) (?:fiyatının \\({extreme:usd}\\) {gap:pct} (?:üstünde|altında)|fiyatında \\({extreme:usd}\\)); en düşük ile en yüksek arasındaki fark {width:pct}",
      (found, facts) => {
        const real = rangeOf(facts);
        if (!real) return verdict("figure", undefined);
        const extreme = /low|düşük/.test(found.word("end")) ? real.low : real.high;
        return [
          price(found, "extreme", extreme),
          ...(found.has("gap") ? [sized(found, "gap", facts.price / extreme - 1)] : []),
          sized(found, "width", real.high / real.low - 1),
        ];
      },
    ),
  ],
  tables: (table, facts) => {
    const real = rangeOf(facts);
    return table.rows.flatMap(row => {
      if (!/^(?:Low and high, 24 hours|En düşük ve en yüksek fiyat, 24 saat)$/.test(row[0] ?? ""))
        return [];
      if (!real) return [{...verdict("figure", undefined), about: row.join(" | ")}];
      const numbers = (row[1] ?? "").match(/\d[\d.,]*/g) ?? [];
      const decimal = /dolar/.test(row[1] ?? "") ? "," : ".";
      const values = numbers.map(one =>
        Number(
          one
            .split(decimal)
            .map(part => part.replace(/[.,]/g, ""))
            .join("."),
        ),
      );
      const near = [real.low, real.high].every(
        (one, i) => Math.abs((values[i] ?? Number.NaN) / one - 1) < 0.001,
      );
      return [{...verdict("figure", near, `${real.low} to ${real.high}`), about: row.join(" | ")}];
    });
  },
};
