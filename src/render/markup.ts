import {Parser, Renderer, type Token, type Tokens} from "marked";
import type {Block} from "../markdown/blocks.ts";
import {isSafeLink} from "./links.ts";
import {inlineSvg} from "./svg.ts";

/** A longer table may break between rows; a shorter one stays whole. */
const longestWholeTable = 25;
/** More columns than this are set smaller. */
const mostColumns = 6;

/** The HTML of a chart by its path; undefined where there is none of that path. `alt` is escaped. */
export type Drawing = (path: string, alt: string) => string | undefined;

/** Charts as they are, by their paths: they become part of the page. */
export function inPlace(charts: ReadonlyMap<string, string>): Drawing {
  let drawn = 0;
  return (path, alt) => {
    const svg = charts.get(path);
    if (svg === undefined) return undefined;
    drawn += 1;
    return inlineSvg(svg, alt, `c${drawn}-`);
  };
}

/** The content of the page. What the Markdown says is escaped; only marks of our own become tags. */
export function toHtml(blocks: readonly Block[], drawing: Drawing): string {
  const parser = new Parser({renderer: new NoteRenderer(drawing)});
  return blocks.map(block => write(block, parser)).join("\n");
}

function write(block: Block, parser: Parser): string {
  switch (block.kind) {
    case "plain":
      return parser.parse([block.token]).trimEnd();
    case "deck":
      return `<p class="deck">${parser.parseInline(inside(block.token))}</p>`;
    case "dateline":
      return `<p class="dateline">${parser.parseInline(block.token.tokens)}</p>`;
    case "keyData":
      return `<div class="key-data">${keyData(block.token, parser)}${sourceLine(block.source, parser)}</div>`;
    case "brief":
      return `<section class="brief"><p class="label">${parser.parseInline(block.title.tokens)}</p>${parser.parse([block.list])}</section>`;
    case "exhibit":
      return exhibit(block, parser);
  }
}

function exhibit(block: Block & {kind: "exhibit"}, parser: Parser): string {
  const {caption, body, source} = block;
  const long = body.type === "table" && isLong(body as Tokens.Table);
  const inner =
    body.type === "paragraph"
      ? parser.parseInline((body as Tokens.Paragraph).tokens)
      : parser.parse([body]);
  return [
    `<figure${long ? ' class="long"' : ""}>`,
    caption ? `<figcaption>${parser.parseInline(caption.tokens)}</figcaption>` : "",
    inner.trimEnd(),
    sourceLine(source, parser),
    "</figure>",
  ]
    .filter(Boolean)
    .join("\n");
}

function sourceLine(source: Tokens.Paragraph | undefined, parser: Parser): string {
  return source ? `<p class="source">${parser.parseInline(inside(source))}</p>` : "";
}

/** What stands within a paragraph's one `*…*`. */
function inside(paragraph: Tokens.Paragraph): Token[] {
  return (paragraph.tokens[0] as Tokens.Em).tokens;
}

function keyData(table: Tokens.Table, parser: Parser): string {
  const rows = table.rows.map(([first, ...others]) => {
    const head = `<th scope="row">${parser.parseInline(first?.tokens ?? [])}</th>`;
    return `<tr>${head}${others.map(cell => `<td>${parser.parseInline(cell.tokens)}</td>`).join("")}</tr>`;
  });
  return `<table><tbody>${rows.join("")}</tbody></table>`;
}

function isLong(table: Tokens.Table): boolean {
  return table.rows.length > longestWholeTable;
}

class NoteRenderer extends Renderer {
  readonly #drawing: Drawing;
  readonly #slugs = new Map<string, number>();

  constructor(drawing: Drawing) {
    super();
    this.#drawing = drawing;
  }

  override heading({tokens, depth, text}: Tokens.Heading): string {
    return `<h${depth} id="${this.#slug(text)}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
  }

  /** PDF 1.4 knows no tags for strength and stress, and Chrome would write them: so plain shapes. */
  override strong({tokens}: Tokens.Strong): string {
    return `<b>${this.parser.parseInline(tokens)}</b>`;
  }

  override em({tokens}: Tokens.Em): string {
    return `<i>${this.parser.parseInline(tokens)}</i>`;
  }

  /** A line does not break within "p = 0.13" and "p < 0.001", or between a number and its unit. */
  override text(token: Tokens.Text | Tokens.Escape): string {
    return super
      .text(token)
      .replace(/ = | &lt; (?=\d)|(?<=\d) (?=(?:bn|tn|m|k|%|UTC)(?!\w))/g, space =>
        space.replaceAll(" ", "\u00A0"),
      );
  }

  override html({text}: Tokens.HTML | Tokens.Tag): string {
    return escapeHtml(text);
  }

  override link({href, tokens}: Tokens.Link): string {
    const text = this.parser.parseInline(tokens);
    return isSafeLink(href) ? `<a href="${escapeHtml(href)}">${text}</a>` : text;
  }

  /** A picture that is not one of the note's charts is not loaded from anywhere: its words stand. */
  override image({href, tokens, text}: Tokens.Image): string {
    const words = tokens ? this.parser.parseInline(tokens, this.parser.textRenderer) : text;
    const alt = escapeHtml(words);
    const drawn = this.#drawing(href, alt);
    if (drawn === undefined) return `<span class="missing">${alt}</span>`;
    return `<div class="chart">${drawn}</div>`;
  }

  override table(table: Tokens.Table): string {
    const kinds = [
      isLong(table) ? "long" : "",
      table.header.length > mostColumns ? "wide" : "",
    ].filter(Boolean);
    const rows = table.rows.map(row => `<tr>${this.#cells(row, "td")}</tr>`).join("\n");
    const head = `<thead><tr>${this.#cells(table.header, "th")}</tr></thead>`;
    const classes = ["table", ...kinds].join(" ");
    const names = table.header.map(({tokens}) =>
      escapeHtml(this.parser.parseInline(tokens, this.parser.textRenderer)),
    );
    const name = names.filter(Boolean).join(", ");
    // Where it is wider than the page it is scrolled, by keyboard as well.
    const reached = name ? ` tabindex="0" role="group" aria-label="${name}"` : "";
    return `<div class="${classes}"${reached}><table>${head}\n<tbody>${rows}</tbody></table></div>\n`;
  }

  #cells(cells: readonly Tokens.TableCell[], tag: "td" | "th"): string {
    const scope = tag === "th" ? ' scope="col"' : "";
    return cells
      .map(({align, tokens}) => {
        const kind = align && align !== "left" ? ` class="${align}"` : "";
        return `<${tag}${scope}${kind}>${this.parser.parseInline(tokens)}</${tag}>`;
      })
      .join("");
  }

  /** GitHub's rule, so that a link to a heading works in the Markdown and on the page. */
  #slug(text: string): string {
    const slug = text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .trim()
      .replace(/\s/g, "-");
    const seen = this.#slugs.get(slug) ?? 0;
    this.#slugs.set(slug, seen + 1);
    return seen ? `${slug}-${seen}` : slug || "section";
  }
}

/** Entities that the Markdown spells out stay what they are. */
function escapeHtml(text: string): string {
  return text
    .replace(/&(?!(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]\w*);)/gi, "&amp;")
    .replace(/[<>"']/g, char => `&#${char.charCodeAt(0)};`);
}
