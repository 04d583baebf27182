import type {Section} from "../../model/article.ts";
import {join, say, type Text} from "../../model/text.ts";
import type {Facts} from "../../narrative/facts.ts";
import {cited, factsOn} from "../../narrative/profile.ts";
import {suffixed} from "./suffix.ts";

/** What is said for the coin and what against it: cited, beside what the price itself has shown. */
export function thesis(facts: Facts): Section | undefined {
  const pro = cited(factsOn(["thesis"], facts), facts);
  const contra = join([cited(factsOn(["risk"], facts), facts), ownRisk(facts)]);
  if (pro.length === 0 && factsOn(["risk"], facts).length === 0) return undefined;
  return {
    heading: say`Lehinde ve aleyhinde söylenenler`,
    blocks: [
      ...(pro.length
        ? [{kind: "paragraph" as const, text: join([[{strong: ["Lehinde."]}], pro])}]
        : []),
      ...(contra.length
        ? [{kind: "paragraph" as const, text: join([[{strong: ["Aleyhinde."]}], contra])}]
        : []),
      {kind: "paragraph", text: limits(facts)},
    ],
  };
}

function ownRisk({risk, asset, pen}: Facts): Text {
  if (!risk) return [];
  const {figure, peak} = risk.drawdown;
  return say`Kayıttaki kapanışlara göre ${pen.name(asset.symbol)}, ${suffixed(pen.day(peak.day), "relative")} zirvesinden sonra en çok ${pen.drawdown(figure, 0)} değer yitirdi.`;
}

/** What such a list cannot do. */
function limits({state, pen}: Facts): Text {
  const open = say`Bunların ne kadarının ${suffixed(pen.price(state.price), "adjective")} fiyata girmiş olduğu buradan çıkmaz: bu not değer hesaplamaz`;
  return state.marketCap
    ? say`${open}. ${suffixed(pen.money(state.marketCap), "adjective")} piyasa değeri de ödenen fiyatı gösterir, coinin ne ettiğini değil.`
    : say`${open}.`;
}
