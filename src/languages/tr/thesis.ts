import {join, say} from "../../model/text.ts";
import type {Words} from "../../narrative/point.ts";
import {cited} from "../../narrative/profile.ts";
import type {ThesisHeading, ThesisSentence} from "../../narrative/thesis.ts";
import {noun} from "./nouns.ts";
import {suffixed} from "./suffix.ts";

export const thesisHeadings: Words<ThesisHeading> = {
  thesis: () => say`Lehinde ve aleyhinde söylenenler`,
};

export const thesisSentences: Words<ThesisSentence> = {
  "thesis-for": ({facts}, telling) => join([[{strong: ["Lehinde."]}], cited(facts, telling)]),
  "thesis-against"({facts, fall}, telling) {
    const {asset, pen} = telling;
    const own = fall
      ? say`Kayıttaki kapanışlara göre ${pen.name(asset.symbol)}, ${suffixed(pen.day(fall.from), "relative")} zirvesinden sonra en çok ${pen.drawdown(fall.size, 0)} değer yitirdi.`
      : [];
    return join([[{strong: ["Aleyhinde."]}], cited(facts, telling), own]);
  },
  "thesis-limits"({price, marketCap}, {asset, pen}) {
    const cap = marketCap
      ? say`. ${suffixed(pen.money(marketCap), "adjective")} piyasa değeri de ödenen fiyatı gösterir, ${noun(asset, "genitive")} ne ettiğini değil`
      : [];
    return say`Bunların ne kadarının ${suffixed(pen.price(price), "adjective")} fiyata girmiş olduğu buradan çıkmaz: bu not değer hesaplamaz${cap}.`;
  },
};
