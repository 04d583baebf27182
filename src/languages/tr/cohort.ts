import {say} from "../../model/text.ts";
import type {CohortHeading, CohortSentence} from "../../narrative/cohort.ts";
import type {Words} from "../../narrative/point.ts";
import {suffixed} from "./suffix.ts";
import {capital, days, moved, named, rose} from "./words.ts";

export const cohortHeadings: Words<CohortHeading> = {
  beginning({way, among}) {
    const start = way === "up" ? "iyi" : "zor";
    return among === "usual"
      ? say`${capital([start])} ama sıra dışı olmayan bir başlangıç`
      : say`Sıra dışı, ${start} bir başlangıç`;
  },
};

export const cohortSentences: Words<CohortSentence> = {
  "first-close": ({from, days: age, change}, {asset, pen}) =>
    say`${named(asset.symbol, "genitive", pen)} kayıtlardaki ilk kapanışı ${pen.day(from)} tarihli. ${capital(days(age, pen))} sonra fiyat ${pen.size(change)} ${rose(change) ? "yukarıda" : "aşağıda"}.`,
  "cohort-breadth": ({coins, fell, median}, {pen}) =>
    say`Aynı yaştaki ${pen.count(coins)} coinin ${suffixed(pen.count(fell), "possessive")} değer yitirmişti; medyan ${moved(median, pen)}.`,
  "cohort-place"({coins, worse, better, nearer}, {pen}) {
    const all = say`O yaştaki ${pen.count(coins)} coinin`;
    switch (nearer) {
      case "none-worse":
        return say`${all} hiçbiri daha kötü durumda değildi.`;
      case "none-better":
        return say`${all} hiçbiri daha iyi durumda değildi.`;
      case "bottom":
      case "top":
        return say`${all} ${suffixed(pen.count(worse), "possessive")} daha kötü, ${suffixed(pen.count(better), "possessive")} daha iyi durumdaydı.`;
    }
  },
};
