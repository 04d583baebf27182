import type {Evidence} from "../model/evidence.ts";
import type {FaultKind} from "../model/fault.ts";
import type {Unit} from "../model/figure.ts";
import {governing} from "./direction.ts";
import type {Bearers} from "./entities.ts";
import {fits, otherUnit, type Setting, signed, turned, type Verdict} from "./judge.ts";
import type {CheckLanguage} from "./language.ts";
import type {Concept, NounWords} from "./nouns.ts";
import type {Measure, Quantity} from "./numbers/mention.ts";
import {onceFor} from "./once.ts";
import {type EvidenceFigure, isSigned, maySize, readingsOf} from "./readings.ts";
import {otherSpan, type Spans, spansOf} from "./spans.ts";
import {written} from "./suggest.ts";
import {type ValueIndex, valueIndex} from "./valueIndex.ts";

/** The nouns of a language as one pattern, and the concept that each group of it is of. */
interface NounPattern {
  readonly pattern: RegExp;
  readonly concepts: readonly Concept[];
}

const patternOf = onceFor((words: NounWords): NounPattern => {
  const entries = Object.entries(words.concepts) as [Concept, string][];
  const groups = entries.map(
    ([concept, forms], i) => `(?<c${i}_${concept.replaceAll("-", "")}>${forms})`,
  );
  return {
    pattern: new RegExp(`(?<![\\p{L}\\d])(?:${groups.join("|")})(?![\\p{L}\\d])`, "giu"),
    concepts: entries.map(([concept]) => concept),
  };
});

/** A share may be of any of these. */
const shared: readonly Concept[] = [
  "volume",
  "turnover",
  "rank",
  "return",
  "correlation",
  "beta",
  "volatility",
  "drawdown",
  "p-value",
  "probability",
  "depth",
  "z-score",
];

/** What a figure is of; undefined where any noun may be beside it. */
function conceptsOf({quantity, unit}: EvidenceFigure): readonly Concept[] | undefined {
  switch (quantity) {
    case "price":
      return ["price", "return", "drawdown", "probability"];
    case "depth":
      return ["depth", "volume"];
    case "market-cap":
    case "volume":
    case "supply":
      return [quantity];
  }
  switch (unit) {
    case "return":
      return ["return", "drawdown", "price", "probability"];
    case "drawdown":
      return ["drawdown", "return", "price"];
    case "ratio":
      return ["turnover", "volume", "market-cap"];
    case "rank":
      return ["rank", "market-cap"];
    case "correlation":
      return ["correlation"];
    case "beta":
      return ["beta"];
    case "volatility":
      return ["volatility", "return"];
    case "p-value":
      return ["p-value", "probability"];
    case "z-score":
      return ["z-score", "volatility", "return"];
    case "share":
    case "percentile":
    case "probability":
      return shared;
    default:
      return undefined;
  }
}

/** What a figure is of, before whatever else it may be called. */
export const mainConcept = (figure: EvidenceFigure): Concept | undefined => conceptsOf(figure)?.[0];

/** What the nouns of a text are of. */
export const conceptsIn = (text: string, language: CheckLanguage): Concept[] =>
  nounsOf(text, language).nouns.map(({concept}) => concept);

/** What the evidence knows, for numbers of which only the words beside them say what they are. */
export interface Meanings {
  readonly valued: ValueIndex;
  /** Among which is sought what a number was meant to be, where it is none of them. */
  readonly figures: readonly EvidenceFigure[];
  readonly dates: readonly string[];
  readonly spans: Spans;
  readonly bearers: Bearers;
  /** Of the note's own text a number is taken for a figure only where its nouns allow it. */
  readonly ofNote: boolean;
  /** What the note's own coin is called by. */
  readonly asset: string;
}

export function meaningsOf(evidence: Evidence, bearers: Bearers, ofNote: boolean): Meanings {
  return {
    bearers,
    ofNote,
    asset: evidence.note.asset,
    valued: valueIndex(evidence.figures),
    figures: evidence.figures,
    spans: spansOf(evidence),
    dates: [
      ...new Set([
        evidence.note.asOf,
        ...evidence.dates.map(({date}) => date),
        ...evidence.figures.map(({asOf}) => asOf),
        ...evidence.series.flatMap(({from, to}) => [from ?? [], to ?? []].flat()),
        ...evidence.cases.map(({horizon}) => horizon),
        ...evidence.exclusions.flatMap(({day}) => day ?? []),
      ]),
    ],
  };
}

/** What a number is by the words beside it. */
export interface Meaning {
  /** Id of the figure that it prints, or was meant to; none where it is made of the numbers beside it. */
  readonly figure?: string;
  readonly verdict?: Verdict;
}

