import type {Evidence} from "../model/evidence.ts";
import {lastUpTo, type Place, placesOf} from "./places.ts";

type Authorship = Evidence["authorship"];

/** A text with some words in place of others. */
export interface Reworded {
  readonly text: string;
  /** Where in the text before what stands at a place of this one stands. */
  readonly before: (place: Place) => number;
}

/**
 * The text with the disclosure as the program wrote it, that no person has changed it, wherever it
 * stands: any of its wordings is the note's own, however its lines are broken and its words spaced.
 */
export function undisclosed(text: string, authorship: Authorship): Reworded {
  const {unchanged, changed, faulty, same, former, unread} = authorship;
  // The longer before the one that it may begin with.
  const wordings = [...(unread === undefined ? [] : [unread]), changed, faulty, unchanged];
  const first = reworded(text, anyOf(wordings), unchanged);
  const second = reworded(first.text, anyOf([former, same]), same);
  const places = placesOf(second.text);
  return {
    text: second.text,
    before: place => first.before(second.before(places.offset(place))),
  };
}

/** The text with a disclosure that a person has changed it, and what the check says of it. */
export function disclosed(
  text: string,
  faults: number,
  {unchanged, changed, faulty, same, former}: Authorship,
): string {
  const words = faults === 0 ? changed : faulty.replace("{count}", String(faults));
  return text.replaceAll(unchanged, words).replaceAll(same, former);
}

/**
 * The text as the program wrote it with a disclosure that nobody has read it either; undefined where
 * the note was made before there were words for that.
 */
export const asUnread = (
  written: string,
  {unchanged, unread, same, former}: Authorship,
): string | undefined =>
  unread === undefined ? undefined : written.replaceAll(unchanged, unread).replaceAll(same, former);

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

function reworded(text: string, words: RegExp, by: string) {
  const stretches = [...text.matchAll(words)].map(({0: {length}, index}) => ({
    from: index,
    to: index + length,
  }));
  if (stretches.every(({from, to}) => text.slice(from, to) === by))
    return {text, before: (offset: number) => offset};
  let written = "";
  // Stretches that were kept begin at one offset in the new text and at another in the old one.
  const [here, there] = [[0], [0]];
  for (const {from, to} of stretches) {
    written += text.slice(there.at(-1), from) + by;
    here.push(written.length);
    there.push(to);
  }
  written += text.slice(there.at(-1));
  const before = (offset: number) => {
    const kept = lastUpTo(here, offset);
    const [begins = 0, stood = 0] = [here[kept], there[kept]];
    const stretch = stretches[kept];
    const next = here[kept + 1];
    if (!stretch || next === undefined || offset < next - by.length) return stood + offset - begins;
    // Within the words that were put in: of those before, the last for the last.
    const within = offset === next - 1 ? stretch.to : stretch.from + offset - next + by.length;
    return Math.min(within, stretch.to - 1);
  };
  return {text: written, before};
}
