import type {Figure} from "../../model/figure.ts";
import {say, type Text} from "../../model/text.ts";
import type {Telling, Words} from "../../narrative/point.ts";
import type {TieNature} from "../../narrative/tie.ts";
import type {BesideDay, BesideQuiet, BesideSpan, Title} from "../../narrative/titlePoints.ts";
import {quoteName} from "./quotes.ts";
import {spanWords} from "./rare.ts";
import {also, suffixed, too} from "./suffix.ts";
import {grewOrShrank, group, named, rose} from "./words.ts";

type Pen = Telling["pen"];

/** What happened, with its number, and what it has to be seen beside. */
export const titles: Words<Title> = {
  peg: ({price, priceIs, code, gap}, {asset, pen}) =>
    say`${pen.name(asset.name)} ${suffixed(pen.price(price), "locative")}${priceIs === "close" ? " kapandı" : ""}: ${distanceOf(gap, code, pen)}`,
  "ruler-day": ({code, inDollars, inRuler}, {asset, pen}) =>
    say`${pen.name(asset.name)} dolar cinsinden ${pen.size(inDollars)} ${verb(inDollars)}, ${quoteName(code)} cinsinden ${pen.size(inRuler)} ${verb(inRuler)}`,
  "coin-day": ({change, beside}, {asset, pen}) =>
    say`${pen.name(asset.name)} bir günde ${grewOrShrank(change, pen)}${besideDay(beside, pen)}`,
  "market-day": ({change, way, agreement, coins, count}, {asset, pen}) => {
    const went = way === "up" ? "yükseldiği" : "gerilediği";
    const own = change.value === 0 ? say`yerinde kaldı` : grewOrShrank(change, pen);
    return agreement === "all"
      ? say`Diğer ${pen.count(coins)} coinin tamamının ${went} gün ${pen.name(asset.name)} ${own}`
      : say`Diğer ${pen.count(coins)} coinin ${suffixed(pen.count(count), "possessiveGenitive")} ${went} gün ${pen.name(asset.name)} ${own}`;
  },
  cohort: ({change, days, worse, coins}, {asset, pen}) =>
    say`${pen.name(asset.name)} ilk ${pen.count(days)} gününde ${grewOrShrank(change, pen)}; ${pen.count(coins)} yeni coinin ${suffixed(pen.count(worse), "possessive")} daha kötüydü`,
  span: ({change, span, beside}, telling) =>
    say`${telling.pen.name(telling.asset.name)} ${spanWords(span, telling.pen)} ${grewOrShrank(change, telling.pen)}${besideSpan(beside, telling)}`,
  level: ({end, price, priceIs, last}, {asset, pen}) => {
    const name = pen.name(asset.name);
    const side = end === "high" ? "yüksek" : "düşük";
    const since = last ? say`${suffixed(pen.day(last), "ablative")} bu yana` : say`kayıtlardaki`;
    return priceIs === "close"
      ? say`${name} ${suffixed(pen.price(price), "instrumental")} ${since} en ${side} kapanışını yaptı`
      : say`${name} ${suffixed(pen.price(price), "locative")}, ${since} en ${side} düzeyde`;
  },
  busy: ({volume, earlier, last}, {asset, pen}) =>
    say`${named(asset.name, "locative", pen)} bir günde ${pen.money(volume)} el değiştirdi, ${last ? say`${suffixed(pen.day(last), "ablative")} bu yana en çoğu` : say`${pen.count(earlier)} günün en çoğu`}`,
  tie: ({nature}, telling) => tieTitle(nature, telling),
  livelier: ({swings, last}, {asset, pen}) =>
    say`${named(asset.name, "genitive", pen)} günlük dalgalanması ${pen.volatility(swings, 1)}, bir ay boyunca ${last ? say`${suffixed(pen.day(last), "ablative")} bu yana en yükseği` : "kayıtlardaki en yükseği"}`,
  turnover: ({turnover, price, change}, {asset, pen}) =>
    say`${named(asset.name, "genitive", pen)} piyasa değerinin ${suffixed(pen.ratio(turnover, 0), "possessive")} bir günde el değiştirdi${besidePrice(price, change, pen)}`,
  "sector-end": ({place, size, sector, span}, {asset, pen, fixed}) =>
    say`${pen.name(asset.name)} ${span === "month" ? say`${pen.count(fixed.month)} günlük` : "günlük"} getiride ${group(sector, pen)} arasında ${place === "first" ? "ilk" : "son"} sırada (${pen.count(size)} coin)`,
  quiet: ({price, move, beside}, {asset, pen}) => {
    const name = pen.name(asset.name);
    if (!move) return say`${name} ${suffixed(pen.price(price), "locative")}`;
    const {way, change} = move;
    if (way === "still") return say`${name} yerinde saydı${besideQuiet(beside, pen)}`;
    return say`${name} bir günde ${pen.size(change, 2)} ${verb(change)}${besideQuiet(beside, pen)}`;
  },
};

type Named = Pick<Telling, "asset" | "benchmark" | "pen">;

