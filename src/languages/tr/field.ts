import {say} from "../../model/text.ts";
import type {FieldHeading, FieldSentence} from "../../narrative/field.ts";
import type {Telling, Words} from "../../narrative/point.ts";
import type {MarketRecord} from "../../narrative/rare.ts";
import {suffixed} from "./suffix.ts";
import {capital, rose} from "./words.ts";

export const fieldHeadings: Words<FieldHeading> = {
  "market-rare": () => say`Piyasanın günü`,
  "market-usual": () => say`Diğer coinlerin yanında`,
};

export const fieldSentences: Words<FieldSentence> = {
  breadth({agreement, way, coins, up, down, median, day}, {pen}) {
    const when = day ? suffixed(pen.day(day), "locative") : say`Son bir günde`;
    const middle = !median
      ? []
      : median.value === 0
        ? say`; medyan değişmedi`
        : say`; medyan ${pen.size(median)} ${rose(median) ? "yükseldi" : "geriledi"}`;
    const [more, fewer] = [
      suffixed(pen.count(up), "possessive"),
      suffixed(pen.count(down), "possessive"),
    ];
    switch (agreement) {
      case "all":
        return say`${when} diğer ${pen.count(coins)} coinin tamamı ${way === "down" ? "geriledi" : "yükseldi"}${middle}.`;
      case "most":
        return say`${when} diğer ${pen.count(coins)} coinin ${more} yükseldi, ${fewer} geriledi${middle}.`;
      case "both-ways":
        return say`${when} diğer coinler ayrı yönlere gitti: ${pen.count(coins)} coinin ${more} yukarı, ${fewer} aşağı${middle}.`;
    }
  },
  "middle-half": ({way, from, to}, {pen, fixed}) =>
    say`Diğer coinlerin ortadaki ${pen.worded(fixed.half, "yarısı")} ${pen.size(from)} ile ${pen.size(to)} arasında ${way === "up" ? "kazandı" : "kaybetti"}.`,
  farthest({way, place, name, change}, {pen}) {
    const most = way === "up" ? "En çok yükselen" : "En çok düşen";
    return place === "next"
      ? say`Ondan sonra ${way === "up" ? "en çok yükselen" : "en çok düşen"}, ${pen.size(change)} ile ${pen.name(name)}.`
      : say`${most}, ${pen.size(change)} ile ${pen.name(name)}.`;
  },
  "benchmark-day": ({change}, {benchmark, pen}) =>
    say`${pen.name(benchmark.name)} ${pen.size(change)} ${rose(change) ? "yükseldi" : "geriledi"}.`,
  "rarity-untold": () =>
    say`Böyle bir günün ne kadar seyrek olduğu söylenemiyor: bu coinlerin önceki günleri kayıtta yok.`,
  place({change, below, above, standing}, {asset, pen}) {
    const moved =
      change.value === 0
        ? say`${pen.name(asset.symbol)} yerinde kaldı`
        : say`${pen.name(asset.symbol)} ${pen.size(change)} ${rose(change) ? "yükseldi" : "geriledi"}`;
    switch (standing) {
      case "last":
        return say`${moved}; ötekilerden hiçbiri daha kötü değildi.`;
      case "first":
        return say`${moved}; ötekilerden hiçbiri daha iyi değildi.`;
      case "high":
        return say`${moved} ve ötekilerin ${suffixed(pen.count(below), "possessiveAblative")} daha iyi bir gün geçirdi.`;
      case "low":
        return say`${moved} ve ötekilerin ${suffixed(pen.count(above), "possessiveAblative")} daha kötü bir gün geçirdi.`;
      case "middle":
        return say`${moved}; ötekilerin ${suffixed(pen.count(below), "possessive")} daha kötü, ${suffixed(pen.count(above), "possessive")} daha iyi.`;
    }
  },
  "market-record": marketRecord,
};

/** The market's day is that of its median. */
function marketRecord({way, precedent}: MarketRecord, {pen}: Telling) {
  const worse = way === "down" ? "kötü" : "iyi";
  if (precedent.rank === "since")
    return say`Piyasanın bundan ${worse} son günü ${pen.day(precedent.last)}.`;
  const record = say`${capital(suffixed(pen.day(precedent.from), "ablative"))} bu yana geçen ${pen.count(precedent.earlier)} günün`;
  if (precedent.rank === "none") return say`${record} hiçbiri piyasa için daha ${worse} değildi.`;
  const {beyond, last} = precedent;
  return say`${record} ${suffixed(pen.counted(beyond), "possessive")} piyasa için daha ${worse} geçti, sonuncusu ${pen.day(last)}.`;
}
