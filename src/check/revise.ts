import type {Draft} from "../model/draft.ts";
import type {Evidence} from "../model/evidence.ts";
import type {Fault} from "../model/fault.ts";
import {disclosed, undisclosed} from "./authorship.ts";
import {check} from "./check.ts";
import {proseOf} from "./prose.ts";

/** A text of a draft, with what the check says of it and a disclosure that is true of it. */
export interface Revision {
  readonly text: string;
  readonly faults: readonly Fault[];
  /** A person has changed something. */
  readonly edited: boolean;
}

/**
 * Checks a text of the draft, and puts its disclosure right: that a person has changed it, and what
 * the check says of it, or, where every change was taken back, that nobody has. Where a person has
 * taken it out or reworded it, its sentence is put back at the end: what is printed always says
 * whose it is.
 */
export function revise({markdown, evidence, faults: found}: Draft, text: string): Revision {
  const {authorship} = evidence;
  const {text: without} = undisclosed(text, authorship);
  if (without === markdown) return {text: markdown, faults: found, edited: false};
  const asWritten = withDisclosure(without, markdown, authorship);
  const revised = disclosed(asWritten, check(asWritten, evidence), authorship);
  return {text: revised, faults: check(revised, evidence), edited: true};
}

/** The text with the sentence of the disclosure as the program wrote it, where no reader would find it. */
function withDisclosure(
  text: string,
  written: string,
  {unchanged}: Evidence["authorship"],
): string {
  const told = proseOf(text).sentences.some(
    ({role, text: words}) => !role.startsWith("front-") && words.includes(unchanged),
  );
  const [before = "", after] = written.split(unchanged);
  if (told || after === undefined) return text;
  const sentence = before.slice(before.lastIndexOf("\n") + 1) + unchanged;
  return `${text.trimEnd()}\n\n${sentence}.\n`;
}
