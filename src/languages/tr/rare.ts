import {addDays, lastDayOver} from "../../model/day.ts";
import type {Rarity, SpanRecord} from "../../model/finding.ts";
import {join, say, type Text} from "../../model/text.ts";
import type {Facts} from "../../narrative/facts.ts";
import {notable, rarity} from "../../narrative/news.ts";
import {told} from "../../narrative/point.ts";
import {marketRecord} from "../../narrative/rare.ts";
import {fieldSentences} from "./field.ts";
import {suffixed} from "./suffix.ts";
import {capital, days, rose} from "./words.ts";

/** So few cases are counted; of more only the last is named. */
const few = 5;

/** How often one day of its own was as large, in the same direction. */
export function dayRecord({records, pen}: Facts): Text {
  const day = records?.day;
  if (!day) return [];
  const side = rose(day.change) ? "yüksek" : "düşük";
  const {beyond, earlier, from, last} = day;
  const record = say`${suffixed(pen.day(from), "ablative")} bu yana kayıtlı ${pen.count(earlier)} günlük getirinin`;
  if (!last) return say`${capital(record)} hiçbiri bu kadar ${side} değildi.`;
  if (beyond.value > few)
    return say`Bir günde bu kadar ${rose(day.change) ? "kazandığı" : "kaybettiği"} son gün ${pen.day(last)}.`;
  return say`${capital(record)} yalnızca ${suffixed(pen.counted(beyond), "possessive")} bu kadar ${side}, sonuncusu ${pen.day(last)}.`;
}

/** Since when no close was as high or as low. */
export function levelRecord({records, state, pen}: Facts): Text {
  const level = records?.level;
  if (!level) return [];
  const {earlier, from, last, end} = level;
  const side = end === "high" ? "yüksek" : "düşük";
  const since = last
    ? say`${suffixed(pen.day(last), "ablative")} bu yana`
    : say`${suffixed(pen.day(from), "ablative")} bu yana kayıtlı ${pen.count(earlier)} kapanış arasında`;
  if (state.priceIs === "close") return say`${capital(since)} en ${side} kapanış.`;
  return last
    ? say`${capital(since)} hiçbir kapanış bu kadar ${side} değildi.`
    : say`${capital(since)} bu kadar ${side} olanı yok.`;
}

/** The last such span before this one; nothing where one that overlaps it was as extreme. */
export function spanRecord(span: SpanRecord, {pen}: Facts): Text {
  const up = rose(span.change);
  const length = spanWords(span, pen);
  if (!span.last)
    return say`${suffixed(pen.day(span.from), "locative")} başlayan kayıtlarda ${length} bu kadar ${up ? "kazandığı" : "kaybettiği"} olmamıştı.`;
  if (rarity(span) < notable)
    return say`${suffixed(pen.day(span.from), "ablative")} bu yana kayıtlı ${pen.count(span.days)} günlük ${pen.count(span.earlier)} dönemin ${suffixed(pen.count(span.beyond), "possessive")} bu kadar ${up ? "yüksek" : "düşük"}.`;
  return isBefore(span, span.start.day)
    ? say`${capital(length)} bu kadar ${up ? "kazandığı" : "kaybettiği"} son dönem ${suffixed(pen.day(span.last), "locative")} bitmişti.`
    : [];
}

const isBefore = ({last}: Rarity, day: string) => last !== undefined && last <= day;

/** "bir haftada", "30 günde" */
export const spanWords = ({window, days: count}: SpanRecord, pen: Facts["pen"]): Text =>
  window === 7 ? say`${pen.worded(count, "bir haftada")}` : days(count, pen, "locative");

/** How the month swung beside all months before it. */
export function volatilityRecord({records, pen}: Facts): Text {
  const found = records?.volatility;
  if (!found) return [];
  const {end, last, from, figure} = found;
  const more = end === "high" ? "çok" : "az";
  if (!last)
    return say`${suffixed(pen.day(from), "locative")} başlayan kayıtlarda bir ay boyunca bu kadar ${more} dalgalandığı olmamıştı.`;
  return isBefore(found, addDays(lastDayOver(figure.asOf), -30))
    ? say`Bir ay boyunca bu kadar ${more} dalgalandığı son dönem ${suffixed(pen.day(last), "locative")} bitmişti.`
    : [];
}

/** The day's volume beside its own of the past year. */
export function volumeRecord({records, pen}: Facts): Text {
  const found = records?.volume;
  if (!found) return [];
  const {figure, median, earlier, beyond, last, end} = found;
  const busier = end === "high" ? "hareketli" : "sakin";
  const place =
    last === undefined
      ? say`bunların hiçbiri daha ${busier} değildi`
      : beyond.value > few
        ? say`daha ${busier} son gün ${pen.day(last)}`
        : say`bunların ${suffixed(pen.counted(beyond), "possessive")} daha ${busier} geçmişti`;
  return say`Bir günde ${pen.money(figure)} el değiştirdi; önceki bir yılda kayıtlı ${pen.count(earlier)} günün medyanı ${pen.money(median)}, ${place}.`;
}

/** The median of the others, and how rare such a day is: for a reader who has not met it yet. */
export function marketDay(facts: Facts): Text {
  const {field, pen} = facts;
  if (!field || field.median.value === 0) return [];
  const {median} = field;
  return join([
    say`Medyan coin ${pen.size(median)} ${rose(median) ? "yükseldi" : "geriledi"}.`,
    told(fieldSentences, marketRecord(facts), facts),
  ]);
}

/** How far it lies from what it is made to be worth: "bir doların %2,8 altında". */
export function distance({ruler, pen}: Facts, worth: Text): Text {
  const off = ruler!.gap!;
  if (off.value === 0) return say`tam ${worth} değerinde`;
  return say`${worth} ${pen.gap(off)} ${off.value > 0 ? "üzerinde" : "altında"}`;
}
