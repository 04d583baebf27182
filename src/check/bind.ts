import type {CheckLanguage} from "./language.ts";
import {isBlotted} from "./names.ts";
import type {Mention} from "./numbers/mention.ts";
import {endsOf} from "./numbers/ranges.ts";
import {mentionsIn} from "./numbers/read.ts";
import type {Slot, StatementSentence} from "./statements.ts";

/** A mention and what the note as it was written has in its place. */
export interface Binding {
  readonly mention: Mention;
  /** Undefined where the words are of the text alone. */
  readonly original?: Original;
}

/** A number of a statement: its print's slot, or none where the words around it have the number. */
export interface Original {
  readonly mention: Mention;
  readonly text: string;
  readonly slot?: Slot;
}

/** A stretch of a sentence that differs from the statement it was made of. */
export interface Difference {
  readonly from: number;
  readonly to: number;
  readonly words: readonly Word[];
  readonly before: readonly Word[];
}

/** A word of a sentence or of its statement. */
export interface Word {
  readonly from: number;
  readonly to: number;
  /** In small letters, without a number's digits. */
  readonly word: string;
  /** The name that stands there, as it is written, without a suffix. */
  readonly name?: string;
  readonly mention?: Mention;
}

export interface Comparison {
  readonly bindings: readonly Binding[];
  readonly differences: readonly Difference[];
  /** All words of the sentence and of its statement; none where the two are the same. */
  readonly ours: readonly Word[];
  readonly theirs: readonly Word[];
}

/** Holds a sentence, as it stands and its names blotted out, beside the statement it is, or was made of. */
export function compared(
  {text, own}: {readonly text: string; readonly own: string},
  statement: StatementSentence,
  language: CheckLanguage,
  fits: (mention: Mention, slot: Slot | undefined) => boolean,
): Comparison {
  const mentions = endsOf(mentionsIn(own, language));
  if (text === statement.text)
    return {
      bindings: mentions.map(mention => ({mention, original: originalOf(mention, statement)})),
      differences: [],
      ours: [],
      theirs: [],
    };
  const theirs = endsOf(mentionsIn(statement.own, language)).filter(
    one => !(isOne(one) && !slotAt(one, statement)),
  );
  return lined(
    wordsOf(text, own, mentions),
    wordsOf(statement.text, statement.own, theirs),
    statement,
    (one, other) => fits(one, slotAt(other, statement)),
  );
}

/** "One" and its Turkish sister are pronouns and articles more often than numbers. */
export const isOne = (mention: Mention) =>
  mention.kind === "quantity" &&
  mention.worded &&
  mention.size === 1 &&
  mention.measure === "plain";

const overlaps = (one: {from: number; to: number}, other: {from: number; to: number}) =>
  one.from < other.to && other.from < one.to;

function slotAt({core}: Mention, {slots}: StatementSentence): Slot | undefined {
  return slots.find(slot => overlaps(core, slot));
}

function originalOf(mention: Mention, statement: StatementSentence): Original {
  const slot = slotAt(mention, statement);
  return {mention, text: statement.text.slice(mention.from, mention.to), ...(slot && {slot})};
}

