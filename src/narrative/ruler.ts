import type {Figure} from "../model/figure.ts";
import type {Facts} from "./facts.ts";
import type {Plan} from "./point.ts";
import {type Precedent, precedent} from "./rare.ts";
import type {Story} from "./story.ts";

/** What it is made to be worth, by the code of a rate: a dollar, or what it stands for. */
export type Worth = {readonly kind: "dollar"} | {readonly kind: "thing"; readonly code: string};

export type RulerHeading =
  | {readonly kind: "lowest-trade"}
  | {readonly kind: "how-far-off"; readonly worth: Worth}
  | {readonly kind: "ruler-moved"; readonly code: string; readonly way: "up" | "down"}
  | {readonly kind: "beside-ruler"; readonly code: string};

/** How far the price lies from what it should be. */
export interface Gap {
  readonly kind: "gap";
  readonly worth: Worth;
  readonly price: Figure<"USD">;
  readonly priceIs: "snapshot" | "close";
  readonly gap: Figure<"difference">;
  readonly side: "above" | "below" | "level";
}

/** Closes in a row that lay further off than a hundredth. */
interface DaysOff {
  readonly kind: "closes-off";
  readonly days: Figure<"days">;
}

export interface DayLow {
  readonly kind: "low-of-day";
  readonly price: Figure<"USD">;
  readonly gap: Figure<"difference">;
  readonly precedent: Precedent;
}

/** The token through its ruler: which of the two moved. */
interface RulerDay {
  readonly kind: "day-beside-ruler";
  readonly code: string;
  readonly inRuler: Figure<"return">;
  readonly inDollars: Figure<"return">;
  readonly ofRuler: Figure<"return">;
  readonly mover: "ruler" | "both";
}

export type RulerSentence = Gap | DaysOff | DayLow | RulerDay;

/** A low that is nearer than this is no distance. */
const slight = 0.001;

/** What it is made to be worth, and how far it lies from that. */
export function rulerPlan(
  facts: Facts,
  {lead}: Story,
): Plan<RulerHeading, RulerSentence, never> | undefined {
  const {ruler} = facts;
  if (!ruler) return undefined;
  const {off} = ruler;
  const all: readonly (readonly RulerSentence[])[] = [
    off && off.value >= 2 ? [{kind: "closes-off", days: off}] : [],
    lowOf(facts),
    day(ruler),
  ];
  const beside = all.filter(one => one.length > 0);
  // A title has told how far it lies off.
  const first = lead === "peg" && beside.length > 0 ? [] : [gapOf(facts)];
  return {
    heading: heading(ruler),
    blocks: [...first, ...beside].map(paragraph => ({paragraph})),
  };
}

type Ruler = NonNullable<Facts["ruler"]>;

const worthOf = ({code}: Ruler): Worth =>
  code === "usd" ? {kind: "dollar"} : {kind: "thing", code};

function heading(ruler: Ruler): RulerHeading {
  const {gap, low, day: moves, code} = ruler;
  if (low && low.gap.value <= -slight && low.last === undefined) return {kind: "lowest-trade"};
  if (gap) return {kind: "how-far-off", worth: worthOf(ruler)};
  if (moves && isOfRuler(moves))
    return {kind: "ruler-moved", code, way: moves.ofRuler.value > 0 ? "up" : "down"};
  return {kind: "beside-ruler", code};
}

/** Less than a quarter of the move is left beside the ruler. */
const isOfRuler = ({inRuler, inDollars}: NonNullable<Ruler["day"]>) =>
  Math.abs(inRuler.value) < Math.abs(inDollars.value) / 4;

const sideOf = ({value}: Figure<"difference">) => (value > 0 ? "above" : "below");

function gapOf({ruler, state}: Facts): Gap[] {
  if (!ruler?.gap) return [];
  const {gap} = ruler;
  const side = gap.value === 0 ? "level" : sideOf(gap);
  const {price, priceIs} = state;
  return [{kind: "gap", worth: worthOf(ruler), price, priceIs, gap, side}];
}

export function lowOf({ruler}: Facts): DayLow[] {
  const one = ruler?.low;
  if (!one || one.gap.value > -slight) return [];
  return [{kind: "low-of-day", price: one.price, gap: one.gap, precedent: precedent(one)}];
}

function day({day: moves, code}: Ruler): RulerDay[] {
  if (!moves) return [];
  return [{kind: "day-beside-ruler", code, ...moves, mover: isOfRuler(moves) ? "ruler" : "both"}];
}
