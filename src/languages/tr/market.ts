import type {Figure} from "../../model/figure.ts";
import {type Printed, say, type Text} from "../../model/text.ts";
import type {AftermathTold} from "../../narrative/aftermath.ts";
import type {MarketHeading, MarketSentence, Run} from "../../narrative/market.ts";
import {apart} from "../../narrative/pen.ts";
import type {Telling, Words} from "../../narrative/point.ts";
import type {SecondOpinion} from "../../narrative/secondOpinion.ts";
import {rangeSentences} from "./range.ts";
import {suffixed, too} from "./suffix.ts";
import {capital, days, list, moved, named, rose} from "./words.ts";

export const marketHeadings: Words<MarketHeading> = {
  "run-far": ({way}) => (way === "up" ? say`Nereden nereye çıktı` : say`Nereden nereye indi`),
  "one-day-of": ({days: span}, {pen}) => say`${capital([pen.counted(span)])} gün değil, tek gün`,
  "day-rare"({way, precedent}, {pen}) {
    const worst = way === "up" ? "iyi" : "kötü";
    switch (precedent.rank) {
      case "none":
        return say`Kayıtlardaki en ${worst} günü`;
      case "few":
        return say`Kayıtlardaki en ${worst} ${pen.worded(precedent.beyond, afterSo[precedent.beyond.value - 1]!)} günü`;
      case "since":
        return say`${capital(suffixed(pen.day(precedent.last), "ablative"))} bu yana en ${worst} günü`;
    }
  },
  "new-level": ({end}) => (end === "high" ? say`Öncekilerin üzerinde` : say`Öncekilerin altında`),
  "against-run": ({way, from}, {pen}) => {
    const since = capital(say`${suffixed(pen.shortDay(from), "ablative")} bu yana`);
    return way === "up"
      ? say`${since} düşüş, son günde yükseliş`
      : say`${since} yükseliş, son günde düşüş`;
  },
  "spans-agree": ({standing}, {benchmark, pen}) =>
    say`${named(benchmark.name, "genitive", pen)} ${standing === "ahead" ? "önünde" : "gerisinde"}`,
  "plain-day": ({way}) => (way === "up" ? say`Yükselişle geçen gün` : say`Düşüşle geçen gün`),
  "where-it-stands": (_, {asset, pen}) => say`${named(asset.symbol, "genitive", pen)} durumu`,
};

export const marketSentences: Words<MarketSentence> = {
  run,
  "day-flat": (_, {asset, pen}) =>
    say`${pen.name(asset.symbol)} son bir günde dolara karşı değişmedi.`,
  "day-alone": ({change}, {asset, pen}) =>
    say`${pen.name(asset.symbol)} son bir günde dolara karşı ${gained(change, pen)}.`,
  "day-common": ({change, days: counted, larger}, {asset, pen}) =>
    say`${pen.name(asset.symbol)} son bir günde ${gained(change, pen)}; önceki ${pen.count(counted)} günün ${too(suffixed(pen.count(larger), "possessiveLocative"))} bu kadar hareket etmişti.`,
  "day-usual": ({change, usual, days: counted}, {asset, pen}) =>
    say`${pen.name(asset.symbol)} son bir günde ${gained(change, pen)}; önceki ${pen.count(counted)} günün standart sapması ${pen.volatility(usual, 1)}, yani olağan bir hareket.`,
  "day-large": ({change, usual, days: counted, deviations}, {asset, pen}) =>
    say`${pen.name(asset.symbol)} son bir günde ${gained(change, pen)}; önceki ${pen.count(counted)} günün standart sapması ${pen.volatility(usual, 1)}, hareket bunun ${pen.deviations(deviations)} katı.`,
  ...rangeSentences,
  aftermath,
  "span-beside": ({days: span, change, benchmark: other}, {benchmark, pen}) =>
    say`Son ${pen.count(span)} günde ${moved(change, pen)}${other ? say`; ${pen.name(benchmark.name)} ${moved(other, pen)}` : []}.`,
  "year-end": ({end}) =>
    say`Son bir yılın hiçbir kapanışı daha ${end === "high" ? "yüksek" : "düşük"} değildi.`,
  "year-beyond": ({end, price, extreme, day}, {asset, pen}) => {
    const [now, then] = apart([price, extreme], pen.price);
    const [side, most] = end === "high" ? ["üzerinde", "yükseği"] : ["altında", "düşüğü"];
    return say`${pen.name(asset.symbol)} ${suffixed(now, "instrumental")} son bir yıldaki bütün kapanışların ${side}; bunların en ${most} ${suffixed(pen.day(day), "relative")} ${then}.`;
  },
  "second-opinion": (point, telling) => secondOpinion(point, telling),
};

