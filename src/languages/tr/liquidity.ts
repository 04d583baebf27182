import type {Section} from "../../model/article.ts";
import type {Figure} from "../../model/figure.ts";
import {join, say, type Text} from "../../model/text.ts";
import type {Facts} from "../../narrative/facts.ts";
import {suffixed} from "./suffix.ts";
import {capital, days, named, rose} from "./words.ts";

/** What changed hands, what that can be compared with, and what it does not tell. */
export function liquidity(facts: Facts): Section | undefined {
  if (!facts.liquidity || !facts.state.volume24h) return undefined;
  const paragraphs = [
    join([turnover(facts), beside(facts), order(facts), lesson(facts)]),
    venues(facts),
    fade(facts),
  ].filter(text => text.length > 0);
  return {
    heading: heading(facts),
    blocks: paragraphs.map(text => ({kind: "paragraph", text})),
  };
}

type Level = "high" | "low" | "ordinary" | "unknown";

/** Beside the other coins where these are known, otherwise beside its own past. */
const placeOf = ({liquidity: found}: Facts) =>
  found?.universe?.below.value ?? found?.history?.percentile.value;

function level(facts: Facts): Level {
  const place = placeOf(facts);
  if (place === undefined) return "unknown";
  return place >= 0.8 ? "high" : place <= 0.2 ? "low" : "ordinary";
}

function heading(facts: Facts): Text {
  switch (level(facts)) {
    case "high":
      return say`Yüksek işlem hacmi ve söylemedikleri`;
    case "low":
      return say`Büyüklüğüne göre sakin bir piyasa`;
    case "unknown":
      return say`El değiştiren miktar`;
    case "ordinary": {
      const place = placeOf(facts)!;
      if (place > 0.6) return say`Büyüklüğüne göre olağandan canlı işlemler`;
      return place < 0.4
        ? say`Büyüklüğüne göre olağandan az işlem`
        : say`Büyüklüğüyle orantılı işlem hacmi`;
    }
  }
}

function turnover(facts: Facts): Text {
  const {state, liquidity: found, asset, pen} = facts;
  const ratio = pen.ratio(found!.turnover, state.turnoverOfShown ? 2 : 1);
  const part = suffixed(ratio, "possessive");
  const amount = say`${pen.money(state.volume24h!)} tutarında ${pen.name(asset.symbol)}`;
  const counted = state.circulatingSupply ? "dolaşımdaki arzla hesaplanan" : "kaynaktaki";
  const unsaid = state.circulatingSupply
    ? []
    : say` Kaynak, değeri hangi arzla hesapladığını belirtmiyor.`;
  const shown = state.turnoverOfShown
    ? say` Oran kaynağın kendi hesabı; kaynağın yuvarlayarak yazdığı hacim ve değerden ${pen.ratio(state.turnoverOfShown, 2)} çıkıyor.`
    : [];
  switch (level(facts)) {
    case "high":
      return say`Son bir günde ${named(asset.symbol, "genitive", pen)} ${counted} piyasa değerinin ${part} el değiştirdi; tutarı ${pen.money(state.volume24h!)}.${unsaid}${shown}`;
    case "low":
      return say`Son bir günde yalnızca ${amount} el değiştirdi, ${counted} piyasa değerinin ${part}.${unsaid}${shown}`;
    case "ordinary":
    case "unknown":
      return say`Son bir günde ${amount} el değiştirdi; bu, ${counted} piyasa değerinin ${part}.${unsaid}${shown}`;
  }
}

/** Beside the benchmark, the other coins and its own past. */
function beside(facts: Facts): Text {
  const {liquidity: found, benchmark, pen} = facts;
  const {benchmark: other, universe, history} = found!;
  const ofOther = other
    ? say`${named(benchmark.name, "locative", pen)} oran ${pen.ratio(other.turnover)}`
    : [];
  const ofCoins = universe
    ? say`verisi bilinen en büyük ${pen.count(universe.size)} coinde medyan ${pen.ratio(universe.median)}`
    : [];
  const both = join([ofOther, ofCoins], "; ");
  const below = universe ? placed(universe.below, facts) : [];
  const own = history
    ? say`Kendi geçmişinde ise son ${pen.count(history.days)} günün ${suffixed(pen.share(history.percentile), "possessiveLocative")} daha düşüktü; o günlerin medyanı ${pen.ratio(history.median)}.`
    : [];
  return join([both.length ? say`${capital(both)}.` : [], below, own]);
}

