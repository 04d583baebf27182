import {join, say} from "../../model/text.ts";
import type {Words} from "../../narrative/point.ts";
import {cited} from "../../narrative/profile.ts";
import type {ThesisHeading, ThesisSentence} from "../../narrative/thesis.ts";

export const thesisHeadings: Words<ThesisHeading> = {
  thesis: () => say`What speaks for it, and what against`,
};

export const thesisSentences: Words<ThesisSentence> = {
  "thesis-for": ({facts}, telling) => join([[{strong: ["For."]}], cited(facts, telling)]),
  "thesis-against"({facts, fall}, telling) {
    const {asset, pen} = telling;
    const own = fall
      ? say`In its own closes ${pen.name(asset.symbol)} has lost as much as ${pen.drawdown(fall.size, 0)} from a high, that of ${pen.day(fall.from)}.`
      : [];
    return join([[{strong: ["Against."]}], cited(facts, telling), own]);
  },
  "thesis-limits"({price, marketCap}, {pen}) {
    const cap = marketCap
      ? say`, and a market cap of ${pen.money(marketCap)} is what is paid, not what it is worth`
      : [];
    return say`Nothing here says how much of this the price of ${pen.price(price)} has in it already: no value is computed in this note${cap}.`;
  },
};
