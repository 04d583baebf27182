import type {Figure} from "../model/figure.ts";
import type {Aftermath} from "../model/finding.ts";
import type {Facts} from "./facts.ts";
import {type Way, wayOf} from "./moves.ts";
import {notable, rarity} from "./news.ts";

/** Earlier days of such a move, and where the coin stood a week after them. */
interface After {
  /** Of the move. */
  readonly way: Way;
  readonly level: Figure<"return">;
  readonly days: Figure<"days">;
  readonly cases: Figure<"count">;
  readonly higher: Figure<"count">;
  readonly median: Figure<"return">;
}

/** Told where most of them went one way. */
export interface AftermathTold extends After {
  readonly kind: "aftermath";
  readonly most: "higher" | "lower";
}

/** A row where they went both ways. */
export interface AftermathRow extends After {
  readonly kind: "aftermath-row";
}

/** So many times the largest earlier day, by logarithms, and none of them resembles it. */
const farBeyond = 1.5;

/** From so many on, and from this share of them going one way, they are worth a sentence. */
const enough = 10;
const lopsided = 2 / 3;

/** Of a day that is one in twenty, unless no earlier one resembles it. */
export function aftermath({records}: Facts): AftermathTold | AftermathRow | undefined {
  const {day, after} = records ?? {};
  if (!day || !after || rarity(day) < notable || isBeyond(day.change, after)) return undefined;
  const {level, days, cases, higher, median} = after;
  const of = {way: wayOf(day.change), level, days, cases, higher, median};
  const share = higher.value / cases.value;
  if (cases.value < enough || Math.max(share, 1 - share) < lopsided)
    return {kind: "aftermath-row", ...of};
  return {kind: "aftermath", ...of, most: share > 0.5 ? "higher" : "lower"};
}

const size = ({value}: Figure<"return">) => Math.abs(Math.log1p(value));

const isBeyond = (change: Figure<"return">, {most}: Aftermath) =>
  size(change) > farBeyond * size(most.figure);
