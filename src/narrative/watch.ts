import {addDays, type Day} from "../model/day.ts";
import type {Figure} from "../model/figure.ts";
import type {Dated, WindowResult} from "../model/finding.ts";
import type {ProfileFact} from "../model/market.ts";
import type {Facts} from "./facts.ts";
import type {Plan} from "./point.ts";
import {factsOn} from "./profile.ts";

export interface WatchHeading {
  readonly kind: "to-watch";
}

/** Where there are no cases: the ends of the year's closes that the price does not stand at. */
interface YearCloses {
  readonly kind: "closes-of-year";
  readonly low?: Dated<Figure<"USD">>;
  readonly high?: Dated<Figure<"USD">>;
}

/** A close back near what it is made to be worth. */
interface BackToRuler {
  readonly kind: "close-back-at-dollar";
  readonly gap: Figure<"difference">;
}

/** On that day the window holds none of the days of this note. */
interface NewWindow {
  readonly kind: "window-anew";
  readonly day: Day;
  readonly window: WindowResult;
}

/** The day from which there are returns enough to test the tie. */
interface TestableFrom {
  readonly kind: "testable-from";
  readonly day: Day;
}

/** A fact that an editor maintains. */
interface Maintained {
  readonly kind: "watch-fact";
  readonly fact: ProfileFact;
}

export type WatchSentence = YearCloses | BackToRuler | NewWindow | TestableFrom | Maintained;

/** Farther away, in logarithms, an end of the year is nothing to watch. */
const near = Math.log(1.5);

/** Nearer to a dollar there is nothing to come back from. */
const off = 0.01;

/** What would change this note's mind: closes, volumes and days that a reader can watch. */
export function watchPlan(facts: Facts): Plan<WatchHeading, WatchSentence, never> | undefined {
  const points: WatchSentence[] = [
    ...backToRuler(facts),
    ...closesOfYear(facts),
    ...newWindow(facts),
    ...testableFrom(facts),
    ...factsOn(["watch"], facts).map(fact => ({kind: "watch-fact", fact}) as const),
  ];
  if (points.length === 0) return undefined;
  return {heading: {kind: "to-watch"}, blocks: [{list: points}]};
}

const backToRuler = ({ruler}: Facts): BackToRuler[] =>
  ruler?.code === "usd" && ruler.gap && Math.abs(ruler.gap.value) > off
    ? [{kind: "close-back-at-dollar", gap: ruler.gap}]
    : [];

/** The first signs of the cases stand in their table. What is far off nobody can watch. */
function closesOfYear({state, ruler, cases}: Facts): YearCloses[] {
  const {yearLow, yearHigh, price} = state;
  if (cases || ruler || !yearLow || !yearHigh) return [];
  const isNear = ({figure: {value}}: Dated<Figure<"USD">>) =>
    Math.abs(Math.log(value / price.value)) < near;
  const low = yearLow.figure.value < price.value && isNear(yearLow) && {low: yearLow};
  const high = yearHigh.figure.value > price.value && isNear(yearHigh) && {high: yearHigh};
  return low || high ? [{kind: "closes-of-year", ...low, ...high}] : [];
}

/** In calendar days, so many days of the market. */
const calendarDays = ({tradingDays}: Facts["state"], days: number): number =>
  tradingDays ? Math.ceil((days * 365) / tradingDays.value) : days;

function newWindow({dependence, state}: Facts): NewWindow[] {
  if (!dependence || dependence.leading.verdict === "no-change-found") return [];
  const {leading} = dependence;
  const day = addDays(leading.to, calendarDays(state, leading.window));
  return [{kind: "window-anew", day, window: leading}];
}

function testableFrom({abstentions, asOf, state}: Facts): TestableFrom[] {
  const reason = abstentions.find(({about}) => about === "decoupling")?.reason;
  if (reason?.kind !== "too-few-days") return [];
  const missing = calendarDays(state, reason.needed - reason.days);
  return [{kind: "testable-from", day: addDays(asOf.slice(0, 10), missing)}];
}
