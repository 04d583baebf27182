import {checkLanguages} from "../languages/check.ts";
import type {Evidence} from "../model/evidence.ts";
import type {Fault} from "../model/fault.ts";
import {undisclosed} from "./authorship.ts";
import {claimFaults} from "./claims/claims.ts";
import type {CheckLanguages} from "./language.ts";
import {type Numeric, numericFaults, type Reading} from "./numeric.ts";
import {outsideWords} from "./outside.ts";
import {type Place, placesOf} from "./places.ts";
import {type Prose, proseOf} from "./prose.ts";
import type {Spotted} from "./spotted.ts";

/** Every number and claim of a text, Markdown or plain, held against the evidence; faults in the order of the text. */
export const check = (
  text: string,
  evidence: Evidence,
  languages: CheckLanguages = checkLanguages,
): Fault[] => read(text, evidence, languages).faults;

/** What is found in one reading of a text. */
export interface Read {
  readonly faults: Fault[];
  readonly readings: readonly Reading[];
  /** The faults in their sentences. */
  readonly found: readonly Spotted[];
  /** Where in the text something stands that has this place in a sentence. */
  readonly offset: (place: Place) => number;
}

/** Reads a text for its faults, and keeps what it was read as. */
export function read(
  text: string,
  evidence: Evidence,
  languages: CheckLanguages = checkLanguages,
): Read {
  const {text: asWritten, before: offset} = undisclosed(text, evidence.authorship);
  const {readings, found} = readAsWritten(asWritten, evidence, languages);
  return {faults: placed(text, found, offset), readings, found, offset};
}

/** Reads a text whose disclosure is the one that the program wrote. */
export function readAsWritten(
  text: string,
  evidence: Evidence,
  languages: CheckLanguages = checkLanguages,
): Pick<Read, "readings" | "found"> {
  const {prose, ...numeric} = readNumbers(text, evidence, languages);
  return {
    readings: numeric.readings,
    found: [...numeric.faults, ...claimFaults(prose, evidence, numeric, languages)],
  };
}

/** Reads such a text for its numbers alone. */
export function readNumbers(
  text: string,
  evidence: Evidence,
  languages: CheckLanguages = checkLanguages,
): Numeric & {readonly prose: Prose} {
  const outside = outsideWords(evidence);
  const prose = proseOf(text, outside.all, languages);
  return {prose, ...numericFaults(prose, evidence, outside)};
}

/** The faults where they stand in a text that differs from the one that was read by its disclosure alone. */
export function placed(text: string, found: readonly Spotted[], offset: Read["offset"]): Fault[] {
  const places = placesOf(text);
  return found
    .map(({fault}) => ({...fault, ...places.place(offset(fault))}))
    .toSorted((a, b) => a.line - b.line || a.column - b.column);
}
