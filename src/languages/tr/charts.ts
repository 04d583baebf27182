import type {ChartWords} from "../../narrative/charts.ts";

export const chartWords: ChartWords = {
  sameStart: (name, day) => `İnce çizgi: ${name}, aynı başlangıçtan (${day})`,
  inADay: change => `bir günde ${change}`,
  inDays: (change, days) => `${days} günde ${change}`,
};
