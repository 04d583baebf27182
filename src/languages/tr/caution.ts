import {say} from "../../model/text.ts";
import type {CautionHeading, CautionSentence} from "../../narrative/caution.ts";
import {apart} from "../../narrative/pen.ts";
import type {Words} from "../../narrative/point.ts";
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
  "single-day": ({day}, {pen}) =>
    say`${pen.day(day)} tarihli rakamlar o güne kadar olanı anlatır. Bir örüntü taşımazlar; tek bir gün eğilim sayılmaz.`,
  "range-says-little"({date, low, high}, {pen}) {
    const [from, to] = apart([low, high], pen.roughPrice);
    return say`${pen.day(date)} için ${suffixed(from, "ablative")} ${suffixed(to, "dative")} uzanan bir aralık neredeyse hiçbir şey söylemez; öyle de okunmalı.`;
  },
  "can-fall-again": ({below}, {asset, pen}) =>
    say`${named(asset.symbol, "genitive", pen)} zirvesinin ${pen.drawdown(below, 0)} altında olması nereye gideceğini söylemez: bu kadar düşmüş bir coin aynı oranda yine düşebilir.`,
  "blunt-test": ({reach}, {benchmark, pen}) =>
    say`${named(benchmark.name, "instrumental", pen)} bağın sınaması bu coinde kaba kalıyor: ancak korelasyonun ${pen.correlation(reach)} dolayına inmesi gözden kaçmazdı.`,
  "daily-swings"({daily, date, low, high}, {asset, fixed, pen}) {
    const [from, to] = apart([low, high], pen.roughPrice);
    return say`${named(asset.symbol, "genitive", pen)} günlük standart sapması ${pen.volatility(daily, 1)}; ${pen.day(date)} için simüle edilen sonuçların ${pen.worded(fixed.eightTenths, "onda sekizi")} ${suffixed(from, "ablative")} ${suffixed(to, "dative")} uzanıyor.`;
  },
};
