import type {Section} from "../../model/article.ts";
import {join, say, type Text} from "../../model/text.ts";
import type {Facts} from "../facts.ts";
import {notable, rarity} from "../news.ts";
import type {Story} from "../story.ts";
import {marketRecord, place} from "./rare.ts";
import {suffixed} from "./suffix.ts";
import {named, rose} from "./words.ts";

/** How the other coins fared on the same day, and the coin among them. */
export function field(facts: Facts, {lead}: Story): Section | undefined {
  const {field: found} = facts;
  if (!found) return undefined;
  const rare = found.market !== undefined && rarity(found.market) >= notable;
  return {
    heading: rare ? say`Piyasanın günü` : say`Diğer coinlerin yanında`,
    blocks: [
      {
        kind: "paragraph",
        text: join([
          breadth(facts),
          rare && lead !== "market-day" ? marketRecord(facts) : [],
          benchmark(facts),
          found.day
            ? []
            : say`Böyle bir günün ne kadar seyrek olduğu söylenemiyor: bu coinlerin önceki günleri kayıtta yok.`,
          lead === "coin-day" || lead === "market-day" ? [] : place(facts),
        ]),
      },
    ],
  };
}

function breadth({field, pen}: Facts): Text {
  const {coins, up, down, median, day} = field!;
  const when = day ? say`${suffixed(pen.day(day), "locative")}` : say`Son bir günde`;
  const middle =
    median.value === 0
      ? say`medyan değişmedi`
      : say`medyan ${pen.size(median)} ${rose(median) ? "yükseldi" : "geriledi"}`;
  const most = Math.max(up.value, down.value) / coins.value;
  if (most === 1)
    return say`${when} diğer ${pen.count(coins)} coinin tamamı ${down.value > 0 ? "geriledi" : "yükseldi"}; ${middle}.`;
  if (most < 0.6)
    return say`${when} diğer coinler ayrı yönlere gitti: ${pen.count(coins)} coinin ${suffixed(pen.count(up), "possessive")} yukarı, ${suffixed(pen.count(down), "possessive")} aşağı; ${middle}.`;
  return say`${when} diğer ${pen.count(coins)} coinin ${suffixed(pen.count(up), "possessive")} yükseldi, ${suffixed(pen.count(down), "possessive")} geriledi; ${middle}.`;
}

function benchmark({field, benchmark: other, pen}: Facts): Text {
  const change = field?.benchmark;
  if (!change || change.value === 0) return [];
  return say`${named(other.name, "locative", pen)} değişim ${pen.change(change)}.`;
}
