import type {Block} from "../../model/article.ts";
import {say} from "../../model/text.ts";
import type {
  EconomicsExhibit,
  EconomicsHeading,
  EconomicsSentence,
} from "../../narrative/economics.ts";
import type {Words} from "../../narrative/point.ts";
import {cited} from "../../narrative/profile.ts";

export const economicsHeadings: Words<EconomicsHeading> = {
  economics: ({by}, {asset, pen}) =>
    by === "editor"
      ? say`${pen.name(asset.name)} ne yapar, ${pen.name(asset.symbol)} nereden gelir`
      : say`Kaynağının sözleriyle ${pen.name(asset.name)}`,
};

export const economicsSentences: Words<EconomicsSentence> = {
  "cited-facts": ({facts}, telling) => cited(facts, telling),
};

/** The record keeps the source's English, whatever the language of the note. */
export const economicsExhibits: Words<EconomicsExhibit, Block> = {
  "description-quoted": ({description: {text, source, asOf}}, {pen}) => ({
    kind: "quote",
    text,
    source: say`${pen.name(source)}, ${pen.instant(asOf)} kaydı. Kaynağın kendi sözleriyle, İngilizce; tarafımızca doğrulanmadı. Tanıtımlar eskir, bu tanıtımın da kendi tarihi yok.`,
  }),
};
