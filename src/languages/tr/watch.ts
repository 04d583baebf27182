import type {Section} from "../../model/article.ts";
import {say, type Text} from "../../model/text.ts";
import type {Facts} from "../../narrative/facts.ts";
import {isStormy} from "../../narrative/moves.ts";
import {apart} from "../../narrative/pen.ts";
import {cited, factsOn} from "../../narrative/profile.ts";
import {suffixed} from "./suffix.ts";
import {named} from "./words.ts";

/** What would change this note's mind, each with the figure or the day to hold it against. */
export function watch(facts: Facts): Section | undefined {
  const items = [
    dependence(facts),
    turnover(facts),
    volatility(facts),
    closes(facts),
    ...factsOn(["watch"], facts).map(fact => cited([fact], facts)),
  ].filter(text => text.length > 0);
  if (items.length === 0) return undefined;
  return {heading: say`İzlenecekler`, blocks: [{kind: "list", items}]};
}

function dependence({dependence: found, benchmark, asset, pen}: Facts): Text {
  if (!found) return [];
  const {leading} = found;
  const other = named(benchmark.name, "instrumental", pen);
  if (leading.verdict !== "no-change-found")
    return say`${other} sıra korelasyonu, pencere ilerledikçe ${pen.correlation(leading.rho)} dolayında mı kalacak, ${suffixed(pen.correlation(leading.baselineRho), "dative")} doğru mu dönecek?`;
  return leading.benchmarkVolatility.value > leading.baselineBenchmarkVolatility.value * 1.2
    ? say`${named(benchmark.name, "genitive", pen)} günlük oynaklığı karşılaştırma dönemindeki ${pen.volatility(leading.baselineBenchmarkVolatility, 1)} düzeyine indiğinde ${named(asset.symbol, "genitive", pen)} betası ${pen.beta(leading.beta)} dolayında kalacak mı?`
    : say`${other} ${pen.count(leading.days)} günlük sıra korelasyonunun ${suffixed(pen.correlation(leading.visible), "genitive")} altına inmesi: bu büyüklükte bir düşüş çoğu durumda görülürdü.`;
}

function turnover({state, liquidity, pen}: Facts): Text {
  const median = liquidity?.history?.median ?? liquidity?.universe?.median;
  if (!state.turnover || !median) return [];
  const whose = liquidity?.history ? "kendi olağan düzeyi" : "büyük coinlerin medyanı";
  const now = pen.ratio(state.turnover);
  const usual = pen.ratio(median);
  const ratio = state.turnover.value / median.value;
  if (ratio > 1.5)
    return say`Şimdi ${now} olan hacim / piyasa değeri oranı, ${whose} olan ${suffixed(usual, "genitive")} üstünde ne kadar kalacak?`;
  if (ratio < 0.67)
    return say`Şimdi ${now} olan hacim / piyasa değeri oranı, ${whose} olan ${suffixed(usual, "dative")} dönecek mi?`;
  return say`Şimdi ${now} olan hacim / piyasa değeri oranının, ${whose} olan ${usual} dolayından belirgin biçimde ayrıldığı bir gün.`;
}

function volatility({risk, pen}: Facts): Text {
  const [short, long] = risk?.volatility ?? [];
  if (!short || !long) return [];
  const ratio = short.figure.value / long.figure.value;
  const spans = say`son ${pen.count(short.days)} günde ${pen.volatility(short.figure)}, son ${pen.count(long.days)} günde ${pen.volatility(long.figure)}`;
  if (ratio > 1.15) return say`Yıllık oynaklık uzun dönemin düzeyine inecek mi: ${spans}.`;
  if (ratio < 0.87 && !isStormy(risk)) return say`Sakinlik sürecek mi: yıllık oynaklık ${spans}.`;
  return [];
}

function closes({cases: found, pen}: Facts): Text {
  const set = found?.sets[0];
  if (!set) return [];
  const signs = set.cases.flatMap(({name, trigger}) => (trigger ? [{name, trigger}] : []));
  const bear = signs.find(one => one.name === "bear");
  const bull = signs.find(one => one.name === "bull");
  const {p25, p75} = set.quantiles;
  const day = pen.day(set.date);
  const [from, to] = apart([p25, p75], pen.roughPrice);
  if (!bear || !bull)
    return say`Kapanışların ${from} ve ${to} karşısındaki yeri: ${day} için temel senaryonun sınırları.`;
  const [lower, upper] = apart([bear.trigger, bull.trigger], pen.roughPrice);
  const under = say`${suffixed(lower, "genitive")} altında`;
  const over = say`${suffixed(upper, "genitive")} üstünde`;
  const down = Math.log(found.start.value / p25.value);
  const up = Math.log(p75.value / found.start.value);
  if (down < up * 0.75)
    return say`${under} bir kapanış, ${day} için ayı senaryosuna giden yolun ortası; boğa senaryosu daha uzak, ilk işareti ${over} bir kapanış.`;
  return up < down * 0.75
    ? say`${over} bir kapanış, ${day} için boğa senaryosuna giden yolun ortası; ayı senaryosu daha uzak, ilk işareti ${under} bir kapanış.`
    : say`${under} ya da ${over} kapanışlar: ${day} için temel senaryonun sınırlarına giden yolun ortası.`;
}
