import type {Block, Section} from "../model/article.ts";
import {join, type Text} from "../model/text.ts";
import type {Facts} from "./facts.ts";

/**
 * Something to say: what it is, how strong it is, and the figures, days and names it rests on. The
 * narrative decides points; a language words each of them and decides nothing.
 */
export interface Point {
  readonly kind: string;
}

/** What the words of a point may know beside the point: who it is about, and how to print. */
export type Telling = Pick<
  Facts,
  "asset" | "benchmark" | "asOf" | "locale" | "simulated" | "rests" | "pen" | "fixed" | "house"
>;

/** The words for each kind of point; a kind without words does not compile. */
export type Words<P extends Point, W = Text> = {
  readonly [K in P["kind"]]: (point: Extract<P, {kind: K}>, telling: Telling) => W;
};

/** A point in words. */
export function word<P extends Point, W>(words: Words<P, W>, point: P, telling: Telling): W {
  const write = words[point.kind as P["kind"]] as (point: P, telling: Telling) => W;
  return write(point, telling);
}

/** Points in words, one after the other. */
export const told = <P extends Point>(
  words: Words<P>,
  points: readonly P[],
  telling: Telling,
): Text => join(points.map(point => word(words, point, telling)));

/** A section as it was decided: its heading, and paragraphs and exhibits in their order. */
export interface Plan<H extends Point, S extends Point, E extends Point> {
  readonly heading: H;
  readonly blocks: readonly (Paragraph<S> | List<S> | Exhibit<E>)[];
}

interface Paragraph<S extends Point> {
  /** Each point a sentence or two, in this order. */
  readonly paragraph: readonly S[];
}

interface List<S extends Point> {
  /** Each point an item. */
  readonly list: readonly S[];
}

interface Exhibit<E extends Point> {
  readonly exhibit: E;
}

/** A section in words; what a language has no words for in a point leaves no trace. */
export function worded<H extends Point, S extends Point, E extends Point>(
  {heading, blocks}: Plan<H, S, E>,
  {headings, sentences, exhibits}: Wording<H, S, E>,
  telling: Telling,
): Section {
  return {
    heading: word(headings, heading, telling),
    blocks: blocks.flatMap((block): Block[] => {
      if ("exhibit" in block) return [word(exhibits, block.exhibit, telling)];
      if ("list" in block) {
        const items = block.list.map(point => word(sentences, point, telling));
        const written = items.filter(item => item.length > 0);
        return written.length > 0 ? [{kind: "list", items: written}] : [];
      }
      const text = told(sentences, block.paragraph, telling);
      return text.length > 0 ? [{kind: "paragraph", text}] : [];
    }),
  };
}

/** The words of a language for all that is decided. */
export interface Wording<H extends Point, S extends Point, E extends Point> {
  readonly headings: Words<H>;
  readonly sentences: Words<S>;
  readonly exhibits: Words<E, Block>;
}
