import {isSmallCount, type Mention} from "../numbers/mention.ts";
import {isBody} from "../numeric.ts";
import type {Passage, TextRule} from "./claim.ts";
import {claimsNothing} from "./telling.ts";

/**
 * In a note that was edited: sentences that no statement of the evidence stands behind, without a
 * number that is held against it, without a link to a source, and not about the text itself. A text of somebody else's, which
 * follows no statements, is not judged so.
 */
export const unsupported: TextRule = setting => {
  const {passages, ofNote} = setting;
  if (!ofNote) return [];
  const body = passages.filter(({sentence}) => isBody(sentence));
  return body
    .filter(one => isBare(one) && !claimsNothing(one, setting))
    .map(passage => ({
      passage,
      from: 0,
      to: passage.sentence.text.length,
      kind: "unsupported",
      reason:
        "nothing in the evidence stands behind this sentence; cite a source with a link, or take it out",
    }));
};

const isHeld = (mention: Mention) => mention.kind === "moment" || !isSmallCount(mention);

const isBare = ({reading, sentence}: Passage) =>
  !reading.statement &&
  sentence.links.length === 0 &&
  !reading.mentions.some(isHeld) &&
  hasWords(sentence.text);

/** A word and something after it. */
function hasWords(text: string): boolean {
  const word = text.search(/\p{L}{2}/u);
  return word >= 0 && /\s/.test(text.slice(word));
}
