import type {Evidence} from "../model/evidence.ts";
import type {Fault} from "../model/fault.ts";
import {lastUpTo, placesOf} from "./places.ts";

type Authorship = Evidence["authorship"];

/** A text with some words in place of others, and where faults found in it stand in the text before. */
export interface Reworded {
  readonly text: string;
  readonly back: (faults: readonly Fault[]) => Fault[];
}

/**
 * The text with the disclosure as the program wrote it, that no person has changed it, wherever it
 * stands: any of its wordings is the note's own, however its lines are broken and its words spaced.
 */
export function undisclosed(text: string, authorship: Authorship): Reworded {
  const {unchanged, changed, faulty, same, former} = authorship;
  const first = reworded(text, anyOf([changed, faulty, unchanged]), unchanged);
  const second = reworded(first.text, anyOf([former, same]), same);
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

/** Between two words: as an editor that wraps lines leaves it, in a quotation, too, or one that sets it in bold. */
const between = "(?:[\\s>*_\\\\]|&nbsp;){1,40}";

/** Any of the wordings, with any count. */
function anyOf(wordings: readonly string[]): RegExp {
  const forms = wordings.map(wording =>
    wording
      .split(" ")
      .map(word => RegExp.escape(word).replace(RegExp.escape("{count}"), "\\d{1,6}"))
      .join(between),
  );
  return new RegExp(forms.join("|"), "giu");
}

function reworded(text: string, words: RegExp, by: string): Reworded {
  const stretches = [...text.matchAll(words)].map(({0: {length}, index}) => ({
    from: index,
    to: index + length,
  }));
  if (stretches.every(({from, to}) => text.slice(from, to) === by))
    return {text, back: faults => [...faults]};
  let [written, at] = ["", 0];
  // From each offset on in the new text, as much more or less it is in the old one.
  const [from, more] = [[0], [0]];
  for (const stretch of stretches) {
    written += text.slice(at, stretch.from) + by;
    at = stretch.to;
    from.push(written.length);
    more.push(at - written.length);
  }
  written += text.slice(at);
  const [here, there] = [placesOf(written), placesOf(text)];
  const before = (offset: number) => offset + (more[lastUpTo(from, offset)] ?? 0);
  return {
    text: written,
    back: faults => faults.map(fault => ({...fault, ...there.place(before(here.offset(fault)))})),
  };
}
