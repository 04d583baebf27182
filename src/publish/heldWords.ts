import {readFrontMatter} from "../markdown/frontMatter.ts";
import {pageOf} from "./approved.ts";
import {plain} from "./compare.ts";

/** What readers are told of an error. */
export interface Told {
  readonly wrong: string;
  readonly right: string;
}

/** Words that do not stand where they should, and the sentences there that come nearest. */
export interface Unheld {
  readonly field: keyof Told;
  readonly nearest: readonly string[];
}

interface Texts {
  /** The note as it is out, in Markdown. */
  readonly before: string;
  /** As it is corrected, once it is. */
  readonly after?: string;
}

/**
 * What readers are told was wrong has to stand in the note that is out, and what is right in the
 * corrected one, as its readers read them: letter case, markup and kinds of quotation marks aside.
 */
export function unheldOf({wrong, right}: Told, {before, after}: Texts, locale: string) {
  return (
    unheldIn("wrong", wrong, before, locale) ??
    (after === undefined ? undefined : unheldIn("right", right, after, locale))
  );
}

function unheldIn(
  field: keyof Told,
  words: string,
  text: string,
  locale: string,
): Unheld | undefined {
  const pieces = piecesOf(text);
  const found = pieces.some(piece => stands(folded(words, locale), folded(piece, locale)));
  return found ? undefined : {field, nearest: nearest(words, pieces, locale)};
}

/** What stands in one: the title, a paragraph, an item, a row of a table, what is said of a picture. */
function piecesOf(markdown: string): string[] {
  const {title, body} = readFrontMatter(markdown);
  const {text, tables, pictures} = pageOf(body);
  return [
    ...(title ? [title.text] : []),
    ...text,
    ...tables.flat().map(row => row.join(" ")),
    ...pictures.map(({alt}) => alt),
  ];
}

const folded = (text: string, locale: string) =>
  plain(text)
    .replace(/[*_`#|]+/gu, "")
    .replace(/^["'\s]+|["'.,;:!?\s]+$/gu, "")
    .replace(/\s+/g, " ")
    .toLocaleLowerCase(locale);

/** Whether whole words and whole numbers stand in a piece. */
function stands(words: string, piece: string): boolean {
  if (words === "") return false;
  for (let at = piece.indexOf(words); at >= 0; at = piece.indexOf(words, at + 1)) {
    const [before, after] = [piece.slice(0, at), piece.slice(at + words.length)];
    const isCut =
      (/^[\p{L}\p{N}]/u.test(words) && /(?:[\p{L}\p{N}]|\p{N}[.,])$/u.test(before)) ||
      (/[\p{L}\p{N}]$/u.test(words) && /^(?:[\p{L}\p{N}]|[.,]\p{N})/u.test(after));
    if (!isCut) return true;
  }
  return false;
}

const mostTold = 3;
const longest = 200;

/** The sentences that share most words with these. */
function nearest(words: string, pieces: readonly string[], locale: string): string[] {
  const wanted = new Set(wordsOf(folded(words, locale)));
  const segmenter = new Intl.Segmenter(locale, {granularity: "sentence"});
  return pieces
    .flatMap(piece => [...segmenter.segment(piece)].map(({segment}) => segment.trim()))
    .map(sentence => {
      const its = new Set(wordsOf(folded(sentence, locale)));
      const shared = [...wanted].filter(word => its.has(word)).length;
      return {sentence, shared, near: shared / (wanted.size + its.size)};
    })
    .filter(({shared}) => shared > 0)
    .toSorted((a, b) => b.shared - a.shared || b.near - a.near)
    .slice(0, mostTold)
    .map(({sentence}) => (sentence.length > longest ? `${sentence.slice(0, longest)}…` : sentence));
}

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+(?:[.,]\p{N}+)*/gu) ?? [];

/**
 * What a person is told of words that do not stand there.
 *
 * @example unheldSays({field: "right", nearest: []}) // "must stand in the corrected text, word for word"
 */
export function unheldSays({field, nearest}: Unheld): string {
  const where = field === "wrong" ? "the note that is out" : "the corrected text";
  const near = nearest.map(sentence => `“${sentence}”`).join(" or ");
  return `must stand in ${where}, word for word${near === "" ? "" : `; nearest stand there ${near}`}`;
}
