import type {Figure, FigureName} from "../../model/figure.ts";
import {abstentionCounts} from "../../model/figureNames.ts";
import type {DecouplingFinding, RecordsFinding, SpanRecord} from "../../model/finding.ts";
import {join, say, type Text} from "../../model/text.ts";
import {countOf} from "../../narrative/counted.ts";
import type {Facts} from "../../narrative/facts.ts";
import {place} from "../../narrative/field.ts";
import {isDependence, notable, ownDay, rarity} from "../../narrative/news.ts";
import {told} from "../../narrative/point.ts";
import type {Story} from "../../narrative/story.ts";
import {fieldSentences} from "./field.ts";
import {group} from "./peers.ts";
import {
  dayRecord,
  levelRecord,
  marketDay,
  spanRecord,
  spanWords,
  volatilityRecord,
  volumeRecord,
} from "./rare.ts";
import {distance, gapRecord} from "./ruler.ts";
import {fraction, gainedOrLost, multiplied, quoteName, rose, sourceName} from "./words.ts";

/** Within this the benchmark has barely moved. */
const barely = 0.02;

/** What happened, with its number, and what it has to be seen beside. */
export function title(story: Story, facts: Facts): Text {
  const {asset, benchmark, state, dependence, liquidity, records, ruler, peers, cohort, pen} =
    facts;
  const name = pen.name(asset.name);
  const other = pen.name(benchmark.name);
  const tie = dependence?.leading;
  switch (story.lead) {
    case "peg":
      return say`${name} ${stands(facts)} at ${pen.price(state.price)}, ${distance(facts)}`;
    case "ruler-day": {
      const {inDollars, inRuler} = ruler!.day!;
      const [dollars, own] = [gainedOrLost(inDollars), gainedOrLost(inRuler)];
      return say`${name} ${dollars} ${pen.size(inDollars)} in dollars and${dollars === own ? "" : ` ${own}`} ${pen.size(inRuler)} in ${quoteName(ruler!.code)}`;
    }
    case "coin-day":
      return say`${name} ${movedBy(ownDay(facts)!, facts)} in a day${besideDay(facts)}`;
    case "market-day":
      return say`${name} ${marketMove(facts)} on a day on which ${fieldMove(facts)}`;
    case "cohort":
      return say`${name} ${gainedOrLost(cohort!.change)} ${fraction(cohort!.change, pen) ?? pen.size(cohort!.change)} in its first ${pen.count(cohort!.days)} days; ${pen.count(cohort!.worse)} of ${pen.count(cohort!.coins)} new coins did worse`;
    case "week":
    case "month":
      return say`${name} ${spanMove(spanOf(story, facts), facts)}`;
    case "high":
    case "low":
      return say`${name} ${stands(facts)} at ${pen.price(state.price)}, its ${story.lead === "high" ? "highest" : "lowest"} ${records!.level!.last ? say`since ${pen.day(records!.level!.last)}` : "on record"}`;
    case "busy":
      return say`${name} traded ${pen.money(records!.volume!.figure)} in a day, ${records!.volume!.last ? say`the most since ${pen.day(records!.volume!.last)}` : say`the most in ${pen.count(records!.volume!.earlier)} days`}`;
    case "decoupled":
      return tie!.rho.value < 0.2
        ? say`${name} has come loose from ${other}: rank correlation ${pen.correlation(tie!.rho)} over ${pen.count(tie!.days)} days, ${pen.correlation(tie!.baselineRho)} before`
        : say`${name} has loosened from ${other}: rank correlation ${pen.correlation(tie!.rho)} over ${pen.count(tie!.days)} days, ${pen.correlation(tie!.baselineRho)} before`;
    case "looser":
    case "closer":
      return tied(dependence!, facts);
    case "livelier":
      return say`${name} swings by ${pen.volatility(records!.volatility!.figure, 1)} a day, ${records!.volatility!.last ? say`the most over a month since ${pen.day(records!.volatility!.last)}` : "the most over a month on record"}`;
    case "turnover-high":
      return say`${pen.ratio(liquidity!.turnover, 0)} of ${name}’s market cap changed hands in a day${dayClause(facts)}`;
    case "leads":
    case "lags": {
      const first = story.lead === "leads";
      return say`${name} is ${first ? "first" : "last"} of ${pen.counted(peers!.size)} ${group(peers!.sector, pen)} over ${peerSpan(facts)}`;
    }
    default:
      return quiet(facts);
  }
}

