import type {Figure} from "../../model/figure.ts";
import type {QuoteClass} from "../../model/market.ts";
import {join, type Printed, say, type Text} from "../../model/text.ts";
import type {Pen} from "../../narrative/pen.ts";
import {currencyCode, currencyName, quotedCoins} from "../currencies.ts";
import {sourceNames} from "../sources.ts";

/** 0 to 9 in words. */
export const smallNumbers = [
  "no",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
];

export const rose = (figure: Figure<"return" | "difference">) => figure.value > 0;

/** "rose 3.6%", "fell 0.003%", or "did not move" */
export function moved(figure: Figure<"return">, pen: Pen, digits = 1): Text {
  if (figure.value === 0) return say`did not move`;
  return say`${rose(figure) ? "rose" : "fell"} ${pen.size(figure, digits)}`;
}

export const gainedOrLost = (move: Figure<"return">) => (rose(move) ? "gained" : "lost");

/** ", on 19 May 2021" for one case, ", the last on 19 May 2021" for more. */
export const lastOf = (cases: Figure<"count">, last: string, pen: Pen): Text =>
  cases.value === 1 ? say`, on ${pen.day(last)}` : say`, the last on ${pen.day(last)}`;

/** "up 3.6%", "down 0.003%", or "unchanged" */
export function upOrDown(figure: Figure<"return">, pen: Pen, digits = 1): Text {
  if (figure.value === 0) return say`unchanged`;
  return say`${rose(figure) ? "up" : "down"} ${pen.size(figure, digits)}`;
}

export const classNames: Readonly<Record<QuoteClass, string>> = {
  fiat: "currencies",
  crypto: "crypto",
  metal: "metals",
};

/** Before "quotes". */
export const classWords: Readonly<Record<QuoteClass, string>> = {
  fiat: "currency",
  crypto: "crypto",
  metal: "metal",
};

const fractions = [
  [0.25, "a quarter"],
  [1 / 3, "a third"],
  [0.5, "half"],
  [2 / 3, "two thirds"],
  [0.75, "three quarters"],
] as const;

/** "a third", "more than half", "nearly a quarter": where a move lies at or just beside a simple fraction. */
export function fraction(move: Figure<"return">, pen: Pen): Printed | undefined {
  const size = Math.abs(move.value);
  for (const [value, words] of fractions) {
    if (Math.abs(size - value) < 0.004) return pen.worded(move, words);
    if (size > value && size < value + 0.035) return pen.worded(move, `more than ${words}`);
    if (size < value && size > value - 0.02) return pen.worded(move, `nearly ${words}`);
  }
  return undefined;
}

/** "doubled", "more than tripled": where a gain is a multiple. */
export function multiplied(move: Figure<"return">, pen: Pen): Printed | undefined {
  const times = move.value + 1;
  for (const [value, word] of [
    [2, "doubled"],
    [3, "tripled"],
    [4, "rose fourfold"],
    [5, "rose fivefold"],
  ] as const) {
    if (Math.abs(times - value) < 0.01) return pen.worded(move, word);
    if (times > value && times < value + 0.3) return pen.worded(move, qualified("more than", word));
    if (times < value && times > value - 0.1) return pen.worded(move, qualified("nearly", word));
  }
  return undefined;
}

/** "nearly doubled", "rose nearly fivefold" */
const qualified = (how: string, word: string) =>
  word.startsWith("rose ") ? word.replace("rose", `rose ${how}`) : `${how} ${word}`;

/** "nine days", "1 day" */
export function days(figure: Figure<"days">, pen: Pen): Text {
  return say`${pen.counted(figure)} ${figure.value === 1 ? "day" : "days"}`;
}

/** "never", "once", "twice", "seven times" */
export function times(figure: Figure<"count">, pen: Pen): Text {
  const word = ["never", "once", "twice"][figure.value];
  return word ? [pen.worded(figure, word)] : say`${pen.counted(figure)} times`;
}

/** "a", "a and b", "a, b and c" */
export function list(items: readonly Text[]): Text {
  if (items.length < 2) return items[0] ?? [];
  return join([join(items.slice(0, -1), ", "), items.at(-1)!], " and ");
}

/** A text at the beginning of a sentence: "two quotes" as "Two quotes". */
export function capital(text: Text): Text {
  const [first, ...rest] = text;
  if (typeof first === "string") return [upperFirst(first), ...rest];
  if (first && "print" in first) return [{...first, print: upperFirst(first.print)}, ...rest];
  return text;
}

const upperFirst = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** The line under an exhibit. */
export function sourceLine(sources: readonly string[], asOf: Text): Text {
  const named = sourceNames(sources);
  return say`${named.length > 1 ? "Sources" : "Source"}: ${join(
    named.map(name => [name]),
    "; ",
  )}. ${asOf}`;
}

/** What a quote is called: the currency, metal or coin behind its code. */
export function quoteName(quote: string): string {
  const known = names[quote] ?? quotedCoins[quote];
  if (known) return known;
  const code = currencyCode(quote);
  const name = currencyName(quote, "en");
  return name ? lowerFirst(name, code) : code;
}

const names: Readonly<Record<string, string>> = {
  xau: "gold",
  xag: "silver",
  xpt: "platinum",
  xpd: "palladium",
  xdr: "the IMF’s special drawing right",
  rub: "the Russian rouble",
  rub_cbr: "the Russian rouble (Bank of Russia)",
};

/** "Israeli New Shekel" → "the Israeli new shekel" */
function lowerFirst(name: string, code: string): string {
  if (name.toUpperCase() === code) return code;
  // The unit is a common noun, with what is said of it; what comes before is of a country.
  return `the ${name.replace(/(?: (?:New|Convertible))? \S+(?= \(|$)/u, unit => unit.toLowerCase())}`;
}
