/** How a language writes numbers and days. Plain data: a worker can be given it. */
export interface Customs {
  /** Whose numbers it writes, as Intl knows them. */
  readonly numbers: string;
  /** Whose days. */
  readonly days: string;
  /** Between hours and minutes. */
  readonly clock: ":" | ".";
  /** The dollar as a word behind the number; where there is none, Intl sets its sign. */
  readonly dollar?: string;
  /** Words that multiply the number before them, from a thousand to a sextillion. The check reads what is written with them. */
  readonly scales: Readonly<Record<string, number>>;
  /** In a text: the scales in full, or what stands for Intl's short ones. */
  readonly compact: "long" | Readonly<Record<string, string>>;
  /** What stands for Intl's short scales on the axes of a chart, where there is little room. */
  readonly axis: Readonly<Record<string, string>>;
}

/** The signs of a number: 12,345.6 or 12.345,6. */
export interface Signs {
  readonly decimal: string;
  readonly group: string;
}

export function signsOf({numbers}: Pick<Customs, "numbers">): Signs {
  const parts = new Intl.NumberFormat(numbers).formatToParts(1_234_567.8);
  const sign = (kind: "decimal" | "group") => parts.find(({type}) => type === kind)?.value ?? "";
  return {decimal: sign("decimal"), group: sign("group")};
}
