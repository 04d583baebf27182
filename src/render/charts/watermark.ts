import type {Markish} from "@observablehq/plot";
import {label} from "./label.ts";
import {clean, fit, textWidth} from "./words.ts";

/** The word across the plot, as large as it fits: pale, yet dark enough to be seen in print. */
export function watermark(
  text: string | undefined,
  [left, top, right, bottom]: readonly [number, number, number, number],
): Markish[] {
  const word = clean(text ?? "");
  if (!word) return [];
  const size = Math.floor(
    Math.max(16, Math.min((bottom - top) * 0.5, ((right - left) * 0.8) / textWidth(word, 1), 96)),
  );
  const shown = fit(word, size, (right - left) * 0.95);
  const place = [(left + right) / 2, (top + bottom) / 2] as const;
  return [label(shown, ...place, {anchor: "middle", size, weight: 600, opacity: 0.13})];
}
