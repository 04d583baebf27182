import type {Evidence} from "../model/evidence.ts";
import type {Fault} from "../model/fault.ts";
import type {Mark} from "../model/mark.ts";
import {read} from "./check.ts";
import {sentenceMarks} from "./sentenceMarks.ts";

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
export function examine(text: string, evidence: Evidence): Examined {
  const {faults, readings, found, offset} = read(text, evidence);
  const foundIn = Map.groupBy(found, ({sentence}) => sentence);
  const marks = readings.flatMap(reading => {
    const {sentence} = reading;
    return sentenceMarks(reading, foundIn.get(sentence) ?? []).map(({from, to, ...standing}) => ({
      from: offset(sentence.place(from)),
      to: offset(sentence.place(to - 1)) + 1,
      ...standing,
    }));
  });
  return {faults, marks: marks.toSorted((a, b) => a.from - b.from || b.to - a.to)};
}
