import {superscripts} from "../../format/numbers.ts";
import type {CheckLanguage} from "../language.ts";
import type {Hedge, Mention, Quantity} from "./mention.ts";
import {momentAt} from "./moments.ts";
import {numeralAt} from "./numerals.ts";
import {withRanges} from "./ranges.ts";
import {type Reader, readerOf} from "./reader.ts";
import {measureOf} from "./units.ts";

/** Data, and not prose: no word and no number is as long. */
const shortestDense = 200;
const dense = new RegExp(`\\S{${shortestDense},}`, "y");
/** A digit, or a word: cheap to find, and most words begin no number. */
const candidate = /[\d½¼¾⅓⅔]|[A-Za-zÀ-ɏ]+/g;

/**
 * Every number of a sentence: digits, words, dates, with sign, unit and hedge. Numbers that are
 * part of a name, a version, a digest, an id or a path are none.
 */
export function mentionsIn(text: string, language: CheckLanguage): readonly Mention[] {
  const reader = readerOf(language);
  const kept = reader.read.get(text);
  if (kept) return kept;
  if (reader.read.size >= mostKept) reader.read.clear();
  const found = mentionsOf(text, reader);
  reader.read.set(text, found);
  return found;
}

const mostKept = 20_000;

function mentionsOf(text: string, reader: Reader): Mention[] {
  const found: Mention[] = [];
  const small = reader.small(text);
  const mayBeDense = text.length >= shortestDense;
  candidate.lastIndex = 0;
  for (let match = candidate.exec(text); match; match = candidate.exec(text)) {
    const at = match.index;
    const word = match[0];
    dense.lastIndex = at;
    if (mayBeDense && dense.test(text)) {
      candidate.lastIndex = dense.lastIndex;
      continue;
    }
    const next = /^[\d½¼¾⅓⅔]/.test(word)
      ? atDigits(text, at, reader)
      : mayStart(small, at, small.slice(at, at + word.length), reader)
        ? (momentAt(text, at, reader.words.moments) ?? atWords(text, small, at, reader))
        : undefined;
    if (next && typeof next === "object") found.push(next);
    candidate.lastIndex = typeof next === "number" ? next : (next?.to ?? at + word.length);
  }
  return withRanges(found, text, reader.words.ranges);
}

/** Whether a number may begin with the word; what was found of a word that needs no other is kept. */
function mayStart(
  text: string,
  at: number,
  word: string,
  {begins, starts, needsMore}: Reader,
): boolean {
  const known = begins.get(word);
  if (known === false) return false;
  starts.lastIndex = at;
  const may = starts.test(text);
  if (known === undefined && begins.size < 50_000) begins.set(word, needsMore.test(word) || may);
  return may;
}

/** The mention at digits, or where to go on after a name. */
function atDigits(text: string, at: number, reader: Reader): Mention | number {
  const moment = momentAt(text, at, reader.words.moments);
  if (moment && !/[\p{L}\d]/u.test(text[at - 1] ?? " ") && standsAlone(text, moment.to))
    return moment;
  const chunk = chunkAt(text, at);
  if (isName(text, chunk, reader)) return chunk.to;
  return quantityAt(text, at, reader) ?? at + 1;
}

