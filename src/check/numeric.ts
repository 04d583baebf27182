import type {Evidence} from "../model/evidence.ts";
import {aligned, isExhibitLabel, isSurely} from "./align.ts";
import {type Binding, type Comparison, compared, isOne, type Original} from "./bind.ts";
import {editFaults} from "./edits/editFaults.ts";
import {bearersOf, entityNamed} from "./entities.ts";
import {fits, judged, type Setting, type Verdict} from "./judge.ts";
import type {CheckLanguage} from "./language.ts";
import {isOfKind, type Meanings, meaningOf, meaningsOf, ofSpan} from "./meaning.ts";
import {namesIn} from "./names.ts";
import {isSmallCount, type Mention, type Moment, type Quantity} from "./numbers/mention.ts";
import {says} from "./numbers/moments.ts";
import {endsOf} from "./numbers/ranges.ts";
import {mentionsIn} from "./numbers/read.ts";
import {type OutsideWords, outsideWords} from "./outside.ts";
import {type OwnWords, ownWordsIn} from "./ownWords.ts";
import type {Prose, Sentence} from "./prose.ts";
import type {EvidenceFigure} from "./readings.ts";
import {type Spotted, spotted} from "./spotted.ts";
import {type Slot, type StatementSentence, statementSentences} from "./statements.ts";

/** A sentence with the statement it is, or was made of, and the numbers in it. */
export interface Reading {
  readonly sentence: Sentence;
  /** Its text with names and quotations blotted out: what the author says. */
  readonly own: string;
  readonly statement?: StatementSentence;
  readonly mentions: readonly Mention[];
  /** What is made of those of them that can be judged. */
  readonly judgements: readonly Judgement[];
}

/** A number or a date, and what the evidence has of it. */
export interface Judgement {
  readonly mention: Mention;
  /** Id of the figure that it prints, or that it was taken for. */
  readonly figure?: string;
  /** The day or instant of the evidence that it names, or that stands in its place. */
  readonly date?: string;
  /** Written by a person, other than the note has it, or made of the numbers beside it. */
  readonly edited: boolean;
  readonly verdict?: Verdict;
}

export interface Numeric {
  readonly faults: readonly Spotted[];
  readonly readings: readonly Reading[];
  /** The text is the note, or was made of it by an editor. */
  readonly ofNote: boolean;
}

/** Of more faults than anybody reads it is no longer sought what they were meant to be. */
const mostExplained = 1000;

/** Holds every number of a text against the evidence. */
export function numericFaults(
  prose: Prose,
  evidence: Evidence,
  outside: OutsideWords = outsideWords(evidence),
): Numeric {
  const statements = statementSentences(evidence, outside.all, prose.language);
  const likely = aligned(prose, statements).map((one, i) =>
    one && isTakenFor(prose.sentences[i]!, one) ? one : undefined,
  );
  const ofNote = followsNote(prose, likely);
  const matches = likely.map((one, i) =>
    one && (ofNote || isSurely(prose.sentences[i]!, one)) ? one : undefined,
  );
  const ownWords = ownWordsIn(prose.language, outside);
  const bearers = bearersOf(statements, evidence.note);
  const knowing = knowledge(evidence, prose, ownWords, meaningsOf(evidence, bearers, ofNote));
  const terse = {...knowing, meanings: {...knowing.meanings, figures: []}};
  const faults: Spotted[] = [];
  const readings = prose.sentences.map((sentence, i): Reading => {
    const statement = matches[i];
    const known = faults.length < mostExplained ? knowing : terse;
    const own = known.ownWords(sentence, statement);
    const {found, ...numbers} = statement
      ? ofStatement({sentence, own}, statement, known)
      : ofNobody({sentence, own}, i, known);
    faults.push(...found);
    return {sentence, own, ...numbers, ...(statement && {statement})};
  });
  return {faults, readings, ofNote};
}

