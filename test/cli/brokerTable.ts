import {addDays, weekday} from "../../src/model/day.ts";

/** Closes of working days to 28 November 2025, as a German broker writes them, newest first. */
export function brokerTable(days = 500): string {
  const rows = Array.from({length: days}, (_, i) => addDays("2025-11-28", -i))
    .filter(day => !["saturday", "sunday"].includes(weekday(day)))
    .map((day, i) => {
      const close = (1200 + 40 * Math.sin(i / 9) + ((i * 7919) % 17)).toFixed(2);
      const [whole, cents] = close.split(".");
      return `${day.split("-").toReversed().join(".")};${whole!.replace(/(\d)(\d{3})$/, "$1.$2")},${cents};${1000 + i}`;
    });
  return ["Datum;Schluss;Stück", ...rows, ""].join("\r\n");
}
