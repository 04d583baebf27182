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
          found.day
            ? []
            : say`How rare such a day is cannot be told: no earlier days of these coins are on record.`,
          lead === "coin-day" || lead === "market-day" ? [] : place(facts),
        ]),
      },
    ],
  };
}

/** "322 of 330 other coins fell and eight rose; the median lost 28.6%." */
function breadth({field, pen}: Facts): Text {
  const {coins, up, down, median, day} = field!;
  const when = day ? say`On ${pen.day(day)},` : say`In the trailing day,`;
  const middle =
    median.value === 0
      ? say`the median stood still`
      : say`the median ${rose(median) ? "gained" : "lost"} ${pen.size(median)}`;
  const fell = say`${pen.count(down)} of ${pen.count(coins)} other coins fell and ${pen.counted(up)} rose`;
  const gained = say`${pen.count(up)} of ${pen.count(coins)} other coins rose and ${pen.counted(down)} fell`;
  const most = Math.max(up.value, down.value) / coins.value;
  if (down.value === coins.value)
    return say`${when} every one of ${pen.count(coins)} other coins fell; ${middle}.`;
  if (up.value === coins.value)
    return say`${when} every one of ${pen.count(coins)} other coins rose; ${middle}.`;
  if (most < 0.6)
    return say`${when} the others went both ways, ${pen.count(up)} of ${pen.count(coins)} up and ${pen.count(down)} down; ${middle}.`;
  const both = down.value > up.value ? fell : gained;
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
  const share = below.value / (below.value + above.value);
  if (share > 0.75) return say`${moved}, better than ${pen.count(below)} of the others.`;
  if (share < 0.25) return say`${moved}, worse than ${pen.count(above)} of the others.`;
  return say`${moved}: ${pen.count(below)} of the others did worse and ${pen.count(above)} better.`;
}
