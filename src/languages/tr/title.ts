import type {Figure} from "../../model/figure.ts";
import type {DecouplingFinding, RecordsFinding, SpanRecord} from "../../model/finding.ts";
import {say, type Text} from "../../model/text.ts";
import type {Facts} from "../../narrative/facts.ts";
import {notable, ownDay, rarity} from "../../narrative/news.ts";
import type {Story} from "../../narrative/story.ts";
import {quoteName} from "./quotes.ts";
import {distance, spanWords, volatilityRecord} from "./rare.ts";
import {worth} from "./ruler.ts";
import {also, suffixed} from "./suffix.ts";
import {grewOrShrank, group, list, named, rose} from "./words.ts";

/** Within this the benchmark has barely moved. */
const barely = 0.02;

/** What happened, with its number, and what it has to be seen beside. */
export function title(story: Story, facts: Facts): Text {
  const {asset, benchmark, state, dependence, liquidity, records, ruler, peers, cohort, pen} =
    facts;
  const name = pen.name(asset.name);
  const tie = dependence?.leading;
  switch (story.lead) {
    case "peg":
      return say`${name} ${suffixed(pen.price(state.price), "locative")}${closed(facts)}: ${distance(facts, worth(ruler!))}`;
    case "ruler-day": {
      const {inDollars, inRuler} = ruler!.day!;
      return say`${name} dolar cinsinden ${pen.size(inDollars)} ${verb(inDollars)}, ${quoteName(ruler!.code)} cinsinden ${pen.size(inRuler)} ${verb(inRuler)}`;
    }
    case "coin-day":
      return say`${name} bir günde ${grewOrShrank(ownDay(facts)!, pen)}${besideDay(facts)}`;
    case "market-day":
      return say`${fieldMove(facts)} gün ${name} ${marketMove(facts)}`;
    case "cohort":
      return say`${name} ilk ${pen.count(cohort!.days)} gününde ${grewOrShrank(cohort!.change, pen)}; ${pen.count(cohort!.coins)} yeni coinin ${suffixed(pen.count(cohort!.worse), "possessive")} daha kötüydü`;
    case "week":
    case "month":
      return say`${name} ${spanMove(spanOf(story, facts), facts)}`;
    case "high":
    case "low": {
      const side = story.lead === "high" ? "yüksek" : "düşük";
      const last = records!.level!.last;
      const since = last ? say`${suffixed(pen.day(last), "ablative")} bu yana` : say`kayıtlardaki`;
      return state.priceIs === "close"
        ? say`${name} ${suffixed(pen.price(state.price), "instrumental")} ${since} en ${side} kapanışını yaptı`
        : say`${name} ${suffixed(pen.price(state.price), "locative")}, ${since} en ${side} düzeyde`;
    }
    case "busy": {
      const {figure, last} = records!.volume!;
      return say`${named(asset.name, "locative", pen)} bir günde ${pen.money(figure)} el değiştirdi, ${last ? say`${suffixed(pen.day(last), "ablative")} bu yana en çoğu` : say`${pen.count(records!.volume!.earlier)} günün en çoğu`}`;
    }
    case "decoupled":
      return say`${name}, ${named(benchmark.name, "ablative", pen)} ayrıştı: ${pen.count(tie!.days)} günlük sıra korelasyonu ${pen.correlation(tie!.rho)}, öncesinde ${pen.correlation(tie!.baselineRho)}`;
    case "looser":
    case "closer":
      return tied(dependence!, facts);
    case "livelier": {
      const {figure, last} = records!.volatility!;
      return say`${named(asset.name, "genitive", pen)} günlük dalgalanması ${pen.volatility(figure, 1)}, bir ay boyunca ${last ? say`${suffixed(pen.day(last), "ablative")} bu yana en yükseği` : "kayıtlardaki en yükseği"}`;
    }
    case "turnover-high":
      return say`${named(asset.name, "genitive", pen)} piyasa değerinin ${suffixed(pen.ratio(liquidity!.turnover, 0), "possessive")} bir günde el değiştirdi${dayClause(facts)}`;
    case "leads":
    case "lags":
      return say`${name} ${peerSpan(facts)} getiride ${group(peers!.sector, pen)} arasında ${story.lead === "leads" ? "ilk" : "son"} sırada (${pen.count(peers!.size)} coin)`;
    default:
      return quiet(facts);
  }
}

