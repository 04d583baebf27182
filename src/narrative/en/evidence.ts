import type {Section} from "../../model/article.ts";
import type {Figure} from "../../model/figure.ts";
import {prints, say, type Text} from "../../model/text.ts";
import type {Facts} from "../facts.ts";

/** The figures of the text above, each with how it came about; all others are in evidence.json. */
export function evidence(texts: readonly Text[], {pen}: Facts): Section {
  const printed = new Map<string, {figure: Figure; prints: Set<string>}>();
  for (const one of texts.flatMap(prints)) {
    if (!("figure" in one) || "parameter" in one.figure.origin) continue;
    const known = printed.get(one.figure.id) ?? {figure: one.figure, prints: new Set()};
    known.prints.add(one.print);
    printed.set(one.figure.id, known);
  }
  const rows = [...printed.values()].map(({figure, prints: texts}) => [
    [pen.name(figure.id)],
    asPrinted(figure, texts),
    [pen.name(originOf(figure))],
  ]);
  return {
    heading: say`Evidence`,
    blocks: [
      {
        kind: "paragraph",
        text: say`Each figure above with the formula or the recorded answer it comes from. The same, complete and for machines, is in evidence.json.`,
      },
      {
        kind: "table",
        table: {
          columns: [
            {heading: say`Figure`, align: "left"},
            {heading: say`As printed`, align: "right"},
            {heading: say`From`, align: "left"},
          ],
          rows,
        },
      },
    ],
  };
}

function asPrinted(figure: Figure, texts: ReadonlySet<string>): Text {
  return [...texts].flatMap((print, i) => [...(i === 0 ? [] : [", "]), {figure, print}]);
}

function originOf({origin}: Figure): string {
  if ("file" in origin)
    return `${origin.file}${origin.pointer.startsWith("#") ? "" : "#"}${origin.pointer}`;
  return "formula" in origin ? origin.formula : origin.parameter;
}
