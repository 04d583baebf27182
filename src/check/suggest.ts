import {numberFormat} from "../format/numbers.ts";
import type {CheckLanguage} from "./language.ts";
import type {Measure, Quantity} from "./numbers/mention.ts";
import {type EvidenceFigure, isSigned, maySize, readingsOf} from "./readings.ts";

const usual: Readonly<Record<string, Measure>> = {
  USD: "USD",
  BTC: "BTC",
  tokens: "plain",
  return: "percent",
  volatility: "percent",
  drawdown: "percent",
  share: "percent",
  probability: "percent",
  percentile: "percent",
  ratio: "percent",
};

/** The figure as the mention should have had it: as exact, and with a sign where it had one. */
export function written(figure: EvidenceFigure, like: Quantity, language: CheckLanguage): string {
  const words = language.numbers.written;
  const readings = readingsOf(figure);
  const fitting = readings.find(({measures}) => measures.includes(like.measure));
  const measure = fitting ? like.measure : (usual[figure.unit] ?? readings[0]!.measures[0]!);
  const {value} = fitting ?? readings[0]!;
  const format = numberFormat(language.customs);
  const signed = like.sign !== undefined && isSigned(figure);
  const shown = signed || !maySize(figure) ? value : Math.abs(value);
  const digits = (part: number) => {
    const step = fitting ? like.step * part : 0.1;
    return Math.max(0, Math.min(6, -Math.floor(Math.log10(step) + 1e-9)));
  };
  switch (measure) {
    case "percent":
      return format.percent(shown, like.worded ? 0 : digits(100), signed);
    case "USD":
      return Math.abs(value) >= 1e6 ? format.money(value) : format.price(value);
    case "BTC":
      return `${format.fixed(value, digits(1))} BTC`;
    case "basis-points":
      return `${format.fixed(shown * 1e4, 0, signed)} ${words["basis-points"]}`;
    case "points":
      return `${format.fixed(shown * 100, digits(100), signed)} ${words.points}`;
    case "days":
      return `${format.count(value)} ${words.days}`;
    default:
      return Number.isInteger(value)
        ? format.count(value)
        : format.fixed(shown, Math.max(2, digits(1)), signed);
  }
}