const tie: Readonly<Record<TieNature, (telling: Named) => Text>> = {
  loose: ({asset, benchmark, pen}) =>
    say`${pen.name(asset.name)}, ${named(benchmark.name, "ablative", pen)} ayrıştı`,
  loosened: ({asset, benchmark, pen}) =>
    say`${pen.name(asset.name)}, ${named(benchmark.name, "ablative", pen)} ayrıştı`,
  against: ({asset, benchmark, pen}) =>
    say`${pen.name(asset.name)}, ${named(benchmark.name, "dative", pen)} ters yönde hareket eder oldu`,
  ended: ({asset, benchmark, pen}) =>
    say`${pen.name(asset.name)} artık ${named(benchmark.name, "instrumental", pen)} birlikte hareket etmiyor, ama bu ayrışma değil`,
  "no-longer-against": ({asset, benchmark, pen}) =>
    say`${pen.name(asset.name)} artık ${named(benchmark.name, "dative", pen)} ters yönde hareket etmiyor`,
  "no-decoupling": ({asset, benchmark, pen}) =>
    say`${named(asset.name, "genitive", pen)} ${named(benchmark.name, "instrumental", pen)} korelasyonu düştü, ama bu ayrışma değil`,
  "own-swings": ({asset, benchmark, pen}) =>
    say`${pen.name(asset.name)}, kendi dalgalanması küçülünce ${named(benchmark.name, "accusative", pen)} daha yakından izliyor`,
  closer: ({asset, benchmark, pen}) =>
    say`${pen.name(asset.name)}, ${named(benchmark.name, "accusative", pen)} eskisinden daha yakından izliyor`,
  "no-closer-tie": ({asset, benchmark, pen}) =>
    say`${named(asset.name, "genitive", pen)} ${named(benchmark.name, "instrumental", pen)} korelasyonu yükseldi, ama bağ bununla sıkılaşmış değil`,
};

/** What became of the tie, in plain words. */
export const tieTitle = (nature: TieNature, telling: Named): Text => tie[nature](telling);

/** "bir doların %2,8 altında" */
export function distanceOf(gap: Figure<"difference">, code: string, pen: Pen): Text {
  const worth =
    code === "usd" ? say`bir doların` : say`temsil ettiği ${quoteName(code, "genitive")}`;
  if (gap.value === 0) return say`tam ${worth} değerinde`;
  return say`${worth} ${pen.gap(gap)} ${gap.value > 0 ? "üzerinde" : "altında"}`;
}

export const verb = (move: Figure<"return" | "difference">) =>
  rose(move) ? "yükseldi" : "geriledi";

function besideDay(beside: BesideDay, pen: Pen): Text {
  switch (beside.by) {
    case "field": {
      const others = say`${pen.size(beside.median)} ${verb(beside.median)}`;
      return beside.agreement === "same-way"
        ? say`; aynı gün tipik coin ${others}`
        : say`, tipik coin ise ${others}`;
    }
    case "record": {
      const what = beside.way === "up" ? "kazancı" : "kaybı";
      return beside.last
        ? say`, ${suffixed(pen.day(beside.last), "ablative")} bu yana en büyük ${what}`
        : say`, kayıtlardaki en büyük ${what}`;
    }
    case "nothing":
      return [];
  }
}

function besideSpan(beside: BesideSpan, {benchmark, pen}: Telling): Text {
  const other = pen.name(benchmark.name);
  switch (beside.by) {
    case "day":
      return say`, çoğu ${pen.shortDay(beside.day)} günü`;
    case "nothing":
      return [];
    case "benchmark":
      if (beside.agreement === "still") return say`, ${other} ise neredeyse yerinde saydı`;
      return beside.agreement === "same-way"
        ? say`; ${also(other)} ${pen.size(beside.change)} ${verb(beside.change)}`
        : say`, ${other} ise ${pen.size(beside.change)} ${verb(beside.change)}`;
  }
}

function besidePrice(
  price: Extract<Title, {kind: "turnover"}>["price"],
  change: Figure<"return"> | undefined,
  pen: Pen,
): Text {
  if (price === "still") return say`, fiyat ise yerinde kaldı`;
  if (!change) return [];
  return price === "little"
    ? say`, fiyat ise ancak ${pen.size(change)} oynadı`
    : say`, fiyat ${pen.size(change)} ${verb(change)}`;
}

function besideQuiet(beside: BesideQuiet, pen: Pen): Text {
  switch (beside.by) {
    case "still":
      return say`; önceki ${pen.count(beside.days)} günün ${suffixed(pen.count(beside.larger), "possessive")} daha hareketliydi`;
    case "calmest":
      return beside.last
        ? say`; ${suffixed(pen.day(beside.last), "ablative")} bu yana en sakin ayını yaşıyor`
        : say`; kayıtlardaki en sakin ayını yaşıyor`;
    case "thin":
      return say`, işlem hacmi her zamankinin ${suffixed(pen.ratio(beside.times, 0), "possessive")}`;
    case "against":
      return say`; o gün tipik coin ${pen.size(beside.median)} ${verb(beside.median)}`;
    case "others":
      return say`; diğer ${pen.count(beside.coins)} coinin ${suffixed(pen.count(beside.count), "possessive")} daha ${beside.did === "worse" ? "kötüydü" : "iyiydi"}`;
    case "often":
      return say`; kayıtlı ${pen.count(beside.earlier)} günün ${too(suffixed(pen.count(beside.beyond), "possessiveLocative"))} bu kadar ${beside.way === "up" ? "yükseldi" : "geriledi"}`;
    case "nothing":
      return [];
  }
}
