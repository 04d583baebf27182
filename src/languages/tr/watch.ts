import {say} from "../../model/text.ts";
import {apart} from "../../narrative/pen.ts";
import type {Words} from "../../narrative/point.ts";
import {cited} from "../../narrative/profile.ts";
import type {WatchHeading, WatchSentence} from "../../narrative/watch.ts";
import {suffixed} from "./suffix.ts";
import {named} from "./words.ts";

export const watchHeadings: Words<WatchHeading> = {"to-watch": () => say`İzlenecekler`};

export const watchSentences: Words<WatchSentence> = {
  "tie-holds": ({rho, before}, {benchmark, pen}) =>
    say`${named(benchmark.name, "instrumental", pen)} sıra korelasyonu, pencere ilerledikçe ${pen.correlation(rho)} dolayında mı kalacak, ${suffixed(pen.correlation(before), "dative")} doğru mu dönecek?`,
  "turnover-back"({side, now, usual, whose}, {pen}) {
    const level = whose === "own" ? "kendi olağan düzeyi" : "büyük coinlerin medyanı";
    const ratio = say`Şimdi ${pen.ratio(now)} olan hacim / piyasa değeri oranı, ${level} olan`;
    return side === "above"
      ? say`${ratio} ${suffixed(pen.ratio(usual), "genitive")} üstünde ne kadar kalacak?`
      : say`${ratio} ${suffixed(pen.ratio(usual), "dative")} dönecek mi?`;
  },
  "first-sign"({nearer, date, under: low, over: high}, {pen}) {
    const [lower, upper] = apart([low, high], pen.roughPrice);
    const under = say`${suffixed(lower, "genitive")} altında`;
    const over = say`${suffixed(upper, "genitive")} üstünde`;
    switch (nearer) {
      case "bear":
        return say`${under} bir kapanış, ${pen.day(date)} için ayı senaryosuna giden yolun ortası; boğa senaryosu daha uzak, ilk işareti ${over} bir kapanış.`;
      case "bull":
        return say`${over} bir kapanış, ${pen.day(date)} için boğa senaryosuna giden yolun ortası; ayı senaryosu daha uzak, ilk işareti ${under} bir kapanış.`;
      case "neither":
        return say`${under} ya da ${over} kapanışlar: ${pen.day(date)} için temel senaryonun sınırlarına giden yolun ortası.`;
    }
  },
  "base-borders"({date, low, high}, {pen}) {
    const [lower, upper] = apart([low, high], pen.roughPrice);
    return say`Kapanışların ${lower} ve ${upper} karşısındaki yeri: ${pen.day(date)} için temel senaryonun sınırları.`;
  },
  "watch-fact": ({fact}, telling) => cited([fact], telling),
};
