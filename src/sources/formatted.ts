import {isAmount} from "./amount.ts";

/**
 * The amount in a text that a source formatted for people, or undefined where it is anything else:
 * cut or wrongly grouped digits ("$2,66"), a shortened number ("$1.2M"), another currency.
 *
 * @example readDollars("$2,663,340,102") // 2663340102
 * @example readDollars("$1.2M") // undefined
 */
export function readDollars(text: string): number | undefined {
  if (!/^\$(?:0|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d*)(?:\.\d+)?$/.test(text)) return undefined;
  const value = Number(text.slice(1).replaceAll(",", ""));
  return isAmount(value) ? value : undefined;
}
