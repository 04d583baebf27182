import type {Figure} from "../model/figure.ts";
import type {Facts} from "./facts.ts";
import {type Way, wayOf} from "./moves.ts";
import {notable, rarity} from "./news.ts";

/** Earlier days of such a move, and where the coin stood a week after them. */
export interface AftermathTold {
  readonly kind: "aftermath";
  /** Of the move. */
  readonly way: Way;
  readonly level: Figure<"return">;
  readonly days: Figure<"days">;
  readonly cases: Figure<"count">;
  readonly higher: Figure<"count">;
  readonly median: Figure<"return">;
  /** The day is of the size of some of them, or far larger than each. */
  readonly likeness: "within" | "beyond";
  /** The largest of them. */
  readonly most: {readonly figure: Figure<"return">; readonly day: string};
}

/** So many times the largest earlier day, by logarithms, and none of them resembles it. */
const farBeyond = 1.5;

/** Told of a day that is one in twenty. */
export function aftermath({records}: Facts): AftermathTold[] {
  const {day, after} = records ?? {};
  if (!day || !after || rarity(day) < notable) return [];
  const {level, days, cases, higher, median, most} = after;
  const size = ({value}: Figure<"return">) => Math.abs(Math.log1p(value));
  return [
    {
      kind: "aftermath",
      way: wayOf(day.change),
      level,
      days,
      cases,
      higher,
      median,
      likeness: size(day.change) > farBeyond * size(most.figure) ? "beyond" : "within",
      most,
    },
  ];
}
