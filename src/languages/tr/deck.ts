import {say} from "../../model/text.ts";
import type {DeckSentence, TieTest} from "../../narrative/deckPoints.ts";
import type {Telling, Words} from "../../narrative/point.ts";
import {currenciesSentences} from "./currencies.ts";
import {fieldSentences} from "./field.ts";
import {marketSentences} from "./market.ts";
import {quoteName} from "./quotes.ts";
import {measureWords, recordSentences} from "./rare.ts";
import {suffixed} from "./suffix.ts";
import {distanceOf, verb} from "./title.ts";
import {capital, named, rose} from "./words.ts";

/** What the title means, and what it does not. */
export const deckSentences: Words<DeckSentence> = {
  ...recordSentences,
  "market-record": fieldSentences["market-record"],
  "span-beside": marketSentences["span-beside"],
  "priced-in-benchmark": currenciesSentences["priced-in-benchmark"],
  "stands-at": ({price, priceIs}, {asset, pen}) =>
    priceIs === "close"
      ? say`${pen.name(asset.symbol)} günü ${suffixed(pen.price(price), "ablative")} kapattı.`
      : say`${named(asset.symbol, "genitive", pen)} fiyatı ${pen.price(price)}.`,
  "stands-off": ({price, priceIs, code, gap}, {pen}) =>
    say`${priceIs === "close" ? "Kapanış" : "Fiyat"} ${pen.price(price)}, ${distanceOf(gap, code, pen)}.`,
  "stands-for": ({code}, {asset, pen}) =>
    say`${pen.name(asset.symbol)} ${quoteName(code, "accusative")} temsil ediyor ve onunla ölçülüyor.`,
  "traded-day": ({volume, turnover, digits}, {pen}) =>
    say`Bir günde ${pen.money(volume)} el değiştirdi, piyasa değerinin ${suffixed(pen.ratio(turnover, digits), "possessive")}.`,
  "closes-on-record": ({earlier, from}, {pen}) =>
    say`Önceki ${pen.count(earlier)} kapanışın kaydı ${suffixed(pen.day(from), "locative")} başlıyor.`,
  "gap-record"({side, precedent}, {pen}) {
    const where = side === "above" ? "üzerinde" : "altında";
    if (precedent.rank === "since")
      return say`En az bu kadar ${where} kaldığı son gün ${pen.day(precedent.last)}.`;
    const closes = say`${capital(suffixed(pen.day(precedent.from), "ablative"))} bu yana kayıtlı ${pen.count(precedent.earlier)} kapanışın`;
    return precedent.rank === "none"
      ? say`${closes} hiçbiri bu kadar ${where} değildi.`
      : say`${closes} ${suffixed(pen.counted(precedent.beyond), "possessive")} en az bu kadar ${where} kaldı, sonuncusu ${pen.day(precedent.last)}.`;
  },
  "market-median": ({median}, {pen}) => say`Medyan coin ${pen.size(median)} ${verb(median)}.`,
  "among-others"({standing, went, coins, below, above}, {pen}) {
    switch (standing) {
      case "last":
        return say`Diğer ${pen.count(coins)} coinin hiçbiri daha kötü değildi.`;
      case "first":
        return say`Diğer ${pen.count(coins)} coinin hiçbiri daha iyi değildi.`;
      case "between":
        if (went === "still")
          return say`Diğer ${pen.count(coins)} coinin ${suffixed(pen.count(below), "possessive")} daha kötü, ${suffixed(pen.count(above), "possessive")} daha iyi bir gün geçirdi.`;
        return say`Diğer ${pen.count(coins)} coinin ${suffixed(pen.count(went === "lost" ? below : above), "possessive")} daha çok ${went === "lost" ? "kaybetti" : "kazandı"}.`;
    }
  },
  "others-at-age": ({coins, fell, median}, {pen}) =>
    say`Aynı yaştaki ${pen.count(coins)} coinin ${suffixed(pen.count(fell), "possessive")} değer kaybetmişti, medyan ${pen.size(median)} ${rose(median) ? "yükselmişti" : "gerilemişti"}.`,
  "span-path": ({way, start, day, price}, {asset, pen}) =>
    say`${pen.name(asset.symbol)} ${pen.shortDay(day)} kapanışındaki ${suffixed(pen.price(start), "ablative")} ${suffixed(pen.price(price), "dative")} ${way === "up" ? "çıktı" : "indi"}.`,
  "volume-measure": ({measure}, {pen}) => say`Bu, ${measureWords(measure, pen)}.`,
  "same-way": ({same, days, sameBefore, daysBefore}, {benchmark, pen}) =>
    say`Son ${pen.count(days)} günün ${suffixed(pen.count(same), "possessiveLocative")} ${named(benchmark.name, "instrumental", pen)} aynı yöne gitti; önceki ${pen.count(daysBefore)} günde bu sayı ${suffixed(pen.count(sameBefore), "was")}.`,
  "tie-test": tieTest,
  "day-moved": ({change, price}, {asset, pen}) =>
    change.value === 0
      ? say`${pen.name(asset.symbol)} son bir günde değişmedi.`
      : say`${pen.name(asset.symbol)} dolara karşı bir günde ${pen.size(change, 2)} ${rose(change) ? "yükselerek" : "gerileyerek"} ${suffixed(pen.price(price), "dative")} geldi.`,
  "turned-over"({volume, beside}, {pen}) {
    const own = say`El değiştiren tutar ${pen.money(volume)}`;
    const limit =
      "Bu oran el değiştireni sayar; bu fiyatlardan ne kadar alınıp satılabileceğini göstermez.";
    switch (beside.by) {
      case "past":
        return say`${own}; kendi son ${pen.count(beside.days)} gününün medyanı ${pen.ratio(beside.median)}. ${limit}`;
      case "coins":
        return say`${own}; ${pen.count(beside.coins)} büyük coinde medyan ${pen.ratio(beside.median)}. ${limit}`;
      case "nothing":
        return say`${own}. ${limit}`;
    }
  },
  "beside-sector": ({change, median}, {asset, pen}) =>
    median
      ? say`${pen.name(asset.symbol)} ${pen.size(change)} ${verb(change)}; ötekilerin medyanı ${pen.change(median)}.`
      : say`${pen.name(asset.symbol)} ${pen.size(change)} ${verb(change)}.`,
};

/** Whether it could be chance, once, with the test in brackets. */
export function tieTest({rho, before, p, tests, by}: TieTest, {benchmark, pen}: Telling) {
  const adjusted = tests
    ? say`seçimi yapan taramanın ${pen.count(tests)} testine göre düzeltilince ${pen.isP(p)}`
    : say`sınanan pencerelere göre düzeltilince ${pen.isP(p)}`;
  const most =
    by === "benchmark"
      ? say` Değişimin çoğu ${named(benchmark.name, "genitive", pen)} kendi oynaklığından.`
      : [];
  return say`Fark tesadüfle açıklanamayacak kadar büyük (sıra korelasyonu ${pen.correlation(rho)}, öncesinde ${pen.correlation(before)}; ${adjusted}).${most}`;
}
