import type {Chart} from "../../model/chart.ts";

type Cell = string | number | boolean | undefined;

/**
 * What a chart shows as comma-separated values (RFC 4180), numbers as they were computed: for who
 * cannot see it, or wants to draw it otherwise. A simulated market says so in each row.
 */
export function csvOf(chart: Chart): string {
  const [head, ...rows] = tableOf(chart);
  const simulated = chart.watermark !== undefined;
  const lines = [
    [...(head ?? []), ...(simulated ? ["simulated"] : [])],
    ...rows.map(row => [...row, ...(simulated ? [true] : [])]),
  ];
  return lines.map(line => `${line.map(written).join(",")}\r\n`).join("");
}

function tableOf(chart: Chart): Cell[][] {
  switch (chart.kind) {
    case "price": {
      const {days, labels} = chart;
      const beside = labels.benchmark && [`close_usd_${labels.benchmark.name}`];
      return [
        ["date", "close_usd", "volume_usd", ...(beside ?? [])],
        ...days.map(({date, close, volume, benchmark}) => [
          date,
          close,
          volume,
          ...(beside ? [benchmark] : []),
        ]),
      ];
    }
    case "dependence":
      return [
        ["date", "rho", "low", "high", "baseline_rho"],
        ...chart.days.map(({date, rho, low, high}) => [date, rho, low, high, chart.baseline.rho]),
      ];
    case "quotes":
      return [
        ["quote", "class", "change", "status"],
        ...chart.legs.map(leg => [leg.quote, leg.class, leg.change, leg.status]),
      ];
    case "cases": {
      const levels = ["p5", "p10", "p25", "p50", "p75", "p90", "p95"] as const;
      return [
        ["date", "close_usd", ...levels.map(level => `${level}_usd`)],
        ...chart.history.map(({date, close}) => [date, close, ...levels.map(() => undefined)]),
        ...chart.fan.map(day => [day.date, undefined, ...levels.map(level => day[level])]),
      ];
    }
    case "peers":
      return [
        ["id", "name", "change", "own"],
        ...chart.coins.map(({id, name, change, own = false}) => [id, name, change, own]),
      ];
  }
}

/** A name that a spreadsheet would take for a formula is told it is text. */
function written(cell: Cell): string {
  if (typeof cell !== "string") return cell === undefined ? "" : String(cell);
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
