import {join, say} from "../../model/text.ts";
import type {CurrenciesHeading, CurrenciesSentence} from "../../narrative/currencies.ts";
import type {Words} from "../../narrative/point.ts";
import {capital, classNames, classWords, gainedOrLost, list, quoteName, rose} from "./words.ts";

export const currenciesHeadings: Words<CurrenciesHeading> = {
  "turns-in-coins": ({dollars}) =>
    dollars === "up" ? say`Up in dollars, down in coins` : say`Down in dollars, up in coins`,
  "same-in-all": ({way}) =>
    way === "up" ? say`Up in every currency` : say`Down in every currency`,
  "one-against-all": ({one, way}) =>
    way === "up"
      ? say`Down in ${quoteName(one.quote)}, up in everything else`
      : say`Up in ${quoteName(one.quote)}, down in everything else`,
  "turns-without-left-out": () => say`In other currencies, and what leaving out changes`,
  "in-other-currencies": () => say`In other currencies`,
  "in-few": ({quotes}) => say`Priced in ${list(quotes.map(quote => say`${quoteName(quote)}`))}`,
};

export const currenciesSentences: Words<CurrenciesSentence> = {
  "priced-in-few": ({quotes}, {asset, pen}) =>
    say`${list(
      quotes.map(({quote, change}, i) => {
        const moved =
          change.value === 0 ? say`did not move` : say`${gainedOrLost(change)} ${pen.size(change)}`;
        return i === 0
          ? say`In ${quoteName(quote)} terms ${pen.name(asset.symbol)} ${moved}`
          : say`in ${quoteName(quote)} terms it ${moved}`;
      }),
    )}.`,
  "against-every-quote": ({way, quotes}, {asset, pen}) =>
    say`${pen.name(asset.symbol)} ${way === "up" ? "rose" : "fell"} against every one of the ${pen.count(quotes)} quotes on record.`,
  "against-all-but": ({exceptions, way}, {asset, pen}) =>
    say`${pen.name(asset.symbol)} ${way === "up" ? "rose" : "fell"} against every quote on record but ${list(exceptions.map(({quote, change}) => say`${quoteName(quote)} (${pen.change(change, 2)})`))}.`,
  "against-classes"({ways}, {asset, pen}) {
    const clauses = ways.map(({way, counted, named}) => {
      const classes = counted.map(({class: name, live, up, down, share}) =>
        share === "all"
          ? say`all ${pen.counted(live)} live ${classWords[name]} quotes`
          : say`${pen.counted(way === "up" ? up : down)} of the ${pen.counted(live)} live ${classWords[name]} quotes`,
      );
      const single = named.map(
        ({quote, change}) => say`${quoteName(quote)} (${pen.change(change, 2)})`,
      );
      return say`${way === "up" ? "rose" : "fell"} against ${list([...classes, ...single])}`;
    });
    return say`${pen.name(asset.symbol)} ${join(clauses, "; it ")}.`;
  },
  "quotes-moved": ({legs}, {pen}) =>
    say`${capital(
      join(
        legs.map(({quote, own}, i) => {
          const verb =
            i > 0 && rose(own) === rose(legs[0]!.own) ? [] : rose(own) ? say`rose ` : say`fell `;
          const dollar = i === 0 ? say` against the dollar itself` : [];
          return say`${quoteName(quote)} ${verb}${pen.size(own)}${dollar}`;
        }),
        ", ",
      ),
    )}.`,
  "priced-in-benchmark"({by, change, own}, {benchmark, pen}) {
    const other = pen.name(benchmark.name);
    const did = say`it ${gainedOrLost(change)} ${pen.size(change)}`;
    const itself = say`${rose(own) ? "rose" : "fell"} ${pen.size(own)} itself`;
    switch (by) {
      case "turning-move":
        return say`Priced in ${other} the sign turns: ${did}, as ${other} ${itself}.`;
      case "own-move":
        return say`In ${other}, which ${itself}, ${did}.`;
    }
  },
  "markets-shut": ({hours}, {pen, fixed}) =>
    hours === "part"
      ? say`Currency and metal markets were closed for part of these ${pen.count(fixed.hours)} hours: their moves may be Friday’s.`
      : say`It was a weekend: currency and metal markets were closed for most of these ${pen.count(fixed.hours)} hours, so what they show is Friday’s, or stale.`,
  "left-out-turns"({count, classes, medians}) {
    const them = count.value === 1 ? "the outlier" : "the outliers";
    const names = list(classes.map(name => say`${classNames[name]}`));
    return medians === "tiny"
      ? say`Leaving out ${them} turns the sign for ${names}, where the median is next to nothing either way.`
      : say`Leaving out ${them} turns the sign for ${names}, which is a finding by itself: the direction there rests on what is left out.`;
  },
};
