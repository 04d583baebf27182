import type {Facts} from "./facts.ts";
import {isTold, wayOf} from "./moves.ts";
import {swingsRecord} from "./records.ts";
import {missed} from "./story.ts";
import type {Lacking, SummarySentence} from "./summaryPoints.ts";
import {standingOf, tieNature} from "./tie.ts";

/** Of the window's squared returns: a day that makes so much has swallowed it. */
const swallowed = 0.5;

/** So far, in points, two have ended apart. */
const apart = 0.05;

/** Within this an answer to the benchmark is the same. */
const kept = 0.05;

/** The upper end of a range over its lower end, of one that is narrow. */
const narrow = 1.2;

/** Beyond this share of its own days a turnover is told. */
const unusual = 0.9;

/** Nothing where a single day has swallowed the window: ranks would see it as any other. */
export function tieUnchanged({dependence}: Facts): SummarySentence[] {
  if (!dependence || dependence.leading.largest.share.value > swallowed) return [];
  const {leading} = dependence;
  const {rho, days} = leading;
  return [{kind: "tie-unchanged", standing: standingOf(leading), rho, days}];
}

export function turnoverBesidePast({liquidity}: Facts): SummarySentence[] {
  const {turnover, history} = liquidity ?? {};
  if (!turnover || !history || history.percentile.value < unusual) return [];
  const {days, median} = history;
  return [{kind: "turnover-beside-past", turnover, days, median}];
}

export function earlierRange({since}: Facts): SummarySentence[] {
  const [one] = since ? missed(since) : [];
  if (!one) return [];
  const {note, date, state, low, high, price} = one;
  return [{kind: "earlier-range", note: note.asOf.slice(0, 10), date, state, low, high, price}];
}

export function widestGap({ruler}: Facts): SummarySentence[] {
  const widest = ruler?.widest;
  if (!widest || widest.figure.value === 0) return [];
  const {figure: gap, day, since} = widest;
  const side = gap.value > 0 ? "above" : "below";
  return [{kind: "widest-gap", side, gap, day, ...(since && {since})}];
}

export function runSince({records}: Facts, window: 7 | 30): SummarySentence[] {
  const span = records?.spans.find(one => one.window === window);
  if (!span) return [];
  const {change, start, benchmark, madeBy} = span;
  return [
    {
      kind: "run-since",
      way: wayOf(change),
      change,
      from: start.day,
      ...(benchmark && {benchmark: benchmark.change}),
      ...(madeBy && {madeBy}),
    },
  ];
}

/** Of a young coin: the move from the turning point of its last days. */
export function recentRun({state: {recent}}: Facts): SummarySentence[] {
  if (!recent || !isTold(recent)) return [];
  const {asset: change, from, benchmark} = recent;
  const beside = benchmark && {benchmark: benchmark.change};
  return [{kind: "run-since", way: wayOf(change), change, from, ...beside}];
}

export function turnover({state, liquidity}: Facts): SummarySentence[] {
  const {turnover: ratio, volume24h: volume} = state;
  if (!ratio || !volume) return [];
  const universe = liquidity?.universe;
  return [{kind: "turnover", volume, turnover: ratio, ...(universe && {universe})}];
}

/** A month's swings say little without how rare they are. */
export function swings(facts: Facts): SummarySentence[] {
  const record = swingsRecord(facts);
  const figure = facts.records?.volatility?.figure;
  return figure && record.length > 0 ? [{kind: "swings", figure}, ...record] : [];
}

export function answerKept({dependence}: Facts): SummarySentence[] {
  if (!dependence || tieNature(dependence) !== "own-swings") return [];
  const {beta, baselineBeta} = dependence.leading;
  return Math.abs(beta.value - baselineBeta.value) < kept
    ? [{kind: "answer-kept", answer: beta}]
    : [];
}

/** Days that go together need not end together. */
export function endApart({dependence, state}: Facts): SummarySentence[] {
  if (dependence?.leading.verdict !== "strengthened") return [];
  const longest = dependence.leading.window > 30 ? 90 : 30;
  const span = state.past.find(({window}) => window === longest);
  const other = span?.benchmark?.change;
  return span && other && Math.abs(span.asset.value - other.value) >= apart
    ? [{kind: "end-apart", days: span.days, change: span.asset, benchmark: other}]
    : [];
}

export function sectorPlace({peers, asset}: Facts): SummarySentence[] {
  if (!peers) return [];
  const {place: at, median, rows, size, sector} = peers;
  const own = rows.find(row => row.asset.id === asset.id);
  const span = at.change30d ? "month" : "day";
  const [place, change, others] =
    span === "month"
      ? [at.change30d, own?.change30d, median.change30d]
      : [at.change24h, own?.change24h, median.change24h];
  if (!place || !change) return [];
  return [
    {kind: "sector-place", span, place, size, sector, change, ...(others && {median: others})},
  ];
}

export function unitDecides({table}: Facts): SummarySentence[] {
  const coins = table?.classes.find(one => one.class === "crypto")?.median;
  return table && coins ? [{kind: "unit-decides", dollars: table.dollars, coins}] : [];
}

/** The nearest base range, where it is narrow. */
export function outlook({cases}: Facts): SummarySentence[] {
  const set = cases?.sets[0];
  if (!set) return [];
  const {p25: low, p75: high} = set.quantiles;
  return high.value / low.value < narrow ? [{kind: "outlook", date: set.date, low, high}] : [];
}

export function lacking({dependence, risk, cases, asset, benchmark}: Facts): SummarySentence[] {
  const what: Lacking[] = [
    ...(dependence || asset.id === benchmark.id ? [] : (["tie"] as const)),
    ...(risk ? [] : (["swings"] as const)),
    ...(cases ? [] : (["outlook"] as const)),
  ];
  return what.length > 0 ? [{kind: "lacking", what}] : [];
}