const standsAlone = (text: string, to: number) =>
  !/[\p{L}\d]/u.test(text[to] ?? " ") || /^['’]/.test(text.slice(to));

/** White space, dashes, brackets, quotation marks. */
const boundary = new Set(' \t\n\u00a0\u202f—()[]“”„"‘;|…');

interface Chunk {
  readonly from: number;
  readonly to: number;
}

/** No name is longer, either way. */
const longest = 80;

/** The run of characters around the place without white space. */
function chunkAt(text: string, at: number): Chunk {
  const [first, last] = [Math.max(0, at - longest), Math.min(text.length, at + longest)];
  let [from, to] = [at, at];
  while (from > first && !boundary.has(text[from - 1]!)) from--;
  while (to < last && !boundary.has(text[to]!)) to++;
  return {from, to};
}

/** "S&P 500", "Nasdaq 100": numbers that are part of a name. */
const indices =
  /(?:S&P|Nasdaq|FTSE|Russell|Nikkei|CAC|DAX|BIST|SHA|Web|Layer|ERC|BEP|ISO|RFC)[\s-]?$/i;

function isName(text: string, {from, to}: Chunk, {unitAfter}: Reader): boolean {
  const chunk = text
    .slice(from, to)
    .replace(/^[^\p{L}\d]+/u, "")
    .replace(/[.,:!?'’*]+$/u, "");
  if (indices.test(text.slice(Math.max(0, from - 10), from))) return true;
  const words = chunk.split(/['’]/)[0]!;
  if (!/\p{L}/u.test(words))
    return /^\d+\.\d+\.\d+(?!\d*\.?\d{4})/.test(words) && !/\.\d{3}(\.|$)/.test(words);
  if (/^\p{L}/u.test(words)) return !/^(?:US\$|USD|EUR|p[<=>≤≥])/.test(words);
  return !unitAfter.test(words);
}

const glyphs: Readonly<Record<string, number>> = {
  "½": 1 / 2,
  "¼": 1 / 4,
  "¾": 3 / 4,
  "⅓": 1 / 3,
  "⅔": 2 / 3,
};

const prefix =
  /(?:(?<=^|[\s(“"'’—–:,;/|<>=≤≥~≈[−-])(?<sign>[+−-]|–(?!\s))\s?)?(?:(?<currency>US\$|[$€£¥₺₿])(?<inner>[+−–-])?|(?<percent>%)|(?<rank>#))?$/u;

function quantityAt(text: string, at: number, reader: Reader): Quantity | undefined {
  const glyph = glyphs[text[at]!];
  if (glyph !== undefined)
    return finished(text, reader, {
      from: at,
      core: {from: at, to: at + 1},
      size: glyph,
      step: 0.04,
    });
  const body = bodyAt(text, at, reader);
  if (!body) return undefined;
  const before = prefix.exec(text.slice(Math.max(0, at - 8), at));
  const {sign, inner, currency, percent, rank} = before?.groups ?? {};
  const mark = sign ?? inner;
  return finished(text, reader, {
    from: at - (before?.[0].length ?? 0),
    core: {from: at, to: at + body.length},
    size: body.value,
    step: body.step,
    ...(mark && {sign: mark === "+" ? 1 : -1}),
    ...(currency && {currency}),
    percent: percent !== undefined,
    rank: rank !== undefined,
  });
}

function bodyAt(text: string, at: number, {digits: {body, otherPoint, group, decimal}}: Reader) {
  body.lastIndex = at;
  const found = body.exec(text)?.[0];
  if (!found) return undefined;
  const digits = otherPoint.test(found)
    ? found.replace(",", ".")
    : found.replace(group, "").replace(decimal, ".");
  const point = digits.indexOf(".");
  const decimals = point < 0 ? 0 : digits.length - point - 1;
  return {length: found.length, value: Number(digits), step: 10 ** -decimals};
}

interface Started {
  readonly from: number;
  readonly core: {readonly from: number; readonly to: number};
  readonly size: number;
  readonly step: number;
  readonly sign?: 1 | -1;
  readonly currency?: string;
  readonly percent?: boolean;
  readonly rank?: boolean;
}

const power = new RegExp(`\\s?×\\s?10(?<below>⁻)?(?<digits>[${superscripts}]{1,3})`, "uy");

/** × 10⁻¹² */
function powerOf(found: RegExpExecArray | null): number {
  if (!found) return 1;
  const {below, digits = ""} = found.groups ?? {};
  const exponent = digits.replace(/./g, digit => String(superscripts.indexOf(digit)));
  return Number(`1e${below ? "-" : ""}${exponent}`);
}

function finished(text: string, reader: Reader, started: Started): Quantity {
  const {ordinals, suffix, percentBefore} = reader.words;
  let to = started.core.to;
  const take = (pattern: RegExp) => {
    pattern.lastIndex = to;
    const found = pattern.exec(text);
    if (found) to += found[0].length;
    return found;
  };
  const ordinal = take(ordinals.after) !== null;
  const scale = ordinal ? null : take(reader.scale)?.groups;
  const factor = scale
    ? (reader.factors[scale.tight ?? scale.loose ?? ""] ?? 1)
    : powerOf(ordinal ? null : take(power));
  const unit = ordinal ? undefined : take(reader.unit)?.groups;
  if (suffix) take(suffix);
  const ahead = text.slice(Math.max(0, started.from - 12), started.from);
  // The word before it is as much of the number as the sign would be.
  const spelled = percentBefore?.exec(ahead)?.[0] ?? "";
  const from = started.from - spelled.length;
  const measure = measureOf(unit, {
    ...started,
    percent: started.percent === true || spelled !== "",
  });
  const part =
    measure === "percent" || measure === "points" ? 100 : measure === "basis-points" ? 1e4 : 1;
  const glyph = /[½¼¾⅓⅔]/.test(text[started.core.from]!);
  const hedge = hedgeOf(text, started.from, to, reader);
  return {
    kind: "quantity",
    from,
    to,
    core: started.core,
    size: (started.size * factor) / (glyph ? 1 : part),
    step: (started.step * factor) / (glyph ? 1 : part),
    measure: glyph && measure === "plain" ? "percent" : measure,
    ...(started.sign && {sign: started.sign}),
    ...(hedge && {hedge}),
    ordinal: ordinal || started.rank === true || ordinals.before.test(ahead),
    worded: false,
  };
}

function hedgeOf(text: string, from: number, to: number, reader: Reader): Hedge | undefined {
  const {before, after} = reader.words.hedges;
  const ahead = text.slice(Math.max(0, from - 22), from);
  const last = reader.lastWord.exec(ahead.trimEnd())?.[1];
  if (last && reader.lastWords.has(last.toLowerCase()))
    for (const [pattern, hedge] of before) if (pattern.test(ahead)) return hedge;
  for (const [pattern, hedge] of after) {
    pattern.lastIndex = to;
    if (pattern.test(text)) return hedge;
  }
  return undefined;
}

function atWords(text: string, small: string, at: number, reader: Reader): Quantity | undefined {
  const numeral = numeralAt(small, at, reader.words.numerals);
  if (!numeral) return undefined;
  const core = {from: at, to: at + numeral.length};
  const {size, step, measure, ordinal} = numeral;
  const hedge = hedgeOf(text, at, core.to, reader);
  reader.unit.lastIndex = core.to;
  const unit = measure === "plain" && !ordinal ? reader.unit.exec(text) : null;
  const named = unit ? measureOf(unit.groups, {}) : measure;
  const part =
    named === "percent" && unit
      ? 100
      : named === "points"
        ? 100
        : named === "basis-points"
          ? 1e4
          : 1;
  return {
    kind: "quantity",
    from: at,
    to: core.to + (unit?.[0].length ?? 0),
    core,
    size: size / part,
    step: step / part,
    measure: named,
    ...(hedge && {hedge}),
    ordinal,
    worded: true,
  };
}