/** Somebody else's text follows no statements; one of the note's own sentences may stand in it. */
function followsNote(
  {sentences}: Prose,
  matches: readonly (StatementSentence | undefined)[],
): boolean {
  const told = matches.filter((_, i) => isBody(sentences[i]!));
  // A table alone may be the note's as well.
  const body = told.length > 0 ? told : matches;
  const known = body.filter(one => one !== undefined).length;
  return known >= 3 && known >= body.length / 3;
}

/** What an author writes: no heading, cell or caption. */
export const isBody = ({role}: Sentence) => role === "paragraph" || role === "item";

/** What is a name alone in a cell may be a sentence anywhere else. */
const isTakenFor = ({role}: Sentence, statement: StatementSentence) =>
  role === "cell" || !isOneName(statement);

/** An id, a formula, a coin. */
const isOneName = ({text, slots}: StatementSentence) =>
  slots.some(({piece, from, to}) => "name" in piece && to - from === text.length);

interface Knowledge {
  readonly evidence: Evidence;
  readonly prose: Prose;
  readonly ownWords: OwnWords;
  readonly byId: ReadonlyMap<string, EvidenceFigure>;
  readonly meanings: Meanings;
}

function knowledge(
  evidence: Evidence,
  prose: Prose,
  ownWords: OwnWords,
  meanings: Meanings,
): Knowledge {
  return {
    evidence,
    prose,
    ownWords,
    byId: new Map(evidence.figures.map(figure => [figure.id, figure])),
    meanings,
  };
}

type Said = Pick<Reading, "sentence" | "own">;

interface Found extends Pick<Reading, "mentions" | "judgements"> {
  readonly found: readonly Spotted[];
}

const nothing: Found = {mentions: [], judgements: [], found: []};

function ofStatement(said: Said, statement: StatementSentence, known: Knowledge): Found {
  const {language} = known.prose;
  const right = (mention: Mention, slot: Slot | undefined) => fitsSlot(mention, slot, known);
  if (said.sentence.text === statement.text && isOneName(statement)) return nothing;
  const comparison = compared(
    {text: said.sentence.text, own: said.own},
    statement,
    language,
    right,
  );
  const {bindings} = comparison;
  const edited = ofEdits(comparison, said, statement, known);
  const judgements = bindings.flatMap(one => ofBinding(one, said, statement, known) ?? []);
  const found = judgements
    .filter(({verdict}) => !verdict?.at || edited.length === 0)
    .flatMap(one => faultsOf(said.sentence, one));
  return {
    mentions: bindings.map(({mention}) => mention),
    judgements,
    found: unique([...found, ...edited]),
  };
}

const faultsOf = (sentence: Sentence, {mention, figure, verdict}: Judgement): Spotted[] =>
  verdict ? [spotted(sentence, verdict.at ?? mention, verdict, figure)] : [];

function ofEdits(
  comparison: Comparison,
  {sentence, own}: Said,
  statement: StatementSentence,
  {prose: {language}, evidence: {note}, meanings: {ofNote}}: Knowledge,
): Spotted[] {
  if (comparison.differences.length === 0) return [];
  const {text, role, links} = sentence;
  const sourced = links.length > statement.slots.filter(({piece}) => "cited" in piece).length;
  const edit = {text, role, sourced, own, statement, language, note, ofNote, ...comparison};
  return editFaults(edit).map(one => spotted(sentence, one.at, one));
}

/** A verb that governs several numbers is named once. */
function unique(faults: readonly Spotted[]): readonly Spotted[] {
  if (faults.length < 2) return faults;
  const key = ({line, column, text}: Spotted["fault"]) => `${line}:${column} ${text}`;
  return [...new Map(faults.map(one => [key(one.fault), one])).values()];
}

