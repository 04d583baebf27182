import type {JudgingWords} from "../../model/judgingWords.ts";
import {dependenceTest, windowsIn} from "./claims.ts";
import {idOf, type Judged, type Test, type Weighed} from "./judgement.ts";
import {nearness} from "./nearness.ts";
import type {Said} from "./said.ts";

/** What the headline and the lead claim, each with the test that it stands on. */
export function headline(judged: Judged, said: readonly Said[], words: JudgingWords): Weighed[] {
  const deck = said.find(({role}) => role === "deck");
  return said
    .filter(({role}) => role === "title" || role === "deck")
    .map(one => {
      const isTitle = one.role === "title";
      // A title in plain words stands on what the lead says of it.
      const source = isTitle && one.figures.length === 0 ? (deck ?? one) : one;
      const test =
        testOf(source, judged, words) ?? (isTitle ? rarityTest(judged, words) : undefined);
      return {
        id: idOf("headline", one.role, one.written ?? one.text),
        kind: "headline",
        title: isTitle ? words.headline : words.lead,
        says: one.text,
        figures: one.figures,
        ...(one.statement !== undefined && {statement: one.statement}),
        ...(test && {test}),
        from: one.from,
        to: one.to,
        weight: 1,
      };
    });
}

/** Of a sentence on the dependence. */
function testOf(one: Said, {evidence}: Judged, words: JudgingWords): Test | undefined {
  const [window] = windowsIn(one);
  return window === undefined ? undefined : dependenceTest(evidence, window, words);
}

/** One in twenty, one in a hundred: by these it leads. */
const thresholds = [0.05, 0.01];
const farShare = 5;

/** How rare what leads is among its own cases. */
function rarityTest({news}: Judged, words: JudgingWords): Test | undefined {
  if (!news || news.score <= 0) return undefined;
  const p = 10 ** -news.score;
  const [threshold = 0.05] = thresholds.toSorted(
    (a, b) => Math.abs(Math.log(p / a)) - Math.abs(Math.log(p / b)),
  );
  return {name: words.tests.rarity, p, threshold, nearness: nearness(p, threshold, farShare)};
}