/** The words of a sentence, each number and each name one. */
export function wordsOf(text: string, own: string, mentions: readonly Mention[]): Word[] {
  const words: Word[] = [];
  let next = 0;
  for (const {0: found, index: from} of own.matchAll(/[\p{L}\d]+(?:['’]\p{L}+)?/gu)) {
    const to = from + found.length;
    while (mentions[next] !== undefined && mentions[next]!.to <= from) next++;
    const mention = mentions[next];
    if (mention && to > mention.from) {
      if (words.at(-1)?.mention !== mention)
        words.push({from: mention.from, to: mention.to, word: found.toLowerCase(), mention});
      continue;
    }
    const written = text.slice(from, to);
    const name = isBlotted(found) ? written.replace(/['’]\p{L}+$/u, "") : undefined;
    const word = written.toLowerCase().replace("’", "'");
    words.push({from, to, word, ...(name !== undefined && {name})});
  }
  return words;
}

/** The best common sequence of words and numbers; a number that is right in its place weighs more. */
function lined(
  ours: readonly Word[],
  theirs: readonly Word[],
  statement: StatementSentence,
  fits: (one: Mention, other: Mention) => boolean,
): Comparison {
  const width = theirs.length + 1;
  const score = new Float64Array((ours.length + 1) * width);
  const pair = (i: number, j: number): number => {
    const [one, other] = [ours[i]!, theirs[j]!];
    if (one.mention && other.mention)
      return one.mention.kind === other.mention.kind
        ? fits(one.mention, other.mention)
          ? 1.6
          : 1
        : 0.5;
    return !other.mention && one.word === other.word ? 1 : 0;
  };
  const weights = new Float64Array(ours.length * theirs.length);
  for (let i = ours.length - 1; i >= 0; i--)
    for (let j = theirs.length - 1; j >= 0; j--) {
      const weight = pair(i, j);
      weights[i * theirs.length + j] = weight;
      const through = weight > 0 ? weight + score[(i + 1) * width + j + 1]! : 0;
      score[i * width + j] = Math.max(
        through,
        score[(i + 1) * width + j]!,
        score[i * width + j + 1]!,
      );
    }
  const {bindings, differences} = traced(ours, theirs, statement, score, weights);
  return {bindings: rescued(bindings, ours, theirs, statement, fits), differences, ours, theirs};
}

function traced(
  ours: readonly Word[],
  theirs: readonly Word[],
  statement: StatementSentence,
  score: Float64Array,
  weights: Float64Array,
): Pick<Comparison, "bindings" | "differences"> {
  const width = theirs.length + 1;
  const bindings: Binding[] = [];
  const differences: Difference[] = [];
  let [i, j] = [0, 0];
  let gap: {ours: Word[]; theirs: Word[]} = {ours: [], theirs: []};
  const close = () => {
    const {ours: added, theirs: gone} = gap;
    if (added.length || gone.length) {
      const from = added[0]?.from ?? ours[i]?.from ?? ours.at(-1)?.from ?? 0;
      differences.push({
        from,
        to: added.at(-1)?.to ?? from,
        words: added,
        before: gone,
      });
    }
    gap = {ours: [], theirs: []};
  };
  while (i < ours.length || j < theirs.length) {
    const here = score[i * width + j]!;
    const weight = i < ours.length && j < theirs.length ? weights[i * theirs.length + j]! : 0;
    if (weight > 0 && here === weight + score[(i + 1) * width + j + 1]!) {
      close();
      const [one, other] = [ours[i]!, theirs[j]!];
      if (one.mention && other.mention)
        bindings.push({mention: one.mention, original: originalOf(other.mention, statement)});
      i++;
      j++;
    } else if (i < ours.length && here === score[(i + 1) * width + j]!) {
      if (ours[i]!.mention) bindings.push({mention: ours[i]!.mention!});
      gap.ours.push(ours[i++]!);
    } else gap.theirs.push(theirs[j++]!);
  }
  close();
  return {bindings, differences};
}

/** A number that was moved with the words beside it is bound to where it came from. */
function rescued(
  bindings: readonly Binding[],
  ours: readonly Word[],
  theirs: readonly Word[],
  statement: StatementSentence,
  fits: (one: Mention, other: Mention) => boolean,
): Binding[] {
  return bindings.map(binding => {
    const {mention, original} = binding;
    if (original && fits(mention, original.mention)) return binding;
    const here = ours.findIndex(token => token.mention === mention);
    const near = around(ours, here);
    const likeness = (other: Mention) =>
      common(
        near,
        around(
          theirs,
          theirs.findIndex(token => token.mention === other),
        ),
      );
    const better = theirs
      .flatMap(token => token.mention ?? [])
      .filter(other => other.kind === mention.kind && fits(mention, other))
      .toSorted((a, b) => likeness(b) - likeness(a))[0];
    if (!better || likeness(better) <= (original ? likeness(original.mention) : 0)) return binding;
    return {mention, original: originalOf(better, statement)};
  });
}

function around(tokens: readonly Word[], at: number): string[] {
  return tokens
    .slice(Math.max(0, at - 3), at + 4)
    .filter(token => !token.mention)
    .map(({word}) => word);
}

const common = (one: readonly string[], other: readonly string[]) =>
  one.filter(word => other.includes(word)).length;