/** A tie that changed and did not decouple: which way it went, as far as its figures say. */
function tied({leading, inverse, movedBy}: DecouplingFinding, facts: Facts): Text {
  const {asset, benchmark, pen} = facts;
  const name = pen.name(asset.name);
  const {rho, baselineRho, verdict} = leading;
  const numbers = say`sıra korelasyonu ${pen.correlation(rho)}, öncesinde ${pen.correlation(baselineRho)}`;
  if (inverse || (verdict === "strengthened" && rho.value < 0))
    return say`${name}, ${named(benchmark.name, "dative", pen)} ters yönde hareket eder oldu: ${numbers}`;
  if (baselineRho.value < 0)
    return say`${name} artık ${named(benchmark.name, "dative", pen)} ters yönde hareket etmiyor: ${numbers}`;
  if (verdict === "weakened")
    return say`${named(asset.name, "genitive", pen)} ${named(benchmark.name, "instrumental", pen)} korelasyonu düştü, ama bu ayrışma değil: ${numbers}`;
  return movedBy === "asset"
    ? say`${name}, ${named(benchmark.name, "accusative", pen)} eskisinden daha yakından izliyor: ${numbers}`
    : say`${named(asset.name, "genitive", pen)} ${named(benchmark.name, "instrumental", pen)} korelasyonu yükseldi, ama bağ bununla sıkılaşmış değil: ${numbers}`;
}

const closed = ({state}: Facts) => (state.priceIs === "close" ? " kapandı" : "");

/** The others on that day, otherwise how rare the day is. */
function besideDay({field, records, pen}: Facts): Text {
  if (field && field.median.value !== 0)
    return say`; o gün medyan coin ${pen.size(field.median)} ${verb(field.median)}`;
  if (!records?.day) return [];
  const {last, change} = records.day;
  const what = rose(change) ? "kazancı" : "kaybı";
  return last
    ? say`, ${suffixed(pen.day(last), "ablative")} bu yana en büyük ${what}`
    : say`, kayıtlardaki en büyük ${what}`;
}

function marketMove({field, pen}: Facts): Text {
  const {change} = field!.own!;
  return change.value === 0 ? say`yerinde kaldı` : grewOrShrank(change, pen);
}

/** "Diğer 330 coinin 322’sinin gerilediği" */
function fieldMove({field, pen}: Facts): Text {
  const {median, up, down, coins} = field!;
  const [count, words] = median.value < 0 ? [down, "gerilediği"] : [up, "yükseldiği"];
  if (count.value === coins.value) return say`Diğer ${pen.count(coins)} coinin tamamının ${words}`;
  return say`Diğer ${pen.count(coins)} coinin ${suffixed(pen.count(count), "possessiveGenitive")} ${words}`;
}

export const spanOf = ({lead}: Story, {records}: Facts): SpanRecord =>
  records!.spans.find(({window}) => window === (lead === "week" ? 7 : 30))!;

/** A run with its size, the day that made it where one did, and the benchmark over the same days. */
function spanMove(span: SpanRecord, {benchmark, pen}: Facts): Text {
  const {change, madeBy} = span;
  const beside = span.benchmark?.change;
  const own = say`${spanWords(span, pen)} ${grewOrShrank(change, pen)}`;
  if (madeBy) return say`${own}, çoğu ${pen.shortDay(madeBy.day)} günü`;
  if (!beside) return own;
  if (Math.abs(beside.value) < barely)
    return say`${own}, ${pen.name(benchmark.name)} ise neredeyse yerinde saydı`;
  return rose(beside) === rose(change)
    ? say`${own}; ${also(pen.name(benchmark.name))} ${pen.size(beside)} ${verb(beside)}`
    : say`${own}, ${pen.name(benchmark.name)} ise ${pen.size(beside)} ${verb(beside)}`;
}

