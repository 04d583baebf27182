import type {Figure} from "./figure.ts";

/**
 * Running text whose numbers, dates and names are bound to where they come from. Sentences are
 * built with `say`, and a number can reach a sentence only as a printed figure.
 */
export type Text = readonly Inline[];

export type Inline =
  | string
  | Printed
  | PrintedDate
  | Name
  | Quoted
  | Cited
  | {readonly strong: Text}
  | {readonly emphasis: Text};

/** A figure as it stands in the text. */
export interface Printed {
  readonly figure: Figure;
  readonly print: string;
}

/** A day or an instant as it stands in the text. */
export interface PrintedDate {
  readonly date: string;
  readonly print: string;
}

/** Words from outside, such as a coin's name: escaped for where they go, never trusted. */
export interface Name {
  readonly name: string;
  /** Where the name leads, if anywhere; an address of ours, never one from outside. */
  readonly href?: string;
}

/** What a source says, word for word. */
export interface Quoted {
  readonly quoted: string;
}

/** A fact that an editor maintains, word for word, with where it was read. */
export interface Cited {
  readonly cited: string;
  readonly source: {readonly name: string; readonly href: string};
}

type Part = Inline | Text | number;

/**
 * A sentence: the template's words with figures, dates, names and other texts between them.
 *
 * @throws TypeError for a bare number: a number needs a figure that stands behind it
 * @example plain(say`up on ${{date: "2026-03-20", print: "20 March"}}`) // "up on 20 March"
 */
export function say(words: TemplateStringsArray, ...parts: readonly Exclude<Part, number>[]): Text {
  return words.flatMap((word, i) => [
    ...(word === "" ? [] : [word]),
    ...(i < parts.length ? inlines(parts[i]!) : []),
  ]);
}

/** Texts in a row, with a space between. */
export function join(texts: readonly Text[], between = " "): Text {
  return texts
    .filter(text => text.length > 0)
    .flatMap((text, i) => (i === 0 ? text : [between, ...text]));
}

/** The words without any mark-up. */
export function plain(text: Text): string {
  return text.map(plainInline).join("");
}

/** Every figure and date printed in the text, in its order. */
export function prints(text: Text): (Printed | PrintedDate)[] {
  return text.flatMap(inline => {
    if (typeof inline === "string") return [];
    if ("strong" in inline) return prints(inline.strong);
    if ("emphasis" in inline) return prints(inline.emphasis);
    return "print" in inline ? [inline] : [];
  });
}

function inlines(part: Part): Inline[] {
  if (typeof part === "number") throw new TypeError(`a bare number in a sentence: ${part}`);
  return Array.isArray(part) ? [...part] : [part as Inline];
}

function plainInline(inline: Inline): string {
  if (typeof inline === "string") return inline;
  if ("strong" in inline) return plain(inline.strong);
  if ("emphasis" in inline) return plain(inline.emphasis);
  if ("cited" in inline) return inline.cited;
  if ("quoted" in inline) return inline.quoted;
  return "name" in inline ? inline.name : inline.print;
}