/** Holds a number, or the two ends of a range, against all figures: by value and by the noun beside it. */
export function meaningOf(
  mention: Quantity,
  setting: Setting,
  meanings: Meanings,
  others: readonly Quantity[],
): Meaning {
  const {upper, ...lower} = mention;
  if (!upper) return ofNumber(mention, setting, meanings, others);
  const ends = [lower, {...upper, from: lower.from, to: upper.to}];
  const told = significant(upper) || conceptsNear(ends[1]!, setting).certain;
  if ((told && isSpan(lower, upper, meanings)) || liesWithin(lower, upper, setting, meanings)) {
    const found = ends.map(one => ofNumber(one, setting, meanings, others));
    const turned = found.find(({verdict}) => verdict?.kind === "wrong-direction");
    const figure = found.find(one => one.verdict === undefined && one.figure !== undefined);
    return turned ?? figure ?? {};
  }
  return none("nothing in the evidence has this range");
}

/** The two ends are figures of one thing: their ids differ in their last part alone. */
function isSpan(lower: Quantity, upper: Quantity, {valued}: Meanings): boolean {
  const stem = ({id, unit}: EvidenceFigure) => `${unit} ${id.slice(0, id.lastIndexOf("."))}`;
  const ends = valued(upper);
  return valued(lower).some(one => ends.some(other => other !== one && stem(other) === stem(one)));
}

/** "Between 60 and 70%" of a volatility of 64%: what the noun says is in the range, and the range is narrow. */
function liesWithin(
  lower: Quantity,
  upper: Quantity,
  setting: Setting,
  {figures}: Meanings,
): boolean {
  if (upper.size > 1.2 * lower.size) return false;
  const {concepts: near, certain} = conceptsNear({...lower, to: upper.to}, setting);
  return (
    certain &&
    figures.some(
      figure =>
        conceptsOf(figure) !== undefined &&
        agrees(figure, near) &&
        readingsOf(figure).some(
          ({value, measures}) =>
            measures.includes(lower.measure) &&
            lower.size <= Math.abs(value) &&
            Math.abs(value) <= upper.size,
        ),
    )
  );
}

function ofNumber(
  mention: Quantity,
  setting: Setting,
  meanings: Meanings,
  others: readonly Quantity[],
): Meaning {
  const beside = conceptsNear(mention, setting);
  const {concepts: near, certain} = beside;
  const valued = meanings.valued(mention);
  const agreeing = valued.filter(figure => agrees(figure, near));
  const meant = agreeing.filter(one => mayBeOf(one, mention, setting, meanings));
  if (meant.length)
    return ofSpan(mention, meant, setting, meanings) ?? ofDirection(mention, meant, setting);
  const [another] = agreeing;
  if (another) {
    const reason = `the evidence has this number as ${another.id}, of another than is named here`;
    return isExact(mention) ? wrong("wrong-quantity", another, reason) : none(reason);
  }
  const other = valued.find(({of}) => of === "asset");
  if (other && certain && isExact(mention))
    return wrong(
      "wrong-quantity",
      other,
      `the evidence has this number as ${other.id}, not as ${near.join(" or ")}`,
    );
  if (valued.length && (certain || meanings.ofNote))
    return none(`not found in the evidence as ${near.join(" or ")}`);
  if (valued.length) return ofDirection(mention, valued, setting);
  if (derived(mention, others)) return {};
  return notFound(mention, setting, meanings.figures, beside);
}

/** What is said of a number of another span than the one that is named beside it. */
export function ofSpan(
  mention: Quantity,
  meant: readonly EvidenceFigure[],
  setting: Setting,
  meanings: Pick<Meanings, "spans" | "figures">,
): Meaning | undefined {
  const found = otherSpan(mention, meant, setting, meanings);
  const [named] = found?.named ?? [];
  if (!found || !named) return undefined;
  const right = written(named, mention, setting.language);
  const sure =
    only(found.named) && Math.sign(named.value) === Math.sign(found.figure.value)
      ? right
      : undefined;
  const reason = `that is ${found.figure.id}; of the span that is named here the evidence has ${right} (${named.id})`;
  return wrong("wrong-quantity", named, reason, sure);
}

const none = (reason: string): Meaning => ({verdict: {kind: "unsupported", reason}});

const wrong = (
  kind: FaultKind,
  {id}: EvidenceFigure,
  reason: string,
  suggestion?: string,
): Meaning => ({
  figure: id,
  verdict: {kind, reason, ...(suggestion !== undefined && {suggestion})},
});