/** Nothing that could be news is: the move in plain words, and what is quiet about it. */
function quiet(facts: Facts): Text {
  const {asset, records, state, pen} = facts;
  const name = pen.name(asset.name);
  const {change24h} = state;
  const still = records?.still;
  const volume = records?.volume;
  if (!change24h) return say`${name} ${suffixed(pen.price(state.price), "locative")}`;
  const move =
    change24h.value === 0
      ? say`${name} günü değişmeden geçirdi`
      : say`${name} bir günde ${pen.size(change24h, 2)} ${verb(change24h)}`;
  if (still && still.larger.value >= 0.9 * still.days.value)
    return say`${move}; önceki ${pen.count(still.days)} günün ${suffixed(pen.count(still.larger), "possessive")} daha hareketliydi`;
  const calm = calmestMonth(facts);
  if (calm.length > 0) return say`${move}; ${calm}`;
  if (volume && volume.end === "low" && rarity(volume) >= notable)
    return say`${move}, işlem hacmi her zamankinin ${suffixed(pen.ratio(volume.times, 0), "possessive")}`;
  return say`${move}${besideOthers(facts)}`;
}

/** The calmest month, where that is rare. */
function calmestMonth(facts: Facts): Text {
  const swings = facts.records?.volatility;
  if (swings?.end !== "low" || rarity(swings) < notable) return [];
  if (volatilityRecord(facts).length === 0) return [];
  return swings.last
    ? say`${suffixed(facts.pen.day(swings.last), "ablative")} bu yana en sakin ayını yaşıyor`
    : say`kayıtlardaki en sakin ayını yaşıyor`;
}

/** What the others did on a day on which nothing is rare. */
function besideOthers({field, records, pen}: Facts): Text {
  if (!field?.own) return records?.day ? asOften(records.day, pen) : [];
  const {change, below, above} = field.own;
  const {median, coins} = field;
  if (change.value * median.value < 0 && Math.abs(median.value) >= 0.002)
    return say`; o gün medyan coin ${pen.size(median)} ${verb(median)}`;
  const [count, word] = below.value > above.value ? [below, "kötüydü"] : [above, "iyiydi"];
  return say`; diğer ${pen.count(coins)} coinin ${suffixed(pen.count(count), "possessive")} daha ${word}`;
}

type DayOnRecord = NonNullable<RecordsFinding["day"]>;

/** The day among the coin's own, where nothing is known of the others. */
function asOften({change, beyond, earlier}: DayOnRecord, pen: Facts["pen"]): Text {
  if (change.value === 0) return [];
  return say`; kayıtlı ${pen.count(earlier)} günün ${suffixed(pen.count(beyond), "possessiveLocative")} de bu kadar ${verb(change)}`;
}

export const verb = (move: Figure<"return" | "difference">) =>
  rose(move) ? "yükseldi" : "geriledi";

export const spans = ({state, pen}: Facts): Text =>
  list(state.past.map(span => say`${pen.count(span.days)}`));

const peerSpan = ({peers, pen, fixed}: Facts): Text =>
  peers!.place.change30d ? say`${pen.count(fixed.month)} günlük` : say`günlük`;

function dayClause({state, pen}: Facts): Text {
  const {change24h} = state;
  if (!change24h) return [];
  if (Math.abs(change24h.value) < 0.001) return say`, fiyat ise yerinde kaldı`;
  return Math.abs(change24h.value) < 0.01
    ? say`, fiyat ise ancak ${pen.size(change24h)} oynadı`
    : say`, fiyat ${pen.size(change24h)} ${verb(change24h)}`;
}
