import type {Section} from "../../model/article.ts";
import {say, type Text} from "../../model/text.ts";
import type {Facts} from "../../narrative/facts.ts";
import {notable, scoreOf} from "../../narrative/news.ts";
import {capital, days, rose} from "./words.ts";

/** A young coin has no past to be measured by: others at its age are its measure. */
export function cohort(facts: Facts): Section | undefined {
  const {cohort: found, asset, pen} = facts;
  if (!found) return undefined;
  const {coins, fell, median, worse, better, from, change} = found;
  return {
    heading: heading(facts),
    blocks: [
      {
        kind: "paragraph",
        text: say`The first close of ${pen.name(asset.symbol)} on record is that of ${pen.day(from)}. ${capital(days(found.days, pen))} later it is ${rose(change) ? "up" : "down"} ${pen.size(change)}. Of ${pen.count(coins)} other coins at that age ${pen.count(fell)} had fallen, and the median had ${rose(median) ? "gained" : "lost"} ${pen.size(median)}; ${pen.count(worse)} had done worse and ${pen.count(better)} better.`,
      },
    ],
  };
}

function heading({cohort: found}: Facts): Text {
  const {worse, better, coins, change} = found!;
  const usual = scoreOf(Math.min(worse.value, better.value), coins.value) < notable;
  if (!usual) return rose(change) ? say`A rare beginning` : say`A hard beginning, and a rare one`;
  return rose(change)
    ? say`A good beginning, not a rare one`
    : say`A hard beginning, not a rare one`;
}
