import {say, type Text} from "../../model/text.ts";
import type {Telling, Words} from "../../narrative/point.ts";
import type {RecordSentence, SpanLength, VolumeMeasure} from "../../narrative/records.ts";
import {suffixed} from "./suffix.ts";
import {capital, days} from "./words.ts";

/** How rare something is, in one sentence each. */
export const recordSentences: Words<RecordSentence> = {
  "day-record"({way, precedent, most}, {pen}) {
    const moved = way === "up" ? "yükselmişti" : "gerilemişti";
    switch (precedent.rank) {
      case "none": {
        const before = most
          ? say`; o güne kadarki en büyük ${way === "up" ? "yükseliş" : "düşüş"} ${suffixed(pen.day(most.day), "relative")} ${pen.size(most.figure)}`
          : [];
        return say`${capital(suffixed(pen.day(precedent.from), "ablative"))} bu yana kayıtlı ${pen.count(precedent.earlier)} günün hiçbirinde bu kadar ${way === "up" ? "yükselmemişti" : "gerilememişti"}${before}.`;
      }
      case "few":
        return precedent.beyond.value === 1
          ? say`Kayıtlı ${pen.count(precedent.earlier)} günün yalnızca ${suffixed(pen.counted(precedent.beyond), "possessiveLocative")} bu kadar ${moved}: ${pen.day(precedent.last)}.`
          : say`Kayıtlı ${pen.count(precedent.earlier)} günün yalnızca ${suffixed(pen.counted(precedent.beyond), "possessiveLocative")} bu kadar ${moved}, sonuncusu ${pen.day(precedent.last)}.`;
      case "since":
        return say`Bir günde bu kadar ${way === "up" ? "kazandığı" : "kaybettiği"} son gün ${pen.day(precedent.last)}.`;
    }
  },
  "level-record"({end, priceIs, precedent}, {pen}) {
    const side = end === "high" ? "yüksek" : "düşük";
    if (precedent.rank === "since") {
      const since = capital(say`${suffixed(pen.day(precedent.last), "ablative")} bu yana`);
      return priceIs === "close"
        ? say`${since} en ${side} kapanış.`
        : say`${since} hiçbir kapanış bu kadar ${side} değildi.`;
    }
    const among = capital(
      say`${suffixed(pen.day(precedent.from), "ablative")} bu yana kayıtlı ${pen.count(precedent.earlier)} kapanış arasında`,
    );
    return priceIs === "close"
      ? say`${among} en ${side} kapanış.`
      : say`${among} bu kadar ${side} olanı yok.`;
  },
  "span-record"({way, span, precedent}, {pen}) {
    const moved = way === "up" ? "kazandığı" : "kaybettiği";
    const length = spanWords(span, pen);
    switch (precedent.rank) {
      case "none":
        return say`${capital(suffixed(pen.day(precedent.from), "locative"))} başlayan kayıtlarda ${length} bu kadar ${moved} olmamıştı.`;
      case "since":
        return say`${capital(length)} bu kadar ${moved} son dönem ${suffixed(pen.day(precedent.last), "locative")} bitmişti.`;
      case "often":
        return say`${capital(suffixed(pen.day(precedent.from), "ablative"))} bu yana kayıtlı ${pen.count(span.days)} günlük ${pen.count(precedent.earlier)} dönemin ${suffixed(pen.count(precedent.beyond), "possessive")} bu kadar ${way === "up" ? "yüksek" : "düşük"}.`;
    }
  },
  "swings-record": ({extent, precedent}, {pen}) => {
    const more = extent === "much" ? "çok" : "az";
    return precedent.rank === "none"
      ? say`${capital(suffixed(pen.day(precedent.from), "locative"))} başlayan kayıtlarda bir ay boyunca bu kadar ${more} dalgalandığı olmamıştı.`
      : say`Bir ay boyunca bu kadar ${more} dalgalandığı son dönem ${suffixed(pen.day(precedent.last), "locative")} bitmişti.`;
  },
  "volume-record"({end, volume, measure, precedent}, {pen}) {
    const busier = end === "high" ? "hareketli" : "sakin";
    const own = say`Bir günde ${pen.money(volume)} el değiştirdi; ${measureWords(measure, pen)}`;
    switch (precedent.rank) {
      case "none":
        return say`${own}, bunların hiçbiri daha ${busier} değildi.`;
      case "one":
        return say`${own}, daha ${busier} olan yalnızca ${pen.day(precedent.day)}.`;
      case "few":
        return say`${own}, bunların ${suffixed(pen.counted(precedent.beyond), "possessive")} daha ${busier} geçmişti.`;
      case "since":
        return say`${own}, daha ${busier} son gün ${pen.day(precedent.last)}.`;
    }
  },
};

/** "önceki 365 günün medyanının 80 katı", a part of that median, or that median itself. */
export function measureWords(
  {as, times, median, days: counted, record}: VolumeMeasure,
  pen: Telling["pen"],
): Text {
  const span =
    record === "whole"
      ? say`önceki ${pen.count(counted)} günün`
      : say`önceki bir yılda kayıtlı ${pen.count(counted)} günün`;
  switch (as) {
    case "times":
      return say`${span} medyanının ${pen.times(times)} katı`;
    case "part":
      return say`${span} medyanının ${suffixed(pen.ratio(times, 0), "possessive")}`;
    case "money":
      return say`${span} medyanı ${pen.money(median)}`;
  }
}

/** "bir haftada", "30 günde" */
export const spanWords = ({length, days: count}: SpanLength, pen: Telling["pen"]): Text =>
  length === "week" ? say`${pen.worded(count, "bir haftada")}` : days(count, pen, "locative");