/** A tie that changed and did not decouple: which way it went, as far as its figures say. */
function tied({leading, inverse, movedBy: by}: DecouplingFinding, facts: Facts): Text {
  const {asset, benchmark, pen} = facts;
  const [name, other] = [pen.name(asset.name), pen.name(benchmark.name)];
  const {rho, baselineRho, verdict} = leading;
  const numbers = say`rank correlation ${pen.correlation(rho)}, from ${pen.correlation(baselineRho)}`;
  if (inverse || (verdict === "strengthened" && rho.value < 0))
    return say`${name} has turned against ${other}: ${numbers}`;
  if (baselineRho.value < 0) return say`${name} no longer moves against ${other}: ${numbers}`;
  if (verdict === "weakened")
    return say`${name} is less correlated with ${other}, and that is no decoupling: ${numbers}`;
  return by === "asset"
    ? say`${name} moves more closely with ${other} than before: ${numbers}`
    : say`${name} is more correlated with ${other}, and that is no closer tie: ${numbers}`;
}

const stands = ({state}: Facts) => (state.priceIs === "close" ? "closed" : "stands");

/** "more than doubled", "lost 27.4%" */
const movedBy = (move: Figure<"return">, {pen}: Facts): Text =>
  say`${multiplied(move, pen) ?? say`${gainedOrLost(move)} ${pen.size(move)}`}`;

/** The others on that day, otherwise how rare the day is. */
function besideDay({field, records, pen}: Facts): Text {
  if (field && field.median.value !== 0)
    return say` on which the median coin ${gainedOrLost(field.median)} ${pen.size(field.median)}`;
  if (!records?.day) return [];
  const {last, change} = records.day;
  const what = rose(change) ? "gain" : "loss";
  return last
    ? say`, its largest ${what} since ${pen.day(last)}`
    : say`, its largest ${what} on record`;
}

function marketMove(facts: Facts): Text {
  const {change} = facts.field!.own!;
  return change.value === 0 ? say`did not move` : movedBy(change, facts);
}

/** "322 of 330 other coins fell" */
function fieldMove({field, pen}: Facts): Text {
  const {median, up, down, coins} = field!;
  if (down.value === coins.value) return say`every one of ${pen.count(coins)} other coins fell`;
  if (up.value === coins.value) return say`every one of ${pen.count(coins)} other coins rose`;
  return median.value < 0
    ? say`${pen.count(down)} of ${pen.count(coins)} other coins fell`
    : say`${pen.count(up)} of ${pen.count(coins)} other coins rose`;
}

const spanOf = ({lead}: Story, {records}: Facts): SpanRecord =>
  records!.spans.find(({window}) => window === (lead === "week" ? 7 : 30))!;

/** A run with its size, the day that made it where one did, and the benchmark over the same days. */
function spanMove(span: SpanRecord, facts: Facts): Text {
  const {benchmark, pen} = facts;
  const {change, madeBy} = span;
  const beside = span.benchmark?.change;
  const own = say`${multiplied(change, pen) ?? say`${gainedOrLost(change)} ${fraction(change, pen) ?? pen.size(change)}`} in ${spanWords(span, pen)}`;
  if (madeBy) return say`${own}, most of it on ${pen.shortDay(madeBy.day)}`;
  if (!beside) return own;
  const other = pen.name(benchmark.name);
  if (Math.abs(beside.value) < barely) return say`${own} while ${other} barely moved`;
  return rose(beside) === rose(change)
    ? say`${own}, ${other} ${pen.size(beside)}`
    : say`${own} while ${other} ${gainedOrLost(beside)} ${pen.size(beside)}`;
}

/** Nothing that could be news is: the move in plain words, and what is quiet about it. */
function quiet(facts: Facts): Text {
  const {asset, records, state, pen} = facts;
  const name = pen.name(asset.name);
  const {change24h} = state;
  const still = records?.still;
  const volume = records?.volume;
  if (!change24h) return say`${name} stands at ${pen.price(state.price)}`;
  const move =
    change24h.value === 0
      ? say`${name} did not move in a day`
      : say`${name} ${rose(change24h) ? "rose" : "fell"} ${pen.size(change24h, 2)} in a day`;
  if (still && still.larger.value >= 0.9 * still.days.value)
    return say`${move}, a smaller move than on ${pen.count(still.larger)} of the ${pen.count(still.days)} days before`;
  const calm = calmestMonth(facts);
  if (calm.length > 0) return say`${move}, in ${calm}`;
  if (volume && volume.end === "low" && rarity(volume) >= notable)
    return say`${move} on ${pen.ratio(volume.times, 0)} of its usual trading`;
  return say`${move}${besideOthers(facts)}`;
}

