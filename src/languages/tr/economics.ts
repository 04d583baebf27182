import type {Block, Section} from "../../model/article.ts";
import {say} from "../../model/text.ts";
import type {Facts} from "../../narrative/facts.ts";
import {cited, factsOn, paragraphsOf} from "../../narrative/profile.ts";

/** What the protocol does and how its coins come about, as its editor cites it, or its source describes it. */
export function economics(facts: Facts): Section | undefined {
  const {asset, profile, pen} = facts;
  const paragraphs = paragraphsOf
    .map(group => cited(factsOn(group, facts), facts))
    .filter(text => text.length > 0);
  const name = pen.name(asset.name);
  if (profile && paragraphs.length > 0)
    return {
      heading: say`${name} ne yapar, ${pen.name(asset.symbol)} nereden gelir`,
      blocks: paragraphs.map(text => ({kind: "paragraph", text})),
    };
  const quote = description(facts);
  return quote && {heading: say`Kaynağının sözleriyle ${name}`, blocks: [quote]};
}

/** The record keeps the source's English, whatever the language of the note. */
function description({description: found, pen}: Facts): Block | undefined {
  if (!found) return undefined;
  return {
    kind: "quote",
    text: found.text,
    source: say`${pen.name(found.source)}, ${pen.instant(found.asOf)} kaydı. Kaynağın kendi sözleriyle, İngilizce; tarafımızca doğrulanmadı. Tanıtımlar eskir, bu tanıtımın da kendi tarihi yok.`,
  };
}
