import {saidIn} from "./asserted.ts";
import type {PassageRule} from "./claim.ts";

/** Advice, and words that amount to it. What denies advice is none. */
export const recommendation: PassageRule = ({own}, {words: {recommendation: pattern, denial}}) =>
  saidIn(pattern, own, denial).map(span => ({
    ...span,
    kind: "recommendation",
    reason:
      "this is advice, or reads like it: a note reports what was found and recommends nothing",
  }));
