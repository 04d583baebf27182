import {join, say} from "../../model/text.ts";
import type {Words} from "../../narrative/point.ts";
import type {WatchHeading, WatchSentence} from "../../narrative/watch.ts";

export const watchHeadings: Words<WatchHeading> = {
  "to-watch": () => say`What to watch`,
};

export const watchSentences: Words<WatchSentence> = {
  "closes-of-year"({low, high}, {pen}) {
    const ends = [
      ...(low
        ? [say`under ${pen.price(low.figure)} (${pen.day(low.day)}), the lowest of a year`]
        : []),
      ...(high
        ? [say`above ${pen.price(high.figure)} (${pen.day(high.day)}), the highest of a year`]
        : []),
    ];
    return say`A close ${join(ends, ", or ")}.`;
  },
  "close-back-at-dollar": ({gap}, {pen, fixed}) =>
    say`A close within ${pen.size(fixed.percent, 0)} of a dollar; this one lay ${pen.gap(gap)} off.`,
  "window-anew": ({day, window}, {benchmark, pen}) =>
    say`On ${pen.day(day)} the ${pen.count(window.days)} days of the rank correlation with ${pen.name(benchmark.name)} will all be new ones: whether it is then nearer to ${pen.correlation(window.rho)} or to ${pen.correlation(window.baselineRho)}.`,
  "testable-from": ({day}, {asset, benchmark, pen}) =>
    say`From ${pen.day(day)} on, if no day is missing, there are daily returns enough to test whether ${pen.name(asset.symbol)} follows ${pen.name(benchmark.name)}.`,
  "watch-fact": ({fact: {statement, source}}, {locale, pen}) => [
    pen.cited(statement[locale]!, source),
  ],
};
