import type {Evidence} from "../model/evidence.ts";
import {sameSubject} from "../model/figure.ts";
import {state} from "../model/figureNames.ts";
import type {Span as SpanWord} from "./edits/words.ts";
import type {CheckLanguage} from "./language.ts";
import type {Mention, Moment, Quantity} from "./numbers/mention.ts";
import {says} from "./numbers/moments.ts";
import {mentionsIn} from "./numbers/read.ts";
import type {EvidenceFigure} from "./readings.ts";

/** What a return is over: from the close that it counts from. */
export interface Span {
  readonly days: number;
  readonly from: number;
}

/** The returns whose span is known, by id. */
export type Spans = ReadonlyMap<string, Span>;

const day = 864e5;

/** Read from the two prices that a return is made of; a trailing day's has none. */
export function spansOf({figures}: Evidence): Spans {
  const byId = new Map(figures.map(figure => [figure.id, figure]));
  return new Map(
    figures.flatMap((figure): [string, Span][] => {
      const to = Date.parse(figure.asOf);
      if (figure.id === state.change24h.id) return [[figure.id, {days: 1, from: to - day}]];
      const {unit, origin, of} = figure;
      if (unit !== "return" || !("inputs" in origin) || origin.inputs.length !== 2) return [];
      const prices = origin.inputs.flatMap(id => byId.get(id) ?? []);
      if (prices.length !== 2) return [];
      const ofPrices = prices.every(one => one.quantity === "price" && sameSubject(one.of, of));
      const from = Math.min(...prices.map(({asOf}) => Date.parse(asOf)));
      return ofPrices && from < to ? [[figure.id, {days: (to - from) / day, from}]] : [];
    }),
  );
}

/** Whether a span is one that words name. */
type Names = (span: Span) => boolean;

/** A number of another span than the one that is named beside it, and the figures of that one. */
export interface OtherSpan {
  readonly figure: EvidenceFigure;
  readonly named: readonly EvidenceFigure[];
}

/** Whether a number that may be these figures is of another span than its words name, of which there are figures. */
export function otherSpan(
  mention: Quantity,
  meant: readonly EvidenceFigure[],
  {text, language}: {readonly text: string; readonly language: CheckLanguage},
  {spans, figures}: {readonly spans: Spans; readonly figures: readonly EvidenceFigure[]},
): OtherSpan | undefined {
  const figure = meant.find(({id}) => spans.has(id));
  // What the note prints of no known span may be meant, unless it is the same number by another way.
  const isOther = ({id, value, printed}: EvidenceFigure) =>
    !spans.has(id) && printed.length > 0 && Math.abs(value - (figure?.value ?? 0)) > same;
  if (!figure || meant.some(isOther)) return undefined;
  const isNamed = (named: readonly Names[]) => (figure: EvidenceFigure) => {
    const span = spans.get(figure.id);
    return span !== undefined && named.some(one => one(span));
  };
  const named = namedBeside(mention, text, language);
  if (meant.some(isNamed([...named, ...dayNamed(text, language)]))) return undefined;
  // Of a whole span and its part until now the whole one.
  const right = figures
    .filter(one => sameSubject(one.of, figure.of) && isNamed(named)(one))
    .toSorted((a, b) => (spans.get(b.id)?.days ?? 0) - (spans.get(a.id)?.days ?? 0));
  return right.length > 0 ? {figure, named: right} : undefined;
}

/** Below this two returns are one, from the last close or from the price now. */
const same = 1e-3;

const clauseEnd = /[;:()—]|,\s|\.\s/g;

/** The spans of the number's own clause; where that has none, those of a clause that opens the sentence before it. */
function namedBeside({from, to}: Quantity, text: string, language: CheckLanguage): Names[] {
  const ends = [...text.matchAll(clauseEnd)].map(({index}) => index);
  const begin = ends.findLast(end => end < from);
  const end = ends.find(one => one >= to) ?? text.length;
  const own = namedIn(text.slice((begin ?? -1) + 1, end), language);
  if (own.length > 0 || begin === undefined || begin !== ends[0]) return own;
  return namedIn(text.slice(0, begin), language);
}

function namedIn(clause: string, language: CheckLanguage): Names[] {
  const mentions = mentionsIn(clause, language);
  const counted = mentions.flatMap(one =>
    one.kind === "moment" ? momentNamed(one) : (countNamed(one) ?? []),
  );
  const words = wordsWithout(clause, mentions, language);
  return [...counted, ...worded(words, language)];
}

/** "A quarter" is a number, and a span. */
const isWord = (one: Mention) => one.kind === "quantity" && one.worded && !countNamed(one);

/** In small letters, without the numbers and what they count. */
function wordsWithout(text: string, mentions: readonly Mention[], {code}: CheckLanguage): string {
  return mentions
    .filter(one => !isWord(one))
    .reduce(
      (left, {from, to}) => left.slice(0, from) + " ".repeat(to - from) + left.slice(to),
      text,
    )
    .toLocaleLowerCase(code);
}

const within =
  (least: number, most: number): Names =>
  ({days}) =>
    days > least - 1 && days < most + 1;

function countNamed({measure, size, upper}: Quantity): Names | undefined {
  if (upper) return undefined;
  switch (measure) {
    case "hours":
      return size >= 24 ? within(size / 24, size / 24) : undefined;
    // "30 days and 90": the other number has no unit of its own.
    case "plain":
      return size > 1 ? within(size, size) : undefined;
    case "days":
      return within(size, size);
    case "weeks":
      return within(7 * size, 7 * size);
    case "months":
      return within(28 * size, 31 * size);
    case "years":
      return within(360 * size, 366 * size);
    default:
      return undefined;
  }
}

/** "Since the close of 23 June": that close ends as the next day begins. */
function momentNamed(moment: Moment): Names[] {
  if (moment.day === undefined) return [];
  const isOn = (instant: number) => says(moment, new Date(instant).toISOString());
  return [({from}) => isOn(from - 1) || isOn(from)];
}

/** A span that a word names, or its part until now, from the first day of such a month. */
const ofWords: readonly (readonly [SpanWord, Names])[] = [
  ["week", within(7, 7)],
  ["month", calendar(28, 31, () => true)],
  ["quarter", calendar(89, 92, month => month % 3 === 0)],
  ["year", calendar(360, 366, month => month === 0)],
];

function calendar(least: number, most: number, begins: (month: number) => boolean): Names {
  return ({days, from}) => {
    const date = new Date(from);
    const soFar = days <= most && date.getUTCDate() === 1 && begins(date.getUTCMonth());
    return soFar || within(least, most)({days, from});
  };
}

const worded = (words: string, {edits}: CheckLanguage): Names[] =>
  ofWords.flatMap(([span, names]) => (words.search(edits.spans[span]) >= 0 ? [names] : []));

/** "Its best day of the last 30 days": a day excuses the day's change, and asks for none. */
function dayNamed(text: string, language: CheckLanguage): Names[] {
  const words = wordsWithout(text, mentionsIn(text, language), language);
  return words.search(language.edits.spans.day) >= 0 ? [within(1, 1)] : [];
}
