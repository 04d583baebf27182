import type {ChartWords} from "../../narrative/charts.ts";

export const chartWords: ChartWords = {
  sameStart: (name, day) => `Thin line: ${name} from the same start, ${day}`,
  inADay: change => `${change} in a day`,
  inDays: (change, days) => `${change} in ${days} days`,
};
