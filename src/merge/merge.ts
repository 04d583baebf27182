import {undisclosed} from "../check/authorship.ts";
import {check} from "../check/check.ts";
import {placesOf} from "../check/places.ts";
import type {Evidence} from "../model/evidence.ts";
import type {Fault} from "../model/fault.ts";
import {pairRest, pairs} from "./pairs.ts";
import {sameFigures, withNewFigures} from "./renewed.ts";
import {type ToldUnit, toldUnits} from "./told.ts";
import {isLine} from "./units.ts";

/** A text of the program with what stands behind it. */
export interface Written {
  readonly text: string;
  readonly evidence: Evidence;
}

/** Words of an editor that are to be read again, since the figures beside them are new. */
export interface Again {
  readonly id: string;
  /** As they stand in the merged text; empty where the editor took something out. */
  readonly text: string;
  /** As they were. */
  readonly edited: string;
  /** What the program says in their place. */
  readonly renewed?: string;
}

/** What a person has to settle. The merged text has what the program says, where it says anything. */
export interface MergeConflict {
  readonly id: string;
  /** As the program wrote it before. */
  readonly base: string;
  /** As the editor has it; empty where they took it out. */
  readonly edited: string;
  /** As the program writes it on the newer data; absent where it says no such thing. */
  readonly renewed?: string;
}

export interface Merged {
  readonly text: string;
  readonly again: readonly Again[];
  readonly conflicts: readonly MergeConflict[];
}

/** A piece of the merged text, with what is to be said of it. */
interface Piece {
  readonly text: string;
  readonly before: string;
  readonly line: boolean;
  /** Words of an editor stand here, beside which the program would say this. */
  readonly edited?: {readonly base?: ToldUnit; readonly own: ToldUnit; readonly renewed?: ToldUnit};
  readonly again: boolean;
}

/**
 * Puts an editor's words and newer data together, statement by statement. Untouched, it is the new
 * one; touched, with its figures the same, the editor's; touched, with figures that changed but say
 * the same, the editor's words with the new figures, to be read again; otherwise a conflict. No word
 * of the editor is lost: it stands in the text or in a conflict.
 */
export function mergeByStatement(base: Written, edited: string, renewed: Written): Merged {
  const {text: own} = undisclosed(edited, base.evidence.authorship);
  const was = toldUnits(base.text, base.evidence);
  const ours = toldUnits(own, base.evidence);
  const is = toldUnits(renewed.text, renewed.evidence);
  const ownOf = inverse(paired(ours, was, statementsInCommon));
  const newOf = paired(was, is, figuresInCommon, ({shape}) => shape);
  const oldOf = inverse(newOf);
  const pieces: Piece[] = [];
  const conflicts: MergeConflict[] = [];
  const again: Again[] = [];
  const placed = new Set<ToldUnit>();
  const conflict = (b: string, e: string, r: string | undefined) =>
    conflicts.push({
      id: `c${conflicts.length + 1}`,
      base: b,
      edited: e,
      ...(r !== undefined && {renewed: r}),
    });

  const readAgain = (one: Omit<Again, "id">) => again.push({id: `a${again.length + 1}`, ...one});

  /** What the editor put behind a unit of theirs, or changed there of what is said no longer. */
  function follow(at: number): void {
    for (let i = at + 1; i < ours.length; i++) {
      const one = ours[i];
      if (!one || placed.has(one)) return;
      const b = [...ownOf].find(([, j]) => j === i)?.[0];
      const old = b === undefined ? undefined : was[b];
      if (b !== undefined && newOf[b] !== undefined) return;
      placed.add(one);
      if (!old) pieces.push({...piece(one), edited: {own: one}});
      else if (old.text !== one.text) conflict(old.text, one.text, undefined);
    }
  }

  follow(-1);
  for (const [k, r] of is.entries()) {
    const b = oldOf.get(k);
    const old = b === undefined ? undefined : was[b];
    const at = b === undefined ? undefined : ownOf.get(b);
    const e = at === undefined ? undefined : ours[at];
    if (!old) pieces.push(piece(r));
    else if (!e) {
      const directed = withNewFigures(
        {base: old, edited: old, renewed: r},
        base.evidence,
        renewed.evidence,
      );
      if (sameFigures(old, r)) pieces.push({...piece(r), text: ""});
      else if (directed !== undefined) {
        pieces.push({...piece(r), text: ""});
        readAgain({text: "", edited: "", renewed: r.text});
      } else {
        pieces.push(piece(r));
        conflict(old.text, "", r.text);
      }
    } else {
      placed.add(e);
      pieces.push(settled(old, e, r));
    }
    if (at !== undefined) follow(at);
  }
  for (const [i, one] of ours.entries()) if (!placed.has(one)) lost(one, i);
  return checked();

  function settled(old: ToldUnit, e: ToldUnit, r: ToldUnit): Piece {
    if (e.text === old.text || e.text === r.text) return piece(r);
    const edited = {base: old, own: e, renewed: r};
    if (sameFigures(old, r)) return {...piece(r), text: e.text, edited};
    const text = withNewFigures(
      {base: old, edited: e, renewed: r},
      base.evidence,
      renewed.evidence,
    );
    if (text !== undefined) return {...piece(r), text, edited, again: true};
    conflict(old.text, e.text, r.text);
    return piece(r);
  }

  /** Words that have found no place by their neighbours. */
  function lost(one: ToldUnit, i: number): void {
    const b = [...ownOf].find(([, j]) => j === i)?.[0];
    const old = b === undefined ? undefined : was[b];
    if (!old) pieces.push({...piece(one), edited: {own: one}});
    else if (old.text !== one.text && newOf[b ?? -1] === undefined)
      conflict(old.text, one.text, undefined);
  }

  /** With the new evidence at hand: words that it does not carry are a conflict, or to be read again. */
  function checked(): Merged {
    const draft = composed(pieces);
    const known = faultsIn(own, base.evidence);
    const found = faultsIn(draft.text, renewed.evidence);
    const isFaulty = (i: number) => {
      const {edited: words} = pieces[i] ?? {};
      const before = words ? known(words.own).map(nameOf) : [];
      return found(draft.places[i] ?? {from: 0, to: 0}).some(one => !before.includes(nameOf(one)));
    };
    const settledPieces = pieces.map((one, i): Piece => {
      const {edited: words} = one;
      if (!words) return one;
      if (one.again && isFaulty(i)) {
        conflict(words.base?.text ?? "", words.own.text, words.renewed?.text);
        return {...one, text: words.renewed?.text ?? "", again: false};
      }
      if (one.again || isFaulty(i))
        readAgain({
          text: one.text,
          edited: words.own.text,
          ...(words.renewed && {renewed: words.renewed.text}),
        });
      return one;
    });
    return {text: composed(settledPieces).text, again, conflicts};
  }
}