/** "its calmest month since 23 September 2019", where that is rare */
function calmestMonth(facts: Facts): Text {
  const swings = facts.records?.volatility;
  if (swings?.end !== "low" || rarity(swings) < notable) return [];
  if (volatilityRecord(facts).length === 0) return [];
  return swings.last
    ? say`its calmest month since ${facts.pen.day(swings.last)}`
    : say`its calmest month on record`;
}

/** What the others did on a day on which nothing is rare. */
function besideOthers({field, records, pen}: Facts): Text {
  if (!field?.own) return records?.day ? asOften(records.day, pen) : [];
  const {change, below, above} = field.own;
  const {median, coins} = field;
  if (change.value * median.value < 0 && Math.abs(median.value) >= 0.002)
    return say` on which the median coin ${gainedOrLost(median)} ${pen.size(median)}`;
  return below.value > above.value
    ? say`; ${pen.count(below)} of ${pen.count(coins)} other coins did worse`
    : say`; ${pen.count(above)} of ${pen.count(coins)} other coins did better`;
}

type DayOnRecord = NonNullable<RecordsFinding["day"]>;

/** The day among the coin's own, where nothing is known of the others. */
function asOften({change, beyond, earlier}: DayOnRecord, pen: Facts["pen"]): Text {
  if (change.value === 0) return [];
  const verb = rose(change) ? "rose" : "fell";
  return say`; it ${verb} as much on ${pen.count(beyond)} of ${pen.count(earlier)} earlier days on record`;
}

function dayClause({state, pen}: Facts): Text {
  const {change24h} = state;
  if (!change24h) return [];
  if (Math.abs(change24h.value) < 0.001) return say` while the price stood still`;
  if (Math.abs(change24h.value) < 0.01) return say` while the price moved ${pen.size(change24h)}`;
  return say` as the price ${rose(change24h) ? "rose" : "fell"} ${pen.size(change24h)}`;
}

function peerSpan({peers, pen, fixed}: Facts): Text {
  return peers!.place.change30d ? say`${pen.count(fixed.month)} days` : say`a day`;
}

/** What the title means, and what it does not. */
export function deck(story: Story, facts: Facts): Text {
  const text = join([leadSentence(story, facts), besideSentence(story, facts)]);
  return text.length > 0 ? text : moved(facts);
}

function leadSentence(story: Story, facts: Facts): Text {
  const {state, asset, benchmark, dependence, liquidity, peers, cohort, pen} = facts;
  const other = pen.name(benchmark.name);
  switch (story.lead) {
    case "peg":
      return or(gapRecord(facts), moved(facts));
    case "ruler-day":
      return facts.ruler!.gap
        ? join([
            say`It ${stands(facts)} at ${pen.price(state.price)}, ${distance(facts)}.`,
            gapRecord(facts),
          ])
        : say`It stands for ${quoteName(facts.ruler!.code)}, and is measured beside it.`;
    case "coin-day":
      return dayRecord(facts);
    case "market-day":
      return marketDay(facts);
    case "cohort":
      return say`Of ${pen.count(cohort!.coins)} other coins at that age ${pen.count(cohort!.fell)} had fallen, and the median had ${gainedOrLost(cohort!.median)} ${pen.size(cohort!.median)}.`;
    case "week":
    case "month": {
      const span = spanOf(story, facts);
      return join([
        say`${pen.name(asset.symbol)} went from ${pen.price(span.start.figure)} at the close of ${pen.shortDay(span.start.day)} to ${pen.price(state.price)}.`,
        spanRecord(span, facts),
      ]);
    }
    case "high":
    case "low":
      return join([facts.records!.level!.last ? [] : levelRecord(facts), sinceThen(facts)]);
    case "busy":
      return volumeRecord(facts);
    case "decoupled":
      return say`In ${tieSpan(facts)} it has followed ${other} less closely than before, by more than chance explains (${pen.isP(dependence!.leading.adjustedP)}), and not because ${other} went quiet.`;
    case "looser":
    case "closer": {
      const {leading, movedBy: by} = dependence!;
      const most = by === "benchmark" ? say`, and most of it is ${other}’s own volatility` : [];
      return say`The change over ${tieSpan(facts)} is more than chance explains (${pen.isP(leading.adjustedP)})${most}.`;
    }
    case "livelier":
      return moved(facts);
    case "turnover-high":
      return say`Volume of ${pen.money(state.volume24h!)} in the trailing day is ${pen.ratio(liquidity!.turnover, 2)} of market cap${turnoverBeside(facts)}. It counts what changed hands, not what could be bought or sold at these prices.`;
    case "leads":
    case "lags": {
      const {place: at, median} = peers!;
      const row = peers!.rows.find(one => one.asset.id === asset.id);
      const [own, others] = at.change30d
        ? [row?.change30d, median.change30d]
        : [row?.change24h, median.change24h];
      if (!own) return [];
      return others
        ? say`It is ${rose(own) ? "up" : "down"} ${pen.size(own)}, where the median of the others is ${pen.change(others)}.`
        : say`It is ${rose(own) ? "up" : "down"} ${pen.size(own)}.`;
    }
    default:
      return moved(facts);
  }
}

