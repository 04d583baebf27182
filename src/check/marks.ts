import type {Evidence} from "../model/evidence.ts";
import type {Fault} from "../model/fault.ts";
import type {Mark} from "../model/mark.ts";
import {undisclosed} from "./authorship.ts";
import {claimFaults} from "./claims/claims.ts";
import {numericFaults} from "./numeric.ts";
import {outsideWords} from "./outside.ts";
import {placesOf} from "./places.ts";
import {proseOf} from "./prose.ts";
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
 * wrong, and how each of them stands.
 */
export function examine(text: string, evidence: Evidence): Examined {
  const asWritten = undisclosed(text, evidence.authorship);
  const outside = outsideWords(evidence);
  const prose = proseOf(asWritten.text, outside.all);
  const numeric = numericFaults(prose, evidence, outside);
  const found = [...numeric.faults, ...claimFaults(prose, evidence, numeric)];
  const places = placesOf(text);
  const foundIn = Map.groupBy(found, ({sentence}) => sentence);
  return {
    faults: found
      .map(({fault}) => ({...fault, ...places.place(asWritten.before(fault))}))
      .toSorted((a, b) => a.line - b.line || a.column - b.column),
    marks: numeric.readings
      .flatMap(reading => {
        const {place} = reading.sentence;
        return sentenceMarks(reading, foundIn.get(reading.sentence) ?? []).map(
          ({from, to, ...standing}) => ({
            from: asWritten.before(place(from)),
            to: asWritten.before(place(to - 1)) + 1,
            ...standing,
          }),
        );
      })
      .toSorted((a, b) => a.from - b.from || b.to - a.to),
  };
}
