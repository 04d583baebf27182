import type {Section} from "../../model/article.ts";
import type {EarlierOutcome, SinceFinding} from "../../model/finding.ts";
import {join, say, type Text} from "../../model/text.ts";
import type {Facts} from "../../narrative/facts.ts";
import {apart} from "../../narrative/pen.ts";
import {days, list, moved, upOrDown} from "./words.ts";

/** What has changed since the last note on the coin, and how its cases stand. */
export function since(facts: Facts): Section | undefined {
  const {since: found, pen} = facts;
  if (!found) return undefined;
  const decided = found.cases
    .filter(one => one.state === "decided")
    .toSorted((a, b) => a.date.localeCompare(b.date));
  const open = found.cases.filter(one => one.state === "open");
  return {
    heading: say`Since our note of ${pen.shortDay(found.last.asOf.slice(0, 10))}`,
    blocks: [
      {
        kind: "paragraph",
        text: join([move(found, facts), tie(found, facts), market(found, facts)]),
      },
      ...(decided.length
        ? [{kind: "list" as const, items: decided.slice(-told).map(one => outcome(one, facts))}]
        : []),
      ...(open.length ? [{kind: "paragraph" as const, text: standing(open, facts)}] : []),
    ],
  };
}

function move(found: SinceFinding, {asset, benchmark, state, pen}: Facts): Text {
  const beside = found.benchmarkMove
    ? say`; ${pen.name(benchmark.name)} ${moved(found.benchmarkMove, pen)} in that time`
    : [];
  const [then, now] = apart([found.priceThen, state.price], pen.price);
  if (Math.abs(found.move.value) < 0.005)
    return say`That note, ${days(found.days, pen)} ago, had ${pen.name(asset.symbol)} at ${then}; it is within half a per cent of that${beside}.`;
  return say`That note, ${days(found.days, pen)} ago, had ${pen.name(asset.symbol)} at ${then}. At ${now} it is ${upOrDown(found.move, pen)}${beside}.`;
}

const verdicts = {
  weakened: "weaker than before",
  strengthened: "stronger than before",
  "no-change-found": "unchanged as far as could be seen",
} as const;

function tie({dependence: found}: SinceFinding, {benchmark, pen}: Facts): Text {
  if (!found) return [];
  const {before, now} = found;
  const other = pen.name(benchmark.name);
  const numbers = say`${pen.correlation(before.rho)} then, ${pen.correlation(now.rho)} now over ${pen.count(before.days)} days`;
  return before.verdict === now.verdict
    ? say`On the tie to ${other} the verdict stays: ${verdicts[now.verdict]} (rank correlation ${numbers}).`
    : say`The verdict on its tie to ${other} has changed, from ${verdicts[before.verdict]} to ${verdicts[now.verdict]} (rank correlation ${numbers}).`;
}

function market({rank, turnover}: SinceFinding, {pen}: Facts): Text {
  const parts = [
    ...(rank && rank.before.value !== rank.now.value
      ? [say`its rank by market cap went from ${pen.count(rank.before)} to ${pen.count(rank.now)}`]
      : []),
    ...(turnover && turnover.before.value !== turnover.now.value ? [turned(turnover, pen)] : []),
  ];
  if (parts.length === 0) return [];
  return say`Meanwhile ${join(parts, " and ")}.`;
}

function turned({before, now}: NonNullable<SinceFinding["turnover"]>, pen: Facts["pen"]): Text {
  const [from, to] = apart([before, now], (one, more) => pen.ratio(one, 1 + more));
  return say`turnover ${now.value > before.value ? "rose" : "fell"} from ${from} to ${to} of market cap`;
}

const sides = {
  bear: "below it: the bear case",
  base: "inside it: the base case",
  bull: "above it: the bull case",
} as const;

function outcome(
  {note, date, low, high, price, in: place}: EarlierOutcome,
  {fixed, pen}: Facts,
): Text {
  return say`Decided on ${pen.day(date)}: our note of ${pen.day(note.asOf.slice(0, 10))} put ${pen.worded(fixed.half, "half")} of the outcomes between ${pen.roughPrice(low)} and ${pen.roughPrice(high)}. The close was ${pen.price(price)}, ${sides[place]}.`;
}

const places = {bear: "below", base: "inside", bull: "above"} as const;

/** So many ranges a reader can take in; a desk that writes daily has hundreds open. */
const told = 4;

/** Where the price stands in the base ranges that are decided next. */
function standing(all: readonly EarlierOutcome[], {pen}: Facts): Text {
  const next = all.toSorted((a, b) => a.date.localeCompare(b.date));
  const open = next.slice(0, told);
  const groups = (["bull", "bear", "base"] as const).flatMap(place => {
    const ranges = open
      .filter(one => one.in === place)
      .toSorted((a, b) => a.date.localeCompare(b.date))
      .map(
        ({date, low, high}) =>
          say`${pen.roughPrice(low)} to ${pen.roughPrice(high)} for ${pen.day(date)}`,
      );
    return ranges.length ? [say`${places[place]} ${list(ranges)}`] : [];
  });
  const begin =
    next.length > told ? say`Of the base ranges decided next` : say`Of the base ranges still open`;
  return say`${begin} the price is ${join(groups, "; it is ")}.`;
}
