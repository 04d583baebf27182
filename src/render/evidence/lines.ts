import Handlebars from "handlebars";
import type {EvidenceWords} from "../../model/evidenceWords.ts";
import {lineId} from "../anchors.ts";
import type {Entry, Matrix, Piece} from "./parts.ts";
import {filledIn} from "./phrases.ts";
import {type EvidenceFigure, fullName, type Telling, type Told} from "./telling.ts";

/** More heads than this stand down the side: neither a phone nor a column of paper has more room. */
const mostColumns = 4;

/**
 * Writes pieces of the evidence as HTML: each figure's name, its value, how it came about and from
 * what. Everything in it is escaped; what is linked to has a line of its own.
 */
export function pieceWriter(
  figures: ReadonlyMap<string, EvidenceFigure>,
  telling: Telling,
  words: EvidenceWords,
): (pieces: readonly Piece[]) => string {
  const {named, formula, value} = telling;

  /** Inputs that differ in a parameter alone are one, with all of what differs in it. */
  const inputs = (ids: readonly string[]) => {
    const alike = Map.groupBy(new Set(ids), id => named(id).pattern);
    return [...alike.values()].map(([first = "", ...others]) => {
      const fixed = figures.get(first);
      const label = fullName(named(first));
      if (fixed && "parameter" in fixed.origin)
        return `${text(label)} (${text(value(fixed))}, ${text(words.fixed)})`;
      if (others.length === 0) return link(first, label);
      const more = others.map(id => link(id, named(id).parameter?.words ?? named(id).name));
      return [link(first, label), ...more].join(", ");
    });
  };

  /** How figures came about that are made alike: by one formula, or as they were recorded. */
  const how = (entries: readonly Entry[], name: string) => {
    const origins = entries.map(({figure}) => figure.origin);
    const told = origins.flatMap(origin => ("formula" in origin ? [formula(origin.formula)] : []));
    const read = origins.flatMap(origin => ("file" in origin ? [origin] : []));
    const taken = inputs(origins.flatMap(origin => ("inputs" in origin ? origin.inputs : [])));
    const ways = [
      ...together(told)
        .filter(way => way.toLowerCase() !== name.toLowerCase())
        .map(text),
      ...[...Map.groupBy(read, ({file}) => file)].map(
        ([file, all]) =>
          `${text(words.read)} ${link(file, file.replace(/^answers\//, ""))} ${text(all.map(({pointer}) => pointer).join(", "))}`,
      ),
    ];
    const from = taken.length > 0 ? ` <span>${text(words.from)} ${taken.join("; ")}.</span>` : "";
    return `${ways.map(way => `${way}.`).join(" ")}${from}`;
  };

  const back = ({place}: Entry, label: string, print: string) =>
    place === undefined
      ? text(label)
      : `<a class="back" href="#${place}" title="${text(filledIn(words.back, {print}))}">${text(label)}</a>`;

  const line = (entry: Entry) => {
    const {figure, named: own} = entry;
    const print = figure.printed[0] ?? value(figure);
    return `<div id="${lineId(figure.id)}"><dt>${text(fullName(own))}</dt><dd><b>${back(entry, value(figure), print)}</b> ${how([entry], own.name)}</dd></div>`;
  };

  const cell = (entry: Entry | undefined) =>
    entry
      ? `<td id="${lineId(entry.figure.id)}">${back(entry, value(entry.figure), entry.figure.printed[0] ?? "")}</td>`
      : "<td></td>";

  const nameOf = (kind: Matrix["kinds"][number]) => kind.find(one => one)?.named.name ?? "";

  const matrix = ({heads, kinds}: Matrix) => {
    const upright = heads.length <= mostColumns;
    const columns = upright ? heads : kinds.map(nameOf);
    const rows = upright
      ? kinds.map(kind => [nameOf(kind), ...kind.map(cell)])
      : heads.map((head, i) => [head, ...kinds.map(kind => cell(kind[i]))]);
    const table = [
      `<thead><tr><td></td>${columns.map(one => `<th scope="col">${text(one)}</th>`).join("")}</tr></thead>`,
      `<tbody>${rows.map(([head = "", ...cells]) => `<tr><th scope="row">${text(head)}</th>${cells.join("")}</tr>`).join("\n")}</tbody>`,
    ].join("");
    const alike = Map.groupBy(kinds, kind =>
      how(
        kind.filter(one => one !== undefined),
        nameOf(kind),
      ),
    );
    const notes = [...alike].map(
      ([told, all]) => `<p><i>${text(all.map(nameOf).join(", "))}:</i> ${told}</p>`,
    );
    const label = text(heads.join(", "));
    return `<div class="matrix${upright ? "" : " broad"}" role="group" tabindex="0" aria-label="${label}"><table>${table}</table></div>\n<div class="how">${notes.join("\n")}</div>`;
  };

  return pieces =>
    runs(pieces)
      .map(run =>
        "matrix" in run ? matrix(run.matrix) : `<dl>${run.lines.map(line).join("\n")}</dl>`,
      )
      .join("\n");
}

const text = (words: string) => Handlebars.escapeExpression(words);

const link = (id: string, label: string) => `<a href="#${lineId(id)}">${text(label)}</a>`;

type Run = {readonly lines: readonly Entry[]} | {readonly matrix: Matrix};

/** Lines in a row make one list. */
function runs(pieces: readonly Piece[]): Run[] {
  const found: Run[] = [];
  for (const piece of pieces) {
    const last = found.at(-1);
    if ("matrix" in piece) found.push(piece);
    else if (last && "lines" in last)
      found[found.length - 1] = {lines: [...last.lines, piece.line]};
    else found.push({lines: [piece.line]});
  }
  return found;
}

/** Formulas that differ in days or numbers alone, as one with all of these in their place. */
function together(told: readonly Told[]): string[] {
  return [...Map.groupBy(told, ({words}) => words)].map(([words, alike]) => {
    const differing = /\{.*\}/.exec(words)?.[0];
    if (differing === undefined) return words;
    const filled = new Set(alike.map(({values}) => filledIn(differing, values)));
    return words.replace(differing, () => [...filled].join("; "));
  });
}
