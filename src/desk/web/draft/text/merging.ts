import {diffIndices} from "node-diff3";

/** Lines of three texts: where two of them have changed the first, a person decides. */
export interface Piece {
  readonly kind: "same" | "theirs" | "mine" | "agreed" | "needs";
  readonly base: readonly string[];
  readonly theirs: readonly string[];
  readonly mine: readonly string[];
  /** The first line of it in theirs, counted from 1. */
  readonly line: number;
}

export interface Three {
  readonly base: string;
  readonly theirs: string;
  readonly mine: string;
}

interface Hunk {
  readonly side: "theirs" | "mine";
  /** Lines of the base. */
  readonly from: number;
  readonly to: number;
  readonly begins: number;
  readonly ends: number;
}

/**
 * Two texts that were written on a third, line by line: our paragraphs, items and rows are lines.
 *
 * @example piecesOf({base: "a\nb", theirs: "A\nb", mine: "a\nB"}).map(({kind}) => kind) // ["theirs", "mine"]
 * @example piecesOf({base: "a\nb", theirs: "A\nb", mine: "Ä\nb"}).map(({kind}) => kind) // ["needs", "same"]
 */
export function piecesOf(three: Three): Piece[] {
  const lines = {
    base: three.base.split("\n"),
    theirs: three.theirs.split("\n"),
    mine: three.mine.split("\n"),
  };
  const hunks = (["theirs", "mine"] as const)
    .flatMap(side => hunksOf(lines.base, lines[side], side))
    .toSorted((a, b) => a.from - b.from || a.to - b.to);
  const pieces: Piece[] = [];
  const at = {base: 0, theirs: 0, mine: 0};
  const take = (kind: Piece["kind"], to: {base: number; theirs: number; mine: number}) => {
    const cut = (side: keyof typeof at) => lines[side].slice(at[side], to[side]);
    pieces.push({
      kind,
      base: cut("base"),
      theirs: cut("theirs"),
      mine: cut("mine"),
      line: at.theirs + 1,
    });
    Object.assign(at, to);
  };
  const takeSame = (until: number) => {
    const count = until - at.base;
    if (count > 0) take("same", {base: until, theirs: at.theirs + count, mine: at.mine + count});
  };
  for (const group of grouped(hunks)) {
    const from = Math.min(...group.map(hunk => hunk.from));
    const to = Math.max(...group.map(hunk => hunk.to));
    takeSame(from);
    const grown = (side: Hunk["side"]) =>
      group
        .filter(hunk => hunk.side === side)
        .reduce((sum, one) => sum + (one.ends - one.begins) - (one.to - one.from), to - from);
    const ends = {
      base: to,
      theirs: at.theirs + grown("theirs"),
      mine: at.mine + grown("mine"),
    };
    take(kindOf(group, lines, at, ends), ends);
  }
  takeSame(lines.base.length);
  return pieces;
}

function hunksOf(base: string[], text: string[], side: Hunk["side"]): Hunk[] {
  return diffIndices(base, text).map(({buffer1: [from, length], buffer2: [begins, count]}) => ({
    side,
    from,
    to: from + length,
    begins,
    ends: begins + count,
  }));
}

/** Those that touch the same lines, or put in others at the same place. */
function grouped(hunks: readonly Hunk[]): Hunk[][] {
  const groups: Hunk[][] = [];
  let end = -1;
  for (const hunk of hunks) {
    const last = groups.at(-1);
    const putsIn = hunk.from === hunk.to || last?.some(({from, to}) => from === to);
    if (last && (hunk.from < end || (hunk.from === end && putsIn))) last.push(hunk);
    else groups.push([hunk]);
    end = Math.max(end, hunk.to);
  }
  return groups;
}

function kindOf(
  group: readonly Hunk[],
  lines: Readonly<Record<"theirs" | "mine", string[]>>,
  from: Readonly<Record<"theirs" | "mine", number>>,
  to: Readonly<Record<"theirs" | "mine", number>>,
): Piece["kind"] {
  const sides = new Set(group.map(({side}) => side));
  const [only] = sides;
  if (only && sides.size === 1) return only;
  const [theirs, mine] = (["theirs", "mine"] as const).map(side =>
    lines[side].slice(from[side], to[side]).join("\n"),
  );
  return theirs === mine ? "agreed" : "needs";
}

/** What a person chose for a piece that needs it: one of the two, or words of their own. */
export type Choice = "theirs" | "mine" | {readonly anew: string};

/** The text that comes of it; undefined as long as something is to be chosen. */
export function merged(
  pieces: readonly Piece[],
  choices: ReadonlyMap<number, Choice>,
): string | undefined {
  if (pieces.some(({kind}, i) => kind === "needs" && !choices.has(i))) return undefined;
  const lines = pieces.flatMap((piece, i) => {
    const choice = piece.kind === "needs" ? choices.get(i) : piece.kind;
    if (typeof choice === "object") return choice.anew.split("\n");
    return choice === "theirs" ? piece.theirs : piece.mine;
  });
  return lines.join("\n");
}
