import {placesOf} from "../../check/places.ts";
import type {JudgingWords} from "../../model/judgingWords.ts";
import type {Judged, Weighed} from "./judgement.ts";

/** Each open fault; an approval needs it mended, or a reason why it stands. */
export function faults({faults: found, text}: Judged, words: JudgingWords): Weighed[] {
  const {offset} = placesOf(text);
  return found.map(fault => {
    const from = offset(fault);
    return {
      id: `fault.${fault.id}`,
      kind: "fault",
      title: `${words.fault}: ${fault.text}`,
      says: fault.reason,
      figures: [],
      from,
      to: from + fault.text.length,
      weight: 1,
    };
  });
}