function agrees(figure: EvidenceFigure, near: readonly Concept[]): boolean {
  const own = conceptsOf(figure);
  return near.length === 0 || own === undefined || near.some(concept => own.includes(concept));
}

/** Whether one is named in the number's clause whose figure it may be: the asset's own, or one of whom the note has it. */
function mayBeOf(
  {id, of}: EvidenceFigure,
  mention: Quantity,
  {text, language, named}: Setting,
  {bearers, asset}: Meanings,
): boolean {
  const called = named();
  if (called.length === 0) return true;
  const known = bearers(id);
  if (known.size === 0 && of !== "asset") return true;
  const {from, to} = clauseOf(mention, nounsOf(text, language), text);
  const here = called.filter(one => one.from >= from && one.from < to);
  return (
    here.length === 0 ||
    here.some(({entity}) => known.has(entity) || (of === "asset" && entity === asset))
  );
}

function clauseOf({from, to}: Quantity, {begins, ends}: Nouns, text: string) {
  return {
    from: begins.findLast(at => at < from) ?? 0,
    to: ends.find(at => at >= to) ?? text.length,
  };
}

/** What the nouns beside a number say it is of. */
interface Near {
  readonly concepts: Concept[];
  /** One of them is tied to it: "a volume of", "the price is"; any other may be of something else. */
  readonly certain: boolean;
}

/** The noun that stands next to the number in its clause; beyond a comma any may be meant. */
function conceptsNear(mention: Quantity, {text, language}: Setting): Near {
  const {from, to} = mention;
  const nouns = nounsOf(text, language);
  const {ties} = language.nouns;
  const clause = clauseOf(mention, nouns, text);
  const found = nouns.nouns
    .filter(noun => noun.from >= clause.from && noun.from < clause.to)
    .map(noun => ({
      ...noun,
      distance: noun.from >= to ? noun.from - to : Math.max(0, from - noun.to) + 2,
    }))
    .toSorted((a, b) => a.distance - b.distance);
  const nearest = found[0];
  if (!nearest) return {concepts: [], certain: false};
  const near = found.filter(({distance}) => distance <= nearest.distance + 1);
  const tied = ({from: begin, to: end}: {readonly from: number; readonly to: number}) =>
    begin >= to ? ties.after.test(text.slice(to, begin)) : ties.before.test(text.slice(end, from));
  return {
    concepts: near.map(({concept}) => concept),
    // The same number may be tied to one noun on either side.
    certain: near.every(tied) && found.filter(tied).length === near.length,
  };
}

interface Nouns {
  readonly nouns: readonly {
    readonly concept: Concept;
    readonly from: number;
    readonly to: number;
  }[];
  /** Where clauses begin and end. */
  readonly begins: readonly number[];
  readonly ends: readonly number[];
}

let last: (Nouns & {readonly text: string; readonly language: CheckLanguage}) | undefined;

/** Those of the sentence asked for last are kept: its numbers are judged one after the other. */
function nounsOf(text: string, language: CheckLanguage): Nouns {
  if (last?.text === text && last.language === language) return last;
  const {pattern, concepts} = patternOf(language.nouns);
  const places = (pattern: RegExp) => [...text.matchAll(pattern)].map(({index}) => index);
  last = {
    text,
    language,
    nouns: [...text.matchAll(pattern)].map(match => ({
      concept: conceptOf(match, concepts),
      from: match.index,
      to: match.index + match[0].length,
    })),
    begins: places(/[;:()—]|,\s/g),
    ends: places(/[;:()—.]|,\s/g),
  };
  return last;
}

function conceptOf(
  {groups}: RegExpExecArray | RegExpMatchArray,
  concepts: readonly Concept[],
): Concept {
  const name = Object.entries(groups!).find(([, value]) => value !== undefined)![0];
  return concepts[Number(/\d+/.exec(name)![0])]!;
}

/** Units whose sign a text turns round, where it does: a beta is no fall. */
const directed: ReadonlySet<Unit> = new Set(["return", "difference", "correlation"]);

