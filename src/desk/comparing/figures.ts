import {read} from "../../check/check.ts";
import {judgingWords} from "../../languages/judging.ts";
import {deskLocaleOf} from "../../model/deskLocale.ts";
import type {Evidence} from "../../model/evidence.ts";

/** A text with the evidence that it was written on. */
export interface Version {
  readonly text: string;
  readonly evidence: Evidence;
}

/** A figure that is another, or is told otherwise, than it was. */
export interface FigureDifference {
  readonly id: string;
  readonly name: string;
  /** As it stood in the text before; absent where it did not. */
  readonly was?: string;
  /** As it stands in the text now; absent where it does not. */
  readonly is?: string;
  /** It has another sign, or the test that it is of another verdict. */
  readonly turned: boolean;
}

/**
 * What differs by number: what has turned, then by how much it moved. Of texts on one evidence it is
 * what was put otherwise, put in or taken out; of texts on two what both print and is another.
 */
export function figureDifferences(before: Version, after: Version): FigureDifference[] {
  const same = before.evidence.snapshot.sha256 === after.evidence.snapshot.sha256;
  const [was, is] = [printsIn(before), printsIn(after)];
  const [old, now] = [valuesIn(before.evidence), valuesIn(after.evidence)];
  const verdicts = turnedWindows(before.evidence, after.evidence);
  const words = judgingWords[deskLocaleOf(after.evidence.note.locale)].watched;
  const told = [...new Set([...was.keys(), ...is.keys()])].flatMap(id => {
    const prints = [was.get(id) ?? [], is.get(id) ?? []] as const;
    const values = [old.get(id), now.get(id)] as const;
    const found = same ? reworded(...prints) : moved(prints, values);
    if (!found) return [];
    const [, window] = /^decoupling\.(\d+)d\./.exec(id) ?? [];
    const turned = signTurned(...values) || verdicts.has(Number(window));
    const one = {id, name: words[id] ?? id, ...found, turned};
    return [{one, turned, far: farness(...values)}];
  });
  return told
    .toSorted((a, b) => Number(b.turned) - Number(a.turned) || b.far - a.far)
    .map(({one}) => one);
}

type Prints = readonly string[];

/**
 * A print that is new, beside what stood in its place; or a figure that is told no longer. One that is
 * told once more or less, as it was told elsewhere, is no difference.
 */
function reworded(before: Prints, after: Prints): Pick<FigureDifference, "was" | "is"> | undefined {
  const [is] = after.filter(print => !before.includes(print));
  const was = before.find(print => !after.includes(print)) ?? numeral(before);
  if (is !== undefined) return {...(was !== undefined && {was}), is};
  return after.length === 0 && was !== undefined ? {was} : undefined;
}

function moved(
  [before, after]: readonly [Prints, Prints],
  [old, now]: readonly [number | undefined, number | undefined],
): Pick<FigureDifference, "was" | "is"> | undefined {
  if (old === undefined || now === undefined || old === now) return undefined;
  const [was, is] = [numeral(before), numeral(after)];
  return was === undefined || is === undefined || was === is ? undefined : {was, is};
}

/** Rather in digits than in words. */
const numeral = (prints: Prints) => prints.find(print => /\d/.test(print)) ?? prints[0];

const signTurned = (old: number | undefined, now: number | undefined) =>
  old !== undefined && now !== undefined && old * now < 0;

function farness(old = 0, now = 0): number {
  if (old * now > 0) return Math.abs(Math.log(now / old));
  return old === now ? 0 : Number.MAX_VALUE;
}

/** A number that is in neither figures nor dates of the evidence. */
export interface Unsupported {
  readonly text: string;
  /** It stands in the text now and did not before; otherwise it stood there before. */
  readonly came: boolean;
}

/** The numbers without evidence that came in, then those that went; as often as each did. */
export function unsupportedDifferences(before: Version, after: Version): Unsupported[] {
  const [was, is] = [unsupportedIn(before), unsupportedIn(after)];
  return [
    ...without(is, was).map(text => ({text, came: true})),
    ...without(was, is).map(text => ({text, came: false})),
  ];
}

const unsupportedIn = ({text, evidence}: Version): string[] =>
  read(text, evidence).readings.flatMap(({sentence, judgements}) =>
    judgements
      .filter(({figure, verdict}) => figure === undefined && verdict !== undefined)
      .map(({mention}) => sentence.text.slice(mention.from, mention.to)),
  );

/** Each as often as it is more often here than there. */
function without(here: readonly string[], there: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const one of there) left.set(one, (left.get(one) ?? 0) + 1);
  return here.filter(one => {
    const count = left.get(one) ?? 0;
    left.set(one, count - 1);
    return count <= 0;
  });
}

/** The numbers of a text as they stand there, by the figure that they print or were taken for. */
function printsIn({text, evidence}: Version): Map<string, string[]> {
  const prints = new Map<string, string[]>();
  for (const {sentence, judgements} of read(text, evidence).readings)
    for (const {figure, mention} of judgements) {
      if (figure === undefined) continue;
      const print = sentence.text.slice(mention.from, mention.to);
      const known = prints.get(figure);
      if (!known) prints.set(figure, [print]);
      else if (!known.includes(print)) known.push(print);
    }
  return prints;
}

const valuesIn = ({figures}: Evidence) => new Map(figures.map(({id, value}) => [id, value]));

/** The windows whose test says something else now. */
function turnedWindows(before: Evidence, after: Evidence): ReadonlySet<number> {
  const verdicts = ({findings}: Evidence) =>
    new Map(
      findings.flatMap(one => (one.kind === "decoupling" ? [[one.window, one.verdict]] : [])),
    );
  const old = verdicts(before);
  return new Set(
    [...verdicts(after)].flatMap(([window, verdict]) => {
      const was = old.get(window);
      return was !== undefined && was !== verdict ? window : [];
    }),
  );
}