const nameOf = ({kind, text}: Fault) => `${kind} ${text}`;

/** What the check finds in a stretch of the text. */
function faultsIn(text: string, evidence: Evidence) {
  const {offset} = placesOf(text);
  const faults = check(text, evidence).map(fault => ({fault, at: offset(fault)}));
  return ({from, to}: {readonly from: number; readonly to: number}): Fault[] =>
    faults.flatMap(({fault, at}) => (from <= at && at < to ? [fault] : []));
}

const piece = (unit: ToldUnit): Piece => ({
  text: unit.text,
  before: unit.before,
  line: isLine(unit),
  again: false,
});

/** The pieces as one text, and where each stands in it. */
function composed(pieces: readonly Piece[]) {
  let text = "";
  let [before, line] = ["", false];
  const places = pieces.map(one => {
    // Where something was taken out the wider gap stays.
    const gap = one.before.length > before.length ? one.before : before;
    if (one.text === "") {
      before = gap;
      return {from: text.length, to: text.length};
    }
    const needed =
      text === "" ? "" : line && one.line ? gap || "\n" : /\n\n/.test(gap) ? gap : gap || "\n\n";
    const from = text.length + needed.length;
    text += needed + one.text;
    [before, line] = ["", one.line];
    return {from, to: text.length};
  });
  return {text: `${text}\n`, places};
}

/** For each of the ones its like among the others: by the words first, then by what they are of. */
function paired(
  ones: readonly ToldUnit[],
  others: readonly ToldUnit[],
  inCommon: (one: ToldUnit, other: ToldUnit) => number,
  keyOf: (unit: ToldUnit) => string = ({text}) => text,
): (number | undefined)[] {
  const found = pairs(ones.map(keyOf), others.map(keyOf));
  return pairRest(found, ones, others, (one, other, gap) => {
    if (one.field !== undefined || other.field !== undefined)
      return one.field === other.field ? 2 : 0;
    if (isLine(one) !== isLine(other)) return 0;
    return inCommon(one, other) || (gap ? 0.1 : 0);
  });
}

const share = <T>(one: readonly T[], other: readonly T[]) => {
  const [a, b] = [new Set(one), new Set(other)];
  const common = a.intersection(b).size;
  return common === 0 ? 0 : common / a.union(b).size;
};

const statementsInCommon = (one: ToldUnit, other: ToldUnit) =>
  share(one.statements, other.statements);

/** Fewer than a third in common is another statement. */
function figuresInCommon(one: ToldUnit, other: ToldUnit): number {
  const ids = ({prints}: ToldUnit) => prints.flatMap(({figure}) => figure ?? []);
  const common = share(ids(one), ids(other));
  return common < 1 / 3 ? 0 : common;
}

/** By the index among the others; each has one. */
const inverse = (found: readonly (number | undefined)[]): Map<number, number> =>
  new Map(found.flatMap((j, i) => (j === undefined ? [] : [[j, i]])));
