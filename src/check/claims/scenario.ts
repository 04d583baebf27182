import {saidIn} from "./asserted.ts";
import {
  type Claim,
  has,
  type Passage,
  type PassageRule,
  type Span,
  spansOf,
  type TextRule,
} from "./claim.ts";

/** Cases and targets without the probability they are given. */
export const probability: PassageRule = ({own, sentence}, {words: {scenario: words, denial}}) => {
  if (sentence.role === "cell" || sentence.role === "caption") return [];
  if (!has(words.ahead, own) || has(words.probability, own)) return [];
  const reason =
    "a case or a target needs a probability, a range and a date to be scored by; none is given here";
  const cases = spansOf(words.named, own);
  const [ahead] = saidIn(words.ahead, own, denial);
  const targets = ahead
    ? spansOf(words.target, own).filter(({from}) => near(own, ahead, from))
    : [];
  const [first] = [...cases, ...targets].sort((a, b) => a.from - b.from);
  return first ? [{...first, kind: "probability", reason}] : [];
};

/** In the same clause, within a breath. */
const near = (text: string, ahead: Span, at: number) =>
  Math.abs(at - ahead.to) < 90 &&
  !/[;:—]/.test(text.slice(Math.min(ahead.to, at), Math.max(ahead.to, at)));

/** Horizons without a date, and a second one that differs. */
export const horizons: TextRule = ({passages, words: {scenario: words}, known}) => {
  const days = known.cases.map(one => one.days);
  const found = passages
    .filter(({sentence}) => sentence.role !== "cell" && sentence.role !== "caption")
    .flatMap(passage =>
      has(words.dated, passage.own)
        ? []
        : spansOf(words.horizon, passage.own)
            .filter(({from, to}) => !says(days, passage.own.slice(from, to)))
            .map(span => ({passage, span})),
    );
  const ranges = found.filter(({passage, span}) => rangeOf(passage, span));
  return found.map(({passage, span}) => {
    const own = rangeOf(passage, span);
    const other = own ? ranges.find(one => rangeOf(one.passage, one.span) !== own) : undefined;
    return {...horizon(span, other && lineOf(other)), passage};
  });
};

const rangeOf = ({own}: Passage, {from, to}: Span) =>
  /\d+\s?-\s?\d+/.exec(own.slice(from, to))?.[0].replace(/\s/g, "");

const lineOf = ({passage, span}: {passage: Passage; span: Span}) => ({
  line: passage.sentence.place(span.from).line,
  words: passage.sentence.text.slice(span.from, span.to),
});

const says = (days: readonly number[], text: string) => {
  const count = /\d+/.exec(text)?.[0];
  return count !== undefined && days.includes(Number(count));
};

function horizon(span: Span, other: {line: number; words: string} | undefined): Claim {
  const undated = "a horizon needs a date by which it is decided";
  return {
    ...span,
    kind: "horizon",
    reason: other
      ? `${undated}, and another one (“${other.words}”) stands in line ${other.line}`
      : undated,
  };
}
