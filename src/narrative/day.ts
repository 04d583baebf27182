import type {Figure} from "../model/figure.ts";
import type {Facts} from "./facts.ts";
import {isSlight, isUsual} from "./moves.ts";
import type {Story} from "./story.ts";

/** The newest day by the coin's own measure. */
export type DayTold =
  | {readonly kind: "day-flat"}
  | {readonly kind: "day-alone"; readonly change: Figure<"return">}
  | UsualDay
  | {
      readonly kind: "day-large";
      readonly change: Figure<"return">;
      readonly usual: Figure<"volatility">;
      readonly days: Figure<"days">;
      readonly deviations: Figure<"z-score">;
    };

/** A day that is no news: a row of other figures, or a sentence where a section has no other. */
export type UsualDay =
  /** On most days of the year it moved as much. */
  | {
      readonly kind: "day-common";
      readonly change: Figure<"return">;
      readonly days: Figure<"count">;
      readonly larger: Figure<"count">;
    }
  | {
      readonly kind: "day-usual";
      readonly change: Figure<"return">;
      readonly usual: Figure<"volatility">;
      readonly days: Figure<"days">;
    };

/** Under so many standard deviations the share of days that moved as much says more. */
const middling = 0.75;

/** The newest day, by what it had been used to; nothing where title or distance from a dollar tell it. */
export function dayTold(
  {state: {change24h: change}, risk, records, ruler}: Facts,
  {lead}: Story,
): DayTold | undefined {
  if (!change || lead === "quiet" || lead === "ruler-day" || ruler?.code === "usd")
    return undefined;
  if (change.value === 0) return {kind: "day-flat"};
  if (!risk?.day) return {kind: "day-alone", change};
  const {usual, days, deviations} = risk.day;
  if (records?.still && (isSlight(records, risk) || deviations.value < middling))
    return {kind: "day-common", change, ...records.still};
  // The title has told a day that leads, and the deck how rare it is.
  if (lead === "coin-day" || lead === "market-day") return undefined;
  return isUsual(risk)
    ? {kind: "day-usual", change, usual, days}
    : {kind: "day-large", change, usual, days, deviations};
}

export const isUsualDay = (day: DayTold): day is UsualDay =>
  day.kind === "day-usual" || day.kind === "day-common";
