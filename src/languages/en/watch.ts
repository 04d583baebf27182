import {say} from "../../model/text.ts";
import {apart} from "../../narrative/pen.ts";
import type {Words} from "../../narrative/point.ts";
import {cited} from "../../narrative/profile.ts";
import type {WatchHeading, WatchSentence} from "../../narrative/watch.ts";

export const watchHeadings: Words<WatchHeading> = {"to-watch": () => say`What to watch`};

export const watchSentences: Words<WatchSentence> = {
  "tie-holds": ({rho, before}, {benchmark, pen}) =>
    say`Whether the rank correlation with ${pen.name(benchmark.name)} holds near ${pen.correlation(rho)} as the window moves on, or goes back towards ${pen.correlation(before)}.`,
  "turnover-back"({side, now, usual, whose}, {pen}) {
    const level = say`${whose === "own" ? "its own usual" : "the large coins’ median of"} ${pen.ratio(usual)}`;
    return side === "above"
      ? say`How long turnover stays above ${level}, from ${pen.ratio(now)} now.`
      : say`Whether turnover comes back from ${pen.ratio(now)} to ${level}.`;
  },
  "first-sign"({nearer, date, under, over}, {pen}) {
    const [lower, upper] = apart([under, over], pen.roughPrice);
    switch (nearer) {
      case "bear":
        return say`A close under ${lower}, halfway to the bear case of ${pen.day(date)}; the bull case is farther off, with its first sign above ${upper}.`;
      case "bull":
        return say`A close above ${upper}, halfway to the bull case of ${pen.day(date)}; the bear case is farther off, with its first sign under ${lower}.`;
      case "neither":
        return say`Closes under ${lower} or above ${upper}, halfway to the borders of the base case for ${pen.day(date)}.`;
    }
  },
  "base-borders"({date, low, high}, {pen}) {
    const [lower, upper] = apart([low, high], pen.roughPrice);
    return say`Closes against ${lower} and ${upper}, the borders of the base case for ${pen.day(date)}.`;
  },
  "watch-fact": ({fact}, telling) => cited([fact], telling),
};
