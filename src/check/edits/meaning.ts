import type {Difference, Word} from "../bind.ts";
import {type Direction, directionOf} from "../direction.ts";
import type {StatementSentence} from "../statements.ts";
import type {EditRule, EditVerdict} from "./edit.ts";
import {written} from "./said.ts";
import type {Span} from "./words.ts";

/** A word that says up where the note says down, or the other way round. */
export const turnedRound: EditRule = ({differences, language, statement}) =>
  differences.flatMap(one => {
    const ways = (words: readonly Word[]) =>
      new Set(
        words.flatMap(({word, name}) =>
          name ? [] : (directionOf(word, language.directions) ?? []),
        ),
      );
    const [now, then] = [only(ways(one.words)), only(ways(one.before))];
    if (!now || !then || now === then) return [];
    return [
      instead(
        one,
        statement,
        "wrong-direction",
        `the finding behind this sentence says “${said(one.before)}”`,
      ),
    ];
  });

const only = (ways: ReadonlySet<Direction>) => (ways.size === 1 ? [...ways][0] : undefined);

/** A "not" that an edit has put in or taken out, while the rest of the sentence stands. */
export const denied: EditRule = ({differences, language, own}) => {
  const words = language.edits;
  const count = (list: readonly Word[]) =>
    list.filter(({word, name}) => !name && words.negator.test(word)).length;
  const more = sum(differences.map(one => count(one.words) - count(one.before)));
  const edit = differences.find(one => count(one.words) !== count(one.before));
  // A clause that is gone took its denial with it.
  const small = edit && Math.max(edit.words.length, edit.before.length) <= 3;
  if (more % 2 === 0 || !small) return [];
  // "No close was lower than" says what "the lowest close was" says.
  const gone = differences.map(one => said(one.before)).join(" ");
  if (more > 0 && has(words.negatedComparison, own) && has(words.superlative, gone)) return [];
  return [
    {
      kind: "contradiction",
      at: placeOf(edit, own),
      reason:
        more > 0
          ? "the note says this, and here it is denied"
          : `the note denies this, with “${said(edit.before)}”, and here it is said`,
    },
  ];
};

/** Another span of time than the note's, a longer one, or none where the superlative has one. */
export const spanned: EditRule = ({differences, language, statement, own}) => {
  const {spans, superlative} = language.edits;
  const change = (pattern: RegExp) =>
    sum(differences.map(one => times(pattern, said(one.words)) - times(pattern, said(one.before))));
  const known = new Set(differences.flatMap(one => one.before.flatMap(spanOf)));
  const spansNamed = Object.entries(spans) as [Span, RegExp][];
  const come = spansNamed.filter(([span, one]) => !known.has(span) && change(one) > 0);
  const gone = spansNamed.filter(([span, one]) => span !== "day" && change(one) < 0);
  const [first] = come;
  if (first) {
    const edit = differences.find(
      one => times(first[1], said(one.words)) > times(first[1], said(one.before)),
    );
    if (edit)
      return [
        instead(
          edit,
          statement,
          "contradiction",
          `the note says this of another span: “${statement.text}”`,
        ),
      ];
  }
  const kept =
    times(superlative, own) === times(superlative, statement.own) && has(superlative, own);
  const edit = differences.find(
    one => one.words.length === 0 && gone.some(([, pattern]) => has(pattern, said(one.before))),
  );
  if (come.length > 0 || !kept || !edit) return [];
  return [
    {
      kind: "contradiction",
      at: placeOf(edit, own),
      reason: `the note says this of a span that is left out here: “${said(edit.before)}”`,
    },
  ];
};

/** A span that is written as a number: "365 days" for a year. */
function spanOf({mention}: Word): Span[] {
  if (mention?.kind !== "quantity") return [];
  const {measure, size} = mention;
  if (measure === "hours" && size === 24) return ["day"];
  if (measure === "years") return ["year"];
  if (measure === "months") return size === 12 ? ["year"] : ["month"];
  if (measure !== "days") return [];
  const spans: readonly (readonly [number, number, Span])[] = [
    [1, 1, "day"],
    [7, 7, "week"],
    [28, 31, "month"],
    [89, 92, "quarter"],
    [360, 366, "year"],
  ];
  return spans.flatMap(([from, to, span]) => (from <= size && size <= to ? [span] : []));
}

/** A word whose opposite, or whose next of kin of another sense, the note has there. */
export const contrasted: EditRule = ({differences, language, statement}) =>
  language.edits.contrasts.flatMap(sides => {
    const changes = sides.map(side =>
      sum(differences.map(one => times(side, said(one.words)) - times(side, said(one.before)))),
    );
    const came = sides.find((_, i) => changes[i]! > 0);
    const went = sides.find((_, i) => changes[i]! < 0);
    if (!came || !went) return [];
    const edit = differences.find(one => has(came, said(one.words)));
    const lost = differences.find(one => has(went, said(one.before)));
    if (!edit || !lost) return [];
    return [
      instead(
        edit,
        statement,
        "contradiction",
        `the note has “${said(lost.before)}”, which says otherwise`,
      ),
    ];
  });

/** "Always", "only", put into what the note says of some. */
export const universal: EditRule = ({differences, language, own}) => {
  const pattern = language.edits.universal;
  const more = sum(
    differences.map(one => times(pattern, said(one.words)) - times(pattern, said(one.before))),
  );
  const edit = differences.find(one => has(pattern, said(one.words)));
  if (more <= 0 || !edit) return [];
  return [
    {
      kind: "contradiction",
      at: placeOf(edit, own),
      reason: "the note does not say this of every case, or of this one alone",
    },
  ];
};

const said = (words: readonly Word[]) => words.map(({word}) => word).join(" ");
const sum = (numbers: readonly number[]) => numbers.reduce((one, other) => one + other, 0);
const times = (pattern: RegExp, text: string) => text.match(pattern)?.length ?? 0;
const has = (pattern: RegExp, text: string) => text.search(pattern) >= 0;

/** The words put in; where there are none, what follows those that are gone. */
const placeOf = ({from, to}: Difference, own: string) => ({from, to: to > from ? to : own.length});

const instead = (
  {from, to, words, before}: Difference,
  {text}: StatementSentence,
  kind: EditVerdict["kind"],
  reason: string,
): EditVerdict => ({
  kind,
  at: {from, to},
  reason,
  ...(before.length > 0 && words.length > 0 && {suggestion: written(before, text)}),
});
