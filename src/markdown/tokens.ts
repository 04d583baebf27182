import {Lexer, type Token, type TokensList} from "marked";

/** Nobody writes a longer piece of text, or one with more marks in it, or nests quotes and lists deeper. */
const longest = 10_000;
const mostMarks = 400;
const deepest = 16;

/** Where inline Markdown may begin, for each of which marked may read the rest of the piece. */
const marks = /[\\`*_~[\]!<&@]|:\/\/|www\./g;

/** Whether a piece of text is read as Markdown; beyond these bounds it stands as it is written. */
export const isReadable = (piece: string) =>
  piece.length <= mostMarks ||
  (piece.length <= longest && (piece.match(marks)?.length ?? 0) <= mostMarks);

/** Markdown's tokens. A text with a paragraph that is too long for marked's patterns is none. */
export function tokensOf(text: string): Token[] {
  try {
    return new BoundedLexer().lex(text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return asWritten(text);
  }
}

/** The text in paragraphs of a line, or of a part of one. */
function asWritten(text: string): Token[] {
  const lines = text.match(/[^\n]{1,10000}\n*|\n+/g) ?? [];
  return lines.map(raw => ({
    type: "paragraph",
    raw,
    text: raw,
    tokens: [{type: "text", raw, text: raw, escaped: false}],
  }));
}

/**
 * marked's time grows with the marks of a piece times its length, and with the depth of a block
 * times its length.
 */
class BoundedLexer extends Lexer {
  #depth = 0;

  override blockTokens(src: string, tokens?: Token[], lastParagraphClipped?: boolean): Token[];
  override blockTokens(
    src: string,
    tokens?: TokensList,
    lastParagraphClipped?: boolean,
  ): TokensList;
  override blockTokens(src: string, tokens: Token[] = [], lastParagraphClipped = false): Token[] {
    if (this.#depth >= deepest) {
      if (src) tokens.push({type: "text", raw: src, text: src, tokens: this.inline(src)});
      return tokens;
    }
    this.#depth++;
    super.blockTokens(src, tokens, lastParagraphClipped);
    this.#depth--;
    return tokens;
  }

  override inlineTokens(src: string, tokens: Token[] = []): Token[] {
    // Most cells and many sentences have no mark; marked would try every one of its patterns.
    const plain = src.search(marks) < 0 && !src.includes("\n");
    if (!plain && isReadable(src)) return super.inlineTokens(src, tokens);
    tokens.push({type: "text", raw: src, text: src, escaped: false});
    return tokens;
  }
}
