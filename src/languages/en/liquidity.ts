import {say} from "../../model/text.ts";
import type {LiquidityHeading, LiquiditySentence} from "../../narrative/liquidity.ts";
import type {Words} from "../../narrative/point.ts";
import {noun} from "./nouns.ts";
import {capital, upOrDown} from "./words.ts";

export const liquidityHeadings: Words<LiquidityHeading> = {
  busiest({side, precedent}, {pen}) {
    const more = side === "more" ? "busier" : "quieter";
    switch (precedent.rank) {
      case "none":
        return say`None of ${pen.count(precedent.earlier)} days before was ${more}`;
      case "few":
        return say`Only ${pen.counted(precedent.beyond)} of ${pen.count(precedent.earlier)} days before ${precedent.beyond.value === 1 ? "was" : "were"} ${more}`;
      case "since":
        return say`No ${more} day since ${pen.day(precedent.last)}`;
    }
  },
  "turned-over-whole": (_, {asset}) => say`More was traded than the ${noun(asset)} is worth`,
  "traded-for-size": ({side}) =>
    side === "more" ? say`Heavy trading for its size` : say`Thin trading for its size`,
  "where-traded": () => say`Where it is traded`,
  "changed-hands": () => say`What changed hands`,
};

export const liquiditySentences: Words<LiquiditySentence> = {
  traded({volume, turnover, digits, cap, amount}, {asset, pen}) {
    const whole = cap === "circulating" ? "its market cap" : "the market cap on record";
    const changed = say`${pen.money(volume)} of ${pen.name(asset.symbol)} changed hands in a day`;
    return amount === "whole"
      ? say`${changed}: ${pen.ratio(turnover, digits)} of ${whole}, more than the whole of it.`
      : say`${changed}, ${pen.ratio(turnover, digits)} of ${whole}.`;
  },
  rounded: ({ofShown}, {pen}) =>
    say`The turnover is the source’s own; the volume and cap it prints, which are rounded, give ${pen.ratio(ofShown, 2)}.`,
  "turnover-beside-coins"({side, standing, below, size, median}, {pen}) {
    const coins = say`the ${pen.count(size)} largest coins with known figures`;
    const part = side === "more" ? say`${pen.share(below)}` : say`only ${pen.share(below)}`;
    switch (standing) {
      case "first":
        return say`Of ${coins} ${part} turned over less, and their median is ${pen.ratio(median)}.`;
      case "agrees":
        return say`That is ${side === "more" ? "much" : "little"} beside others too: of ${coins} ${part} turned over less.`;
      case "differs":
        return say`Beside others it is still ${side === "more" ? "much" : "little"}: of ${coins} ${part} turned over less.`;
    }
  },
  "turnover-beside-days"({side, standing, percentile, days: count, median}, {asset, pen}) {
    const year = say`the last ${pen.count(count)} days`;
    const part =
      side === "more" ? say`on ${pen.share(percentile)}` : say`on only ${pen.share(percentile)}`;
    switch (standing) {
      case "first":
        return say`It was lower ${part} of ${year}, whose median is ${pen.ratio(median)}.`;
      case "agrees":
        return say`That is ${side === "more" ? "much" : "little"} for the ${noun(asset)} itself too: it was lower ${part} of ${year}.`;
      case "differs":
        return say`For the ${noun(asset)} itself it is ${side === "more" ? "much" : "little"}: it was lower ${part} of ${year}.`;
    }
  },
  "volume-beside-days"({side, standing, precedent, median}, {asset, pen}) {
    const usual = say`in the year before, the median day saw ${pen.money(median)}`;
    const more = side === "more" ? "busier" : "quieter";
    const place = (() => {
      switch (precedent.rank) {
        case "none":
          return say`none of the ${pen.count(precedent.earlier)} days on record was ${more}`;
        case "few":
          return say`${pen.counted(precedent.beyond)} of the ${pen.count(precedent.earlier)} days on record ${precedent.beyond.value === 1 ? "was" : "were"} ${more}`;
        case "since":
          return say`no day has been ${more} since ${pen.day(precedent.last)}`;
      }
    })();
    switch (standing) {
      case "first":
        return say`${capital(usual)}; ${place}.`;
      case "agrees":
        return say`For the ${noun(asset)} itself that is ${side === "more" ? "much" : "little"} too: ${usual}.`;
      case "differs":
        return say`For the ${noun(asset)} itself it is ${side === "more" ? "much" : "little"}: ${usual}.`;
    }
  },
  "weekend-day": ({day}) => (day === "saturday" ? say`It was a Saturday.` : say`It was a Sunday.`),
  "traded-in-place": ({change}, {pen}) =>
    say`So much trading left the price nearly where it was, ${upOrDown(change, pen)}.`,
  "thin-for-order": ({share, amount}, {pen}) =>
    say`An order of ${pen.money(amount)} would already have been ${pen.share(share)} of that day’s trading; how much could have been traded is another matter.`,
  venues({spread, count, largest, largestShare, depthUp, depthDown}, {pen, fixed}) {
    const at =
      spread === "most-at-one"
        ? say`Most of the volume, ${pen.share(largestShare)}, is at ${pen.name(largest)}, one of ${pen.count(count)} venues that the source lists.`
        : say`The volume is spread over ${pen.count(count)} venues that the source lists; ${pen.name(largest)} has the largest share of it, ${pen.share(largestShare)}.`;
    if (!depthUp || !depthDown) return at;
    return say`${at} Over all of them, ${pen.money(depthDown)} of selling would have moved the price down by ${pen.size(fixed.depth, 0)}, and ${pen.money(depthUp)} of buying up by as much.`;
  },
};
