import type {Section} from "../../model/article.ts";
import {join, say, type Text} from "../../model/text.ts";
import type {Facts} from "../facts.ts";
import {notable, rarity} from "../news.ts";
import type {Story} from "../story.ts";
import {marketRecord} from "./rare.ts";
import {rose} from "./words.ts";

/** How the other coins fared on the same day, and the coin among them. */
export function field(facts: Facts, {lead}: Story): Section | undefined {
  const {field: found} = facts;
  if (!found) return undefined;
  const rare = found.market !== undefined && rarity(found.market) >= notable;
  return {
    heading: rare ? say`The market’s day` : say`Beside the other coins`,
    blocks: [
      {
        kind: "paragraph",
        text: join([
          breadth(facts),
          rare && lead !== "market-day" ? marketRecord(facts) : [],
          benchmark(facts),
          lead === "coin-day" || lead === "market-day" ? [] : place(facts),
        ]),
      },
    ],
  };
}

/** "Of 330 other coins 322 fell and eight rose; the median lost 28.6%." */
function breadth({field, pen}: Facts): Text {
  const {coins, up, down, median, day} = field!;
  const when = day ? say`On ${pen.day(day)}` : say`In the trailing day`;
  const middle =
    median.value === 0
      ? say`the median stood still`
      : say`the median ${rose(median) ? "gained" : "lost"} ${pen.size(median)}`;
  const both =
    down.value > up.value
      ? say`${pen.count(down)} of ${pen.count(coins)} other coins fell and ${pen.count(up)} rose`
      : say`${pen.count(up)} of ${pen.count(coins)} other coins rose and ${pen.count(down)} fell`;
  return say`${when} ${both}; ${middle}.`;
}

function benchmark({field, benchmark: other, pen}: Facts): Text {
  const change = field?.benchmark;
  if (!change || change.value === 0) return [];
  return say`${pen.name(other.name)} ${rose(change) ? "gained" : "lost"} ${pen.size(change)}.`;
}

/** Where the coin stands among them. */
export function place({field, asset, pen}: Facts): Text {
  const own = field?.own;
  if (!field || !own) return [];
  const {change, below, above} = own;
  const moved =
    change.value === 0
      ? say`${pen.name(asset.symbol)} did not move`
      : say`${pen.name(asset.symbol)} ${rose(change) ? "gained" : "lost"} ${pen.size(change)}`;
  if (below.value === 0) return say`${moved}, and none of the others did worse.`;
  if (above.value === 0) return say`${moved}, and none of the others did better.`;
  return say`${moved}: ${pen.count(below)} of the others did worse and ${pen.count(above)} better.`;
}