function ofDirection(
  mention: Quantity,
  meant: readonly EvidenceFigure[],
  {text, language}: Setting,
): Meaning {
  const verb = governing(text, mention.from, mention.to, language.directions);
  const right = meant.filter(figure => {
    if (!isSigned(figure))
      return mention.sign === undefined || mention.sign > 0 || figure.unit === "drawdown";
    const sign = Math.sign(figure.value);
    if (mention.sign !== undefined) return mention.sign === sign || sign === 0;
    if (!maySize(figure)) return sign >= 0;
    return figure.unit !== "return" || !verb || sign === 0 || verb.direction === sign;
  });
  // Of several that have the number, one that the note prints.
  const said = right.find(({printed}) => printed.length > 0) ?? right[0];
  if (said) return {figure: said.id};
  // Of a quote or another coin a small move is easily met with by chance.
  const figure = meant.find(({of, unit}) => of === "asset" && directed.has(unit));
  if (!figure) return none("not found in the evidence with this sign or direction");
  if (verb && mention.sign === undefined && figure.unit === "return")
    return {
      figure: figure.id,
      verdict: turned(verb, figure.id, signed(figure), {text, language}),
    };
  const suggestion = written(figure, {...mention, sign: figure.value < 0 ? -1 : 1}, language);
  const reason = `the evidence has ${suggestion} (${figure.id}): the sign says otherwise`;
  return wrong("wrong-direction", figure, reason, suggestion);
}

/** A difference or a multiple of two numbers beside it. */
function derived({size, step, measure}: Quantity, others: readonly Quantity[]): boolean {
  const same = others.filter(
    one => one.measure === measure || (measure !== "plain" && one.measure === "percent"),
  );
  const value = ({size: one, sign = 1}: Quantity) => one * sign;
  const close = (one: number) => Math.abs(Math.abs(one) - size) <= step / 2 + 1e-9;
  return same.some((one, i) =>
    same.some(
      (other, j) =>
        i < j &&
        (one.size !== size || one.measure !== measure) &&
        (other.size !== size || other.measure !== measure) &&
        close(value(one) - value(other)),
    ),
  );
}

/** A number that no figure has. What it was meant to be is told only where one figure alone can be meant. */
function notFound(
  mention: Quantity,
  {language}: Setting,
  figures: readonly EvidenceFigure[],
  {concepts: near, certain}: Near,
): Meaning {
  const named = figures.filter(
    one => one.of === "asset" && conceptsOf(one) !== undefined && agrees(one, near),
  );
  const candidates = certain && significant(mention) && !mention.worded ? named : [];
  const unit = only(
    candidates.filter(
      one => isMistakable(mention) && isOfKind(mention, one) && otherUnit(mention, one),
    ),
  );
  if (unit) {
    const suggestion = written(unit, mention, language);
    const reason = `the evidence has ${suggestion} (${unit.id}): the unit or the scale is another`;
    return wrong("wrong-unit", unit, reason, suggestion);
  }
  const beside = isExact(mention)
    ? only(candidates.filter(one => fits({...mention, step: mention.step * 2.02}, one)))
    : undefined;
  const rounded = beside ?? truncatedFrom(mention, figures);
  if (rounded) {
    const suggestion = written(rounded, mention, language);
    return wrong("wrong-rounding", rounded, `${rounded.id} rounds to ${suggestion}`, suggestion);
  }
  return none("not found in the evidence");
}

/** The one figure, though it may stand there under several ids. */
function only(figures: readonly EvidenceFigure[]): EvidenceFigure | undefined {
  const [first, ...more] = figures;
  return more.every(({value}) => value === first?.value) ? first : undefined;
}

/** Shares are taken for other shares, and sums of money for others: no share for a sum. */
export function isOfKind({measure}: Quantity, figure: EvidenceFigure): boolean {
  const kind = kinds.find(one => one.has(measure)) ?? new Set([measure]);
  return readingsOf(figure).some(({measures}) => measures.some(one => kind.has(one)));
}

const isMistakable = ({measure}: Quantity) => kinds.some(one => one.has(measure));

/** Measures that are mistaken for one another. */
const kinds: readonly ReadonlySet<Measure>[] = [
  new Set<Measure>(["percent", "points", "basis-points"]),
  new Set<Measure>(["USD", "other-currency"]),
];

/** A move of the asset that the note prints, of which the number is the first digits: "4.1%" for 4.17. */
function truncatedFrom(mention: Quantity, figures: readonly EvidenceFigure[]) {
  if (
    !significant(mention) ||
    mention.measure !== "percent" ||
    mention.step > 0.0011 ||
    mention.size < 0.01
  )
    return undefined;
  const {size, step} = mention;
  const middle = {...mention, size: size + step / 2};
  return only(
    figures.filter(one => one.of === "asset" && one.printed.length > 0 && fits(middle, one)),
  );
}

/** Three digits or more: hardly another figure has them by chance. */
const isExact = ({size, step, worded}: Quantity) => !worded && size / step >= 100 - 1e-9;

/** Two digits or more: one digit is near too many figures. */
const significant = ({size, step}: Quantity) => size / step >= 10 - 1e-9;
