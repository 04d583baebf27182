import {z} from "zod";
import {SourceChanged} from "../model/errors.ts";

/** No honest amount lies beyond these; products and squares of amounts stay finite within them. */
const least = 1e-40;
const most = 1e40;
const bounds = "0, or an amount from 1e-40 to 1e+40";

/** Whether a number can be counted with. */
export function isAmount(value: number): boolean {
  const size = Math.abs(value);
  return size === 0 || (size >= least && size <= most);
}

/** A number of a JSON answer. */
export const amount = z.number().refine(isAmount, `expected ${bounds}`);

/**
 * A number of a table.
 *
 * @throws SourceChanged naming the place where it is none, or cannot be counted with
 */
export function parseAmount(text: string, place: string, what: string): number {
  const value = Number(text);
  if (!/^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/.test(text))
    throw new SourceChanged(`${place} has no number for ${what}: "${text.slice(0, 40)}"`);
  if (isAmount(value)) return value;
  throw new SourceChanged(
    `${place} has an impossible number for ${what}: "${text.slice(0, 40)}", expected ${bounds}`,
  );
}
