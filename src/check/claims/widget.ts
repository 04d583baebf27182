import type {PassageRule} from "./claim.ts";

/**
 * The price box of another coin: linked by a word of the text and not by the asset's id. It speaks the
 * language of the page that it came with, which is not always the text's.
 */
export const widget: PassageRule = ({sentence, text}, {known, languages}) => {
  if (text.length > 80 || sentence.role === "cell") return [];
  const forms = languages.flatMap(({claims}) => claims.widgets);
  const found = forms.map(form => form.exec(text)?.groups).find(one => one !== undefined);
  if (!found) return [];
  const its = [found.symbol, found.name].filter(one => one !== undefined);
  if (its.some(one => known.symbols.has(one))) return [];
  return [
    {
      from: 0,
      to: text.length,
      kind: "entity",
      reason: `this box is about "${sentence.text.slice(0, found.name!.length)}", and the note about ${known.note.name} (${known.note.symbol}): link by the asset's id`,
    },
  ];
};
