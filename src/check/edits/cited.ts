import type {EditRule} from "./edit.ts";
import {written} from "./said.ts";

/** Words of a cited fact that are not its own: the source that is named does not say so. */
export const cited: EditRule = ({differences, statement}) => {
  const facts = statement.slots.filter(({piece}) => "cited" in piece);
  if (facts.length === 0) return [];
  return differences.flatMap(one => {
    const inFact = facts.some(({from, to}) =>
      one.before.some(word => word.from >= from && word.to <= to),
    );
    if (!inFact || one.words.length === 0) return [];
    return [
      {
        kind: "misquoted" as const,
        at: {from: one.from, to: one.to},
        reason: `the source that is cited says “${written(one.before, statement.text)}”`,
        suggestion: written(one.before, statement.text),
      },
    ];
  });
};
