import type {ReadNote} from "./note.ts";
import {looks} from "./printed.ts";

/** A sentence with its coin, dates and figures masked, so that those that differ only in them are one. */
export function shapeOf(text: string, {names, language}: ReadNote): string {
  const {date, usd, pct, num} = looks[language];
  return names
    .toSorted((a, b) => b.length - a.length)
    .reduce(
      (masked, name) =>
        masked.replaceAll(
          new RegExp(`(?<![\\p{L}\\d])${RegExp.escape(name)}(?![\\p{L}\\d])`, "gu"),
          "¤",
        ),
      text,
    )
    .replaceAll(new RegExp(date, "gu"), "DATE")
    .replaceAll(new RegExp(`${usd}|${pct}|${num}`, "gu"), "#");
}