const gained = (change: Figure<"return">, pen: Telling["pen"]): Text =>
  say`${pen.size(change, 2)} ${rose(change) ? "değer kazandı" : "değer kaybetti"}`;

function run(
  {way, size, days: span, from, start, price, change, benchmark: other}: Run,
  {asset, benchmark, pen}: Telling,
): Text {
  const beside = other ? say` Aynı günlerde ${pen.name(benchmark.name)} ${moved(other, pen)}.` : [];
  const [then, now] = apart([start, price], pen.price);
  const origin = say`${pen.day(from)} kapanışındaki ${suffixed(then, "ablative")}`;
  const to = say`${suffixed(now, "dative")} ${way === "up" ? "çıktı" : "indi"}`;
  return size === "large"
    ? say`${pen.name(asset.symbol)} ${origin} ${days(span, pen, "locative")} ${to}: ${pen.size(change)} ${way === "up" ? "artış" : "kayıp"}.${beside}`
    : say`${pen.name(asset.symbol)} ${origin} ${pen.size(change)} ${way === "up" ? "artışla" : "düşüşle"} ${to}.${beside}`;
}

/** "ikinci", "üçüncü": what comes after so many. */
const afterSo = ["ikinci", "üçüncü", "dördüncü", "beşinci", "altıncı"];

function aftermath(
  {way, level, days: span, cases, higher, median, most}: AftermathTold,
  {asset, pen}: Telling,
): Text {
  const such = say`${pen.name(asset.symbol)} daha önce ${pen.count(cases)} gün ${pen.size(level, 0)} ya da daha fazla ${way === "up" ? "yükselmişti" : "gerilemişti"}`;
  const later = say`${pen.worded(span, "bir hafta")} sonra bunların`;
  if (higher.value === 0)
    return say`${such}; ${later} ${pen.worded(higher, "hiçbirinde")} daha yüksekte değildi, medyan değişim ${pen.change(median)}.`;
  return say`${such}; ${later} ${most === "higher" ? "çoğunda" : "yalnızca"} ${most === "higher" ? say`(${pen.counted(higher)} kez)` : suffixed(pen.counted(higher), "possessiveLocative")} daha yüksekteydi, medyan değişim ${pen.change(median)}.`;
}

type Difference = SecondOpinion["differs"][number];

const secondOpinion = ({differs}: SecondOpinion, {pen}: Telling): Text =>
  say`Aynı saatin kayıtlı yanıtları ${list(differs.map(one => difference(one, pen)))} ayrılıyor. Bu not ilk yanıtı izliyor; öteki coinlerin yanında ise onları da veren yanıtı.`;

function difference(one: Difference, pen: Telling["pen"]): Text {
  const versus = ([first, second]: readonly [Printed, Printed]) =>
    say`ilkinde ${first}, ikincisinde ${second}`;
  switch (one.on) {
    case "price":
      return say`fiyatta ${pen.gap(one.gap)} (${versus(apart(one.both, pen.price))})`;
    case "change24h":
      return say`günlük değişimde (${versus(apart(one.both, (change, more) => pen.change(change, 2 + more)))})`;
    case "volume24h":
      return say`günlük hacimde (${versus([pen.money(one.both[0]), pen.money(one.both[1])])})`;
  }
}