function fitsSlot(mention: Mention, slot: Slot | undefined, known: Knowledge): boolean {
  if (!slot) return false;
  if ("date" in slot.piece) return mention.kind === "moment" && says(mention, slot.piece.date);
  if (!("figure" in slot.piece) || mention.kind !== "quantity") return false;
  const figure = known.byId.get(slot.piece.figure);
  return figure !== undefined && fits(mention, figure);
}

function ofBinding(
  {mention, original}: Binding,
  said: Said,
  statement: StatementSentence,
  known: Knowledge,
): Judgement | undefined {
  if (!original) return byMeaning(mention, said, known);
  const {slot} = original;
  const edited = said.own.slice(mention.from, mention.to) !== original.text;
  const judgement = (
    verdict: Verdict | undefined,
    of: Pick<Judgement, "figure" | "date"> = {},
  ) => ({
    mention,
    edited,
    ...of,
    ...(verdict && {verdict}),
  });
  if (!slot) return isOne(mention) ? undefined : judgement(ofWords(mention, original, said));
  const {piece} = slot;
  if ("name" in piece || "quoted" in piece) return undefined;
  if ("cited" in piece) return judgement(ofCited(mention, original, said));
  if ("date" in piece)
    return judgement(ofDate(mention, piece.date, original, known), {date: piece.date});
  const figure = known.byId.get(piece.figure);
  if (!figure)
    return judgement({
      kind: "unsupported",
      reason: `the evidence has no figure ${piece.figure}`,
    });
  const quantity = asQuantity(mention, said);
  const rewritten = quantity && ofRewritten(quantity, figure, said, statement, known);
  if (rewritten) return rewritten;
  const verdict: Verdict | undefined = quantity
    ? judged(quantity, figure, original, setting(said, known, statement))
    : {
        kind: "wrong-quantity",
        reason: `a date stands where ${figure.id} stood`,
        suggestion: original.text,
      };
  return judgement(verdict, {figure: figure.id});
}

/**
 * Where a sentence has become another one, the words beside a number say what it is, before the
 * place that it came from does: a span, a noun.
 */
function ofRewritten(
  mention: Quantity,
  figure: EvidenceFigure,
  said: Said,
  statement: StatementSentence,
  known: Knowledge,
): Judgement | undefined {
  const {sentence} = said;
  if (sentence.text === statement.text || !isBody(sentence)) return undefined;
  const here = setting(said, known, statement);
  const fitting = fits(mention, figure);
  const span = fitting ? ofSpan(mention, [figure], here, known.meanings) : undefined;
  if (span) return {mention, edited: true, ...span};
  if (isSurely(sentence, statement)) return undefined;
  const meaning = meaningOf(mention, here, known.meanings, []);
  const told = fitting
    ? meaning.verdict?.kind === "wrong-quantity"
    : !isOfKind(mention, figure) || (meaning.figure !== undefined && !meaning.verdict);
  return told ? {mention, edited: true, ...meaning} : undefined;
}

function setting(
  {sentence, own}: Said,
  {prose, evidence, byId}: Knowledge,
  statement?: StatementSentence,
): Setting {
  return {
    text: own,
    language: prose.language,
    named: () =>
      namesIn(own, sentence.text).map(({from, name}) => ({
        from,
        entity: entityNamed(name, evidence.note),
      })),
    figures: () => [
      ...(statement?.slots ?? []).flatMap(({piece}) =>
        "figure" in piece ? (byId.get(piece.figure) ?? []) : [],
      ),
      ...evidence.figures,
    ],
  };
}

/** A number in the words of the note, behind which no figure stands. */
function ofWords(mention: Mention, original: Original, {own}: Said): Verdict {
  return {
    kind: "unsupported",
    reason: "no figure of the evidence stands behind this number",
    ...(own.slice(mention.from, mention.to) !== original.text && {suggestion: original.text}),
  };
}

