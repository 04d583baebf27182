import type {Measure} from "./mention.ts";
import type {NumberWords, UnitName} from "./words.ts";

/** What may stand before each unit, and the forms in which every language writes it. */
const common: Readonly<Record<UnitName, readonly [before: string, forms: string]>> = {
  percent: [String.raw`\s?`, "% pct"],
  points: [String.raw`[\s-]?`, "ppt?s? pts?"],
  basis: [String.raw`[\s-]?`, "bps?"],
  dollars: [String.raw`\s?`, String.raw`USD \$(?!\d)`],
  bitcoin: [String.raw`\s?`, "BTC ₿"],
  other: [String.raw`\s?`, "EUR € ₺ TL GBP £ ETH"],
  times: [String.raw`\s?`, "[x×]"],
  minutes: [String.raw`[\s-]?`, "min"],
  hours: [String.raw`[\s-]?`, "h"],
  days: [String.raw`[\s-]?`, "d"],
  weeks: [String.raw`[\s-]?`, ""],
  months: [String.raw`[\s-]?`, ""],
  years: [String.raw`[\s-]?`, ""],
  coins: [String.raw`\s`, ""],
};

/** The units of a language, each a group of its name; a form ends where its word does. */
export function unitsOf(own: NumberWords["units"]): RegExp {
  const forms = (Object.keys(common) as UnitName[]).flatMap(name => {
    const [before, shared] = common[name];
    const some = [...(own[name]?.split(" ") ?? []), ...shared.split(" ")].filter(Boolean);
    return some.length === 0 ? [] : [`${before}(?<${name}>(?:${some.join("|")})(?!\\p{L}))`];
  });
  return new RegExp(forms.join("|"), "uy");
}

type Units = Readonly<Record<string, string | undefined>>;

/** What the signs before a number and the unit behind it say that it counts. */
export function measureOf(
  unit: Units | undefined,
  {currency, percent}: {readonly currency?: string; readonly percent?: boolean},
): Measure {
  if (percent) return unit?.points ? "points" : "percent";
  if (currency === "₿") return "BTC";
  if (currency) return currency.endsWith("$") ? "USD" : "other-currency";
  if (!unit) return "plain";
  if (unit.percent) return "percent";
  if (unit.basis) return "basis-points";
  if (unit.points) return "points";
  if (unit.dollars) return "USD";
  if (unit.bitcoin) return "BTC";
  if (unit.other) return "other-currency";
  return plainUnits.find(name => unit[name]) ?? "plain";
}

const plainUnits = [
  "times",
  "minutes",
  "hours",
  "days",
  "weeks",
  "months",
  "years",
  "coins",
] as const;
