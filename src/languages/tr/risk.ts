import {say, type Text} from "../../model/text.ts";
import {apart} from "../../narrative/pen.ts";
import type {Telling, Words} from "../../narrative/point.ts";
import type {DeepestFall, RiskHeading, RiskSentence} from "../../narrative/risk.ts";
import {inMarketDays} from "./nouns.ts";
import {suffixed} from "./suffix.ts";
import {capital, named} from "./words.ts";

export const riskHeadings: Words<RiskHeading> = {
  "swings-rare"({end, last}, {pen}) {
    const extreme = end === "high" ? "oynak" : "sakin";
    return last
      ? say`${capital(suffixed(pen.day(last), "ablative"))} beri en ${extreme} ay`
      : say`Kayıttaki en ${extreme} ay`;
  },
  "falls-harder": (_, {benchmark, pen}) =>
    say`Düşüşleri ${named(benchmark.name, "genitive", pen)}kinden sert`,
  "far-below": () => say`Zirvesinin çok altında`,
  swings: () => say`Ne kadar oynak`,
};

export const riskSentences: Words<RiskSentence> = {
  swings({now, longer, benchmark}, {asset, benchmark: other, pen, rests}) {
    const own = named(asset.symbol, "genitive", pen);
    const month = say`son ${pen.count(now.days)} ${inMarketDays({rests})} ${pen.volatility(now.figure)}`;
    if (!longer) return say`${own} yıllık oynaklığı ${month}.`;
    const both = say`${month}, son ${pen.count(longer.days)} günde ${pen.volatility(longer.figure)}`;
    const beside = benchmark
      ? say`; uzun dönemde ${named(other.name, "locative", pen)} ${pen.volatility(benchmark)}`
      : [];
    switch (longer.way) {
      case "up":
        return say`${own} fiyatı eskisinden çok oynuyor: yıllık oynaklık ${both}${beside}.`;
      case "down":
        return say`${own} fiyatı eskisinden az oynuyor: yıllık oynaklık ${both}${beside}.`;
      case "steady":
        return say`${own} oynaklığı pek değişmedi: yıllık olarak ${both}${beside}.`;
    }
  },
  "deepest-fall": deepestFall,
  "worse-days"({days, answer, how}, {benchmark, fixed, pen}) {
    const when = say`Son ${pen.count(days)} günde, ${named(benchmark.name, "genitive", pen)} kötü günlerinde`;
    const each = say`onun her ${suffixed(pen.size(fixed.percent, 0), "adjective")} düşüşüne karşılık ${pen.answer(answer)}`;
    switch (how) {
      case "against":
        return say`${when} ters yönde gitti (${each}).`;
      case "not":
        return say`${when} onunla birlikte düşmedi (${each}).`;
      case "less":
        return say`${when} ondan az düştü: ${each}.`;
      case "as-much":
        return say`${when} aşağı yukarı onun kadar düştü: ${each}.`;
      case "harder":
        return say`${when} ondan sert düştü: ${each}.`;
    }
  },
  "worst-days"({how, shared, days, independent}, {benchmark, fixed, pen}) {
    const both = say`${named(benchmark.name, "genitive", pen)} bu süredeki en kötü ${pen.count(days)} gününün ${suffixed(pen.count(shared), "possessive")}`;
    const tenth = pen.worded(fixed.tenth, "onda birine");
    switch (how) {
      case "most":
        return say`${both}, yani çoğu, kendi günlerinin de en kötü ${tenth} giriyor.`;
      case "some":
        return say`${both} kendi günlerinin de en kötü ${tenth} giriyor; ilgisiz serilerde bu pay ${pen.share(independent)} olurdu.`;
      case "no-more-than-chance":
        return say`${both} kendi günlerinin de en kötü ${tenth} giriyor; ilgisiz serilerde de bundan az olmazdı.`;
    }
  },
};

/** The deepest fall on record, by when it was and how much of it is left. */
function deepestFall({size, peak, trough, since, stands}: DeepestFall, {pen}: Telling): Text {
  const [high, low] = apart([peak.figure, trough.figure], pen.price);
  const span = say`${suffixed(pen.day(peak.day), "relative")} ${suffixed(high, "ablative")} ${suffixed(pen.day(trough.day), "relative")} ${suffixed(low, "dative")}`;
  const depth = pen.drawdown(size);
  const sinceThen = say`${suffixed(pen.day(since), "ablative")} bu yana`;
  switch (stands.at) {
    case "high":
      return say`${capital(sinceThen)} kayıtlı kapanışların hiçbiri bugünkü fiyatın üstünde değil; bu süredeki en derin düşüş ${depth}: ${span}.`;
    case "bottom":
      return say`Kayıttaki en derin düşüşünün dibinde: ${span} ${depth}.`;
    case "near-bottom":
      return say`Kayıttaki en derin düşüşünün dibinden ${pen.size(stands.above)} yukarıda: ${span} ${depth}.`;
    case "between": {
      const {below} = stands;
      return say`Kayıttaki en derin düşüşü ${depth}: ${span}. Bugün, ${sinceThen} gördüğü en yüksek kapanışın ${pen.drawdown(below, below.value < 0.1 ? 1 : 0)} altında.`;
    }
  }
}
