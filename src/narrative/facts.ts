import type {
  Abstention,
  AttentionFinding,
  CasesFinding,
  DecompositionFinding,
  DecouplingFinding,
  DescriptionFinding,
  Exclusion,
  Finding,
  Findings,
  LiquidityFinding,
  MarketStateFinding,
  OutliersFinding,
  PeersFinding,
  ProfileFinding,
  RiskFinding,
  SectorFinding,
  SeriesReference,
  SinceFinding,
} from "../model/finding.ts";
import type {House} from "../model/house.ts";
import type {Order} from "../model/order.ts";
import type {Snapshot} from "../model/snapshot.ts";
import {type Constants, constants} from "./constants.ts";
import type {Pen} from "./pen.ts";

/** The findings by kind, and what every sentence needs beside them. */
export interface Facts {
  readonly asset: Snapshot["asset"];
  readonly benchmark: Snapshot["benchmark"];
  readonly asOf: string;
  readonly locale: string;
  readonly house: House;
  readonly simulated: boolean;
  readonly snapshot: {readonly sha256: string; readonly files: number};
  readonly generator: string;
  readonly state: MarketStateFinding;
  readonly table?: DecompositionFinding;
  readonly outliers?: OutliersFinding;
  readonly dependence?: DecouplingFinding;
  readonly sector?: SectorFinding;
  readonly liquidity?: LiquidityFinding;
  readonly attention?: AttentionFinding;
  readonly description?: DescriptionFinding;
  readonly profile?: ProfileFinding;
  readonly peers?: PeersFinding;
  readonly since?: SinceFinding;
  readonly risk?: RiskFinding;
  readonly cases?: CasesFinding;
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
  const one = <K extends Finding["kind"]>(kind: K) =>
    found.findings.find((finding): finding is Extract<Finding, {kind: K}> => finding.kind === kind);
  const state = one("market-state");
  if (!state) return undefined;
  const optional = {
    table: one("decomposition"),
    outliers: one("outliers"),
    dependence: one("decoupling"),
    sector: one("sector"),
    liquidity: one("liquidity"),
    attention: one("attention"),
    description: one("description"),
    profile: one("profile"),
    peers: one("peers"),
    since: one("since"),
    risk: one("risk"),
    cases: one("cases"),
  };
  return {
    asset,
    benchmark,
    asOf,
    locale,
    house,
    simulated,
    snapshot: {sha256, files: answers.length},
    generator,
    state,
    ...(Object.fromEntries(Object.entries(optional).filter(([, value]) => value)) as object),
    abstentions: found.abstentions,
    exclusions: found.exclusions,
    series: found.series,
    pen,
    fixed: constants(asOf),
  };
}
