import type {Figure} from "../../model/figure.ts";
import type {Dated} from "../../model/finding.ts";
import {join, say, type Text} from "../../model/text.ts";
import type {Facts} from "../facts.ts";
import {missed, type Story, together} from "../story.ts";
import {also, suffixed} from "./suffix.ts";
import {days, grewOrShrank, group, list, named, rose} from "./words.ts";

/** Within this the benchmark has barely moved. */
export const barely = 0.02;

/** The finding that leads, with its number, and what it has to be seen beside. */
export function title(story: Story, facts: Facts): Text {
  const {asset, benchmark, state, dependence, liquidity, risk, peers, pen} = facts;
  const name = pen.name(asset.name);
  const tie = dependence?.leading;
  switch (story.lead) {
    case "decoupled":
      return say`${name}, ${named(benchmark.name, "ablative", pen)} ayrıştı: ${pen.count(tie!.days)} günlük sıra korelasyonu ${pen.correlation(tie!.rho)}, öncesinde ${pen.correlation(tie!.baselineRho)}`;
    case "looser":
      return say`${name}, ${named(benchmark.name, "accusative", pen)} daha gevşek izliyor: sıra korelasyonu ${suffixed(pen.correlation(tie!.baselineRho), "ablative")} ${suffixed(pen.correlation(tie!.rho), "dative")} indi, ayrışma demek için erken`;
    case "closer":
      return say`${closer(facts)}: sıra korelasyonu ${suffixed(pen.correlation(tie!.baselineRho), "ablative")} ${suffixed(pen.correlation(tie!.rho), "dative")} çıktı`;
    case "tie":
      return say`${name}, ${named(benchmark.name, "instrumental", pen)} eskisi gibi birlikte hareket ediyor: ${pen.count(tie!.days)} günlük sıra korelasyonu ${pen.correlation(tie!.rho)}`;
    case "case-missed":
      return outsideRange(facts);
    case "run":
      return say`${name} ${days(state.recent!.days, pen, "locative")} ${grewOrShrank(state.recent!.asset, pen)}${runBeside(story, facts)}`;
    case "day":
      return say`${name} bir günde ${pen.size(state.change24h!)} ${verb(state.change24h!)}: günlük standart sapmasının ${pen.deviations(risk!.day!.deviations)} katı`;
    case "high":
      return isClose(state, state.yearHigh!)
        ? say`${name} ${suffixed(pen.price(state.price), "instrumental")} son bir yılın en yüksek kapanışını yaptı`
        : say`${name} ${suffixed(pen.price(state.price), "instrumental")} son bir yıldaki bütün kapanışların üzerinde`;
    case "low":
      return isClose(state, state.yearLow!)
        ? say`${name} ${suffixed(pen.price(state.price), "instrumental")} son bir yılın en düşük kapanışını yaptı`
        : say`${name} ${suffixed(pen.price(state.price), "instrumental")} son bir yıldaki bütün kapanışların altında`;
    case "near-high":
      return say`${name} ${suffixed(pen.price(state.price), "instrumental")} son bir yılın en yüksek kapanışına yakın: ${pen.price(state.yearHigh!.figure)}`;
    case "near-low":
      return say`${name} ${suffixed(pen.price(state.price), "instrumental")} son bir yılın en düşük kapanışına yakın: ${pen.price(state.yearLow!.figure)}`;
    case "ahead":
    case "behind":
      return say`${name} ${spans(facts)} günlük getirilerin hepsinde ${named(benchmark.name, "genitive", pen)} ${story.lead === "ahead" ? "önünde" : "gerisinde"}`;
    case "turnover-high":
      return say`${named(asset.name, "genitive", pen)} piyasa değerinin ${suffixed(pen.ratio(liquidity!.turnover, 0), "possessive")} bir günde el değiştirdi${dayClause(facts)}`;
    case "turnover-low":
      return say`${name} çoğu coinden az el değiştiriyor: günlük işlem hacmi piyasa değerinin ${suffixed(pen.ratio(liquidity!.turnover), "possessive")}`;
    case "livelier":
      return say`${named(asset.name, "genitive", pen)} oynaklığı arttı: ${volatilities(facts)}`;
    case "calmer":
      return say`${named(asset.name, "genitive", pen)} oynaklığı azaldı: ${volatilities(facts)}`;
    case "leads":
    case "lags":
      return say`${name} ${peerSpan(facts)} getiride ${group(peers!.sector, pen)} arasında ${story.lead === "leads" ? "ilk" : "son"} sırada (${pen.count(peers!.size)} coin)`;
    case "unit": {
      const up = rose(state.change24h!);
      return say`${name} dolara karşı ${pen.size(state.change24h!)} ${up ? "yükseldi" : "geriledi"}, diğer coinlere karşı ${up ? "geriledi" : "yükseldi"}`;
    }
    default:
      return steady(facts);
  }
}

export const verb = (move: Figure<"return" | "difference">) =>
  rose(move) ? "yükseldi" : "geriledi";

/** The price is that close itself, and not beyond it. */
export const isClose = ({price}: Facts["state"], {figure}: Dated<Figure<"USD">>) =>
  price.value === figure.value;

export const spans = ({state, pen}: Facts): Text =>
  list(state.past.map(span => say`${pen.count(span.days)}`));

