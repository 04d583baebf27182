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
export function undisclosed(text: string, authorship: Authorship): Reworded {
  const {unchanged, changed, faulty, same, former} = authorship;
  const first = reworded(text, anyOf([changed, faulty]), unchanged);
  const second = reworded(first.text, anyOf([former]), same);
  return {text: second.text, back: faults => first.back(second.back(faults))};
}

/** The text with a disclosure that a person has changed it, and what the check says of it. */
export function disclosed(
  text: string,
  {length}: readonly Fault[],
  {unchanged, changed, faulty, same, former}: Authorship,
): string {
  const words = length === 0 ? changed : faulty.replace("{count}", String(length));
  return text.replaceAll(unchanged, words).replaceAll(same, former);
}

/** Any of the wordings, with any count. */
const anyOf = (wordings: readonly string[]) =>
  new RegExp(
    wordings.map(wording => wording.split("{count}").map(RegExp.escape).join("\\d{1,6}")).join("|"),
    "g",
  );

/** No wording has a line's end in it: a fault stays on its line. */
function reworded(text: string, words: RegExp, by: string): Reworded {
  const places = [...text.matchAll(words)].map(({index, 0: found}) => {
    const before = text.slice(0, index);
    return {
      line: before.split(/\r\n?|\n/).length,
      column: index - Math.max(before.lastIndexOf("\n"), before.lastIndexOf("\r")),
      longer: found.length - by.length,
    };
  });
  const moved = (fault: Fault) =>
    places
      .filter(({line}) => line === fault.line)
      .reduce(
        (column, place) => (column > place.column ? column + place.longer : column),
        fault.column,
      );
  return {
    text: text.replaceAll(words, by),
    back: faults => faults.map(fault => ({...fault, column: moved(fault)})),
  };
}
