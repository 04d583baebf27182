import {say} from "../../model/text.ts";
import type {FieldHeading, FieldSentence} from "../../narrative/field.ts";
import type {Telling, Words} from "../../narrative/point.ts";
import type {MarketRecord} from "../../narrative/rare.ts";
import {suffixed} from "./suffix.ts";
import {named, rose} from "./words.ts";

export const fieldHeadings: Words<FieldHeading> = {
  "market-rare": () => say`Piyasanın günü`,
  "market-usual": () => say`Diğer coinlerin yanında`,
};

export const fieldSentences: Words<FieldSentence> = {
  breadth({agreement, way, coins, up, down, median, day}, {pen}) {
    const when = day ? suffixed(pen.day(day), "locative") : say`Son bir günde`;
    const middle =
      median.value === 0
        ? say`medyan değişmedi`
        : say`medyan ${pen.size(median)} ${rose(median) ? "yükseldi" : "geriledi"}`;
    const [more, fewer] = [
      suffixed(pen.count(up), "possessive"),
      suffixed(pen.count(down), "possessive"),
    ];
    switch (agreement) {
      case "all":
        return say`${when} diğer ${pen.count(coins)} coinin tamamı ${way === "down" ? "geriledi" : "yükseldi"}; ${middle}.`;
      case "most":
        return say`${when} diğer ${pen.count(coins)} coinin ${more} yükseldi, ${fewer} geriledi; ${middle}.`;
      case "both-ways":
        return say`${when} diğer coinler ayrı yönlere gitti: ${pen.count(coins)} coinin ${more} yukarı, ${fewer} aşağı; ${middle}.`;
    }
  },
  "benchmark-day": ({change}, {benchmark, pen}) =>
    say`${named(benchmark.name, "locative", pen)} değişim ${pen.change(change)}.`,
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

function marketRecord({way, precedent}: MarketRecord, {pen}: Telling) {
  const worse = way === "down" ? "kötü" : "iyi";
  if (precedent.rank === "since")
    return say`Medyana göre bundan ${worse} geçen son gün ${pen.day(precedent.last)}.`;
  const record = say`${suffixed(pen.day(precedent.from), "ablative")} bu yana kayıtlı ${pen.count(precedent.earlier)} günün`;
  if (precedent.rank === "none") return say`Medyana göre ${record} hiçbiri daha ${worse} değildi.`;
  const {beyond, last} = precedent;
  return say`Medyana göre ${record} ${suffixed(pen.counted(beyond), "possessive")} daha ${worse} geçti, sonuncusu ${pen.day(last)}.`;
}
