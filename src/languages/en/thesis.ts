import type {Section} from "../../model/article.ts";
import {join, say, type Text} from "../../model/text.ts";
import type {Facts} from "../../narrative/facts.ts";
import {cited, factsOn} from "../../narrative/profile.ts";

/** What is said for the coin and what against it: cited, beside what the price itself has shown. */
export function thesis(facts: Facts): Section | undefined {
  const pro = cited(factsOn(["thesis"], facts), facts);
  const contra = join([cited(factsOn(["risk"], facts), facts), ownRisk(facts)]);
  if (pro.length === 0 && factsOn(["risk"], facts).length === 0) return undefined;
  return {
    heading: say`What speaks for it, and what against`,
    blocks: [
      ...(pro.length
        ? [{kind: "paragraph" as const, text: join([[{strong: ["For."]}], pro])}]
        : []),
      ...(contra.length
        ? [{kind: "paragraph" as const, text: join([[{strong: ["Against."]}], contra])}]
        : []),
      {kind: "paragraph", text: limits(facts)},
    ],
  };
}

function ownRisk({risk, asset, pen}: Facts): Text {
  if (!risk) return [];
  const {figure, peak} = risk.drawdown;
  return say`In its own closes ${pen.name(asset.symbol)} has lost as much as ${pen.drawdown(figure, 0)} from a high, that of ${pen.day(peak.day)}.`;
}

/** What such a list cannot do. */
function limits({state, pen}: Facts): Text {
  return state.marketCap
    ? say`Nothing here says how much of this the price of ${pen.price(state.price)} has in it already: no value is computed in this note, and a market cap of ${pen.money(state.marketCap)} is what is paid, not what it is worth.`
    : say`Nothing here says how much of this the price of ${pen.price(state.price)} has in it already: no value is computed in this note.`;
}
