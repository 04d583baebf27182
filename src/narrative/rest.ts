import type {Figure} from "../model/figure.ts";
import type {PeersFinding} from "../model/finding.ts";
import {type AftermathRow, aftermath} from "./aftermath.ts";
import type {UsualDay} from "./day.ts";
import type {Facts} from "./facts.ts";
import {type Fade, fadeOf} from "./liquidity.ts";
import {usualDay} from "./market.ts";
import {type PeersPicture, peersPicture} from "./peersExhibit.ts";
import type {Plan} from "./point.ts";
import {type CategoryRow, type RangeRow, rangeRow, trendingRows} from "./range.ts";
import {type YearDistance, yearDistance} from "./standing.ts";
import type {BodySection, Story} from "./story.ts";

export type RestHeading = {readonly kind: "rest"};

/** What is no news and has no section of its own: each a row, beside its measure. */
export interface Rest {
  readonly kind: "rest-table";
  readonly rows: readonly RestRow[];
}

export type RestRow =
  | RangeRow
  | CategoryRow
  | {
      readonly kind: "tie";
      readonly days: Figure<"days">;
      readonly now: Figure<"correlation">;
      readonly before: Figure<"correlation">;
      readonly p: Figure<"p-value">;
      /** Only a fall to this would have been seen, where that is far. */
      readonly reach?: Figure<"correlation">;
    }
  | UsualDay
  | YearDistance
  | AftermathRow
  | Fade
  | {readonly kind: "turnover"; readonly now: Figure<"ratio">; readonly beside?: UsualTurnover}
  | {
      readonly kind: "volatility";
      readonly days: Figure<"days">;
      readonly now: Figure<"volatility">;
      readonly longer?: {readonly days: Figure<"days">; readonly figure: Figure<"volatility">};
    }
  | {readonly kind: "fall"; readonly now: Figure<"drawdown">; readonly deepest: Figure<"drawdown">}
  | {
      readonly kind: "field";
      readonly median: Figure<"return">;
      readonly coins: Figure<"count">;
      readonly up: Figure<"count">;
    }
  | {
      readonly kind: "peers";
      readonly sector: PeersFinding["sector"];
      readonly month: Figure<"return">;
      readonly others: Figure<"return">;
    }
  | {
      readonly kind: "in-benchmark";
      readonly change: Figure<"return">;
      readonly dollars: Figure<"return">;
    };

/** What a turnover is usual by: the coin's own past, otherwise the large coins. */
type UsualTurnover =
  | {readonly by: "past"; readonly median: Figure<"ratio">; readonly days: Figure<"days">}
  | {readonly by: "coins"; readonly median: Figure<"ratio">; readonly coins: Figure<"count">};

/** A test that only a fall to this would pass is blunt. */
const blunt = 0.2;

export function restPlan(
  facts: Facts,
  story: Story,
): Plan<RestHeading, never, Rest | PeersPicture> | undefined {
  const {sections} = story;
  const rows = [
    ...rangeRow(facts),
    ...besideSections(facts, story),
    ...(Object.keys(rowsOf) as (keyof typeof rowsOf)[])
      .filter(name => !sections.includes(name))
      .flatMap(name => rowsOf[name](facts)),
    ...trendingRows(facts),
  ];
  if (rows.length === 0) return undefined;
  const {peers, asset} = facts;
  // What is a row in words is seen at a glance.
  const picture = peers && !sections.includes("peers") ? peersPicture(peers, asset) : undefined;
  return {
    heading: {kind: "rest"},
    blocks: [{exhibit: {kind: "rest-table", rows}}, ...(picture ? [{exhibit: picture}] : [])],
  };
}

/** What is looked up beside a section that tells something else. */
function besideSections(facts: Facts, story: Story): RestRow[] {
  const day = usualDay(facts, story);
  const after = aftermath(facts);
  return [
    ...(day ? [day] : []),
    ...(after?.kind === "aftermath-row" ? [after] : []),
    ...(facts.ruler?.code === "usd" ? [] : yearDistance(facts)),
    ...(story.sections.includes("liquidity") ? fadeOf(facts) : []),
  ];
}

const rowsOf = {
  dependence: ofDependence,
  field: ofField,
  liquidity: ofLiquidity,
  currencies: ofCurrencies,
  peers: ofPeers,
  risk: ofRisk,
} as const satisfies Partial<Record<BodySection, (facts: Facts) => RestRow[]>>;

function ofDependence({dependence}: Facts): RestRow[] {
  if (!dependence) return [];
  const {days, rho, baselineRho, adjustedP, visible} = dependence.leading;
  const reach = visible.value < blunt && {reach: visible};
  return [{kind: "tie", days, now: rho, before: baselineRho, p: adjustedP, ...reach}];
}

function ofField({field}: Facts): RestRow[] {
  return field ? [{kind: "field", median: field.median, coins: field.coins, up: field.up}] : [];
}

function ofLiquidity({liquidity}: Facts): RestRow[] {
  if (!liquidity) return [];
  const {turnover, history, universe} = liquidity;
  const beside: UsualTurnover | undefined = history
    ? {by: "past", median: history.median, days: history.days}
    : universe && {by: "coins", median: universe.median, coins: universe.size};
  return [{kind: "turnover", now: turnover, ...(beside && {beside})}];
}

function ofCurrencies({table, benchmark}: Facts): RestRow[] {
  const leg = table?.legs.find(({quote}) => quote === benchmark.symbol.toLowerCase());
  return table && leg && leg.status === "live" && leg.change.value !== table.dollars.value
    ? [{kind: "in-benchmark", change: leg.change, dollars: table.dollars}]
    : [];
}

function ofPeers({peers, asset}: Facts): RestRow[] {
  const month = peers?.rows.find(row => row.asset.id === asset.id)?.change30d;
  const others = peers?.median.change30d;
  return peers && month && others ? [{kind: "peers", sector: peers.sector, month, others}] : [];
}

function ofRisk({risk}: Facts): RestRow[] {
  if (!risk) return [];
  const [short, long] = risk.volatility;
  return [
    ...(short
      ? [
          {
            kind: "volatility" as const,
            days: short.days,
            now: short.figure,
            ...(long && {longer: {days: long.days, figure: long.figure}}),
          },
        ]
      : []),
    ...(risk.fromPeak
      ? [{kind: "fall" as const, now: risk.fromPeak, deepest: risk.drawdown.figure}]
      : []),
  ];
}
