import type {CheckLanguage} from "./language.ts";
import {blotted, type Named, type NameFinder} from "./names.ts";
import type {OutsideWords} from "./outside.ts";
import type {Sentence} from "./prose.ts";
import {namedIn, type StatementSentence} from "./statements.ts";

/** Blots out of a sentence what is not its author's: where the statement behind it has names, these. */
export type OwnWords = (
  sentence: Pick<Sentence, "text" | "role">,
  statement: StatementSentence | undefined,
) => string;

export function ownWordsIn(
  language: CheckLanguage,
  {all, proper, quotations}: OutsideWords,
): OwnWords {
  const known = proper(language);
  return ({text, role}, statement) => {
    if (text === statement?.text) return statement.own;
    const length = role === "quote" ? Math.max(0, ...quotations.map(lengthIn(text))) : 0;
    if (length > 0) return blotted(text, [{from: 0, to: length, quoted: true}]);
    const told = statement ? toldIn(text, statement, all) : [];
    const free = known(text).filter(one => !told.some(other => overlap(one, other)));
    return blotted(
      text,
      [...told, ...free].toSorted((a, b) => a.from - b.from),
    );
  };
}

/** How much of a sentence is, word for word, a part of the quotation: all, or all before its source. */
export const lengthIn = (text: string) => (quotation: string) =>
  [text.length, text.lastIndexOf(" — ")].find(
    length => length > 0 && quotation.includes(text.slice(0, length)),
  ) ?? 0;

const overlap = (one: Named, other: Named) => one.from < other.to && other.from < one.to;

/** Names that stand beside a word that they stand beside in the statement, each as often as there. */
function toldIn(text: string, statement: StatementSentence, all: NameFinder): Named[] {
  const open = statement.slots.flatMap(namedIn);
  return all(text).filter(one => {
    const [before, after] = besides(text, one);
    const place = open.findIndex(other => {
      if (other.name !== one.name) return false;
      const [theirBefore, theirAfter] = besides(statement.text, other);
      return before === theirBefore || after === theirAfter;
    });
    if (place >= 0) open.splice(place, 1);
    return place >= 0;
  });
}

/** The word or number before and the one after, with whatever stands between. */
function besides(text: string, {from, to}: Named): [string, string] {
  return [
    /[\p{L}\p{N}]*[^\p{L}\p{N}]*$/u.exec(text.slice(Math.max(0, from - 40), from))?.[0] ?? "",
    /^[^\p{L}\p{N}]*[\p{L}\p{N}]*/u.exec(text.slice(to, to + 40))?.[0] ?? "",
  ];
}
