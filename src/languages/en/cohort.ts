import {say} from "../../model/text.ts";
import type {CohortHeading, CohortSentence} from "../../narrative/cohort.ts";
import type {Words} from "../../narrative/point.ts";
import {capital, days, gainedOrLost, rose} from "./words.ts";

export const cohortHeadings: Words<CohortHeading> = {
  beginning({way, among}) {
    if (among === "usual")
      return way === "up"
        ? say`A good beginning, not a rare one`
        : say`A hard beginning, not a rare one`;
    return way === "up" ? say`A rare beginning` : say`A hard beginning, and a rare one`;
  },
};

export const cohortSentences: Words<CohortSentence> = {
  "first-close": ({from, days: age, change}, {asset, pen}) =>
    say`The first close of ${pen.name(asset.symbol)} on record is that of ${pen.day(from)}. ${capital(days(age, pen))} later it is ${rose(change) ? "up" : "down"} ${pen.size(change)}.`,
  "cohort-breadth": ({coins, fell, median}, {pen}) =>
    say`Of ${pen.count(coins)} other coins at that age ${pen.count(fell)} had fallen, and the median had ${median.value === 0 ? "stood still" : say`${gainedOrLost(median)} ${pen.size(median)}`}.`,
  "cohort-place"({worse, better, nearer}, {pen}) {
    switch (nearer) {
      case "none-worse":
        return say`None of the others at that age had done worse.`;
      case "none-better":
        return say`None of the others at that age had done better.`;
      case "bottom":
        return say`Of the others at that age ${pen.counted(worse)} had done worse, ${pen.count(better)} better.`;
      case "top":
        return say`Of the others at that age ${pen.counted(better)} had done better, ${pen.count(worse)} worse.`;
    }
  },
};
