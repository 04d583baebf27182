import {parentPort} from "node:worker_threads";
import type {Chart} from "../../model/chart.ts";
import {drawChart} from "./draw.ts";

parentPort?.on("message", (charts: readonly Chart[]) => {
  parentPort?.postMessage(charts.map(drawChart));
});
