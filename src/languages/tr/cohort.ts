import type {Section} from "../../model/article.ts";
import {say, type Text} from "../../model/text.ts";
import type {Facts} from "../../narrative/facts.ts";
import {notable, scoreOf} from "../../narrative/news.ts";
import {suffixed} from "./suffix.ts";
import {capital, days, named, rose} from "./words.ts";

/** A young coin has no past to be measured by: others at its age are its measure. */
export function cohort(facts: Facts): Section | undefined {
  const {cohort: found, asset, pen} = facts;
  if (!found) return undefined;
  const {from, change} = found;
  return {
    heading: heading(facts),
    blocks: [
      {
        kind: "paragraph",
        text: say`${named(asset.symbol, "genitive", pen)} kayıtlardaki ilk kapanışı ${pen.day(from)} tarihli. ${capital(days(found.days, pen))} sonra fiyat ${pen.size(change)} ${rose(change) ? "yukarıda" : "aşağıda"}. ${atThatAge(facts)} ${standing(facts)}`,
      },
    ],
  };
}

export function atThatAge({cohort: found, pen}: Facts): Text {
  const {coins, fell, median} = found!;
  return say`Aynı yaştaki ${pen.count(coins)} coinin ${suffixed(pen.count(fell), "possessive")} değer kaybetmişti, medyan değişim ${pen.change(median)}.`;
}

export function standing({cohort: found, pen}: Facts): Text {
  const {coins, worse, better} = found!;
  return say`Bu ${pen.count(coins)} coinin ${suffixed(pen.count(worse), "possessive")} daha kötü, ${suffixed(pen.count(better), "possessive")} daha iyi durumdaydı.`;
}

function heading({cohort: found}: Facts): Text {
  const {worse, better, coins, change} = found!;
  const usual = scoreOf(Math.min(worse.value, better.value), coins.value) < notable;
  const start = rose(change) ? "iyi" : "zor";
  return usual
    ? say`${capital([start])} ama sıra dışı olmayan bir başlangıç`
    : say`Sıra dışı, ${start} bir başlangıç`;
}
