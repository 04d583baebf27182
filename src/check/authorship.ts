import type {Evidence} from "../model/evidence.ts";
import type {Fault} from "../model/fault.ts";

type Authorship = Evidence["authorship"];

/** A text with some words in place of others, and where faults found in it stand in the text before. */
export interface Reworded {
  readonly text: string;
  readonly back: (faults: readonly Fault[]) => Fault[];
}

/**
 * The text with the disclosure as the program wrote it, that no person has changed it: any of its
 * wordings is the note's own.
 */
export const undisclosed = (text: string, authorship: Authorship): Reworded =>
  reworded(text, anyOf(authorship), authorship.unchanged);

/** The text with a disclosure that a person has changed it, and what the check says of it. */
export function disclosed(
  text: string,
  faults: readonly Fault[],
  {unchanged, changed, faulty}: Authorship,
): string {
  const {length} = faults;
  return text.replace(
    unchanged,
    length === 0 ? changed : faulty.replace("{count}", String(length)),
  );
}

/** Any of the wordings, with any count. */
function anyOf({unchanged, changed, faulty}: Authorship): RegExp {
  const forms = [unchanged, changed, faulty].map(form => RegExp.escape(form));
  return new RegExp(forms.join("|").replace(RegExp.escape("{count}"), "\\d{1,6}"));
}

function reworded(text: string, words: RegExp, by: string): Reworded {
  const found = words.exec(text);
  if (!found || found[0] === by) return {text, back: faults => [...faults]};
  const before = text.slice(0, found.index);
  const line = before.split(/\r\n?|\n/).length;
  const column = found.index - Math.max(before.lastIndexOf("\n"), before.lastIndexOf("\r"));
  const longer = found[0].length - by.length;
  return {
    text: before + by + text.slice(found.index + found[0].length),
    back: faults =>
      faults.map(fault =>
        fault.line === line && fault.column > column
          ? {...fault, column: fault.column + longer}
          : fault,
      ),
  };
}
