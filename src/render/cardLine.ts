import type {Chart, PriceChart} from "../model/chart.ts";
import {dayAndMonth, daysBetween, toDate} from "./charts/dates.ts";
import type {Localised} from "./charts/localised.ts";
import {change} from "./charts/numbers.ts";
import {escapeXml} from "./xml.ts";

/** Left, top, right and bottom, in px. */
export type Box = readonly [number, number, number, number];

interface Paint {
  readonly accent: string;
  readonly soft: string;
  readonly family: string;
}

/** The closes that a note shows, where there are enough for a line. */
export const lineOf = (charts: readonly Chart[]): PriceChart | undefined =>
  charts.find((chart): chart is PriceChart => chart.kind === "price" && chart.days.length >= 10);

/** The closes as one line, how far it has come, and over which days. */
export function lineIn(
  {days, customs}: Localised<PriceChart>,
  [left, top, right, bottom]: Box,
  {accent, soft, family}: Paint,
): string {
  const [first, last] = [days[0]!, days.at(-1)!];
  const closes = days.map(({close}) => close);
  const [low, high] = [Math.min(...closes), Math.max(...closes)];
  const [from, to] = [toDate(first.date), toDate(last.date)];
  // Room for the dot at the end, and for words above and below.
  const [end, upper, lower] = [right - 14, top + 52, bottom - 54];
  const x = (date: Date) => left + (daysBetween(from, date) / daysBetween(from, to)) * (end - left);
  const y = (close: number) => lower - ((close - low) / (high - low || 1)) * (lower - upper);
  const places = days.map(({date, close}) => [x(toDate(date)), y(close)].map(at => at.toFixed(1)));
  const [endX, endY] = places.at(-1)!;
  const words = (text: string, at: number, weight: number, fill: string) =>
    `<text x="${right}" y="${at}" font-family="${family}" font-size="32" font-weight="${weight}" fill="${fill}" text-anchor="end">${escapeXml(text)}</text>`;
  return [
    `<path d="M${places.map(place => place.join(" ")).join("L")}" fill="none" stroke="${accent}" stroke-width="6" stroke-linejoin="round" stroke-linecap="round"/>`,
    `<circle cx="${endX}" cy="${endY}" r="11" fill="${accent}"/>`,
    words(change(customs, 0)(last.close / first.close - 1), top + 26, 600, accent),
    words(`${dayAndMonth(customs, from)} – ${dayAndMonth(customs, to)}`, bottom - 6, 400, soft),
  ].join("");
}
