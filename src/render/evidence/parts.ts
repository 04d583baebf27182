import type {EvidenceFigure, Named, Telling} from "./telling.ts";

/** A figure with its name, and the first of its places in the text. */
export interface Entry {
  readonly figure: EvidenceFigure;
  readonly named: Named;
  readonly place?: string;
}

/** Figures of several kinds, each for several windows, coins or quotes. */
export interface Matrix {
  /** What differs along the other side. */
  readonly heads: readonly string[];
  /** Of one kind each: a figure for each head, where there is one. */
  readonly kinds: readonly (readonly (Entry | undefined)[])[];
}

export type Piece = {readonly line: Entry} | {readonly matrix: Matrix};

/** The figures that a section of the note prints first. */
export interface Part {
  readonly title: string;
  readonly pieces: readonly Piece[];
}

/** Sections with the figures that are linked in each, in the order of the text. */
export interface Linking {
  readonly title: string;
  readonly figures: readonly {readonly id: string; readonly place: string}[];
}

/** Fewer figures than this are told one by one. */
const fewest = 4;

/**
 * The figures of the text by section, each once: in the first section that prints it, or in the
 * opening where none does. Those that differ in a parameter alone stand together, where most do.
 */
export function partsOf(
  sections: readonly Linking[],
  figures: ReadonlyMap<string, EvidenceFigure>,
  {named}: Telling,
): Part[] {
  const [opening, ...rest] = sections;
  const home = new Map<string, {readonly section: number; readonly place: string}>();
  for (const [i, section] of [...rest.entries(), ...(opening ? [[-1, opening] as const] : [])])
    for (const {id, place} of section.figures)
      if (!home.has(id)) home.set(id, {section: i + 1, place});
  const entries = [...home].flatMap(([id, {section, place}]) => {
    const figure = figures.get(id);
    return figure ? [{section, entry: {figure, named: named(id), place}}] : [];
  });
  const together = Map.groupBy(entries, ({entry}) => entry.named.parameter?.kind);
  const settled = [...together].flatMap(([kind, members]) => {
    if (kind === undefined || !isMatrix(members.map(({entry}) => entry))) return members;
    const section = most(members.map(one => one.section));
    return members.map(({entry}) => ({section, entry}));
  });
  return sections.flatMap(({title}, i) => {
    const own = settled.filter(({section}) => section === i).map(({entry}) => entry);
    return own.length > 0 ? [{title, pieces: piecesOf(own)}] : [];
  });
}

/** Lines, and a matrix at the place of the first figure that is in it. */
export function piecesOf(entries: readonly Entry[]): Piece[] {
  const kinds = Map.groupBy(entries, ({named}) => named.parameter?.kind);
  const told = new Set<string>();
  return entries.flatMap((entry): Piece[] => {
    const kind = entry.named.parameter?.kind;
    const members = kind === undefined ? [] : (kinds.get(kind) ?? []);
    if (kind === undefined || !isMatrix(members)) return [{line: entry}];
    if (told.has(kind)) return [];
    told.add(kind);
    return [{matrix: matrixOf(members)}];
  });
}

function isMatrix(members: readonly Entry[]): boolean {
  const values = new Set(members.map(({named}) => named.parameter?.value));
  return members.length >= fewest && values.size > 1;
}

function matrixOf(members: readonly Entry[]): Matrix {
  const heads = Map.groupBy(members, ({named}) => named.parameter?.words ?? "");
  const kinds = Map.groupBy(members, ({named}) => named.pattern);
  const order = [...heads.keys()].toSorted(byNumber);
  return {
    heads: order,
    kinds: [...kinds.values()].map(entries =>
      order.map(head => entries.find(({named}) => named.parameter?.words === head)),
    ),
  };
}

/** Windows by their length; names stay in the order of the text. */
function byNumber(one: string, other: string): number {
  const [a, b] = [Number.parseInt(one, 10), Number.parseInt(other, 10)];
  return Number.isNaN(a) || Number.isNaN(b) ? 0 : a - b;
}

function most(numbers: readonly number[]): number {
  const counts = [...Map.groupBy(numbers, one => one)];
  return counts.reduce((best, one) => (one[1].length > best[1].length ? one : best))[0];
}
