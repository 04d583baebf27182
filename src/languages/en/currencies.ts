import type {Block, Section} from "../../model/article.ts";
import {abstentionCounts} from "../../model/figureNames.ts";
import type {ClassSummary, DecompositionFinding, Leg} from "../../model/finding.ts";
import {join, say, type Text} from "../../model/text.ts";
import {isItself, quoteCode, quotesBody} from "../../narrative/charts.ts";
import {countOf} from "../../narrative/counted.ts";
import type {Facts} from "../../narrative/facts.ts";
import {apart} from "../../narrative/pen.ts";
import {turns} from "../../narrative/story.ts";
import {
  capital,
  classNames,
  classWords,
  list,
  moved,
  quoteName,
  rose,
  sourceLine,
} from "./words.ts";

/** The change priced in other things, and what was left out of it. */
export function currencies(facts: Facts): Section | undefined {
  const {table} = facts;
  if (!table) return undefined;
  const exhibit = chart(table, facts);
  const rest = [
    excluded(facts),
    againstBenchmark(table, facts),
    weekend(table, facts),
    exhibit.length === 0 ? notes(table, facts) : [],
  ];
  return {
    heading: heading(table, facts),
    blocks: [
      paragraph(join([direction(table, facts), quotesOwn(table, facts)])),
      ...exhibit,
      ...rest.filter(text => text.length > 0).map(paragraph),
    ],
  };
}

function heading({dollars, classes, legs}: DecompositionFinding, facts: Facts): Text {
  const coins = classes.find(one => one.class === "crypto")?.median;
  if (coins && turns(coins, dollars))
    return rose(dollars) ? say`Up in dollars, down in coins` : say`Down in dollars, up in coins`;
  const live = legs.filter(({status}) => status === "live" || status === "excluded");
  if (live.length >= 10 && live.every(leg => rose(leg.change))) return say`Up in every currency`;
  if (live.length >= 10 && live.every(leg => leg.change.value < 0))
    return say`Down in every currency`;
  return facts.outliers?.signChanged.length
    ? say`In other currencies, and what leaving out changes`
    : say`In other currencies`;
}

const paragraph = (text: Text): Block => ({kind: "paragraph", text});

function direction(table: DecompositionFinding, facts: Facts): Text {
  const {asset, pen} = facts;
  const counted = table.legs.filter(leg => leg.change.value !== 0);
  const up = counted.filter(leg => rose(leg.change)).length + (rose(table.dollars) ? 1 : 0);
  const symbol = pen.name(asset.symbol);
  const all = table.legs.length + 1;
  if (up === all)
    return say`${symbol} rose against every one of the ${pen.count(table.quotes)} quotes on record.`;
  if (up === 0 && counted.length === table.legs.length)
    return say`${symbol} fell against every one of the ${pen.count(table.quotes)} quotes on record.`;
  const parts = [true, false].flatMap(up => towards(up, table, facts));
  return parts.length ? say`${symbol} ${join(parts, "; it ")}.` : [];
}

/** The classes that it mostly rose against, or fell against, in one clause. */
function towards(up: boolean, table: DecompositionFinding, facts: Facts): Text[] {
  const {pen} = facts;
  const counted = table.classes
    .filter(one => one.live.value >= 3 && one.up.value >= one.down.value === up)
    .map(one => ofClass(one, facts));
  const named = table.classes
    .filter(one => one.live.value < 3)
    .flatMap(({class: name}) => legsOf(name, table))
    .filter(leg => leg.change.value !== 0 && rose(leg.change) === up)
    .map(leg => say`${quoteName(leg.quote)} (${pen.change(leg.change, 2)})`);
  const parts = [...counted, ...named];
  return parts.length ? [say`${up ? "rose" : "fell"} against ${list(parts)}`] : [];
}

const legsOf = (name: Leg["class"], {legs}: DecompositionFinding) =>
  legs.filter(leg => leg.class === name && leg.status === "live");

function ofClass({class: name, live, up, down}: ClassSummary, {pen}: Facts): Text {
  const most = up.value >= down.value ? up : down;
  const quotes = classWords[name];
  return most.value === live.value
    ? say`all ${pen.counted(live)} live ${quotes} quotes`
    : say`${pen.counted(most)} of the ${pen.counted(live)} live ${quotes} quotes`;
}

