import {Tinypool} from "tinypool";
import type {Chart} from "../../model/chart.ts";
import type {Drawn} from "./draw.ts";

/** Draws charts beside the calling thread; Plot, half a second's start, is loaded there. */
export interface ChartPool extends AsyncDisposable {
  /** Charts as SVG, in their order. */
  draw(charts: readonly Chart[]): Promise<Drawn[]>;
}

/** The file beside this one, as source or compiled. */
const filename = new URL(
  import.meta.url.endsWith(".ts") ? "./draw.ts" : "./draw.js",
  import.meta.url,
);

/** Opens a pool of one thread, which makes itself ready at once. */
export function openChartPool(): ChartPool {
  const pool = new Tinypool({
    filename: filename.href,
    name: "drawCharts",
    minThreads: 1,
    maxThreads: 1,
  });
  pool.on("error", () => {}); // a thread that fails before it is asked fails whoever asks next
  return {
    draw: charts => pool.run(charts),
    [Symbol.asyncDispose]: () => pool.destroy(),
  };
}
