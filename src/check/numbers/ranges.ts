import {onceFor} from "../once.ts";
import type {Measure, Mention, Quantity} from "./mention.ts";
import type {NumberWords} from "./words.ts";

const fractions: ReadonlySet<Measure> = new Set(["percent", "points"]);
/** Measures that are written once for two numbers. */
const shared: ReadonlySet<Measure> = new Set([
  ...fractions,
  "basis-points",
  "times",
  "hours",
  "days",
  "weeks",
  "months",
  "years",
]);
const money: ReadonlySet<Measure> = new Set(["USD", "other-currency"]);

const partOf = (measure: Measure) =>
  measure === "basis-points" ? 1e4 : fractions.has(measure) ? 100 : 1;

/** From one end to the other: by a dash, a word, or two words around. */
const dash = /^\s?[-–—−]\s?$/;
const tightDash = /^[-–—−]$/;

type RangeWords = NumberWords["ranges"];

/** A list, in which only percentages share their sign, and alternatives, which share any unit. */
const listsOf = onceFor(({and, or}: RangeWords) => ({
  list: new RegExp(`^\\s?(?:${and}|${or}|,)\\s?$`),
  either: new RegExp(or),
}));

/**
 * Numbers with a unit that is written once have it both, and the two ends of a range are one
 * mention: "5–8 %", "3 to 5x", "between 5 and 8 %", "$5–8".
 */
export function withRanges(found: readonly Mention[], text: string, words: RangeWords): Mention[] {
  const mentions: Mention[] = [];
  for (const one of found.toReversed()) {
    const next = mentions.at(-1);
    const pair = next && pairOf(one, next, text, words);
    if (!pair) {
      mentions.push(one);
      continue;
    }
    mentions.pop();
    mentions.push(...pair);
  }
  return mentions.toReversed();
}

/** Both in reversed order, or the range that they are; undefined where they have nothing in common. */
function pairOf(
  one: Mention,
  next: Mention,
  text: string,
  words: RangeWords,
): Mention[] | undefined {
  if (one.kind !== "quantity" || next.kind !== "quantity" || one.ordinal) return undefined;
  if (one.worded || next.worded || next.upper) return undefined;
  const gap = text.slice(one.to, next.from);
  const {list, either} = listsOf(words);
  const isList =
    list.test(gap) && one.measure === "plain" && (next.measure === "percent" || either.test(gap));
  const isRange = joined(one, next, gap, text, words);
  if (!isRange && !isList) return undefined;
  const [lower, upper] = sharing(one, next, text);
  if (!lower || !upper) return undefined;
  if (!isRange || lower.size >= upper.size) return [upper, lower];
  return [{...lower, to: upper.to, upper}];
}

function joined(
  one: Quantity,
  next: Quantity,
  gap: string,
  text: string,
  words: RangeWords,
): boolean {
  if (next.sign !== undefined) return false;
  if (tightDash.test(gap) || dash.test(gap) || words.to.test(gap))
    return one.measure !== next.measure || tightDash.test(gap);
  const {joins, before, behind} = words.between;
  const around =
    joins.test(gap) &&
    (before === undefined || before.test(text.slice(0, one.from))) &&
    (behind === undefined || behind.test(text.slice(next.to)));
  return around && one.measure !== next.measure;
}

/** Both with the unit and the scale that one of them has; none where each has its own. */
function sharing(one: Quantity, next: Quantity, text: string): [Quantity?, Quantity?] {
  if (one.measure === next.measure) return [one, next];
  if (one.measure === "plain" && shared.has(next.measure))
    return [withMeasure(one, next.measure), next];
  if (next.measure !== "plain") return [];
  if (one.measure === "percent" && text[one.from] === "%")
    return [one, withMeasure(next, "percent")];
  if (!money.has(one.measure)) return [];
  // "$5–8bn": what the last digit is worth tells the scale.
  const [, decimals = ""] = text.slice(next.core.from, next.core.to).split(/[.,](?=\d{1,2}$)/);
  const scale = next.step * 10 ** decimals.length;
  const isScaled = scale >= 1e3 && one.step < 1e3;
  return [
    isScaled ? {...one, size: one.size * scale, step: one.step * scale} : one,
    {...next, measure: one.measure},
  ];
}

const withMeasure = (one: Quantity, measure: Measure): Quantity => ({
  ...one,
  measure,
  size: one.size / partOf(measure),
  step: one.step / partOf(measure),
});

/** The two ends of each range by themselves; any other mention as it is. */
export const endsOf = (mentions: readonly Mention[]): readonly Mention[] =>
  mentions.some(isRange) ? mentions.flatMap(apart) : mentions;

const isRange = (one: Mention) => one.kind === "quantity" && one.upper !== undefined;

function apart(mention: Mention): Mention[] {
  if (mention.kind !== "quantity" || !mention.upper) return [mention];
  const {upper, ...lower} = mention;
  return [{...lower, to: lower.core.to}, upper];
}
