import type {Figure} from "../../model/figure.ts";
import {say, type Text} from "../../model/text.ts";
import type {Telling, Words} from "../../narrative/point.ts";
import type {TieNature} from "../../narrative/tie.ts";
import type {BesideDay, BesideQuiet, BesideSpan, Title} from "../../narrative/titlePoints.ts";
import {group} from "./peers.ts";
import {spanWords} from "./rare.ts";
import {fraction, gainedOrLost, multiplied, quoteName, rose} from "./words.ts";

type Pen = Telling["pen"];

/** What happened, with its number, and what it has to be seen beside. */
export const titles: Words<Title> = {
  peg: ({price, priceIs, code, gap}, {asset, pen}) =>
    say`${pen.name(asset.name)} ${stands(priceIs)} at ${pen.price(price)}, ${distance(gap, code, pen)}`,
  "ruler-day": ({code, agreement, inDollars, inRuler}, {asset, pen}) =>
    say`${pen.name(asset.name)} ${gainedOrLost(inDollars)} ${pen.size(inDollars)} in dollars and${agreement === "same-way" ? "" : ` ${gainedOrLost(inRuler)}`} ${pen.size(inRuler)} in ${quoteName(code)}`,
  "coin-day": ({change, beside}, {asset, pen}) =>
    say`${pen.name(asset.name)} ${movedBy(change, pen)} in a day${besideDay(beside, pen)}`,
  "market-day": ({change, way, agreement, coins, count}, {asset, pen}) => {
    const went = way === "up" ? "rose" : "fell";
    const own = change.value === 0 ? say`did not move` : movedBy(change, pen);
    return agreement === "all"
      ? say`${pen.name(asset.name)} ${own} on a day on which every one of ${pen.count(coins)} other coins ${went}`
      : say`${pen.name(asset.name)} ${own} on a day on which ${pen.count(count)} of ${pen.count(coins)} other coins ${went}`;
  },
  cohort: ({change, days: age, worse, coins}, {asset, pen}) =>
    say`${pen.name(asset.name)} ${gainedOrLost(change)} ${fraction(change, pen) ?? pen.size(change)} in its first ${pen.count(age)} days; ${pen.count(worse)} of ${pen.count(coins)} new coins did worse`,
  span: ({change, span, beside}, telling) =>
    say`${telling.pen.name(telling.asset.name)} ${partly(change, telling.pen)} in ${spanWords(span, telling.pen)}${besideSpan(beside, telling)}`,
  level: ({end, price, priceIs, last}, {asset, pen}) =>
    say`${pen.name(asset.name)} ${stands(priceIs)} at ${pen.price(price)}, its ${end === "high" ? "highest" : "lowest"} ${last ? say`since ${pen.day(last)}` : "on record"}`,
  busy: ({volume, earlier, last}, {asset, pen}) =>
    say`${pen.name(asset.name)} traded ${pen.money(volume)} in a day, ${last ? say`the most since ${pen.day(last)}` : say`the most in ${pen.count(earlier)} days`}`,
  tie: ({nature}, telling) => tieTitle(nature, telling),
  livelier: ({swings, last}, {asset, pen}) =>
    say`${pen.name(asset.name)} swings by ${pen.volatility(swings, 1)} a day, ${last ? say`the most over a month since ${pen.day(last)}` : "the most over a month on record"}`,
  turnover: ({turnover, price, change}, {asset, pen}) =>
    say`${pen.ratio(turnover, 0)} of ${pen.name(asset.name)}’s market cap changed hands in a day${besidePrice(price, change, pen)}`,
  "sector-end": ({place, size, sector, span}, {asset, pen, fixed}) =>
    say`${pen.name(asset.name)} is ${place} of ${pen.counted(size)} ${group(sector, pen)} over ${span === "month" ? say`${pen.count(fixed.month)} days` : "a day"}`,
  quiet: ({price, move, beside}, {asset, pen}) => {
    const name = pen.name(asset.name);
    if (!move) return say`${name} stands at ${pen.price(price)}`;
    const {way, change} = move;
    if (way === "still") return say`${name} stood still${besideQuiet(beside, pen)}`;
    return say`${name} ${way === "up" ? "rose" : "fell"} ${pen.size(change, 2)} in a day${besideQuiet(beside, pen)}`;
  },
};

