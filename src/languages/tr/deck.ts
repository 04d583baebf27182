import type {FigureName} from "../../model/figure.ts";
import {abstentionCounts} from "../../model/figureNames.ts";
import {join, say, type Text} from "../../model/text.ts";
import {countOf} from "../../narrative/counted.ts";
import type {Facts} from "../../narrative/facts.ts";
import {place} from "../../narrative/field.ts";
import {isDependence} from "../../narrative/news.ts";
import {told} from "../../narrative/point.ts";
import type {Story} from "../../narrative/story.ts";
import {atThatAge, standing} from "./cohort.ts";
import {fieldSentences} from "./field.ts";
import {quoteName} from "./quotes.ts";
import {dayRecord, distance, levelRecord, marketDay, spanRecord, volumeRecord} from "./rare.ts";
import {gapRecord, worth} from "./ruler.ts";
import {suffixed} from "./suffix.ts";
import {spanOf, verb} from "./title.ts";
import {named, rose, sourceName} from "./words.ts";

/** What the title means, and what it does not. */
export function deck(story: Story, facts: Facts): Text {
  const text = join([leadSentence(story, facts), besideSentence(story, facts)]);
  return text.length > 0 ? text : moved(facts);
}

function leadSentence(story: Story, facts: Facts): Text {
  const {state, asset, benchmark, dependence, liquidity, records, ruler, pen} = facts;
  switch (story.lead) {
    case "peg":
      return or(gapRecord(facts), moved(facts));
    case "ruler-day":
      return ruler!.gap
        ? join([
            say`${state.priceIs === "close" ? "Kapanış" : "Fiyat"} ${pen.price(state.price)}, ${distance(facts, worth(ruler!))}.`,
            gapRecord(facts),
          ])
        : say`${pen.name(asset.symbol)} ${quoteName(ruler!.code, "accusative")} temsil ediyor ve onunla ölçülüyor.`;
    case "coin-day":
      return dayRecord(facts);
    case "market-day":
      return marketDay(facts);
    case "cohort":
      return atThatAge(facts);
    case "week":
    case "month": {
      const span = spanOf(story, facts);
      return join([
        say`${pen.name(asset.symbol)} ${pen.shortDay(span.start.day)} kapanışındaki ${suffixed(pen.price(span.start.figure), "ablative")} ${suffixed(pen.price(state.price), "dative")} ${rose(span.change) ? "çıktı" : "indi"}.`,
        spanRecord(span, facts),
      ]);
    }
    case "high":
    case "low":
      return join([records!.level!.last ? [] : levelRecord(facts), sinceThen(facts)]);
    case "busy":
      return volumeRecord(facts);
    case "decoupled":
      return say`Son ${pen.count(dependence!.leading.days)} günde ${named(benchmark.name, "accusative", pen)} eskisinden daha az izledi. Fark tesadüfle kolay açıklanamayacak kadar büyük (${tieP(facts)}), nedeni de ${named(benchmark.name, "genitive", pen)} durulması değil.`;
    case "looser":
    case "closer": {
      const most =
        dependence!.movedBy === "benchmark"
          ? say`; çoğu ${named(benchmark.name, "genitive", pen)} kendi oynaklığından`
          : [];
      return say`Son ${pen.count(dependence!.leading.days)} gündeki değişim tesadüfle kolay açıklanamayacak kadar büyük (${tieP(facts)})${most}.`;
    }
    case "turnover-high":
      return say`Son bir günün ${pen.money(state.volume24h!)} tutarındaki işlem hacmi piyasa değerinin ${suffixed(pen.ratio(liquidity!.turnover, 2), "possessive")}${turnoverBeside(facts)}. Bu oran el değiştireni sayar; bu fiyatlardan ne kadar alınıp satılabileceğini göstermez.`;
    case "leads":
    case "lags":
      return besidePeers(facts);
    default:
      return moved(facts);
  }
}

const or = (text: Text, otherwise: Text): Text => (text.length > 0 ? text : otherwise);

const tieP = ({dependence, pen}: Facts): Text => [pen.isP(dependence!.leading.adjustedP)];

