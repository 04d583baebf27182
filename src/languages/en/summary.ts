import {join, say, type Text} from "../../model/text.ts";
import type {Facts} from "../../narrative/facts.ts";
import {apart} from "../../narrative/pen.ts";
import {summaryPoints} from "../../narrative/points.ts";
import {type AngleKind, missed, type Story} from "../../narrative/story.ts";
import {group} from "./peers.ts";
import {dayRecord, levelRecord, volatilityRecord, volumeRecord} from "./rare.ts";
import {widest} from "./ruler.ts";
import {capital, classNames, list, rose} from "./words.ts";

/** What to take away, in the order of its weight. */
export function summary(story: Story, facts: Facts): Text[] {
  return summaryPoints(story, {
    of: angle => (angle === story.lead && toldByDeck.includes(angle) ? [] : point(angle, facts)),
    turnover: turnover(facts),
    quotes: quotesPoint(facts),
  });
}

/** The deck has said it. */
const toldByDeck: readonly AngleKind[] = ["coin-day", "high", "low", "busy", "turnover-high"];

function point(angle: AngleKind, facts: Facts): Text {
  const {risk, records, pen} = facts;
  switch (angle) {
    case "decoupled":
    case "looser":
    case "closer":
    case "tie":
      return dependence(facts);
    case "case-missed":
      return earlier(facts);
    case "peg":
      return widest(facts);
    case "ruler-day":
    case "cohort":
    case "market-day":
      // Their sections tell them.
      return [];
    case "coin-day":
      return dayRecord(facts);
    case "week":
    case "month":
      return span(angle === "week" ? 7 : 30, facts);
    case "high":
    case "low":
      return levelRecord(facts);
    case "busy":
    case "thin":
      return volumeRecord(facts);
    case "ahead":
    case "behind":
      return past(facts);
    case "fallen":
      return say`Still ${pen.drawdown(risk!.fromPeak!, 0)} below its highest close on record.`;
    case "turnover-high":
    case "turnover-low":
      return turnover(facts);
    case "livelier":
    case "calmer":
      return join([
        say`A day’s standard deviation over the last month is ${pen.volatility(records!.volatility!.figure, 1)}.`,
        volatilityRecord(facts),
      ]);
    case "leads":
    case "lags":
      return peers(facts);
    case "unit":
      return unit(facts);
    case "quiet":
      return field(facts);
    case "outlook":
      return outlook(facts);
    case "lacking":
      return lacking(facts);
  }
}

/** The others on that day, in a line. */
function field({field: found, pen}: Facts): Text {
  if (!found) return [];
  const {up, down, coins, median} = found;
  return say`Of ${pen.count(coins)} other coins ${pen.count(up)} rose and ${pen.count(down)} fell; the median change is ${pen.change(median)}.`;
}

function span(window: 7 | 30, facts: Facts): Text {
  const {records, benchmark, pen} = facts;
  const found = records!.spans.find(one => one.window === window)!;
  const {change, start, madeBy} = found;
  const other = found.benchmark?.change;
  const beside = other
    ? say`; ${pen.name(benchmark.name)}, over the same days, ${rose(other) ? "up" : "down"} ${pen.size(other)}`
    : [];
  const made = madeBy
    ? say` ${pen.day(madeBy.day)} alone brought ${pen.change(madeBy.figure)}.`
    : [];
  return say`${rose(change) ? "Up" : "Down"} ${pen.size(change)} since the close of ${pen.shortDay(start.day)}${beside}.${made}`;
}

function dependence({dependence: found, benchmark, pen}: Facts): Text {
  if (!found) return [];
  const {leading, decoupled, movedBy, inverse} = found;
  const other = pen.name(benchmark.name);
  const both = say`rank correlation with ${other} ${pen.correlation(leading.rho)} over ${pen.count(leading.days)} days, ${pen.correlation(leading.baselineRho)} in the ${pen.count(leading.baselineDays)} days before`;
  const adjusted = found.picked
    ? say`${pen.isP(leading.adjustedP)} after adjusting for the ${pen.count(found.picked.tests)} tests of the scan that picked it`
    : say`${pen.isP(leading.adjustedP)} after adjusting for the windows tested`;
  if (leading.verdict === "no-change-found") {
    const chance = say`the difference could be chance (${adjusted})`;
    return leading.rho.value >= leading.baselineRho.value
      ? say`No sign of decoupling: ${both}; ${chance}.`
      : say`No change found in what ties it to ${other}: ${both}; ${chance}.`;
  }
  if (inverse) return say`It has come to move against ${other}: ${both} (${adjusted}).`;
  if (leading.verdict === "strengthened")
    return movedBy === "asset"
      ? say`A closer tie: ${both} (${adjusted}).`
      : say`A higher correlation, and no closer tie by the coin’s own doing: ${both} (${adjusted}).`;
  return decoupled
    ? say`Decoupling, by the test fixed beforehand: ${both} (${adjusted}).`
    : say`A looser tie, and no decoupling: ${both} (${adjusted}).`;
}

