import type {Figure} from "../model/figure.ts";
import {prints, type Text} from "../model/text.ts";
import type {Facts} from "./facts.ts";

/** The figures of the texts: id, how each was printed with `between`, and where it comes from. */
export function evidenceRows(texts: readonly Text[], {pen}: Facts, between: string): Text[][] {
  const printed = new Map<string, {figure: Figure; prints: Set<string>}>();
  for (const one of texts.flatMap(prints)) {
    if (!("figure" in one) || "parameter" in one.figure.origin) continue;
    const known = printed.get(one.figure.id) ?? {figure: one.figure, prints: new Set()};
    known.prints.add(one.print);
    printed.set(one.figure.id, known);
  }
  return [...printed.values()].map(({figure, prints: texts}) => [
    [pen.name(figure.id)],
    asPrinted(figure, texts, between),
    [pen.name(originOf(figure))],
  ]);
}

function asPrinted(figure: Figure, texts: ReadonlySet<string>, between: string): Text {
  return [...texts].flatMap((print, i) => [...(i === 0 ? [] : [between]), {figure, print}]);
}

function originOf({origin}: Figure): string {
  if ("file" in origin)
    return `${origin.file}${origin.pointer.startsWith("#") ? "" : "#"}${origin.pointer}`;
  return "formula" in origin ? origin.formula : origin.parameter;
}
