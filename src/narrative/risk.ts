import type {Figure} from "../model/figure.ts";
import type {Dated, RiskFinding} from "../model/finding.ts";
import type {Facts} from "./facts.ts";
import type {Plan} from "./point.ts";
import type {Story} from "./story.ts";

/** The month's swings among the coin's own, or how it falls. */
export type RiskHeading =
  | {
      readonly kind: "swings-rare";
      readonly end: "high" | "low";
      /** The last month like it; undefined where there was none. */
      readonly last?: string;
    }
  | {readonly kind: "falls-harder"}
  | {readonly kind: "far-below"}
  | {readonly kind: "swings"};

/** A month beside a quarter, and beside the benchmark's. */
export interface Swings {
  readonly kind: "swings";
  readonly now: Span;
  readonly longer?: Span & {readonly way: "up" | "down" | "steady"};
  readonly benchmark?: Figure<"volatility">;
}

interface Span {
  readonly days: Figure<"days">;
  readonly figure: Figure<"volatility">;
}

/** The deepest fall on record, and how much of it is left. */
export interface DeepestFall {
  readonly kind: "deepest-fall";
  readonly size: Figure<"drawdown">;
  readonly peak: Dated<Figure<"USD">>;
  readonly trough: Dated<Figure<"USD">>;
  readonly since: string;
  readonly stands:
    | {readonly at: "high"}
    | {readonly at: "bottom"; readonly below: Figure<"drawdown">}
    | {
        readonly at: "near-bottom";
        readonly below: Figure<"drawdown">;
        readonly above: Figure<"return">;
      }
    | {readonly at: "between"; readonly below: Figure<"drawdown">};
}

/** What it did on the benchmark's worse days, for each hundredth of those. */
export interface WorseDays {
  readonly kind: "worse-days";
  readonly days: Figure<"days">;
  readonly answer: Figure<"beta">;
  readonly how: "against" | "not" | "less" | "as-much" | "harder";
}

/** How many of the benchmark's worst days were the coin's as well. */
export interface WorstDays {
  readonly kind: "worst-days";
  readonly how: "most" | "some" | "no-more-than-chance";
  readonly shared: Figure<"days">;
  readonly days: Figure<"days">;
  readonly independent: Figure<"share">;
}

export type RiskSentence = Swings | DeepestFall | WorseDays | WorstDays;

/** A month's swings over a quarter's from here are more, and to here less. */
const more = 1.15;
const less = 0.87;

/** From the bottom of its deepest fall the price is not told to be near beyond this. */
const nearBottom = 0.1;

/** Within this the answer to the benchmark's bad days is none; beyond those it is another than its own. */
const noAnswer = 0.05;
const harder = 1.15;
const softer = 0.85;

/** From here on falls are harder by so much that a heading says so. */
const muchHarder = 1.3;

/** How much it moves, how far it fell, and how it behaves when the benchmark falls. */
export function riskPlan(
  facts: Facts,
  story: Story,
): Plan<RiskHeading, RiskSentence, never> | undefined {
  const {risk} = facts;
  if (!risk) return undefined;
  return {
    heading: headingOf(risk, facts, story),
    blocks: [
      {paragraph: swings(risk)},
      {paragraph: [deepestFall(risk), ...worseDays(risk), ...worstDays(risk)]},
    ],
  };
}

function headingOf(risk: RiskFinding, {records}: Facts, {angles}: Story): RiskHeading {
  const record = records?.volatility;
  if (record && (angles.includes("livelier") || angles.includes("calmer"))) {
    const {end, last} = record;
    return {kind: "swings-rare", end, ...(last !== undefined && {last})};
  }
  if ((risk.downsideBeta?.value ?? 0) >= muchHarder) return {kind: "falls-harder"};
  return angles.includes("fallen") ? {kind: "far-below"} : {kind: "swings"};
}

function swings({volatility: [now, longer], benchmarkVolatility}: RiskFinding): Swings[] {
  if (!now) return [];
  const ratio = longer ? now.figure.value / longer.figure.value : 1;
  const way = ratio > more ? "up" : ratio < less ? "down" : "steady";
  return [
    {
      kind: "swings",
      now,
      ...(longer && {longer: {...longer, way}}),
      ...(longer && benchmarkVolatility && {benchmark: benchmarkVolatility}),
    },
  ];
}

function deepestFall({drawdown, fromPeak, aboveTrough}: RiskFinding): DeepestFall {
  const {figure: size, peak, trough, since} = drawdown;
  return {
    kind: "deepest-fall",
    size,
    peak,
    trough,
    since,
    stands: standsOf(fromPeak, aboveTrough),
  };
}

function standsOf(
  below: Figure<"drawdown"> | undefined,
  above: Figure<"return"> | undefined,
): DeepestFall["stands"] {
  if (!below) return {at: "high"};
  if (!above || above.value > nearBottom) return {at: "between", below};
  return above.value === 0 ? {at: "bottom", below} : {at: "near-bottom", below, above};
}

function worseDays({jointDays: days, downsideBeta: answer}: RiskFinding): WorseDays[] {
  if (!days || !answer) return [];
  const {value} = answer;
  const how =
    value < -noAnswer
      ? "against"
      : value <= noAnswer
        ? "not"
        : value > harder
          ? "harder"
          : value < softer
            ? "less"
            : "as-much";
  return [{kind: "worse-days", days, answer, how}];
}

function worstDays({tail}: RiskFinding): WorstDays[] {
  if (!tail) return [];
  const {days, shared, share, independent} = tail;
  const how =
    share.value > 0.5 ? "most" : share.value > independent.value ? "some" : "no-more-than-chance";
  return [{kind: "worst-days", how, shared, days, independent}];
}
