import type {Difference, Word} from "../bind.ts";
import {entityNamed} from "../entities.ts";
import type {Edit, EditRule, EditVerdict} from "./edit.ts";
import {isOneOf} from "./said.ts";

/** What the note says of one, said of another: a name put in, exchanged, or taken for a pronoun. */
export const renamed: EditRule = edit =>
  edit.differences.flatMap(one => {
    const place = (word: Word): EditVerdict => ({
      kind: "wrong-quantity",
      at: {from: word.from, to: word.to},
      reason: one.before.some(({name}) => name !== undefined)
        ? `the note says this of ${namesIn(one.before).join(", ")}`
        : "the note does not say this of it",
      ...(one.words.length === 1 &&
        one.before.length === 1 && {
          suggestion: one.before[0]!.name ?? one.before[0]!.word,
        }),
    });
    const wrong =
      one.words.find(word => isAnother(word, one, edit)) ??
      pronounFor(one, edit) ??
      exchanged(one, edit);
    return wrong ? [place(wrong)] : [];
  });

/** The first of the same names in another order. */
function exchanged({words, before}: Difference, edit: Edit): Word | undefined {
  const [ours, theirs] = [words, before].map(list => list.filter(({name}) => name !== undefined));
  if (!ours || !theirs || ours.length !== theirs.length) return undefined;
  return ours.find((word, i) => entityOf(word, edit) !== entityOf(theirs[i]!, edit));
}

const namesIn = (words: readonly Word[]) => words.flatMap(({name}) => name ?? []);

/** What a word calls by name, with or without a suffix. */
const entityOf = ({name, word}: Word, {note}: Edit) =>
  entityNamed(name ?? word.replace(/['’]\p{L}+$/u, ""), note);

/** Whether a name stands there that the note has not there. */
function isAnother(word: Word, difference: Difference, edit: Edit): boolean {
  const {before} = difference;
  if (word.name === undefined && !isUnknownName(word, difference, edit)) return false;
  const entity = entityOf(word, edit);
  const theirs = before.filter(
    one => one.name !== undefined || isCapital(one, edit.statement.text),
  );
  if (before.some(one => entityOf(one, edit) === entity)) return false;
  const pronoun = edit.language.edits.pronoun;
  if (entity === edit.note.asset && theirs.length === 0) {
    const stands = before.some(one => isOneOf(pronoun, one));
    const names = edit.theirs.filter(one => one.name !== undefined);
    const isOwn = names.length === 0 || names.some(one => entityOf(one, edit) === entity);
    if (stands || isOwn) return false;
  }
  // It was moved with the words beside it.
  return theirs.length > 0 || !isMoved(word, entity, edit);
}

function isMoved(word: Word, entity: string, edit: Edit): boolean {
  const {ours, theirs} = edit;
  const here = ours.findIndex(one => one.from === word.from);
  const beside = (words: readonly Word[], at: number) => [words[at - 1]?.word, words[at + 1]?.word];
  const [left, right] = beside(ours, here);
  return theirs.some((one, i) => {
    if (entityOf(one, edit) !== entity) return false;
    const [theirLeft, theirRight] = beside(theirs, i);
    return (
      (left !== undefined && left === theirLeft) || (right !== undefined && right === theirRight)
    );
  });
}

const isCapital = ({from}: Word, text: string) => /\p{Lu}/u.test(text.charAt(from));

/** A name that the evidence does not know: a capital letter within a sentence, or where a name stood. */
function isUnknownName(word: Word, {words, before}: Difference, edit: Edit): boolean {
  const {text, language, statement} = edit;
  if (word.mention || !isCapital(word, text)) return false;
  if (language.exhibits.includes(text.slice(word.from, word.to))) return false;
  if (edit.theirs.some(one => one.word === word.word)) return false;
  const begins = /(?:^|[.:!?“"(|*—·]\s*)$/u.test(text.slice(0, word.from));
  if (!begins) return /\p{Ll}/u.test(statement.own);
  const stood = before[0]?.name !== undefined && before.length <= words.length;
  const {pronoun, empty} = language.edits;
  return stood && word === words[0] && !isOneOf(pronoun, word) && !isOneOf(empty, word);
}

/** "It" where the note names another than its own coin. */
function pronounFor({words, before}: Difference, edit: Edit): Word | undefined {
  const others = before.filter(
    one => one.name !== undefined && entityOf(one, edit) !== edit.note.asset,
  );
  if (others.length === 0 || words.some(({name}) => name !== undefined)) return undefined;
  return words.length <= 2
    ? words.find(word => isOneOf(edit.language.edits.pronoun, word))
    : undefined;
}
