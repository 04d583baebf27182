import {addDays, endOfDay} from "../model/day.ts";
import type {Figure, FigureName, Unit} from "../model/figure.ts";
import * as names from "../model/figureNames.ts";
import type {Exclusion, MarketStateFinding, PeerRow, PeersFinding} from "../model/finding.ts";
import type {LeftOut, Market, MarketState} from "../model/market.ts";
import type {Asset} from "../model/snapshot.ts";
import {returnsBetween} from "../stats/alignReturns.ts";
import {median} from "../stats/median.ts";
import {spearman} from "../stats/spearman.ts";
import {commonReturns} from "./commonReturns.ts";
import {computed, read, subjectOf} from "./figure.ts";
import {cleanHistory, closeAt, closeOn, type History} from "./history.ts";
import {present} from "./present.ts";
import {standsForAnother} from "./standsForAnother.ts";

const fewestOthers = 4;
const shownRows = 10;
/** A row that was last brought up to date longer ago than this, in hours, is of another market. */
const freshHours = 3;
const changeDays = 30;
const correlationDays = 60;
const fewestReturns = 40;

/** Such a name says that the coin stands for another one. */
const namedAfterAnother = /\b(wrapped|bridged|(re)?staked|liquid staking)\b/i;

interface Compared {
  readonly finding?: PeersFinding;
  readonly leftOut: readonly LeftOut[];
  readonly exclusions: readonly Exclusion[];
}

/** One coin of the sector with what can be trusted of it. */
interface Member {
  readonly asset: Asset;
  readonly state: MarketState;
  readonly history?: History;
}

/**
 * The asset among the other coins of its sector. Each column is measured in one way for all: the
 * change of a day as the source gives it where it gives that of the asset and enough others,
 * otherwise between the last closes; the asset's own row is from the answer that the others' are
 * from, where that has one. No table with fewer than four others.
 */
export function findPeers(
  market: Market,
  state: MarketStateFinding | undefined,
  own: History | undefined,
  benchmark: History | undefined,
): Compared {
  const {sector} = market;
  if (!sector || !state) return {leftOut: [], exclusions: []};
  const checked = market.sectorPeers.map(peer => check(peer, market, benchmark));
  const others = checked.flatMap(one => one.member ?? []);
  const unknown = sector.members.filter(
    id => id !== market.asset.id && !market.sectorPeers.some(({asset}) => asset.id === id),
  );
  const notUsed = {
    leftOut: [
      ...checked.flatMap(one => one.leftOut ?? []),
      ...unknown.map(id => ({what: id, reason: "nothing on record"})),
    ].map(({what, reason}) => ({what: `${sector.id}/${what}`, reason})),
    exclusions: checked.flatMap(one => one.exclusions),
  };
  const ownState = market.sectorState ? fresh(market.sectorState, market.asOf) : market.state;
  const asset: Member = {asset: market.asset, state: ownState, ...(own && {history: own})};
  if (others.length < fewestOthers)
    return {
      leftOut: [{what: sector.id, reason: `fewer than ${fewestOthers} other coins on record`}],
      exclusions: [],
    };
  if (standsFor(asset, market, benchmark)) return notUsed;
  const unseen = [...checked.flatMap(one => one.unseen ?? []), ...unknown];
  const measure = measures(asset, others, {state, benchmark, market});
  const rows = [asset, ...others].map(measure).toSorted(byCap);
  const isOwn = (row: PeerRow) => row.asset.id === market.asset.id;
  const room = shownRows - Number(rows.findIndex(isOwn) >= shownRows);
  const shown = rows.filter((row, i) => i < room || isOwn(row));
  const peers = {all: rows, own: rows.find(isOwn), others: rows.filter(row => !isOwn(row))};
  const place = (column: keyof typeof names.peers.place) => placeOf(peers, column);
  const {median: medians} = names.peers;
  const medianOf = <U extends Unit>(name: FigureName<U>, column: Column) =>
    medianOfOthers(name, peers, column);
  return {
    ...notUsed,
    finding: {
      kind: "peers",
      sector: {id: sector.id, name: sector.name, by: sector.by},
      size: computed(names.peers.size, rows.length, {
        asOf: state.price.asOf,
        formula: "coins of the sector on record, the asset among them",
        inputs: [],
      }),
      rows: shown,
      rest: rows.filter(row => !shown.includes(row)),
      ...(unseen.length > 0 && {
        unseen: {
          count: computed(names.peers.unseen, unseen.length, {
            asOf: state.price.asOf,
            formula: "other coins of the sector of which nothing of late is on record",
            inputs: [],
          }),
          names: unseen,
        },
      }),
      place: present({
        marketCap: place("marketCap"),
        change24h: place("change24h"),
        change30d: place("change30d"),
        turnover: place("turnover"),
      }),
      median: present({
        change24h: medianOf(medians.change24h, "change24h"),
        change30d: medianOf(medians.change30d, "change30d"),
        turnover: medianOf(medians.turnover, "turnover"),
        correlation: medianOf(medians.correlation, "correlation"),
      }),
      sources: sourcesOf([asset, ...others], rows),
    },
  };
}