const or = (text: Text, otherwise: Text): Text => (text.length > 0 ? text : otherwise);

const tieSpan = ({dependence, pen}: Facts): Text =>
  say`the last ${pen.count(dependence!.leading.days)} days`;

function moved({state, asset, risk, pen}: Facts): Text {
  const {change24h} = state;
  const symbol = pen.name(asset.symbol);
  if (!change24h)
    return say`${symbol} stands at ${pen.price(state.price)}, as ${sourceName(state.sources, pen)} records it.`;
  const measure =
    risk?.day && Math.abs(risk.day.deviations.value) < 1
      ? say`; the standard deviation of its days is ${pen.volatility(risk.day.usual, 1)}`
      : [];
  return say`${symbol} ${rose(change24h) ? "rose" : "fell"} ${pen.size(change24h, 2)} against the dollar in a day, to ${pen.price(state.price)}${measure}.`;
}

function turnoverBeside({liquidity, pen}: Facts): Text {
  const {universe, history} = liquidity!;
  if (history && (history.percentile.value >= 0.9 || history.percentile.value <= 0.1))
    return say`, where the median of its own last ${pen.count(history.days)} days is ${pen.ratio(history.median)}`;
  return universe
    ? say`, where the median of ${pen.count(universe.size)} large coins is ${pen.ratio(universe.median)}`
    : [];
}

/** The second sentence: the measure of the first, or how the tie to the benchmark stands. */
function besideSentence(story: Story, facts: Facts): Text {
  const {dependence, field, asset, benchmark, pen, ruler} = facts;
  const other = pen.name(benchmark.name);
  if (story.lead === "coin-day" || story.lead === "market-day") {
    const standing = field ? told(fieldSentences, place(facts), facts) : [];
    if (standing.length > 0) return standing;
  }
  if (isDependence(story.lead)) return sinceThen(facts);
  if (ruler) return [];
  if (!dependence && asset.id === benchmark.id)
    return story.lead === "quiet" ? sinceThen(facts) : [];
  if (!dependence) return untold(facts);
  const {leading} = dependence;
  const numbers = say`rank correlation ${pen.correlation(leading.rho)} over ${pen.count(leading.days)} days, ${pen.correlation(leading.baselineRho)} before`;
  return leading.verdict === "no-change-found"
    ? say`No change was found in how it moves with ${other}: ${numbers}.`
    : say`Its tie to ${other} has changed too: ${numbers}.`;
}

/** Why the tie cannot be told, with how much is there. */
function untold({abstentions, benchmark, asOf, pen}: Facts): Text {
  const reason = abstentions.find(({about}) => about === "decoupling")?.reason;
  const asked = say`Whether it has come loose from ${pen.name(benchmark.name)}`;
  if (reason?.kind !== "too-few-days") return say`${asked} cannot be told from these data.`;
  const count = (name: FigureName<"count">, value: number) =>
    pen.counted(countOf(name, value, asOf));
  return say`${asked} cannot be told from ${count(abstentionCounts.days("decoupling"), reason.days)} daily returns: it takes ${count(abstentionCounts.daysNeeded("decoupling"), reason.needed)}.`;
}

/** A month of it, beside the benchmark's. */
function sinceThen(facts: Facts): Text {
  const {state, benchmark, pen} = facts;
  const month = state.past[0];
  if (!month) return moved(facts);
  const beside = month.benchmark
    ? say`, ${pen.name(benchmark.name)} ${rose(month.benchmark.change) ? "up" : "down"} ${pen.size(month.benchmark.change)}`
    : [];
  return say`Over ${pen.count(month.days)} days it is ${rose(month.asset) ? "up" : "down"} ${pen.size(month.asset)}${beside}.`;
}