const tie: Readonly<Record<TieNature, (name: Text, other: Text) => Text>> = {
  loose: (name, other) => say`${name} has come loose from ${other}`,
  loosened: (name, other) => say`${name} has loosened from ${other}`,
  against: (name, other) => say`${name} has turned against ${other}`,
  ended: (name, other) =>
    say`${name}’s correlation with ${other} has turned negative, and that is no decoupling`,
  "no-longer-against": (name, other) => say`${name} no longer moves against ${other}`,
  "no-decoupling": (name, other) =>
    say`${name} is less correlated with ${other}, and that is no decoupling`,
  "own-swings": (name, other) =>
    say`${name} moves more closely with ${other} now that its own swings have faded`,
  closer: (name, other) => say`${name} moves more closely with ${other} than before`,
  "no-closer-tie": (name, other) =>
    say`${name} is more correlated with ${other}, and that is no closer tie`,
};

/** What became of the tie, in plain words. */
export const tieTitle = (nature: TieNature, {asset, benchmark, pen}: Telling): Text =>
  tie[nature]([pen.name(asset.name)], [pen.name(benchmark.name)]);

export const stands = (priceIs: "close" | "snapshot") =>
  priceIs === "close" ? "closed" : "stands";

/** "2.8% below a dollar" */
export function distance(gap: Figure<"difference">, code: string, pen: Pen): Text {
  const worth =
    code === "usd" ? "a dollar" : `the ${quoteName(code).replace(/^the /, "")} it stands for`;
  if (gap.value === 0) return say`at exactly ${worth}`;
  return say`${pen.gap(gap)} ${rose(gap) ? "above" : "below"} ${worth}`;
}

/** "more than doubled", "lost 27.4%" */
const movedBy = (move: Figure<"return">, pen: Pen): Text =>
  say`${multiplied(move, pen) ?? say`${gainedOrLost(move)} ${pen.size(move)}`}`;

/** "more than doubled", "lost a third" */
const partly = (move: Figure<"return">, pen: Pen): Text =>
  say`${multiplied(move, pen) ?? say`${gainedOrLost(move)} ${fraction(move, pen) ?? pen.size(move)}`}`;

function besideDay(beside: BesideDay, pen: Pen): Text {
  switch (beside.by) {
    case "field": {
      const others = say`the typical coin ${gainedOrLost(beside.median)} ${pen.size(beside.median)}`;
      return beside.agreement === "same-way" ? say` on which ${others}` : say` while ${others}`;
    }
    case "record":
      return say`, its largest ${beside.way === "up" ? "gain" : "loss"} ${beside.last ? say`since ${pen.day(beside.last)}` : "on record"}`;
    case "nothing":
      return [];
  }
}

function besideSpan(beside: BesideSpan, {benchmark, pen}: Telling): Text {
  const other = pen.name(benchmark.name);
  switch (beside.by) {
    case "day":
      return say`, most of it on ${pen.shortDay(beside.day)}`;
    case "nothing":
      return [];
    case "benchmark":
      if (beside.agreement === "still") return say` while ${other} barely moved`;
      return beside.agreement === "same-way"
        ? say`, ${other} ${pen.size(beside.change)}`
        : say` while ${other} ${gainedOrLost(beside.change)} ${pen.size(beside.change)}`;
  }
}

function besidePrice(
  price: Extract<Title, {kind: "turnover"}>["price"],
  change: Figure<"return"> | undefined,
  pen: Pen,
): Text {
  if (price === "still") return say` while the price stood still`;
  if (!change) return [];
  return price === "little"
    ? say` while the price moved ${pen.size(change)}`
    : say` as the price ${rose(change) ? "rose" : "fell"} ${pen.size(change)}`;
}

function besideQuiet(beside: BesideQuiet, pen: Pen): Text {
  switch (beside.by) {
    case "still":
      return say`, moving less than on ${pen.count(beside.larger)} of the ${pen.count(beside.days)} days before`;
    case "calmest":
      return beside.last
        ? say`, in its calmest month since ${pen.day(beside.last)}`
        : say`, in its calmest month on record`;
    case "thin":
      return say` on ${pen.ratio(beside.times, 0)} of its usual trading`;
    case "against":
      return say` on which the typical coin ${gainedOrLost(beside.median)} ${pen.size(beside.median)}`;
    case "others":
      return say`; ${pen.count(beside.count)} of ${pen.count(beside.coins)} other coins did ${beside.did}`;
    case "often":
      return say`; it ${beside.way === "up" ? "rose" : "fell"} as much on ${pen.count(beside.beyond)} of ${pen.count(beside.earlier)} earlier days on record`;
    case "nothing":
      return [];
  }
}
