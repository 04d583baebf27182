import {checkLanguages} from "../languages/check.ts";
import type {Draft} from "../model/draft.ts";
import type {Evidence} from "../model/evidence.ts";
import type {Fault} from "../model/fault.ts";
import {asUnread, disclosed, undisclosed} from "./authorship.ts";
import {check, placed, readAsWritten} from "./check.ts";
import type {CheckLanguages} from "./language.ts";
import {noNames} from "./names.ts";
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
export function revise(
  {markdown, evidence, faults}: Pick<Draft, "markdown" | "evidence" | "faults">,
  text: string,
  languages: CheckLanguages = checkLanguages,
): Revision {
  const {authorship} = evidence;
  const {text: without} = undisclosed(text, authorship);
  if (without === markdown) {
    const isUnread = text === asUnread(markdown, authorship);
    return {text: isUnread ? text : markdown, faults, edited: false};
  }
  const asWritten = withDisclosure(without, markdown, authorship, languages);
  const {found} = readAsWritten(asWritten, evidence, languages);
  const revised = disclosed(asWritten, found.length, authorship);
  const {text: read, before} = undisclosed(revised, authorship);
  // The disclosure is read as the program wrote it, whatever it says: so it is read once.
  const told =
    read === asWritten ? placed(revised, found, before) : check(revised, evidence, languages);
  return {text: revised, faults: told, edited: true};
}

/** The text with the sentence of the disclosure as the program wrote it, where no reader would find it. */
function withDisclosure(
  text: string,
  written: string,
  {unchanged}: Evidence["authorship"],
  languages: CheckLanguages,
): string {
  const told = proseOf(text, noNames, languages).sentences.some(
    ({role, text: words}) => !role.startsWith("front-") && words.includes(unchanged),
  );
  const [before = "", after] = written.split(unchanged);
  if (told || after === undefined) return text;
  const sentence = before.slice(before.lastIndexOf("\n") + 1) + unchanged;
  return `${text.trimEnd()}\n\n${sentence}.\n`;
}
