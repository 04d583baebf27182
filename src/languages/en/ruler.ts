import {say, type Text} from "../../model/text.ts";
import type {Telling, Words} from "../../narrative/point.ts";
import type {Gap, RulerHeading, RulerSentence, Worth} from "../../narrative/ruler.ts";
import {capital, days, gainedOrLost, quoteName, rose} from "./words.ts";

/** "a dollar", "the gold it stands for" */
const worthIn = (worth: Worth): string =>
  worth.kind === "dollar" ? "a dollar" : `the ${bare(worth.code)} it stands for`;

const bare = (code: string) => quoteName(code).replace(/^the /, "");

export const rulerHeadings: Words<RulerHeading> = {
  "lowest-trade": () => say`The lowest trade on record`,
  "how-far-off": ({worth}) => say`How far from ${worthIn(worth)}`,
  "ruler-moved": ({code, way}) =>
    say`${capital([quoteName(code)])} ${way === "up" ? "rose" : "fell"}, and the token with it`,
  "beside-ruler": ({code}) => say`Beside ${quoteName(code)}`,
};

export const rulerSentences: Words<RulerSentence> = {
  gap(point, telling) {
    const {worth, price, priceIs, gap, side} = point;
    const {asset, pen} = telling;
    const stood = say`it ${priceIs === "close" ? "closed" : "stood"} at ${pen.price(price)}`;
    if (worth.kind === "dollar")
      return say`${pen.name(asset.symbol)} is made to be worth a dollar; ${stood}, ${distanceOf(point, telling)}.`;
    return say`${pen.name(asset.symbol)} stands for ${quoteName(worth.code)}; ${stood}, ${side === "level" ? "level with it" : say`${pen.gap(gap)} ${side} that`}.`;
  },
  "closes-off": ({days: count}, {pen, fixed}) =>
    say`It has closed more than ${pen.size(fixed.percent, 0)} off for ${days(count, pen)} in a row.`,
  "low-of-day"({price, gap, precedent}, {pen}) {
    const touched = say`Within the day the price touched ${pen.price(price)}, ${pen.gap(gap)} below a dollar`;
    switch (precedent.rank) {
      case "none":
        return say`${touched}, lower than on any of the ${pen.count(precedent.earlier)} days on record before, since ${pen.day(precedent.from)}.`;
      case "few":
      case "since":
        return say`${touched}; it had not been as low since ${pen.day(precedent.last)}.`;
    }
  },
  "day-beside-ruler"({code, inRuler, inDollars, ofRuler, mover}, {asset, pen}) {
    const name = quoteName(code);
    const own = say`${capital([name])} ${rose(ofRuler) ? "rose" : "fell"} ${pen.size(ofRuler)} in the trailing day`;
    const token = say`${pen.name(asset.symbol)} ${gainedOrLost(inDollars)} ${pen.size(inDollars)} in dollars`;
    return mover === "ruler"
      ? say`${own} and ${token}; measured in ${name} it ${gainedOrLost(inRuler)} ${pen.size(inRuler)}.`
      : say`${own}. ${token} and ${gainedOrLost(inRuler)} ${pen.size(inRuler)} in ${name}.`;
  },
};

/** "2.8% below a dollar" */
function distanceOf({gap, side, worth}: Gap, {pen}: Telling): Text {
  if (side === "level") return say`at exactly ${worthIn(worth)}`;
  return say`${pen.gap(gap)} ${side} ${worthIn(worth)}`;
}
