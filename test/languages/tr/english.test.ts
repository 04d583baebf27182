import {expect, test} from "vitest";
import {find} from "../../../src/findings/find.ts";
import {languageOf} from "../../../src/languages/index.ts";
import type {Article} from "../../../src/model/article.ts";
import {plainHouse} from "../../../src/model/house.ts";
import type {Inline, Text} from "../../../src/model/text.ts";
import {articleTexts, narrate} from "../../../src/narrative/article.ts";
import {readMarket} from "../../../src/sources/market.ts";
import {draftOf} from "../../walk.ts";

async function articleIn(locale: string, coin: string, data: string, asOf: string) {
  const {draft, snapshot} = await draftOf({coin, data, asOf, locale});
  const findings = find(readMarket(snapshot), locale);
  const article = narrate(draft.order, snapshot, findings, languageOf(locale), {
    generator: "assay",
    house: plainHouse,
  });
  if (!article) throw new Error(`nothing is known of ${coin}`);
  return article;
}

/** What the program wrote: neither names nor what an editor or a source wrote. */
function written(article: Article): string {
  return [
    ...articleTexts(article).flatMap(ownWords),
    article.pageOf.replace(/\{\w+\}/g, ""),
    article.summaryHeading,
    article.banner ?? "",
    ...article.sections.flatMap(({blocks}) => blocks.flatMap(chartWords)),
  ].join(" ");
}

const wordsIn = (text: string) => new Set(text.match(/(?<![\p{L}’])\p{L}{3,}/gu));

const ownWords = (text: Text): string[] => text.flatMap(ownInline);

function ownInline(inline: Inline): string[] {
  if (typeof inline === "string") return [inline];
  if ("strong" in inline) return ownWords(inline.strong);
  if ("emphasis" in inline) return ownWords(inline.emphasis);
  return "print" in inline ? [inline.print] : [];
}

function chartWords(block: Article["sections"][number]["blocks"][number]): string[] {
  if (block.kind !== "exhibit") return [];
  const label = block.label ?? "";
  if (!("chart" in block.body)) return [label];
  const {labels, watermark} = block.body.chart;
  const all = Object.values(labels).flatMap(one =>
    typeof one === "string" ? [one] : Object.values(one as object).map(String),
  );
  return [label, watermark ?? "", ...all];
}

/** What both languages write alike, a surname's small word and the name of a file. */
const shared = new Set("not metal beta test assay log coin program van evidence json".split(" "));

test.each([
  ["bittensor", "samples/bittensor", "2026-03-21T21:07:00Z"],
  ["tessilith", "samples/simulated", "2025-07-02T00:00:00Z"],
])("no English word of the program remains in a Turkish note on %s", async (coin, data, asOf) => {
  const [english, turkish] = await Promise.all([
    articleIn("en", coin, data, asOf),
    articleIn("tr", coin, data, asOf),
  ]);
  const words = wordsIn(written(turkish).toLowerCase());
  // A word that English has in capitals only is a name.
  const left = [...wordsIn(written(english))].filter(
    word => word === word.toLowerCase() && words.has(word) && !shared.has(word),
  );
  expect(words.size).toBeGreaterThan(100);
  expect(left).toEqual([]);
});
