import {placesOf} from "../../../../check/places.ts";
import type {Fault} from "../../../../model/fault.ts";
import type {Mark, Standing} from "../../../../model/mark.ts";
import type {Checked} from "../../../api/reviewShapes.ts";
import type {Passage} from "../room.ts";

/** What the check says of a text, with where its faults stand, fault by fault. */
export interface Reading extends Checked {
  readonly places: readonly Passage[];
}

/** A fault, where it stands in the text. */
export interface PlacedFault extends Passage {
  readonly fault: Fault;
  /** Whether its suggestion can be put in place of exactly these words. */
  readonly mendable: boolean;
}

/** Between signs of Markdown the words of a fault are not those of the text, letter by letter: then its mark says where they end. */
export function readingOf(text: string, {faults, marks}: Checked): Reading {
  const {offset} = placesOf(text);
  const places = faults.map(fault => {
    const from = offset(fault);
    if (text.startsWith(fault.text, from)) return {from, to: from + fault.text.length};
    const mark = marks.findLast(one => one.from === from && isTrouble(one.status));
    return {from, to: mark?.to ?? Math.min(from + 1, text.length)};
  });
  return {faults, marks, places};
}

export const placedFaults = ({faults, places}: Reading): PlacedFault[] =>
  faults.flatMap((fault, i) => {
    const place = places[i];
    if (!place || place.from >= place.to) return [];
    const mendable = fault.suggestion !== undefined && place.to - place.from === fault.text.length;
    return [{...place, fault, mendable}];
  });

export const isTrouble = (one: Standing) => one === "wrong" || one === "unsupported";

/**
 * Those that are drawn: not sentences that stand as the program wrote them, nor those that are
 * called wrong for what is marked within them.
 */
export function visibleMarks(marks: readonly Mark[]): Mark[] {
  return marks.filter((mark, i) => {
    if (mark.statement === undefined || mark.figure !== undefined) return true;
    if (mark.status === "supported") return false;
    if (!isTrouble(mark.status)) return true;
    for (const inner of marks.slice(i + 1)) {
      if (inner.from >= mark.to) break;
      if (isTrouble(inner.status)) return false;
    }
    return true;
  });
}

/** How many figures, dates and claims stand how. Of a sentence that is wrong, what is wrong in it counts. */
export function countsOf(marks: readonly Mark[]): Readonly<Record<Standing, number>> {
  const counts = {supported: 0, edited: 0, wrong: 0, unsupported: 0};
  for (const {status} of visibleMarks(marks)) counts[status]++;
  return counts;
}
