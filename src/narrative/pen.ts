import type {Customs} from "../format/customs.ts";
import {dateFormat} from "../format/dates.ts";
import {numberFormat} from "../format/numbers.ts";
import type {Figure} from "../model/figure.ts";
import type {Cited, Name, Printed, PrintedDate} from "../model/text.ts";

/** Units of whole numbers. */
type Whole = "count" | "days" | "hours" | "minutes" | "rank";

/** Puts figures and dates into words of one locale; each print stays bound to what it prints. */
export type Pen = ReturnType<typeof pen>;

/**
 * The writer of a locale. Each method takes the units it can word and no others: `change` words a
 * return and `correlation` a correlation, so that neither can pass for the other.
 */
export function pen(customs: Customs, smallNumbers: readonly string[]) {
  const numbers = numberFormat(customs);
  const dates = dateFormat(customs);
  const print = (figure: Figure, text: string): Printed => ({figure, print: text});
  const pValue = ({value}: Figure<"p-value">) =>
    value < 0.001 ? `< ${numbers.fixed(0.001, 3)}` : numbers.fixed(value, value < 0.0995 ? 3 : 2);
  const percent = (value: number, digits: number, signed = false) =>
    numbers.percent(value, visibleDigits(100 * value, digits), signed);
  /** A loss of nearly all is told from one of all. */
  const kept = (value: number, digits: number) =>
    value < 0 && value > -1 ? Math.max(digits, Math.floor(-Math.log10(1 + value)) - 1) : digits;
  const plain = (figure: Figure<Whole>) => numbers.count(figure.value);
  return {
    /** +3.5%, −3.64% */
    change: (figure: Figure<"return">, digits = 1) =>
      print(figure, percent(figure.value, kept(figure.value, digits), true)),
    /** 3.6%, beside a word that says the direction */
    size: (figure: Figure<"return">, digits = 1) =>
      print(figure, percent(Math.abs(figure.value), kept(figure.value, digits))),
    /** 0.77 */
    correlation: (figure: Figure<"correlation">, digits = 2) =>
      print(figure, numbers.fixed(figure.value, digits)),
    /** +0.22: a part of a change of correlation */
    part: (figure: Figure<"difference">) => print(figure, numbers.fixed(figure.value, 2, true)),
    /** 0.4%: how far two figures lie apart */
    gap: (figure: Figure<"difference">) => print(figure, percent(Math.abs(figure.value), 1)),
    /** 1.14 */
    beta: (figure: Figure<"beta">, digits = 2) =>
      print(figure, numbers.fixed(figure.value, visibleDigits(figure.value, digits))),
    /** 1.1%: the asset's answer to 1% of the benchmark */
    answer: (figure: Figure<"beta">, digits = 1) =>
      print(figure, percent(figure.value / 100, digits)),
    /** 0.13, or < 0.001 */
    p: (figure: Figure<"p-value">) => print(figure, pValue(figure)),
    /** p = 0.13, or p < 0.001 */
    isP: (figure: Figure<"p-value">) =>
      print(figure, figure.value < 0.001 ? `p ${pValue(figure)}` : `p = ${pValue(figure)}`),
    level: (figure: Figure<"p-value">, digits = 0) =>
      print(figure, numbers.percent(figure.value, digits)),
    /** 17.2% of market cap */
    ratio: (figure: Figure<"ratio">, digits = 1) =>
      print(figure, percent(figure.value, figure.value < 0.001 ? 3 : digits)),
    /** 80, or 3.1, before "times" */
    times: (figure: Figure<"ratio">) =>
      print(figure, numbers.fixed(figure.value, figure.value < 9.95 ? 1 : 0)),
    index: (figure: Figure<"ratio">) => print(figure, numbers.fixed(figure.value, 2)),
    share: (figure: Figure<"share" | "probability" | "percentile">, digits = 0) =>
      print(figure, percent(figure.value, digits)),
    /** 3.6% a day, or 71% a year */
    volatility: (figure: Figure<"volatility">, digits = 0) =>
      print(figure, percent(figure.value, digits)),
    drawdown: (figure: Figure<"drawdown">, digits = 1) =>
      print(figure, percent(figure.value, digits)),
    z: (figure: Figure<"z-score">) => print(figure, numbers.fixed(figure.value, 1)),
    /** 3.1: a move in standard deviations, beside a word that says the direction. */
    deviations: (figure: Figure<"z-score">) =>
      print(figure, numbers.fixed(Math.abs(figure.value), 1)),
    price: (figure: Figure<"USD">, more = 0) => print(figure, numbers.price(figure.value, more)),
    /** A price that only claims two or three digits, as simulated ones do. */
    roughPrice: (figure: Figure<"USD">, more = 0) =>
      print(figure, numbers.roughPrice(figure.value, more)),
    money: (figure: Figure<"USD">) => print(figure, numbers.money(figure.value)),
    tokens: (figure: Figure<"tokens">) => print(figure, numbers.amount(figure.value)),
    count: (figure: Figure<Whole>) => print(figure, plain(figure)),
    /** nine, then 10 */
    counted: (figure: Figure<Exclude<Whole, "rank">>) =>
      print(figure, smallNumbers[figure.value] ?? plain(figure)),
    /** A figure in words that say just that: "half", "four times in five", "doubled". */
    worded: (figure: Figure, words: string) => print(figure, words),
    day: (day: string): PrintedDate => ({date: day, print: dates.day(day)}),
    shortDay: (day: string): PrintedDate => ({date: day, print: dates.short(day)}),
    instant: (instant: string): PrintedDate => ({date: instant, print: dates.instant(instant)}),
    name: (name: string): Name => ({name}),
    /** An editor's statement of fact, word for word. */
    cited: (fact: string, source: Cited["source"]): Cited => ({cited: fact, source}),
  };
}

/** A number with more digits than this says nothing to anybody. */
const mostDigits = 6;

/** As many digits as it takes to keep a little from being called nothing. */
function visibleDigits(value: number, digits: number): number {
  if (value === 0) return digits;
  let enough = digits;
  while (enough < mostDigits && Math.abs(value) * 10 ** enough < 0.5) enough++;
  return enough;
}

type Two<T> = readonly [T, T];

/**
 * Two figures in the digits that tell them apart, unless they are equal: "from 0.0031 to 0.0004" and
 * not "from 0.00 to 0.00". `print` is asked for so many digits more than it would take for one.
 */
export function apart<F extends Figure>(
  [one, other]: Two<F>,
  print: (figure: F, more: number) => Printed,
): Two<Printed> {
  let more = 0;
  let prints: Two<Printed> = [print(one, more), print(other, more)];
  while (one.value !== other.value && prints[0].print === prints[1].print && more < mostDigits) {
    more++;
    prints = [print(one, more), print(other, more)];
  }
  return prints;
}
