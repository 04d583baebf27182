import type {Chart} from "../../model/chart.ts";
import {csvOf} from "./csv.ts";
import type {Drawn} from "./draw.ts";

/** Where a chart lies in the note's folder, by the path that the Markdown gives it. */
const chartPath = ({name}: Pick<Chart, "name">) => `charts/${name}.svg`;
export const narrowPath = (path: string) => path.replace(/\.svg$/, "-narrow.svg");
export const dataPath = (path: string) => path.replace(/\.svg$/, ".csv");

/** A chart as the Markdown shows it; not the one for a phone, nor its data. */
export const isShown = (path: string) => /^charts\/.+(?<!-narrow)\.svg$/.test(path);

/** A chart for a page and for a phone, and its data, by their paths. */
export function chartFiles(chart: Chart, {wide, narrow}: Drawn): [path: string, text: string][] {
  const path = chartPath(chart);
  return [
    [path, wide],
    [narrowPath(path), narrow],
    [dataPath(path), csvOf(chart)],
  ];
}
