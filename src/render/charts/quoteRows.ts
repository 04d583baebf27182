import type {QuotesChart} from "../../model/chart.ts";
import type {QuoteClass} from "../../model/market.ts";
import {swarm} from "./swarm.ts";
import {type Dot, radius} from "./symbols.ts";
import {enclosingTicks} from "./ticks.ts";

export type Leg = QuotesChart["legs"][number];

/** A row of the chart: one class, its dots around a middle line. */
export interface Row {
  readonly class: QuoteClass;
  readonly legs: readonly Leg[];
  readonly dots: readonly Dot[];
  readonly middle: number;
  readonly half: number;
  /** Above it, for its name. */
  readonly head: number;
}

export const classes: readonly QuoteClass[] = ["fiat", "crypto", "metal"];
const rowsHeight = 250;
const diameter = 2 * radius + 0.9;
/** Above and below the dots of a row, for labels. */
const rowRoom = 17;

export interface ChangeScale {
  readonly ticks: readonly number[];
  /** The place of a change in px, within the ticks' ends. */
  at(value: number): number;
  beyond(value: number): boolean;
}

/** A leg far off by a fault must not squeeze all others: it stands at the edge instead. */
export function changeScale(
  {legs, medians}: QuotesChart,
  range: readonly [number, number],
  count: number,
): ChangeScale {
  const counted = legs.filter(leg => leg.status === "live" || leg.status === "derived");
  const core = [...(counted.length > 0 ? counted : legs), ...medians].map(leg => leg.change);
  let [low, high] = [Math.min(...core), Math.max(...core)];
  const reach = 2 * Math.max(high - low, 0.01);
  const near = legs.filter(leg => leg.change > low - reach && leg.change < high + reach);
  low = Math.min(low, ...near.map(leg => leg.change));
  high = Math.max(high, ...near.map(leg => leg.change));
  const missing = Math.max(0, 0.01 - (high - low)) / 2;
  [low, high] = [low - missing, high + missing];
  if (low > 0 && low < high - low) low = 0;
  if (high < 0 && -high < high - low) high = 0;
  // Nothing falls by more than all of it.
  const ticks = enclosingTicks(low, high, count).filter(tick => tick >= -1);
  const [first, last] = [ticks[0]!, ticks.at(-1)!];
  const at = (value: number) => {
    const share = (Math.min(last, Math.max(first, value)) - first) / (last - first);
    return range[0] + share * (range[1] - range[0]);
  };
  return {ticks, at, beyond: value => value < first || value > last};
}

/** Classes that occur, one below the other. */
export function layOut(
  {legs}: QuotesChart,
  at: (value: number) => number,
  top: number,
  head: number,
): Row[] {
  const groups = classes
    .map(name => ({class: name, legs: legs.filter(leg => leg.class === name)}))
    .filter(group => group.legs.length > 0);
  const halves = groups.map(group => wantedHalf(group.legs.map(leg => at(leg.change))));
  const fair = limits(halves, rowsHeight / 2);
  let edge = top;
  return groups.map((group, i) => {
    const half = fair[i]!;
    const middle = edge + head + half;
    edge += head + 2 * half;
    const places = swarm(
      group.legs.map(leg => at(leg.change)),
      diameter,
      half - rowRoom,
    );
    const dots = places.map(({x, y}, j) => ({x, y: middle + y, status: group.legs[j]!.status}));
    return {...group, dots, middle, half, head};
  });
}

function wantedHalf(xs: readonly number[]): number {
  const heights = swarm(xs, diameter, Infinity).map(place => Math.abs(place.y));
  return Math.ceil(Math.max(...heights) + radius + rowRoom);
}

/** Rows as high as they want; where that is too much, the highest give. */
function limits(halves: readonly number[], room: number): number[] {
  const total = (cap: number) => halves.reduce((sum, half) => sum + Math.min(half, cap), 0);
  let cap = Math.max(...halves);
  while (total(cap) > room && cap > rowRoom + diameter) cap--;
  return halves.map(half => Math.min(half, cap));
}