function ofCited(mention: Mention, original: Original, {own}: Said): Verdict | undefined {
  const here = own.slice(mention.core.from, mention.core.to);
  const same =
    mention.kind === "quantity" && original.mention.kind === "quantity"
      ? mention.size === original.mention.size &&
        mention.measure === original.mention.measure &&
        mention.sign === original.mention.sign
      : original.text.includes(here);
  if (same) return undefined;
  return {
    kind: "unsupported",
    reason: `the source that is cited has ${original.text}`,
    suggestion: original.text,
  };
}

function ofDate(
  mention: Mention,
  date: string,
  original: Original,
  {evidence}: Knowledge,
): Verdict | undefined {
  if (mention.kind === "moment" && says(mention, date)) return undefined;
  const current = evidence.note.asOf.slice(0, 10) === date.slice(0, 10);
  return {
    kind: current ? "stale" : "unsupported",
    reason: current ? `the note is as of ${evidence.note.asOf}` : `the evidence has ${date} here`,
    suggestion: original.text,
  };
}

/** A bare year where a figure stood is a count. */
function asQuantity(mention: Mention, {own}: Said): Quantity | undefined {
  if (mention.kind === "quantity") return mention;
  const {from, to, core, year} = mention;
  if (year === undefined || !/^\d{4}$/.test(own.slice(from, to))) return undefined;
  return {
    kind: "quantity",
    from,
    to,
    core,
    size: year,
    step: 1,
    measure: "plain",
    ordinal: false,
    worded: false,
  };
}

function ofNobody(said: Said, i: number, known: Knowledge): Found {
  const {sentence, own} = said;
  if (isExhibitLabel(sentence.text, known.prose.language)) return nothing;
  const mentions = mentionsIn(own, known.prose.language);
  const others = mentions.length ? neighbours(i, known) : [];
  const judgements = mentions.flatMap(mention => byMeaning(mention, said, known, others) ?? []);
  const found = unique(judgements.flatMap(one => faultsOf(sentence, one)));
  return {mentions, judgements, found};
}

/** More numbers than a paragraph has of which a reader could make another. */
const mostNeighbours = 40;

/** Numbers of the same paragraph, of which one may be made. */
function neighbours(i: number, {prose, ownWords}: Knowledge): Quantity[] {
  const block = prose.sentences[i]?.block;
  return prose.sentences
    .slice(Math.max(0, i - 2), i + 1)
    .filter(one => one.block === block)
    .flatMap(one => endsOf(mentionsIn(ownWords(one, undefined), prose.language)))
    .filter(one => one.kind === "quantity")
    .slice(-mostNeighbours);
}

function byMeaning(
  mention: Mention,
  said: Said,
  known: Knowledge,
  others: readonly Quantity[] = [],
): Judgement | undefined {
  if (mention.kind === "moment") return momentKnown(mention, said, known);
  if (isPassing(mention, said, known.prose.language)) return undefined;
  const meaning = meaningOf(mention, setting(said, known), known.meanings, others);
  return {mention, edited: meaning.figure === undefined, ...meaning};
}

/** "Three reasons": small numbers of an editor's own, of nothing that is measured; a reading time. */
function isPassing(mention: Quantity, {own}: Said, {numbers}: CheckLanguage): boolean {
  if (mention.measure === "minutes") return numbers.reading.test(own);
  return isSmallCount(mention) && !mention.sign;
}

function momentKnown(
  mention: Moment,
  {sentence: {role}, own}: Said,
  {meanings, evidence, prose}: Knowledge,
): Judgement {
  const date = meanings.dates.find(one => says(mention, one));
  if (date !== undefined) return {mention, date, edited: false};
  const {before, behind} = prose.language.numbers.asOf;
  const asOf =
    role === "source" ||
    before.test(own.slice(0, mention.from)) ||
    behind?.test(own.slice(mention.to, mention.to + 16)) === true;
  const verdict: Verdict = {
    kind: asOf ? "stale" : "unsupported",
    reason: asOf ? `the evidence is as of ${evidence.note.asOf}` : "the evidence has no such date",
  };
  return {mention, edited: true, verdict};
}
