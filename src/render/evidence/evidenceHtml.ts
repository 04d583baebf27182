import Handlebars from "handlebars";
import type {Customs} from "../../format/customs.ts";
import type {Evidence} from "../../model/evidence.ts";
import type {EvidenceWords} from "../../model/evidenceWords.ts";
import {behindOf} from "../../model/inputs.ts";
import type {Linked} from "../anchors.ts";
import {answersHtml} from "./answers.ts";
import {pieceWriter} from "./lines.ts";
import {type Linking, partsOf, piecesOf} from "./parts.ts";
import {tellingOf} from "./telling.ts";

/** What stands behind a note, and how its language tells it. */
export interface Backing {
  readonly customs: Customs;
  readonly evidence: Evidence;
  readonly words: EvidenceWords;
}

/**
 * Where the linked figures of a note come from, as HTML to stand below it: by section, in the order
 * of the text, each folded; then what their formulas take in, then the recorded answers. Empty where
 * no figure is linked.
 */
export function evidenceHtml({html, linked}: Linked, {evidence, words, customs}: Backing): string {
  if (linked.size === 0) return "";
  const telling = tellingOf(evidence, words, customs);
  const figures = new Map(evidence.figures.map(figure => [figure.id, figure]));
  const write = pieceWriter(figures, telling, words);
  const parts = partsOf(linkingOf(html, linked, text(words.opening)), figures, telling);
  const shown = [...linked.keys()].flatMap(id => figures.get(id) ?? []);
  const behind = behindOf(shown, figures).filter(({origin}) => !("parameter" in origin));
  const pieces = piecesOf(behind.map(figure => ({figure, named: telling.named(figure.id)})));
  const all = [...shown, ...behind];
  return [
    `<section class="evidence" aria-labelledby="evidence-of-figures">`,
    `<h2 id="evidence-of-figures">${text(words.heading)}</h2>`,
    `<p>${text(words.lead)}</p>`,
    `<div class="parts">`,
    ...parts.map(part => folded(part.title, write(part.pieces))),
    ...(pieces.length > 0 ? [folded(text(words.behind), write(pieces), "behind")] : []),
    folded(text(words.answers), answersHtml(all, evidence, telling, words), "answers"),
    "</div>",
    "</section>",
  ].join("\n");
}

const text = (words: string) => Handlebars.escapeExpression(words);

/** A closed part; a link to something within opens it. */
const folded = (title: string, content: string, kind = "part") =>
  `<details class="${kind}"><summary>${title}</summary>\n${content}\n</details>`;

/** The sections of a page with the figures that are linked in each. */
function linkingOf(html: string, linked: Linked["linked"], opening: string): Linking[] {
  const figureAt = new Map(
    [...linked].flatMap(([id, places]) => places.map(place => [place, id] as const)),
  );
  return html.split(/(?=<h2\b)/).map((part, i) => ({
    title: i === 0 ? opening : (/^<h2\b[^>]*>([\s\S]*?)<\/h2>/.exec(part)?.[1] ?? opening),
    figures: [...part.matchAll(/<a class="fig" id="(t\d+)"/g)].flatMap(([, place = ""]) => {
      const id = figureAt.get(place);
      return id === undefined ? [] : [{id, place}];
    }),
  }));
}