interface Checked {
  readonly member?: Member;
  readonly leftOut?: LeftOut;
  /** The name of a coin that would be compared, were there anything of late to compare. */
  readonly unseen?: string;
  readonly exclusions: readonly Exclusion[];
}

/** What of a coin can be compared: neither old rows nor faulty closes, nor another coin's shadow. */
function check(
  {asset, state}: Market["sectorPeers"][number],
  market: Market,
  benchmark: History | undefined,
): Checked {
  const close =
    asset.id === market.benchmark.id
      ? market.benchmarkClose
      : market.sectorCloses.find(({id}) => id === `close.${asset.id}`);
  const {history, exclusions} = cleanHistory(close, market);
  // The benchmark's faults are disclosed with its own closes.
  const disclosed = asset.id === market.benchmark.id ? [] : exclusions;
  const member = {asset, state: fresh(state, market.asOf), ...(history && {history})};
  const other = standsFor(member, market, benchmark);
  if (other) return {leftOut: {what: asset.id, reason: other}, exclusions: disclosed};
  if (Object.keys(member.state).length > 0 || history) return {member, exclusions: disclosed};
  return {
    leftOut: {what: asset.id, reason: whyNothing(state)},
    unseen: asset.name,
    exclusions: disclosed,
  };
}

function whyNothing(state: MarketState): string {
  const last = Object.values(state).map(({asOf}) => asOf);
  return last.length ? `last brought up to date at ${last.toSorted().at(-1)}` : "no closes of late";
}

/** A row of the source's that it has not brought up to date for hours is left out whole. */
function fresh(state: MarketState, asOf: string): MarketState {
  if (!state.price) return state;
  const age = Date.parse(asOf) - Date.parse(state.price.asOf);
  return age > freshHours * 3_600_000 ? {} : state;
}

/** Why the coin is no coin of its own: by its name, its returns, or a price that does not move. */
function standsFor(
  {asset, state, history}: Member,
  market: Market,
  benchmark: History | undefined,
): string | undefined {
  if (asset.id === market.benchmark.id) return undefined;
  if (namedAfterAnother.test(asset.name)) return "stands for another coin, says its name";
  if (history && benchmark) return standsForAnother(undefined, commonReturns(history, benchmark));
  const {change24h, change30d} = state;
  const still = change24h && change30d && Math.abs(change24h.value) < 0.002;
  return still && Math.abs(change30d.value) < 0.005 ? "pegged" : undefined;
}

interface Context {
  readonly state: MarketStateFinding;
  readonly benchmark: History | undefined;
  readonly market: Market;
}

/** How a coin's row is measured: alike for all of them, in each column. */
function measures(asset: Member, others: readonly Member[], {state, benchmark, market}: Context) {
  // Without closes of the asset its peers are still measured to one day.
  const day = (asset.history ?? benchmark)?.last.day;
  const bySource = (name: "change24h" | "change30d") =>
    asset.state[name] !== undefined &&
    others.filter(other => other.state[name]).length >= fewestOthers;
  const dayBySource = bySource("change24h");
  const monthBySource = bySource("change30d");
  return (member: Member): PeerRow => {
    const name = names.peer(member.asset.id, subjectOf(member.asset, market));
    const given = (field: "change24h" | "change30d") => {
      const datum = member.state[field];
      return datum && read(name[field], datum);
    };
    const closes = (field: "change24h" | "change30d", days: number) =>
      day === undefined ? undefined : closeChange(name[field], member, day, days);
    // Without a row of its own beside the others' it is shown as the note has it.
    const asInNote = member === asset && !market.sectorState;
    const amounts = asInNote ? present(amountsOf(state)) : measuredAmounts(name, member.state);
    return {
      asset: member.asset,
      ...amounts,
      ...present({
        change24h: dayBySource
          ? asInNote
            ? state.change24h
            : given("change24h")
          : closes("change24h", 1),
        change30d: monthBySource ? given("change30d") : closes("change30d", changeDays),
        correlation:
          day === undefined || member.asset.id === market.benchmark.id
            ? undefined
            : correlationOf(name.correlation, member, benchmark, day),
      }),
    };
  };
}

