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
      ? say`What ${pen.name(asset.name)} does, and where ${pen.name(asset.symbol)} comes from`
      : say`What ${pen.name(asset.name)} is, in its source’s words`,
};

export const economicsSentences: Words<EconomicsSentence> = {
  "cited-facts": ({facts}, telling) => cited(facts, telling),
};

export const economicsExhibits: Words<EconomicsExhibit, Block> = {
  "description-quoted": ({description: {text, source, asOf}}, {pen}) => ({
    kind: "quote",
    text,
    source: say`${pen.name(source)}, recorded ${pen.instant(asOf)}. Quoted, not checked by us: descriptions age, and this one carries no date of its own.`,
  }),
};
