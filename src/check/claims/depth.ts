import {saidIn} from "./asserted.ts";
import type {Claim, PassageRule, Span} from "./claim.ts";
import type {Wording} from "./words/words.ts";

/** Depth, venues and thresholds of size that volume cannot tell. */
export const depth: PassageRule = ({own, sourced}, {words: {depth: words, denial}, known}) => {
  if (sourced) return [];
  const found: Claim[] = [];
  const add = (pattern: Wording, reason: string) => {
    for (const span of saidIn(pattern, own, denial))
      if (!overlaps(found, span)) found.push({...span, kind: "depth", reason});
  };
  add(
    words.threshold,
    "a threshold of size needs a rule: a position over the share of daily volume it may take. The evidence has none",
  );
  if (!known.depth)
    add(
      words.ofBook,
      "volume counts what was traded. Depth is the size of the order book near the price, and the evidence holds no order book",
    );
  if (!known.venues)
    add(
      words.ofVenues,
      "how volume or holdings are spread needs the share of each venue or holder, and the evidence holds none",
    );
  return found;
};

const overlaps = (found: readonly Span[], {from, to}: Span) =>
  found.some(one => one.from < to && from < one.to);
