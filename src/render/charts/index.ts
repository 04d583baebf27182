import type {Chart} from "../../model/chart.ts";

/** Draws charts in their order. Plot, half of a second's start, is loaded with the first. */
export async function drawCharts(charts: readonly Chart[]): Promise<string[]> {
  if (charts.length === 0) return [];
  const {drawChart} = await import("./draw.ts");
  return charts.map(drawChart);
}
