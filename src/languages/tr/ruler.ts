import {say, type Text} from "../../model/text.ts";
import type {Facts} from "../../narrative/facts.ts";
import {told, type Words} from "../../narrative/point.ts";
import type {RulerHeading, RulerSentence, Worth} from "../../narrative/ruler.ts";
import * as narrative from "../../narrative/ruler.ts";
import {quoteName} from "./quotes.ts";
import {suffixed} from "./suffix.ts";
import {capital, days, moved} from "./words.ts";

/** "bir doların", "temsil ettiği altının" */
const worthIn = (worth: Worth): Text =>
  worth.kind === "dollar"
    ? ["bir doların"]
    : say`temsil ettiği ${quoteName(worth.code, "genitive")}`;

/** As others still ask for it. */
export const worth = (ruler: NonNullable<Facts["ruler"]>): Text =>
  worthIn(narrative.worthOf(ruler));

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
  "gap-record"({side, earlier, precedent}, {pen}) {
    if (precedent.rank === "since")
      return say`Bu kadar ${sides[side]} kapandığı son gün ${pen.day(precedent.last)}.`;
    const closes = say`${suffixed(pen.day(precedent.from), "ablative")} bu yana kayıtlı ${pen.count(earlier)} kapanışın`;
    return precedent.rank === "none"
      ? say`${closes} hiçbiri bu kadar ${sides[side]} değildi.`
      : say`${closes} ${suffixed(pen.counted(precedent.beyond), "possessive")} en az bu kadar ${sides[side]} kaldı, sonuncusu ${pen.day(precedent.last)}.`;
  },
  "widest-gap"({gap, side, day, since}, {pen}) {
    const span = since
      ? say`${capital(suffixed(pen.day(since), "ablative"))} bu yana kayıtlı en büyük sapma`
      : say`Önceki yılın en büyük sapması`;
    return say`${span} ${suffixed(pen.day(day), "locative")} görüldü: ${pen.gap(gap)} ${sides[side]}.`;
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

export const gapRecord = (facts: Facts): Text =>
  told(rulerSentences, narrative.gapRecord(facts), facts);

export const widest = (facts: Facts): Text => told(rulerSentences, narrative.widest(facts), facts);
