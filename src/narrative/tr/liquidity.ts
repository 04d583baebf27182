import type {Section} from "../../model/article.ts";
import {join, say, type Text} from "../../model/text.ts";
import type {Facts} from "../facts.ts";
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

function turnover({state, liquidity: found, asset, pen}: Facts): Text {
  const ratio = pen.ratio(found!.turnover, state.turnoverOfShown ? 2 : 1);
  const own = say`Son bir günde ${pen.money(state.volume24h!)} tutarında ${pen.name(asset.symbol)} el değiştirdi`;
  const cap = state.circulatingSupply
    ? say`; bu, dolaşımdaki arzla hesaplanan piyasa değerinin ${suffixed(ratio, "possessive")}.`
    : say`; bu, kaynaktaki piyasa değerinin ${suffixed(ratio, "possessive")}. Kaynak, değeri hangi arzla hesapladığını belirtmiyor.`;
  const shown = state.turnoverOfShown
    ? say` Oran kaynağın kendi hesabı; kaynağın yuvarlayarak yazdığı hacim ve değerden ${pen.ratio(state.turnoverOfShown, 2)} çıkıyor.`
    : [];
  return say`${own}${cap}${shown}`;
}

/** Beside the benchmark, the other coins and its own past. */
function beside({liquidity: found, benchmark, pen}: Facts): Text {
  const {benchmark: other, universe, history} = found!;
  const ofOther = other
    ? say`${named(benchmark.name, "locative", pen)} oran ${pen.ratio(other.turnover)}`
    : [];
  const ofCoins = universe
    ? say`verisi bilinen en büyük ${pen.count(universe.size)} coinde medyan ${pen.ratio(universe.median)}`
    : [];
  const both = join([ofOther, ofCoins], "; ");
  const below = universe
    ? say`O coinlerin ${suffixed(pen.share(universe.below), "possessiveLocative")} oran daha düşüktü.`
    : [];
  const own = history
    ? say`Kendi geçmişinde ise son ${pen.count(history.days)} günün ${suffixed(pen.share(history.percentile), "possessiveLocative")} daha düşüktü; o günlerin medyanı ${pen.ratio(history.median)}.`
    : [];
  return join([both.length ? say`${capital(both)}.` : [], below, own]);
}

/** What the level of turnover does not say. */
function lesson(facts: Facts): Text {
  const {change24h} = facts.state;
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
