import {say, type Text} from "../../model/text.ts";
import {apart} from "../../narrative/pen.ts";
import type {Words} from "../../narrative/point.ts";
import type {Lacking, SummarySentence} from "../../narrative/summaryPoints.ts";
import {tieTest} from "./deck.ts";
import {recordSentences} from "./rare.ts";
import {type Case, suffixed} from "./suffix.ts";
import {tieTitle} from "./title.ts";
import {capital, group, list, moved, named, rose} from "./words.ts";

/** What to take away, beside what title and deck have told. */
export const summarySentences: Words<SummarySentence> = {
  ...recordSentences,
  "tie-test": tieTest,
  "tie-changed": ({nature}, telling) => say`${tieTitle(nature, telling)}.`,
  "tie-unchanged"({standing, rho, days}, {benchmark, pen}) {
    const other = (form: Case) => named(benchmark.name, form, pen);
    const numbers = say` (${pen.count(days)} günlük sıra korelasyonu ${pen.correlation(rho)})`;
    switch (standing) {
      case "close":
        return say`${other("accusative")} hâlâ yakından izliyor${numbers}.`;
      case "middling":
        return say`${other("instrumental")} eskisi gibi hareket ediyor${numbers}.`;
      case "loose":
        return say`Günlük hareketlerinin ${other("instrumental")} hâlâ pek ilgisi yok${numbers}.`;
      case "none":
        return say`${other("instrumental")} arasında düzenli bir bağ yok${numbers}.`;
      case "against":
        return say`${other("dative")} hâlâ ters yönde hareket ediyor${numbers}.`;
    }
  },
  "widest-gap": ({side, gap, day, since}, {pen}) => {
    const span = since
      ? say`${capital(suffixed(pen.day(since), "ablative"))} bu yana kayıtlı en büyük sapma`
      : say`Önceki yılın en büyük sapması`;
    return say`${span} ${suffixed(pen.day(day), "locative")} görüldü: ${pen.gap(gap)} ${side === "above" ? "üzerinde" : "altında"}.`;
  },
  "run-since": ({way, change, from, benchmark: other, madeBy}, {benchmark, pen}) => {
    const beside = other
      ? say`; ${named(benchmark.name, "locative", pen)} ${rose(other) ? "artış" : "düşüş"} ${pen.size(other)}`
      : [];
    const made = madeBy
      ? say` Yalnızca ${pen.day(madeBy.day)} günü ${pen.change(madeBy.figure)}.`
      : [];
    return say`${pen.shortDay(from)} kapanışından bu yana ${pen.size(change)} ${way === "up" ? "artış" : "düşüş"}${beside}.${made}`;
  },
  "beside-benchmark": ({standing, spans}, {benchmark, pen}) =>
    say`${list(spans.map(span => say`${pen.count(span)}`))} günün hepsinde ${named(benchmark.name, "genitive", pen)} ${standing === "ahead" ? "önünde" : "gerisinde"}.`,
  "answer-kept": ({answer}, {benchmark, fixed, pen}) =>
    say`${named(benchmark.name, "genitive", pen)} ${suffixed(pen.size(fixed.percent, 0), "adjective")} hareketine yanıtı eskisi gibi ${pen.answer(answer)}; küçülen, geri kalan her şey.`,
  "end-apart": ({days, change, benchmark: other}, {benchmark, pen}) =>
    say`Birlikte hareket etmek aynı yere varmak değil: son ${pen.count(days)} günde ${moved(change, pen)}, ${pen.name(benchmark.name)} ${moved(other, pen)}.`,
  "low-of-day": ({price, precedent}, {pen}) =>
    precedent.rank === "none"
      ? say`Gün içinde ${suffixed(pen.price(price), "ablative")} işlem gördü: kayıtlardaki en düşüğü.`
      : say`Gün içinde ${suffixed(pen.price(price), "ablative")} işlem gördü: ${suffixed(pen.day(precedent.last), "ablative")} bu yana en düşüğü.`,
  "turnover-beside-past": ({turnover, days, median}, {pen}) =>
    say`Piyasa değerinin ${suffixed(pen.ratio(turnover), "possessive")} el değiştirdi; ${pen.count(days)} günün medyanı ${pen.ratio(median)}.`,
  turnover: ({volume, turnover, universe}, {pen}) =>
    say`Son bir günde ${pen.money(volume)} işlem hacmi: piyasa değerinin ${suffixed(pen.ratio(turnover, 2), "possessive")}${universe ? say`; ${pen.count(universe.size)} coinde medyan ${pen.ratio(universe.median)}` : []}.`,
  swings: ({figure}, {pen}) =>
    say`Son bir ayda günlük standart sapma ${pen.volatility(figure, 1)}.`,
  "sector-place": ({span, place, size, sector, change, median}, {pen}) =>
    say`${span === "month" ? "Bir aylık" : "Bir günlük"} getiride ${group(sector, pen)} arasında ${pen.count(place)}. sırada (${pen.count(size)} coin): ${pen.change(change)}${median ? say`; ötekilerin medyanı ${pen.change(median)}` : []}.`,
  "unit-decides": ({dollars, coins}, {asset, pen}) =>
    say`${pen.name(asset.symbol)} dolara karşı ${moved(dollars, pen, 2)}, karşı birim olan coinlere karşı ${moved(coins, pen, 2)} (medyan).`,
  "earlier-range": ({note, date, state, low, high, price}, {fixed, pen}) =>
    say`${pen.shortDay(note)} tarihli notumuz ${pen.shortDay(date)} için sonuçların ${pen.worded(fixed.half, "yarısını")} ${pen.roughPrice(low)} ile ${pen.roughPrice(high)} arasında görüyordu; ${state === "decided" ? "kapanış" : "fiyat şimdi"} ${pen.price(price)}.`,
  outlook: ({date, low: p25, high: p75}, {fixed, pen}) => {
    const [low, high] = apart([p25, p75], pen.roughPrice);
    return say`${pen.day(date)} için simüle edilen sonuçların ${pen.worded(fixed.half, "yarısı")} dar bir aralıkta, ${low} ile ${high} arasında.`;
  },
  lacking: ({what}, {benchmark, pen}) => {
    const words: Readonly<Record<Lacking, Text>> = {
      tie: say`${named(benchmark.name, "instrumental", pen)} nasıl birlikte hareket ettiği`,
      swings: say`ne kadar oynadığı`,
      outlook: say`nereye gidebileceği`,
    };
    return say`Bu verilerden çıkarılamayanlar: ${list(what.map(one => words[one]))}.`;
  },
};
