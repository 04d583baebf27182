import {say} from "../../model/text.ts";
import type {CautionHeading, CautionSentence} from "../../narrative/caution.ts";
import type {Words} from "../../narrative/point.ts";
import {noun} from "./nouns.ts";
import {suffixed} from "./suffix.ts";
import {named} from "./words.ts";

export const cautionHeadings: Words<CautionHeading> = {
  caution: () => say`Bu nota güvenmeden önce`,
};

export const cautionSentences: Words<CautionSentence> = {
  "false-alarms"({level}, {benchmark, pen}) {
    const often = pen.level(level);
    return say`${suffixed(often, "adjective")} anlamlılık düzeyinde bir sınama, hiçbir değişim yokken de ${often} olasılıkla değişim bulur. ${named(benchmark.name, "instrumental", pen)} bağdaki değişimin böyle bir bulgu olmadığını ancak yeni günler gösterir.`;
  },
  "short-record": ({since}, {asset, pen}) =>
    say`${named(asset.symbol, "genitive", pen)} kaydı kısa: kapanışlar ${pen.day(since)} günü başlıyor; bu kadar az günde bir örüntü görünmez.`,
  "blunt-test": ({reach}, {asset, benchmark, pen}) =>
    say`${named(benchmark.name, "instrumental", pen)} bağın sınaması bu ${noun(asset, "locative")} kaba kalıyor: ancak korelasyonun ${pen.correlation(reach)} dolayına inmesi gözden kaçmazdı.`,
};
