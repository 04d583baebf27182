import type {DecompositionFinding, Leg} from "../model/finding.ts";
import {isItself} from "./charts.ts";
import type {Facts} from "./facts.ts";
import type {Plan} from "./point.ts";
import {type ByClass, byClass, few, type Priced, type Way, way, wayOf} from "./quoteClasses.ts";
import {type QuotesExhibit, quotesExhibit} from "./quotesExhibit.ts";
import {type Turned, turnedBy} from "./quotesLeftOut.ts";
import {turns} from "./story.ts";

export type CurrenciesHeading =
  /** Up in dollars and down in coins, or the other way round. */
  | {readonly kind: "turns-in-coins"; readonly dollars: Way}
  | {readonly kind: "same-in-all"; readonly way: Way}
  | {readonly kind: "one-against-all"; readonly one: Priced; readonly way: Way}
  | {readonly kind: "turns-without-left-out"}
  | {readonly kind: "in-other-currencies"}
  | {readonly kind: "in-few"; readonly quotes: readonly string[]};

/** Few quotes: each change by its name. */
interface InFew {
  readonly kind: "priced-in-few";
  readonly quotes: readonly Priced[];
}
interface InAll {
  readonly kind: "against-every-quote";
  readonly way: Way;
  readonly quotes: DecompositionFinding["quotes"];
}
interface AllBut {
  readonly kind: "against-all-but";
  /** Against these it went the other way. */
  readonly exceptions: readonly Priced[];
  readonly way: Way;
}

/** What the quotes did themselves against the dollar; told where it is much. */
interface Movers {
  readonly kind: "quotes-moved";
  readonly legs: readonly Pick<Leg, "quote" | "own">[];
}

/** The figure that is most often misread: the change priced in the benchmark. */
export interface InBenchmark {
  readonly kind: "priced-in-benchmark";
  /** The benchmark's own move turns the sign, or is a part of the change that counts. */
  readonly by: "turning-move" | "own-move";
  readonly change: Leg["change"];
  readonly own: Leg["own"];
}

/** For how much of the hours currencies and metals were not traded. */
interface Shut {
  readonly kind: "markets-shut";
  readonly hours: "part" | "most";
}

export type CurrenciesSentence =
  | InFew
  | InAll
  | AllBut
  | ByClass
  | Movers
  | InBenchmark
  | Shut
  | Turned;

/** A day so large is the same fact in every currency. */
const large = 0.3;

/** Under this no quote moved enough itself to matter. */
const slight = 0.015;

/** The change priced in other things; nothing for a dollar, nor where it is the same in all. */
export function currenciesPlan(
  facts: Facts,
): Plan<CurrenciesHeading, CurrenciesSentence, QuotesExhibit> | undefined {
  const {table, ruler, asset} = facts;
  if (!table || ruler?.code === "usd") return undefined;
  const moved = table.legs.filter(leg => isLive(leg) && !isItself(leg, asset));
  if (moved.length === 0) return undefined;
  const same = moved.every(leg => way(leg) === wayOf(table.dollars.value));
  if (same && Math.abs(table.dollars.value) >= large) return undefined;
  if (moved.length <= few)
    return {
      heading: {kind: "in-few", quotes: moved.map(({quote}) => quote)},
      blocks: [{paragraph: [{kind: "priced-in-few", quotes: moved}]}],
    };
  const all = direction(table, facts);
  return {
    heading: heading(all, table, facts),
    blocks: [
      {paragraph: [...all, ...movers(moved, facts), ...inBenchmark(facts)]},
      ...(table.legs.length < few ? [] : [{exhibit: quotesExhibit(table, moved, facts)}]),
      {paragraph: [...turnedBy(facts), ...shut(table)]},
    ],
  };
}

const isLive = ({status}: Leg) => status === "live" || status === "excluded";

function heading(
  [all]: readonly CurrenciesSentence[],
  {dollars, classes}: DecompositionFinding,
  {outliers}: Facts,
): CurrenciesHeading {
  const coins = classes.find(one => one.class === "crypto")?.median;
  if (coins && turns(coins, dollars))
    return {kind: "turns-in-coins", dollars: wayOf(dollars.value)};
  if (all?.kind === "against-every-quote") return {kind: "same-in-all", way: all.way};
  if (all?.kind === "against-all-but" && all.exceptions.length === 1)
    return {kind: "one-against-all", one: all.exceptions[0]!, way: all.way};
  return outliers?.signChanged.length
    ? {kind: "turns-without-left-out"}
    : {kind: "in-other-currencies"};
}

function direction(table: DecompositionFinding, {asset}: Facts): (InAll | AllBut | ByClass)[] {
  const {quotes, dollars} = table;
  const legs = table.legs.filter(leg => !isItself(leg, asset));
  const most = wayOf(dollars.value);
  if (dollars.value === 0) return byClass(table);
  const others = legs.filter(leg => leg.change.value === 0 || way(leg) !== most);
  if (others.length === 0 && legs.length === table.legs.length)
    return [{kind: "against-every-quote", way: most, quotes}];
  const plain = others.every(leg => isLive(leg) && leg.change.value !== 0);
  if (others.length > 0 && others.length <= 2 && plain && legs.length >= 10)
    return [{kind: "against-all-but", exceptions: others, way: most}];
  return byClass(table);
}

/** The two that moved most themselves, but for what is told of beside them. */
function movers(legs: readonly Leg[], {benchmark}: Facts): Movers[] {
  const most = legs
    .filter(leg => leg.status === "live" && leg.quote !== benchmark.symbol.toLowerCase())
    .filter(({own}) => Math.abs(own.value) >= slight)
    .toSorted((a, b) => Math.abs(b.own.value) - Math.abs(a.own.value))
    .slice(0, 2);
  return most.length > 0 ? [{kind: "quotes-moved", legs: most}] : [];
}

export function inBenchmark({table, asset, benchmark}: Facts): InBenchmark[] {
  if (!table) return [];
  const leg = table.legs.find(({quote}) => quote === benchmark.symbol.toLowerCase());
  if (!leg || isItself(leg, asset) || leg.change.value === 0) return [];
  const {change, own} = leg;
  const dollars = table.dollars.value;
  const size = Math.abs(own.value);
  if (change.value * dollars > 0 && size < 0.1 * Math.abs(dollars)) return [];
  const by = change.value * dollars < 0 ? "turning-move" : "own-move";
  return [{kind: "priced-in-benchmark", by, change, own}];
}

const shut = ({classes, weekend}: DecompositionFinding): Shut[] =>
  weekend === "none" || classes.every(one => one.class === "crypto")
    ? []
    : [{kind: "markets-shut", hours: weekend}];