/** The longest span, as all of them point one way. */
function past({state, benchmark, pen}: Facts): Text {
  const span = state.past.at(-1)!;
  const verb = rose(span.asset) ? "up" : "down";
  const other = span.benchmark!.change;
  return say`Over ${pen.count(span.days)} days ${verb} ${pen.size(span.asset)}, ${pen.name(benchmark.name)} ${rose(other) ? "up" : "down"} ${pen.size(other)}; it is ${span.asset.value > other.value ? "ahead" : "behind"} over the shorter spans too.`;
}

function earlier({since, fixed, pen}: Facts): Text {
  const one = missed(since!)[0]!;
  const half = pen.worded(fixed.half, "half");
  return say`Our note of ${pen.shortDay(one.note.asOf.slice(0, 10))} put ${half} of the outcomes for ${pen.shortDay(one.date)} between ${pen.roughPrice(one.low)} and ${pen.roughPrice(one.high)}; ${one.state === "decided" ? "the close was" : "the price is now"} ${pen.price(one.price)}.`;
}

function peers({peers: found, asset, pen}: Facts): Text {
  if (!found) return [];
  const {place, median, rows, size, sector} = found;
  const own = rows.find(row => row.asset.id === asset.id);
  const [rank, change, others, span] = place.change30d
    ? [place.change30d, own?.change30d, median.change30d, "a month"]
    : [place.change24h, own?.change24h, median.change24h, "a day"];
  if (!rank || !change) return [];
  const beside = others ? say`; the median of the others is ${pen.change(others)}` : [];
  return say`Number ${pen.count(rank)} of ${pen.count(size)} ${group(sector, pen)} over ${span}, at ${pen.change(change)}${beside}.`;
}

function unit({table, asset, pen}: Facts): Text {
  const coins = table!.classes.find(one => one.class === "crypto")!.median!;
  return say`${pen.change(table!.dollars, 2)} in dollars, but ${pen.change(coins, 2)} against the coins it is quoted in (median): what ${pen.name(asset.symbol)} is priced in decides the sign.`;
}

/** The nearest base range, by its width. */
function outlook({cases: found, fixed, pen}: Facts): Text {
  const set = found?.sets[0];
  if (!set) return [];
  const {p25, p75} = set.quantiles;
  const half = pen.worded(fixed.half, "half");
  const [low, high] = apart([p25, p75], pen.roughPrice);
  const width = p75.value / p25.value;
  if (width > 1.45)
    return say`A wide field ahead: for ${pen.day(set.date)} ${half} of the simulated outcomes lie between ${low} and ${high}.`;
  if (width < 1.2)
    return say`${capital([half])} of the simulated outcomes for ${pen.day(set.date)} lie in a narrow range, ${low} to ${high}.`;
  return say`${capital([half])} of the simulated outcomes for ${pen.day(set.date)} lie between ${low} and ${high}, ${pen.worded(fixed.quarter, "a quarter")} below and ${pen.worded(fixed.quarter, "a quarter")} above.`;
}

function quotesPoint({table, asset, pen}: Facts): Text {
  const medians = table?.classes.filter(one => one.median) ?? [];
  if (!table || medians.length === 0) return [];
  return say`Priced in other things, ${pen.name(asset.symbol)} moved by ${list(medians.map(one => say`${pen.change(one.median!, 2)} against ${classNames[one.class]}`))} (${medians.length > 1 ? "medians" : "median"}), ${pen.change(table.dollars, 2)} in dollars.`;
}

/** What a reader would look for and these data do not hold. */
function lacking({dependence: tie, risk, cases: forecast, asset, benchmark, pen}: Facts): Text {
  const missing = [
    ...(tie || asset.id === benchmark.id
      ? []
      : [say`how it moves with ${pen.name(benchmark.name)}`]),
    ...(risk ? [] : [say`how much it moves`]),
    ...(forecast ? [] : [say`where it could go`]),
  ];
  if (missing.length === 0) return [];
  return say`Not to be told from these data: ${list(missing)}.`;
}

function turnover({state, liquidity, pen}: Facts): Text {
  if (!state.turnover || !state.volume24h) return [];
  const against = liquidity?.universe
    ? say`, against a median of ${pen.ratio(liquidity.universe.median)} among ${pen.count(liquidity.universe.size)} coins`
    : [];
  const high = (liquidity?.universe?.below.value ?? 0) > 0.8;
  const limit = high ? "; it says how much changed hands, not at what depth" : "";
  return say`Volume of ${pen.money(state.volume24h)} in the trailing day is ${pen.ratio(state.turnover, 2)} of market cap${against}${limit}.`;
}