function quotesOwn(table: DecompositionFinding, facts: Facts): Text {
  const {pen} = facts;
  const largest = table.legs
    .filter(({status}) => status === "live" || status === "excluded")
    .toSorted((a, b) => Math.abs(b.own.value) - Math.abs(a.own.value))
    .slice(0, 4);
  const medians = table.classes.filter(one => one.median);
  if (largest.length === 0) return [];
  const moves = list(
    largest.map((leg, i) => {
      const verb =
        i === 0 || rose(leg.own) !== rose(largest[i - 1]!.own)
          ? rose(leg.own)
            ? " rose "
            : " fell "
          : " ";
      return say`${quoteName(leg.quote)}${verb}${pen.size(leg.own)}`;
    }),
  );
  const middle = medians.length
    ? say` The median change is ${list(medians.map(one => say`${pen.change(one.median!)} against ${classNames[one.class]}`))}.`
    : [];
  if (largest.length === 1) return say`${capital(moves)} against the dollar.${middle}`;
  const most = Math.abs(largest[0]!.own.value);
  if (most < 0.015)
    return say`The quotes themselves moved little against the dollar: ${moves}.${middle}`;
  if (most >= 0.05) return say`The quotes moved too: against the dollar, ${moves}.${middle}`;
  return say`The rows differ by the quotes’ own moves against the dollar, the largest of which are these: ${moves}.${middle}`;
}

function excluded(facts: Facts): Text {
  const {outliers, table, pen} = facts;
  if (!outliers || !table) return [];
  const rule = say`a modified z-score beyond ${pen.z(outliers.threshold)} within its class`;
  if (outliers.excluded.length === 0)
    return say`No quote was left out: none of the ${testedQuotes(facts)} reaches the rule fixed beforehand, ${rule}.`;
  const each = join(
    outliers.excluded.map(leg => outlier(leg, facts)),
    "; ",
  );
  const changed = table.classes.filter(one => one.median && one.medianWithExcluded);
  const most = Math.max(
    ...changed.map(one => Math.abs(one.median!.value - one.medianWithExcluded!.value)),
  );
  const count = capital([pen.counted(outliers.count)]);
  const were = outliers.excluded.length > 1 ? "quotes were" : "quote was";
  const effect = list(changed.map(one => medians(one, facts)));
  if (most < 0.001)
    return say`${count} ${were} left out by ${rule}, tested on ${testedQuotes(facts)}: ${each}. It hardly matters: the median is ${effect}.${signChanged(facts)}`;
  return say`${count} ${were} left out, and that moves the result: ${each}. The rule was fixed beforehand, ${rule}, and tested on ${testedQuotes(facts)}. The median is ${effect}.${signChanged(facts)}`;
}

const testedQuotes = ({outliers, pen}: Facts): Text =>
  list(outliers!.tested.map(one => say`${pen.counted(one.legs)} ${classWords[one.class]} quotes`));

/** A class's median without what was left out, and with it. */
function medians(one: ClassSummary, {outliers, pen}: Facts): Text {
  const [without, all] = [pen.change(one.median!, 2), pen.change(one.medianWithExcluded!, 2)];
  const them = withThem(one, outliers!.excluded);
  return without.print === all.print
    ? say`${without} against ${classNames[one.class]}, with or without ${them}`
    : say`${without} against ${classNames[one.class]} (${all} with ${them})`;
}

function signChanged({outliers, table}: Facts): Text {
  const {signChanged: turned, excluded: out} = outliers!;
  const them = out.length === 1 ? "it" : "them";
  if (turned.length === 0) return [];
  const names = list(turned.map(name => say`${classNames[name]}`));
  const tiny = table!.classes
    .filter(one => turned.includes(one.class))
    .every(one => Math.abs(one.median?.value ?? 0) < 0.005);
  return tiny
    ? say` Leaving ${them} out turns the sign for ${names}, where the median is next to nothing either way.`
    : say` Leaving ${them} out turns the sign for ${names}, which is a finding by itself: the direction there rests on what is left out.`;
}

/** The one figure that is most often misread: the change priced in the benchmark. */
function againstBenchmark(
  table: DecompositionFinding,
  {asset, benchmark, dependence, pen}: Facts,
): Text {
  const leg = table.legs.find(({quote}) => quote === benchmark.symbol.toLowerCase());
  if (!leg || isItself(leg, asset)) return [];
  const other = pen.name(benchmark.name);
  const own = say`${other} itself ${moved(leg.own, pen, 2)} against the dollar`;
  const lesson = dependence
    ? []
    : say` That is a return in another unit, not a correlation; a day’s change holds none.`;
  const [change, dollars] = apart([leg.change, table.dollars], (one, more) =>
    pen.change(one, 2 + more),
  );
  if (leg.change.value * table.dollars.value < 0)
    return say`Priced in ${other} the sign turns: ${change}, where in dollars it is ${dollars}, because ${own}.${lesson}`;
  return Math.abs(leg.own.value) < 0.1 * Math.abs(table.dollars.value)
    ? say`Priced in ${other} it comes to nearly the same, ${change}: ${own}.${lesson}`
    : say`Priced in ${other} the change is ${change}, where in dollars it is ${dollars}, because ${own}.${lesson}`;
}

function outlier(leg: Leg & {readonly z: NonNullable<Leg["z"]>}, {pen}: Facts): Text {
  return say`${quoteName(leg.quote)} (${pen.change(leg.change)}, z ${pen.z(leg.z)}; it ${rose(leg.own) ? "rose" : "fell"} ${pen.size(leg.own)} against the dollar)`;
}

