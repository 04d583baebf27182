import {saidIn} from "./asserted.ts";
import {has, type PassageRule} from "./claim.ts";

/** What is said to be usual without a count of how often it was so. */
export const baseRate: PassageRule = ({own, sourced}, {words: {baseRate: words, denial}}) => {
  const said = saidIn(words.habit, own, denial);
  if (said.length === 0 || sourced || has(words.counted, own)) return [];
  return said.map(span => ({
    ...span,
    kind: "base-rate",
    reason:
      "what is usual needs a base rate: how often, out of how many, over which period. The evidence has none here",
  }));
};
