import type {FaultKind} from "../model/fault.ts";
import {sameSubject, type Unit} from "../model/figure.ts";
import type {Original} from "./bind.ts";
import {type Governing, governing, oppositeOf} from "./direction.ts";
import type {CheckLanguage} from "./language.ts";
import type {Measure, Quantity} from "./numbers/mention.ts";
import {type EvidenceFigure, hedged, isSigned, maySize, readingsOf, rounds} from "./readings.ts";
import {written} from "./suggest.ts";

/** What is wrong with a number, and what would be right. */
export interface Verdict {
  readonly kind: FaultKind;
  readonly reason: string;
  readonly suggestion?: string;
  /** The words at fault, where they are not the number. */
  readonly at?: {readonly from: number; readonly to: number};
}

/** Where a number stands. */
export interface Setting {
  readonly text: string;
  readonly language: CheckLanguage;
  /** What is named in it, by whom it calls. */
  readonly named: () => readonly {readonly from: number; readonly entity: string}[];
  /** Those of the statement first: a number may have been taken for its neighbour's. */
  readonly figures: () => readonly EvidenceFigure[];
}

/** Holds a number against the figure that it prints. */
export function judged(
  mention: Quantity,
  figure: EvidenceFigure,
  original: Original | undefined,
  setting: Setting,
): Verdict | undefined {
  const first = original?.mention.kind === "quantity" ? original.mention : undefined;
  if (fits(mention, figure, first)) return direction(mention, figure, original, setting);
  return diagnosed(mention, figure, original, setting);
}

/** Whether size and unit are the figure's, whatever the sign. */
export function fits(mention: Quantity, figure: EvidenceFigure, first?: Quantity): boolean {
  return valuesFor(mention, figure, first).some(value => {
    if (rounds(mention.size, mention.step, value)) return precise(mention, value, first);
    // Beside words that were there before, a number means what it meant.
    const same = first && first.hedge === mention.hedge && first.size !== mention.size;
    if (same) return false;
    // Any p below the threshold is below it.
    if (figure.unit === "p-value" && mention.hedge === "under") return value < mention.size;
    return hedged(mention, value);
  });
}

/** A number of one digit may be far off although it is rounded well: "1" for 0.77. */
function precise({size, step}: Quantity, value: number, first: Quantity | undefined): boolean {
  if (first && step <= first.step * (1 + 1e-9)) return true;
  return Math.abs(Math.abs(value) - size) <= 0.12 * Math.abs(value);
}

const timeUnits = new Set<Measure>(["minutes", "hours", "days", "weeks", "months", "years"]);

/** The figure's values in the measure of the mention; none where that measure is not its own. */
function valuesFor({measure}: Quantity, figure: EvidenceFigure, first?: Quantity): number[] {
  const readings = readingsOf(figure);
  if (first && first.measure !== measure) {
    const pair = new Set([first.measure, measure]);
    if (pair.has("percent") && pair.has("points")) return [];
    if (timeUnits.has(first.measure) && timeUnits.has(measure) && figure.unit !== "days") return [];
  }
  const known = readings.filter(({measures}) => measures.includes(measure)).map(({value}) => value);
  // Any noun may follow a count: "three months", "six times".
  if (known.length === 0 && figure.unit === "count" && first?.measure === measure)
    return [figure.value];
  return known;
}

/** The sign, and the word that stands for one. */
function direction(
  mention: Quantity,
  figure: EvidenceFigure,
  original: Original | undefined,
  setting: Setting,
): Verdict | undefined {
  const first = original?.mention.kind === "quantity" ? original.mention : undefined;
  const value = figure.value;
  if (mention.size === 0) return undefined;
  const verbOf = () =>
    figure.unit === "return" && figure.of !== "method"
      ? governing(setting.text, mention.from, mention.to, setting.language.directions)
      : undefined;
  const sign = Math.sign(value);
  const suggestion =
    original?.text ?? written(figure, {...mention, sign: sign as 1 | -1}, setting.language);
  if (mention.sign !== undefined) {
    const known = isSigned(figure) ? sign : figure.unit === "drawdown" && !first ? mention.sign : 1;
    const doubled = first && first.sign === undefined && mention.sign < 0 && verbOf() !== undefined;
    if (mention.sign === known && !doubled) return undefined;
    return {
      kind: "wrong-direction",
      reason: `${named(figure)} is ${signed(figure)}: the sign says otherwise`,
      suggestion,
    };
  }
  if (!isSigned(figure) || sign === 0) return undefined;
  const verb = verbOf();
  if (verb && maySize(figure))
    return verb.direction === sign
      ? undefined
      : turned(verb, named(figure), signed(figure), setting);
  if (sign > 0 || (maySize(figure) && first?.sign === undefined)) return undefined;
  return {
    kind: "wrong-direction",
    reason: `${named(figure)} is ${signed(figure)}: the minus is missing`,
    suggestion,
  };
}

