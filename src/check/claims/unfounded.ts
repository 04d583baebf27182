import {saidIn} from "./asserted.ts";
import type {PassageRule} from "./claim.ts";

/** Words that sound like findings and that no figure of any evidence could carry. */
export const unfounded: PassageRule = ({own, sourced}, {words: {unfounded: pattern, denial}}) =>
  sourced
    ? []
    : saidIn(pattern, own, denial).map(span => ({
        ...span,
        kind: "unfounded",
        reason:
          "no figure here could show this, and no test could refute it: say what was counted, or take it out",
      }));

/** A market price that is said to be a claim to something. */
export const entitlement: PassageRule = ({own}, {words: {entitlement: pattern, denial}}) =>
  saidIn(pattern, own, denial).map(span => ({
    ...span,
    kind: "miscalled",
    reason: "a market price is what a coin is traded at, and no entitlement to anything",
  }));

/** What is said of other coins where none was looked at. */
export const others: PassageRule = ({own, sourced}, {words: {others: pattern, denial}, known}) =>
  sourced || known.others
    ? []
    : saidIn(pattern, own, denial).map(span => ({
        ...span,
        kind: "unsupported",
        reason: "the evidence holds figures of this coin and of no others like it",
      }));