function placed(below: Figure<"share">, facts: Facts): Text {
  const share = facts.pen.share(below);
  switch (level(facts)) {
    case "high":
      return say`O coinlerin ${suffixed(share, "possessiveLocative")} oran daha düşüktü.`;
    case "low":
      return say`Oranı bundan da düşük olanlar o coinlerin ${suffixed(share, "possessive")}.`;
    case "ordinary":
    case "unknown":
      return say`O coinlerin ${suffixed(share, "possessive")} bunun altında kalıyor.`;
  }
}

/** What the level of turnover does not say. */
function lesson(facts: Facts): Text {
  const {change24h} = facts.state;
  // For what is pegged a small move of the price can be a large one.
  if (facts.ruler?.code === "usd")
    return say`Bu hesap, alınıp satılanı ölçer; alınıp satılabilecek olanı değil.`;
  switch (level(facts)) {
    case "high":
      if (!change24h || Math.abs(change24h.value) < 0.01)
        return say`Fiyat bu kadar az oynarken hacmin bu kadar yüksek olması yön göstermez.`;
      return rose(change24h)
        ? say`Yüksek hacim yükselişte de satış dalgasında da görülür; kimin, neden aldığını söylemez.`
        : say`Düşüş gününde hacmin yüksek olması kimin, neden sattığını söylemez; satılan her coinin bir alıcısı vardır.`;
    case "low":
      return say`Az işlem yapılmış olması, az işlem yapılabileceği anlamına gelmez; derinlik ayrı bir konu.`;
    case "ordinary":
    case "unknown":
      return say`Bu hesap, alınıp satılanı ölçer; alınıp satılabilecek olanı değil.`;
  }
}

/** What the volume means for somebody with an order, without a threshold of our own. */
function order(facts: Facts): Text {
  const {liquidity: found, pen} = facts;
  const {share, amount} = found!.part;
  switch (level(facts)) {
    case "high":
      return say`Yine de ${pen.money(amount)} tutarında tek bir emir o günkü işlemlerin ${suffixed(pen.share(share), "possessiveAccusative")} bulurdu.`;
    case "low":
      return say`${pen.money(amount)} tutarında tek bir emir o günkü işlemlerin ${suffixed(pen.share(share), "possessiveAccusative")} oluştururdu.`;
    case "ordinary":
    case "unknown":
      return say`Bu hacmin ${suffixed(pen.share(share), "possessive")} ${pen.money(amount)} eder.`;
  }
}

function venues({liquidity: found, pen, fixed}: Facts): Text {
  const listed = found?.venues;
  if (!listed) return [];
  const largest = pen.name(listed.largest);
  const most =
    listed.largestShare.value > 0.5
      ? say`hacmin çoğu, ${suffixed(pen.share(listed.largestShare), "possessive")}, ${named(listed.largest, "locative", pen)} gerçekleşiyor`
      : say`hacimden en büyük payı ${suffixed(pen.share(listed.largestShare), "instrumental")} ${largest} alıyor`;
  const depth =
    listed.depthUp && listed.depthDown
      ? say` Tümü birlikte ele alınırsa ${suffixed(pen.money(listed.depthDown), "adjective")} satış fiyatı ${pen.size(fixed.depth, 0)} aşağı, ${suffixed(pen.money(listed.depthUp), "adjective")} alış aynı ölçüde yukarı iterdi.`
      : [];
  return say`Kaynağın listelediği ${pen.count(listed.count)} işlem yerinde ${most}; payların Herfindahl endeksi ${pen.index(listed.concentration)}.${depth}`;
}

/** What became of the coin's own spikes. */
function fade({liquidity: found, asset, pen}: Facts): Text {
  const past = found?.fade;
  if (!past) return [];
  return say`${named(asset.symbol, "genitive", pen)} hacmi geçmişte ${pen.counted(past.spikes)} gün, o sıralar olağan sayılanın en az ${pen.counted(past.times)} katına çıktı. Bu sıçramaların ardından ${days(past.days, pen)} geçtiğinde hacim, medyan olarak sıçrama günündekinin ${suffixed(pen.share(past.ratio), "possessive")} kadardı.`;
}