/** The verdict on a word that says the other direction than the figure beside it. */
export function turned(
  verb: Governing,
  name: string,
  value: string,
  {text, language}: Pick<Setting, "text" | "language">,
): Verdict {
  const word = text.slice(verb.from, verb.to);
  const suggestion = oppositeOf(word, language);
  return {
    kind: "wrong-direction",
    reason: `“${word}” says ${verb.direction > 0 ? "up" : "down"}, and ${name} is ${value}`,
    at: {from: verb.from, to: verb.to},
    ...(suggestion !== undefined && {suggestion}),
  };
}

const parts: Readonly<Partial<Record<Measure, number>>> = {
  percent: 100,
  points: 100,
  "basis-points": 1e4,
};
const partOf = (measure: Measure) => parts[measure] ?? 1;

const wholeUnits: ReadonlySet<Unit> = new Set(["count", "rank", "days", "hours", "minutes"]);

/** Why a number is not its figure's. */
function diagnosed(
  mention: Quantity,
  figure: EvidenceFigure,
  original: Original | undefined,
  setting: Setting,
): Verdict {
  const first = original?.mention.kind === "quantity" ? original.mention : undefined;
  const right = original?.text ?? written(figure, mention, setting.language);
  if (otherUnit(mention, figure, first))
    return {
      kind: "wrong-unit",
      reason: `${named(figure)} is ${right}: the unit or the scale is another`,
      suggestion: right,
    };
  const whole = wholeUnits.has(figure.unit);
  const near = valuesFor(mention, figure, first).find(
    value => Math.abs(Math.abs(value) - mention.size) <= mention.step * 1.01,
  );
  if (near !== undefined && !whole && !mention.worded) {
    const same =
      first !== undefined && first.step === mention.step && first.measure === mention.measure;
    const suggestion = same ? right : written(figure, mention, setting.language);
    return {kind: "wrong-rounding", reason: `${named(figure)} rounds to ${suggestion}`, suggestion};
  }
  const other = setting
    .figures()
    .find(
      one =>
        one !== figure &&
        one.value !== figure.value &&
        one.unit === figure.unit &&
        fits(mention, one),
    );
  if (other && earlierOf(other, figure))
    return {
      kind: "stale",
      reason: `that is the value of ${other.asOf.slice(0, 10)} (${other.id}); ${named(figure)} is ${right}`,
      suggestion: right,
    };
  if (other)
    return {
      kind: "wrong-quantity",
      reason: `that is ${named(other)}; here stands ${named(figure)}, which is ${right}`,
      suggestion: right,
    };
  return {
    kind: "unsupported",
    reason: `the evidence has ${right} here, for ${named(figure)}`,
    suggestion: right,
  };
}

/** The same digits in a measure or at a scale that is not the figure's. */
export function otherUnit(mention: Quantity, figure: EvidenceFigure, first?: Quantity): boolean {
  const raw = mention.size * partOf(mention.measure);
  const step = mention.step * partOf(mention.measure);
  const measures = new Set([
    ...readingsOf(figure).flatMap(one => one.measures),
    ...(first ? [first.measure] : []),
  ]);
  for (const measure of measures) {
    const part = partOf(measure);
    if (
      measure !== mention.measure &&
      fits({...mention, measure, size: raw / part, step: step / part}, figure, first)
    )
      return true;
  }
  if (figure.unit !== "USD" && figure.unit !== "tokens") return false;
  return [1e-9, 1e-6, 1e-3, 1e3, 1e6, 1e9].some(scale =>
    fits(
      {
        ...mention,
        measure: readingsOf(figure)[0]!.measures[0]!,
        size: raw * scale,
        step: step * scale,
      },
      figure,
      first,
    ),
  );
}

function earlierOf(other: EvidenceFigure, figure: EvidenceFigure): boolean {
  return (
    figure.quantity !== undefined &&
    other.quantity === figure.quantity &&
    sameSubject(other.of, figure.of) &&
    other.asOf < figure.asOf
  );
}

const named = ({id}: EvidenceFigure) => id;

export function signed({value, unit}: EvidenceFigure): string {
  const text =
    unit === "return" || unit === "difference" ? `${(value * 100).toFixed(2)} %` : value.toFixed(2);
  return value > 0 ? `+${text}` : text.replace("-", "−");
}
