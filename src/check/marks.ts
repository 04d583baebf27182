import {checkLanguages} from "../languages/check.ts";
import type {Evidence} from "../model/evidence.ts";
import type {Fault} from "../model/fault.ts";
import type {Mark} from "../model/mark.ts";
import {undisclosed} from "./authorship.ts";
import {type Read, read, readNumbers} from "./check.ts";
import type {CheckLanguages} from "./language.ts";
import type {Reading} from "./numeric.ts";
import {numberMarks, sentenceMarks} from "./sentenceMarks.ts";

export interface Examined {
  /** In the order of the text. */
  readonly faults: Fault[];
  /**
   * By where they begin, of two that begin together the longer first. One lies within another or
   * beside it, and no two cover the same words. Words without a mark were not judged.
   */
  readonly marks: Mark[];
}

/**
 * Every number, date and claim of a text, Markdown or plain, held against the evidence: what is
 * wrong, as `check` finds it, and how each of them stands.
 */
export function examine(
  text: string,
  evidence: Evidence,
  languages: CheckLanguages = checkLanguages,
): Examined {
  const {faults, readings, found, offset} = read(text, evidence, languages);
  const foundIn = Map.groupBy(found, ({sentence}) => sentence);
  const marksOf = (reading: Reading) => sentenceMarks(reading, foundIn.get(reading.sentence) ?? []);
  return {faults, marks: placed(readings, marksOf, offset)};
}

/** The marks of a text's numbers and dates, whatever is claimed of them. */
export function markNumbers(
  text: string,
  evidence: Evidence,
  languages: CheckLanguages = checkLanguages,
): Mark[] {
  const {text: asWritten, before: offset} = undisclosed(text, evidence.authorship);
  return placed(readNumbers(asWritten, evidence, languages).readings, numberMarks, offset);
}

function placed(
  readings: readonly Reading[],
  marksOf: (reading: Reading) => readonly Mark[],
  offset: Read["offset"],
): Mark[] {
  const marks = readings.flatMap(reading => {
    const {place} = reading.sentence;
    return marksOf(reading).map(({from, to, ...standing}) => ({
      from: offset(place(from)),
      to: offset(place(to - 1)) + 1,
      ...standing,
    }));
  });
  return marks.toSorted((a, b) => a.from - b.from || b.to - a.to);
}
