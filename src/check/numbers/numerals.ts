import type {Measure} from "./mention.ts";

/** A number that is spelled out. */
export interface Numeral {
  readonly length: number;
  readonly size: number;
  readonly step: number;
  readonly measure: Measure;
  readonly ordinal: boolean;
}

/** What was read; its length where it is less than what was found. */
type NumeralReading = Omit<Numeral, "length"> & {readonly length?: number};

/** One way in which numbers are spelled out. */
export interface NumeralForm {
  readonly form: RegExp;
  readonly read: (found: RegExpExecArray, before: string) => NumeralReading | undefined;
}

/** The numbers in words of one language. */
export interface NumeralWords {
  /** The first that fits is taken; sticky, for text in small letters. */
  readonly forms: readonly NumeralForm[];
  /** Where one may begin. */
  readonly starts: string;
  /** Words that begin one only with what follows: "a third". */
  readonly articles: string;
  /** What looks like one and is another word. */
  readonly others?: RegExp;
}

/** What a multiple in words claims, either way. */
export const multipleStep = 0.2;

/** What a fraction in words claims, either way: of a small one, a part of it. */
const fractionStep = (size: number) => Math.min(0.04, size / 2.5);

export const fraction = (size: number): NumeralReading => ({
  size,
  step: fractionStep(size),
  measure: "percent",
  ordinal: false,
});

export const sticky = (source: string) => new RegExp(source, "iuy");

/** The number in words that begins at the place, if one does. */
export function numeralAt(
  text: string,
  at: number,
  {forms, others}: NumeralWords,
): Numeral | undefined {
  for (const {form, read} of forms) {
    form.lastIndex = at;
    const found = form.exec(text);
    if (!found) continue;
    if (others?.test(found[0])) return undefined;
    const reading = read(found, text.slice(Math.max(0, at - 12), at));
    if (reading) return {length: found[0].length, ...reading};
  }
  return undefined;
}
