/** What stands before the part of a number that is no whole. */
export type DecimalSign = "." | ",";

/** What tables write where they know no number. */
const nothing = /^(?:|-|–|—|n\/?a|nan|null|none|#n\/a)$/i;

/** Thousands, millions and so on as financial sites shorten them. */
const powers: Readonly<Record<string, string>> = {k: "e3", m: "e6", b: "e9", t: "e12"};

const pattern = (decimal: string, groups: string) =>
  new RegExp(
    `^([-+]?)\\$?(\\d{1,3}(?:([${groups}])\\d{3})(?:\\3\\d{3})*|\\d+)?(?:${decimal}(\\d*))?([kmbt]|e[-+]?\\d+)?$`,
    "i",
  );
// A space of any width, an apostrophe, or the sign that is not the decimal one parts thousands.
const others = "'’ \\u00a0\\u2009\\u202f";
const patterns: Readonly<Record<DecimalSign, RegExp>> = {
  ".": pattern("\\.", `,${others}`),
  ",": pattern(",", `.${others}`),
};

/**
 * A number of a table as digits with a point, and nothing where it says that it knows none; undefined
 * where it is no number in that form.
 *
 * @example numberIn("1.234,56", ",") // "1234.56"
 * @example numberIn("12.5M", ".") // "12.5e6"
 * @example numberIn("n/a", ".") // ""
 * @example numberIn("1,2,3", ".") // undefined
 */
export function numberIn(text: string, decimal: DecimalSign): string | undefined {
  const trimmed = text.trim();
  if (nothing.test(trimmed)) return "";
  const found = patterns[decimal].exec(trimmed);
  if (!found) return undefined;
  const [, sign = "", whole = "", , part = "", power = ""] = found;
  if (whole === "" && part === "") return undefined;
  // No thousands follow a nought: 0.103 is a part of one.
  if (/^0\D/.test(whole)) return undefined;
  const digits = whole.replace(/\D/g, "") || "0";
  return `${sign === "-" ? "-" : ""}${digits}${part && `.${part}`}${powers[power.toLowerCase()] ?? power}`;
}

/** Whether a number stands as our own tables have it. */
export const isPlainNumber = (text: string): boolean =>
  /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(text);