function withThem(one: ClassSummary, legs: readonly Leg[]): string {
  return legs.filter(leg => leg.class === one.class).length === 1 ? "it" : "them";
}

/** Where the changes come from, when the source does not give them as they stand. */
function basis(table: DecompositionFinding, {asset, pen}: Facts): Text {
  const symbol = pen.name(asset.symbol);
  if (table.basis === "derived")
    return say`The source gives no such table for ${symbol}: the quotes’ own moves were taken from its row for ${pen.name(table.reference.name)} and applied to ${symbol}’s change in dollars.`;
  return table.basis === "closes" && table.days
    ? say`Changes from the end of ${pen.day(table.days.from)} to the end of ${pen.day(table.days.to)}; currencies are fixed once a day at their own hour.`
    : [];
}

function weekend({classes, weekend: shut}: DecompositionFinding, {pen, fixed}: Facts): Text {
  if (shut === "none" || classes.every(one => one.class === "crypto")) return [];
  return shut === "part"
    ? say`Currency and metal markets were closed for part of these ${pen.count(fixed.hours)} hours: their moves may be Friday’s.`
    : say`It was a weekend: currency and metal markets were closed for most of these ${pen.count(fixed.hours)} hours, so their legs are Friday’s moves or stale, and these data cannot tell which.`;
}

/** What belongs under the exhibit, or where there is none, at the end. */
const notes = (table: DecompositionFinding, facts: Facts): Text =>
  join([basis(table, facts), notCounted(table, facts), untested(facts)]);

/** What stands in the chart and in no count, with why. */
function notCounted(table: DecompositionFinding, {asset, pen}: Facts): Text {
  const stale = table.legs.some(leg => leg.status === "stale");
  const derived = table.legs.filter(leg => leg.status === "derived" && !isItself(leg, asset));
  const parts = [
    ...(stale ? [say`${staleNames(table)}, which did not move`] : []),
    ...(derived.length
      ? [
          say`${list(derived.map(leg => [quoteCode(leg)]))}, pegged to or a unit of a quote already there`,
        ]
      : []),
    ...(table.legs.some(leg => isItself(leg, asset))
      ? [say`${pen.name(asset.symbol)} priced in itself`]
      : []),
  ];
  return parts.length ? say`Not counted: ${join(parts, "; ")}.` : [];
}

/** The classes of quotes that were too small for the rule of outliers. */
function untested({abstentions, pen, state}: Facts): Text {
  const classes = abstentions.flatMap(({reason}) =>
    reason.kind === "too-few-legs" && reason.legs > 0 ? [reason] : [],
  );
  const first = classes[0];
  if (!first) return [];
  const counted = classes.map(({class: name, legs}) => {
    const count = countOf(abstentionCounts.legs(name), legs, state.price.asOf);
    return say`${pen.counted(count)} ${classWords[name]} ${legs === 1 ? "quote" : "quotes"}`;
  });
  const needed = pen.counted(countOf(abstentionCounts.legsNeeded, first.needed, state.price.asOf));
  return say`Too few to be tested for outliers, which takes ${needed} of a class: ${list(counted)}.`;
}

/** A class that has not moved at all is named as one. */
function staleNames({legs}: DecompositionFinding): Text {
  const byClass = [...Map.groupBy(legs, leg => leg.class)];
  return list(
    byClass.flatMap(([name, members]): Text[] => {
      const stale = members.filter(leg => leg.status === "stale");
      const counted = members.filter(leg => leg.status !== "derived");
      if (stale.length > 1 && stale.length === counted.length)
        return [say`every ${classWords[name]} quote on record`];
      return stale.map(leg => [quoteCode(leg)]);
    }),
  );
}

function chart(table: DecompositionFinding, facts: Facts): Block[] {
  const {asset, pen} = facts;
  if (table.legs.length < 3) return [];
  const alt = say`Change of ${pen.name(asset.name)} by quote, class by class; excluded quotes are marked.`;
  return [
    {
      kind: "exhibit",
      title: say`${pen.name(asset.symbol)}, change over ${table.basis === "closes" ? "the day" : "a day"} by quote`,
      body: quotesBody(table, facts, {
        alt,
        watermark: "Simulated",
        labels: {
          change: `Change of ${asset.symbol} in each quote`,
          classes: {fiat: "Currencies", crypto: "Crypto", metal: "Metals"},
          statuses: {
            live: "counted",
            excluded: "left out as outlier",
            stale: "has not moved",
            derived: "pegged or derived",
          },
          median: "median",
        },
      }),
      source: sourceLine(
        table.sources,
        join([say`As of ${pen.instant(table.dollars.asOf)}.`, notes(table, facts)]),
      ),
    },
  ];
}
