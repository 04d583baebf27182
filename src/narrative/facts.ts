import type {
  Abstention,
  Exclusion,
  Finding,
  Findings,
  MarketStateFinding,
  SeriesReference,
} from "../model/finding.ts";
import type {House} from "../model/house.ts";
import type {Order} from "../model/order.ts";
import type {Snapshot} from "../model/snapshot.ts";
import {type Constants, constants} from "./constants.ts";
import type {Pen} from "./pen.ts";

/** What sentences call each kind of finding that a note may do without. */
const kinds = {
  table: "decomposition",
  outliers: "outliers",
  dependence: "decoupling",
  sector: "sector",
  liquidity: "liquidity",
  attention: "attention",
  description: "description",
  profile: "profile",
  peers: "peers",
  since: "since",
  risk: "risk",
  records: "records",
  field: "field",
  ruler: "ruler",
  cohort: "cohort",
  range: "range",
  trending: "trending",
  cases: "cases",
} as const satisfies Record<string, Finding["kind"]>;

type FindingOf<K extends Finding["kind"]> = Extract<Finding, {kind: K}>;

type Optional = {readonly [Name in keyof typeof kinds]?: FindingOf<(typeof kinds)[Name]>};

/** The findings by kind, and what every sentence needs beside them. */
export interface Facts extends Optional {
  readonly asset: Snapshot["asset"];
  readonly benchmark: Snapshot["benchmark"];
  readonly asOf: string;
  readonly locale: string;
  readonly house: House;
  readonly simulated: boolean;
  /** Whether its market rests on some days of the week: then its days are trading days. */
  readonly rests: boolean;
  readonly snapshot: {readonly sha256: string; readonly files: number};
  readonly generator: string;
  readonly state: MarketStateFinding;
  readonly abstentions: readonly Abstention[];
  readonly exclusions: readonly Exclusion[];
  readonly series: readonly SeriesReference[];
  readonly pen: Pen;
  readonly fixed: Constants;
}

/** Undefined where not even a price is known: then there is no note to write. */
export function factsOf(
  {asOf, locale}: Order,
  {asset, benchmark, simulated, sha256, answers}: Snapshot,
  found: Findings,
  {pen, generator, house}: {pen: Pen; generator: string; house: House},
): Facts | undefined {
  const one = (kind: Finding["kind"]) => found.findings.find(finding => finding.kind === kind);
  const state = found.findings.find(finding => finding.kind === "market-state");
  if (!state) return undefined;
  const optional = Object.entries(kinds).map(([name, kind]) => [name, one(kind)] as const);
  return {
    asset,
    benchmark,
    asOf,
    locale,
    house,
    simulated,
    rests: state.tradingDays !== undefined,
    snapshot: {sha256, files: answers.length},
    generator,
    state,
    ...(Object.fromEntries(optional.filter(([, value]) => value)) as Optional),
    abstentions: found.abstentions,
    exclusions: found.exclusions,
    series: found.series,
    pen,
    fixed: constants(asOf),
  };
}

/** Whether nothing in the record tells of order books. */
export const isWithoutBooks = (abstentions: Facts["abstentions"]): boolean =>
  abstentions.some(({reason}) => reason.kind === "no-order-books");
