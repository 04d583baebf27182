import {join, say} from "../../model/text.ts";
import type {Words} from "../../narrative/point.ts";
import type {WatchHeading, WatchSentence} from "../../narrative/watch.ts";
import {suffixed} from "./suffix.ts";
import {capital, named} from "./words.ts";

export const watchHeadings: Words<WatchHeading> = {
  "to-watch": () => say`İzlenmesi gerekenler`,
};

export const watchSentences: Words<WatchSentence> = {
  "closes-of-year"({low, high}, {pen}) {
    const ends = [
      ...(low
        ? [
            say`bir yılın en düşüğü olan ${suffixed(pen.price(low.figure), "genitive")} (${pen.day(low.day)}) altında`,
          ]
        : []),
      ...(high
        ? [
            say`bir yılın en yükseği olan ${suffixed(pen.price(high.figure), "genitive")} (${pen.day(high.day)}) üstünde`,
          ]
        : []),
    ];
    return say`${capital(join(ends, " ya da "))} bir kapanış.`;
  },
  "close-back-at-dollar": ({gap}, {pen, fixed}) =>
    say`Bir dolara ${suffixed(pen.size(fixed.percent, 0), "ablative")} yakın bir kapanış; bu kapanışta fark ${pen.gap(gap)}.`,
  "window-anew": ({day, window}, {benchmark, pen}) =>
    say`${capital(suffixed(pen.day(day), "locative"))} ${named(benchmark.name, "instrumental", pen)} sıra korelasyonunun ${pen.count(window.days)} günü bütünüyle yenilenmiş olacak; ${pen.correlation(window.rho)} dolayında mı kalacağı, ${suffixed(pen.correlation(window.baselineRho), "dative")} doğru mu döneceği.`,
  "testable-from": ({day}, {asset, benchmark, pen}) =>
    say`Eksik gün olmazsa ${suffixed(pen.day(day), "ablative")} başlayarak ${named(asset.symbol, "genitive", pen)} ${named(benchmark.name, "accusative", pen)} izleyip izlemediği sınanabilir.`,
  "watch-fact": ({fact: {statement, source}}, {locale, pen}) => [
    pen.cited(statement[locale]!, source),
  ],
};
