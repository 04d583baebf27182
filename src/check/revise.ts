import type {Draft} from "../model/draft.ts";
import type {Fault} from "../model/fault.ts";
import {disclosed, undisclosed} from "./authorship.ts";
import {check} from "./check.ts";

/** A text of a draft, with what the check says of it and a disclosure that is true of it. */
export interface Revision {
  readonly text: string;
  readonly faults: readonly Fault[];
  /** A person has changed something. */
  readonly edited: boolean;
}

/**
 * Checks a text of the draft, and puts its disclosure right: that a person has changed it, and what
 * the check says of it, or, where every change was taken back, that nobody has. A text whose
 * disclosure a person has taken out or reworded is left as it is.
 */
export function revise({markdown, evidence, faults: found}: Draft, text: string): Revision {
  const {authorship} = evidence;
  const {text: asWritten} = undisclosed(text, authorship);
  if (asWritten === markdown) return {text: markdown, faults: found, edited: false};
  const revised = disclosed(asWritten, check(asWritten, evidence), authorship);
  return {text: revised, faults: check(revised, evidence), edited: true};
}
