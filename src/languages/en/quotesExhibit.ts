import type {Block} from "../../model/article.ts";
import {join, say, type Text} from "../../model/text.ts";
import {quotesBody} from "../../narrative/charts.ts";
import type {Telling, Words} from "../../narrative/point.ts";
import type {QuotesExhibit} from "../../narrative/quotesExhibit.ts";
import {capital, classNames, classWords, list, quoteName, sourceLine} from "./words.ts";

export const quotesExhibits: Words<QuotesExhibit, Block> = {
  "change-by-quote"(point, telling) {
    const {asset, pen} = telling;
    return {
      kind: "exhibit",
      title: seen(point),
      body: quotesBody(point.bars, telling, {
        alt: say`Change of ${pen.name(asset.name)} by quote, class by class; excluded quotes are marked.`,
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
        point.sources,
        join([
          say`${pen.name(asset.symbol)}, change over ${point.span === "a-day" ? "a day" : "the day"} by quote, as of ${pen.instant(point.asOf)}.`,
          basis(point, telling),
          medians(point, telling),
          without(point, telling),
          notCounted(point, telling),
          tests(point, telling),
        ]),
      ),
    };
  },
};

function seen({ways, best, worst}: QuotesExhibit): Text {
  const [most, least] = [quoteName(best.quote), quoteName(worst.quote)];
  switch (ways) {
    case "up":
      return say`Up most in ${most}, least in ${least}`;
    case "down":
      return say`Down most in ${least}, least in ${most}`;
    case "both":
      return say`Up most in ${most}, down most in ${least}`;
  }
}

function basis({basis: found}: QuotesExhibit, {asset, pen}: Telling): Text {
  const symbol = pen.name(asset.symbol);
  switch (found.kind) {
    case "as-answered":
      return [];
    case "derived":
      return say`The source gives no such table for ${symbol}: the quotes’ own moves were taken from its row for ${pen.name(found.reference.name)} and applied to ${symbol}’s change in dollars.`;
    case "between-closes":
      return say`Changes from the end of ${pen.day(found.from)} to the end of ${pen.day(found.to)}; currencies are fixed once a day at their own hour.`;
  }
}

const medians = ({medians: all}: QuotesExhibit, {pen}: Telling): Text =>
  all.length > 0
    ? say`Medians: ${list(all.map(one => say`${pen.change(one.median)} against ${classNames[one.class]}`))}.`
    : [];

/** What the rule left out, and what it changes. */
function without({leftOut}: QuotesExhibit, {pen}: Telling): Text {
  if (!leftOut) return [];
  const {count, quotes, most} = leftOut;
  const each = list(
    quotes.map(({code, change, z}) => say`${code} (${pen.change(change)}, z ${pen.z(z)})`),
  );
  const then = most
    ? say`; with ${quotes.length > 1 ? "them" : "it"} the median against ${classNames[most.class]} would be ${pen.change(most.medianWithExcluded, 2)} instead of ${pen.change(most.median, 2)}`
    : [];
  return say`${capital([pen.counted(count)])} ${quotes.length > 1 ? "quotes are left out of the medians as outliers" : "quote is left out of the medians as an outlier"} by the rule of the method: ${each}${then}.`;
}

/** What stands in the chart and in no count, with why. */
function notCounted({stale, derived, itself}: QuotesExhibit, {asset, pen}: Telling): Text {
  const still = [
    ...stale.classes.map(name => say`every ${classWords[name]} quote on record`),
    ...stale.codes.map(code => [code]),
  ];
  const parts = [
    ...(still.length > 0 ? [say`${list(still)}, which did not move`] : []),
    ...(derived.length > 0
      ? [say`${list(derived.map(code => [code]))}, pegged to or a unit of a quote already there`]
      : []),
    ...(itself === "left-out" ? [say`${pen.name(asset.symbol)} priced in itself`] : []),
  ];
  return parts.length > 0 ? say`Not counted: ${join(parts, "; ")}.` : [];
}

function tests({tested, untested}: QuotesExhibit, {pen}: Telling): Text {
  const none =
    tested.length > 0
      ? say`No quote was left out by the rule for outliers, tested on ${list(tested.map(one => say`${pen.counted(one.legs)} ${classWords[one.class]} quotes`))}.`
      : [];
  const few = untested
    ? say`Too few to be tested for outliers, which takes ${pen.counted(untested.needed)} of a class: ${list(untested.classes.map(one => say`${pen.counted(one.legs)} ${classWords[one.class]} ${one.legs.value === 1 ? "quote" : "quotes"}`))}.`
    : [];
  return join([none, few]);
}