function besidePeers({peers, asset, pen}: Facts): Text {
  const {place, median, rows} = peers!;
  const row = rows.find(one => one.asset.id === asset.id);
  const [own, others] = place.change30d
    ? [row?.change30d, median.change30d]
    : [row?.change24h, median.change24h];
  if (!own) return [];
  const moved = say`${pen.size(own)} ${verb(own)}`;
  return others
    ? say`${pen.name(asset.symbol)} ${moved}; ötekilerin medyanı ${pen.change(others)}.`
    : say`${pen.name(asset.symbol)} ${moved}.`;
}

function moved({state, asset, risk, pen}: Facts): Text {
  const {change24h} = state;
  const symbol = pen.name(asset.symbol);
  if (!change24h)
    return say`${sourceName(state.sources, pen)} kaydına göre ${named(asset.symbol, "genitive", pen)} fiyatı ${pen.price(state.price)}.`;
  const measure =
    risk?.day && Math.abs(risk.day.deviations.value) < 1
      ? say`; günlük standart sapması ${pen.volatility(risk.day.usual, 1)}`
      : [];
  return say`${symbol} dolara karşı bir günde ${pen.size(change24h, 2)} ${rose(change24h) ? "yükselerek" : "gerileyerek"} ${suffixed(pen.price(state.price), "dative")} geldi${measure}.`;
}

function turnoverBeside({liquidity, pen}: Facts): Text {
  const {universe, history} = liquidity!;
  if (history && (history.percentile.value >= 0.9 || history.percentile.value <= 0.1))
    return say`; kendi son ${pen.count(history.days)} gününün medyanı ${pen.ratio(history.median)}`;
  return universe
    ? say`; ${pen.count(universe.size)} büyük coinde medyan ${pen.ratio(universe.median)}`
    : [];
}

/** The second sentence: the measure of the first, or how the tie to the benchmark stands. */
function besideSentence(story: Story, facts: Facts): Text {
  const {dependence, field, asset, benchmark, pen, ruler} = facts;
  if (story.lead === "cohort") return standing(facts);
  if (story.lead === "coin-day" || story.lead === "market-day") {
    const among = field ? told(fieldSentences, place(facts), facts) : [];
    if (among.length > 0) return among;
  }
  if (isDependence(story.lead)) return sinceThen(facts);
  if (ruler) return [];
  if (!dependence && asset.id === benchmark.id)
    return story.lead === "quiet" ? sinceThen(facts) : [];
  if (!dependence) return untold(facts);
  const {leading} = dependence;
  const numbers = say`${pen.count(leading.days)} günlük sıra korelasyonu ${pen.correlation(leading.rho)}, öncesinde ${pen.correlation(leading.baselineRho)}`;
  return leading.verdict === "no-change-found"
    ? say`${named(benchmark.name, "instrumental", pen)} birlikte hareketinde değişiklik bulunmadı: ${numbers}.`
    : say`${named(benchmark.name, "instrumental", pen)} bağı da değişti: ${numbers}.`;
}

/** Why the tie cannot be told, with how much is there. */
function untold({abstentions, benchmark, asOf, pen}: Facts): Text {
  const reason = abstentions.find(({about}) => about === "decoupling")?.reason;
  const asked = say`${named(benchmark.name, "ablative", pen)} kopup kopmadığı`;
  if (reason?.kind !== "too-few-days") return say`${asked} bu verilerden çıkarılamıyor.`;
  const count = (name: FigureName<"count">, value: number) =>
    pen.counted(countOf(name, value, asOf));
  return say`${asked} ${count(abstentionCounts.days("decoupling"), reason.days)} günlük getiriden çıkarılamıyor; en az ${count(abstentionCounts.daysNeeded("decoupling"), reason.needed)} gerekir.`;
}

/** A month of it, beside the benchmark's. */
function sinceThen(facts: Facts): Text {
  const {state, benchmark, pen} = facts;
  const month = state.past[0];
  if (!month) return moved(facts);
  const own = say`Son ${pen.count(month.days)} günde ${pen.size(month.asset)} ${verb(month.asset)}`;
  const beside = month.benchmark?.change;
  return beside
    ? say`${own}; ${named(benchmark.name, "locative", pen)} ${rose(beside) ? "artış" : "düşüş"} ${pen.size(beside)}.`
    : say`${own}.`;
}
