import type {Word} from "../bind.ts";
import type {EditRule} from "./editFaults.ts";
import {editWords, written} from "./words.ts";

/** Words of a cited fact that are not its own: the source that is named does not say so. */
export const cited: EditRule = ({differences, statement, locale}) => {
  const facts = statement.slots.filter(({piece}) => "cited" in piece);
  if (facts.length === 0) return [];
  const {empty} = editWords[locale];
  const tells = ({word, mention}: Word) => !mention && word.search(empty) < 0;
  return differences.flatMap(one => {
    const inFact = facts.some(({from, to}) =>
      one.before.some(word => word.from >= from && word.to <= to && tells(word)),
    );
    if (!inFact || !one.words.some(tells)) return [];
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