function closer({asset, benchmark, dependence, pen}: Facts): Text {
  const {benchmarkVolatility, beta, ownVolatility} = dependence!.leading.cause;
  return benchmarkVolatility.value > Math.max(beta.value, ownVolatility.value)
    ? say`${named(benchmark.name, "genitive", pen)} artan oynaklığı ${named(asset.name, "accusative", pen)} kendisine yaklaştırdı`
    : say`${pen.name(asset.name)}, ${named(benchmark.name, "accusative", pen)} eskisinden daha yakından izliyor`;
}

function outsideRange({asset, since, pen}: Facts): Text {
  const one = missed(since!)[0]!;
  const side = one.in === "bull" ? "üzerinde" : "altında";
  const note = say`${pen.shortDay(one.note.asOf.slice(0, 10))} tarihli notumuzun ${pen.shortDay(one.date)} için verdiği aralığın ${side}`;
  return say`${pen.name(asset.name)} ${note}${one.state === "decided" ? " kapandı" : ""}`;
}

function volatilities({risk, pen}: Facts): Text {
  const [month, quarter] = risk!.volatility;
  return say`son ${pen.count(month!.days)} günde yıllık ${pen.volatility(month!.figure)}, son ${pen.count(quarter!.days)} günde ${pen.volatility(quarter!.figure)}`;
}

const peerSpan = ({peers, pen, fixed}: Facts): Text =>
  peers!.place.change30d ? say`${pen.count(fixed.month)} günlük` : say`günlük`;

/** The benchmark over the same days is what a run is seen beside. */
function runBeside(story: Story, facts: Facts): Text {
  const {state, benchmark, pen} = facts;
  const other = pen.name(benchmark.name);
  const {asset, benchmark: beside} = state.recent!;
  if (!beside) return stillTied(story, facts);
  const moved = beside.change;
  if (Math.abs(moved.value) < barely) return say`, ${other} ise neredeyse yerinde saydı`;
  if (rose(moved) !== rose(asset)) return say`, ${other} ise ${pen.size(moved)} ${verb(moved)}`;
  return Math.abs(moved.value) > 0.4 * Math.abs(asset.value)
    ? say`; ${also(other)} ${pen.size(moved)} ${verb(moved)}`
    : say`; ${named(benchmark.name, "locative", pen)} ${rose(moved) ? "yükseliş" : "düşüş"} ${suffixed(pen.size(moved), "locative")} kaldı`;
}

function stillTied(story: Story, {dependence, benchmark, pen}: Facts): Text {
  if (!dependence || !story.angles.includes("tie")) return [];
  return dependence.leading.rho.value >= together
    ? say`, ${named(benchmark.name, "instrumental", pen)} birlikte hareket etmeyi sürdürüyor`
    : say`, ${named(benchmark.name, "instrumental", pen)} gevşek bağında değişiklik görülmüyor`;
}

function dayClause({state, pen}: Facts): Text {
  const {change24h} = state;
  if (!change24h) return [];
  if (Math.abs(change24h.value) < 0.001) return say`, fiyat ise yerinde kaldı`;
  return Math.abs(change24h.value) < 0.01
    ? say`, fiyat ise ancak ${pen.size(change24h)} oynadı`
    : say`, fiyat ${pen.size(change24h)} ${verb(change24h)}`;
}

function steady(facts: Facts): Text {
  const {benchmark, dependence, pen} = facts;
  if (!dependence) return join([lastMove(facts), withoutTie(facts)], "; ");
  const {rho, days: window} = dependence.leading;
  const at = say`${pen.count(window)} günlük sıra korelasyonu ${pen.correlation(rho)}`;
  const beside = named(benchmark.name, "instrumental", pen);
  if (rho.value < together)
    return say`${lastMove(facts)}; ${beside} bağı eskisi gibi gevşek, ${at}`;
  if (rho.value < 0.6) return say`${lastMove(facts)}; ${beside} bağı orta düzeyde kaldı, ${at}`;
  return rho.value < 0.8
    ? say`${lastMove(facts)}; ${beside} bağı korunuyor, ${at}`
    : say`${lastMove(facts)}, ${named(benchmark.name, "accusative", pen)} yakından izliyor: ${at}`;
}

function lastMove({state, asset, pen}: Facts): Text {
  const {change24h} = state;
  const name = pen.name(asset.name);
  if (!change24h) return say`${name} ${suffixed(pen.price(state.price), "locative")}`;
  if (Math.abs(change24h.value) < 0.005)
    return say`${name} günü ${suffixed(pen.price(state.price), "locative")} neredeyse değişmeden geçirdi`;
  return say`${name} bir günde ${pen.size(change24h, 2)} ${verb(change24h)}`;
}

function withoutTie({asset, benchmark, pen, state, risk, liquidity}: Facts): Text {
  const median = liquidity?.universe?.median;
  if (asset.id !== benchmark.id && state.turnover && median) {
    const ratio = state.turnover.value / median.value;
    if (ratio > 1.5 || ratio < 0.67)
      return say`işlem hacmi piyasa değerinin ${suffixed(pen.ratio(state.turnover), "possessive")}, büyük coinlerde medyan ${pen.ratio(median)}`;
  }
  if (asset.id !== benchmark.id)
    return say`${named(benchmark.name, "instrumental", pen)} bağı bu verilerden okunamıyor`;
  if (risk?.fromPeak)
    return say`fiyat en yüksek kapanışının ${pen.drawdown(risk.fromPeak, 0)} altında`;
  return state.turnover
    ? say`işlem hacmi piyasa değerinin ${suffixed(pen.ratio(state.turnover), "possessive")}`
    : [];
}