const amountsOf = ({marketCap, volume24h, turnover}: MarketStateFinding) => ({
  marketCap,
  volume24h,
  turnover,
});

function measuredAmounts(name: ReturnType<typeof names.peer>, state: MarketState) {
  const marketCap = state.marketCap && read(name.marketCap, state.marketCap);
  const volume24h = state.volume24h && read(name.volume24h, state.volume24h);
  const turnover =
    marketCap && volume24h && marketCap.value > 0
      ? computed(name.turnover, volume24h.value / marketCap.value, {
          asOf: marketCap.asOf,
          formula: "volume24h / marketCap",
          inputs: [volume24h.id, marketCap.id],
        })
      : undefined;
  return present({marketCap, volume24h, turnover});
}

/** The change to the close of the day from that of some days before; both have to be there. */
function closeChange(name: FigureName<"return">, {history}: Member, day: string, days: number) {
  if (!history) return undefined;
  const from = addDays(day, -days);
  const [start, end] = [closeAt(history, from), closeOn(history, day)];
  if (!start || !end) return undefined;
  return computed(name, end.close / start.close - 1, {
    asOf: endOfDay(day),
    formula: `close of ${day} / close of ${start.day} - 1`,
    inputs: [history.close.id],
  });
}

function correlationOf(
  name: FigureName<"correlation">,
  {history}: Member,
  benchmark: History | undefined,
  day: string,
): Figure<"correlation"> | undefined {
  if (!history || !benchmark) return undefined;
  const aligned = commonReturns(history, benchmark);
  const from = aligned.calendar.back(day, correlationDays - 1);
  const {x: other, y: own} = returnsBetween(aligned, from, day);
  // A price that does not move ranks with nothing.
  if (own.length < fewestReturns || new Set(own).size < 2 || new Set(other).size < 2)
    return undefined;
  return computed(name, spearman(other, own).rho, {
    asOf: endOfDay(day),
    formula: `Spearman's rho of daily log returns, ${from}..${day}`,
    inputs: [history.close.id, benchmark.close.id],
  });
}

/** Largest first; coins of unknown size last, by id. */
function byCap(a: PeerRow, b: PeerRow): number {
  const difference = (b.marketCap?.value ?? 0) - (a.marketCap?.value ?? 0);
  return difference || (a.asset.id < b.asset.id ? -1 : 1);
}

type Column = "marketCap" | "change24h" | "change30d" | "turnover" | "correlation";

interface Rows {
  readonly all: readonly PeerRow[];
  readonly own: PeerRow | undefined;
  readonly others: readonly PeerRow[];
}

/** 1 the highest. A place among those of which one is unknown would be no place. */
function placeOf(
  {all, own}: Rows,
  column: keyof typeof names.peers.place,
): Figure<"rank"> | undefined {
  const mine = own?.[column];
  const figures = all.flatMap(row => row[column] ?? []);
  if (!mine || figures.length < all.length) return undefined;
  const higher = figures.filter(({value}) => value > mine.value).length;
  return computed(names.peers.place[column], 1 + higher, {
    asOf: mine.asOf,
    formula: "1 + coins of the sector with a higher value",
    inputs: figures.map(({id}) => id),
  });
}

function medianOfOthers<U extends Unit>(
  name: FigureName<U>,
  {others}: Rows,
  column: Column,
): Figure<U> | undefined {
  const figures = others.flatMap(row => row[column] ?? []);
  const [first] = figures;
  if (!first || figures.length < Math.max(fewestOthers, others.length / 2)) return undefined;
  return computed(name, median(figures.map(({value}) => value)), {
    asOf: first.asOf,
    formula: "median of the others of the sector",
    inputs: figures.map(({id}) => id),
  });
}

function sourcesOf(members: readonly Member[], rows: readonly PeerRow[]): string[] {
  const stated = members.flatMap(({state}) => Object.values(state).map(({source}) => source));
  const fromCloses = new Set(rows.flatMap(row => inputsOf(row.change30d ?? row.correlation)));
  const closes = members.flatMap(({history}) =>
    history && fromCloses.has(history.close.id) ? [history.close.source] : [],
  );
  return [...new Set([...stated, ...closes])];
}

const inputsOf = (figure: Figure | undefined) =>
  figure && "inputs" in figure.origin ? figure.origin.inputs : [];
