import {say} from "../../model/text.ts";
import type {Words} from "../../narrative/point.ts";
import type {RulerHeading, RulerSentence} from "../../narrative/ruler.ts";
import {quoteName} from "./quotes.ts";
import {suffixed} from "./suffix.ts";
import {capital, days, moved} from "./words.ts";

const sides = {above: "üzerinde", below: "altında"} as const;

export const rulerHeadings: Words<RulerHeading> = {
  "lowest-trade": () => say`Kayıtlardaki en düşük işlem`,
  "how-far-off": ({worth: of}) =>
    say`${of.kind === "dollar" ? "Bir dolara" : capital(quoteName(of.code, "dative"))} ne kadar uzak`,
  "ruler-moved": ({code, way}) =>
    say`${capital(quoteName(code))} ${way === "up" ? "yükseldi" : "geriledi"}, token da onunla`,
  "beside-ruler": ({code}) => say`${capital(quoteName(code, "genitive"))} yanında`,
};

export const rulerSentences: Words<RulerSentence> = {
  gap({worth: of, price, priceIs, gap, side}, {asset, pen}) {
    const stands = say`${priceIs === "close" ? "kapanış" : "fiyat"} ${pen.price(price)}`;
    if (of.kind === "thing")
      return say`${pen.name(asset.symbol)} ${quoteName(of.code, "accusative")} temsil ediyor; ${stands}, ${side === "level" ? "onunla aynı düzeyde" : say`bunun ${pen.gap(gap)} ${sides[side]}`}.`;
    const far =
      side === "level"
        ? say`tam bir dolar değerinde`
        : say`bir doların ${pen.gap(gap)} ${sides[side]}`;
    return say`${pen.name(asset.symbol)} bir dolar etmek üzere tasarlandı; ${stands}, ${far}.`;
  },
  "closes-off": ({days: count}, {pen, fixed}) =>
    say`Kapanışlar ${days(count, pen)} üst üste ${suffixed(pen.size(fixed.percent, 0), "ablative")} fazla saptı.`,
  "low-of-day"({price, gap, precedent}, {pen}) {
    const touched = say`Gün içinde fiyat ${suffixed(pen.price(price), "dative")} kadar indi, bir doların ${pen.gap(gap)} altına`;
    switch (precedent.rank) {
      case "none":
        return say`${touched}; ${suffixed(pen.day(precedent.from), "ablative")} bu yana kayıtlı ${pen.count(precedent.earlier)} günün hiçbirinde bu kadar inmemişti.`;
      case "few":
      case "since":
        return say`${touched}; bu kadar düştüğü son gün ${pen.day(precedent.last)}.`;
    }
  },
  "day-beside-ruler"({code, inRuler, inDollars, ofRuler, mover}, {asset, pen}) {
    const own = say`Son bir günde ${quoteName(code)} ${moved(ofRuler, pen)}`;
    const token = say`${pen.name(asset.symbol)} dolar cinsinden ${moved(inDollars, pen)}`;
    const beside = say`${quoteName(code)} cinsinden ${moved(inRuler, pen)}`;
    return mover === "ruler"
      ? say`${own}, ${token}; ${beside}.`
      : say`${own}. ${token}, ${beside}.`;
  },
};
