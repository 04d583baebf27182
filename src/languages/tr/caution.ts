import type {Section} from "../../model/article.ts";
import {say, type Text} from "../../model/text.ts";
import type {Facts} from "../../narrative/facts.ts";
import {apart} from "../../narrative/pen.ts";
import {suffixed} from "./suffix.ts";
import {named} from "./words.ts";

/** What to bear in mind before relying on any of it: the one thing that weighs most here. */
export function caution(facts: Facts): Section | undefined {
  return {
    heading: say`Bu nota güvenmeden önce`,
    blocks: [{kind: "paragraph", text: weightiest(facts)}],
  };
}

function weightiest(facts: Facts): Text {
  const {risk, cases: found, dependence, state, asset, benchmark, pen, fixed} = facts;
  if (dependence && dependence.leading.verdict !== "no-change-found") return chance(facts);
  if (risk && !found)
    return say`${named(asset.symbol, "genitive", pen)} kaydı kısa: kapanışlar ${pen.day(risk.drawdown.since)} günü başlıyor; bu kadar az günde bir örüntü görünmez.`;
  if (!risk || !found)
    return say`${pen.day(state.price.asOf.slice(0, 10))} tarihli rakamlar o güne kadar olanı anlatır. Bir örüntü taşımazlar; tek bir gün eğilim sayılmaz.`;
  const {quantiles, date} = found.sets.at(-1)!;
  const {p10, p90} = quantiles;
  const [low, high] = apart([p10, p90], pen.roughPrice);
  const from = suffixed(low, "ablative");
  const to = suffixed(high, "dative");
  if (p90.value / p10.value > 8)
    return say`${pen.day(date)} için ${from} ${to} uzanan bir aralık neredeyse hiçbir şey söylemez; öyle de okunmalı.`;
  if ((risk.fromPeak?.value ?? 0) >= 0.8)
    return say`${named(asset.symbol, "genitive", pen)} zirvesinin ${pen.drawdown(risk.fromPeak!, 0)} altında olması nereye gideceğini söylemez: bu kadar düşmüş bir coin aynı oranda yine düşebilir.`;
  if (dependence && dependence.leading.visible.value < 0.2)
    return say`${named(benchmark.name, "instrumental", pen)} bağın sınaması bu coinde kaba kalıyor: ancak korelasyonun ${pen.correlation(dependence.leading.visible)} dolayına inmesi gözden kaçmazdı.`;
  return say`${named(asset.symbol, "genitive", pen)} günlük standart sapması ${pen.volatility(risk.daily, 1)}; ${pen.day(date)} için simüle edilen sonuçların ${pen.worded(fixed.eightTenths, "onda sekizi")} ${from} ${to} uzanıyor.`;
}

function chance({dependence, benchmark, pen}: Facts): Text {
  const level = pen.level(dependence!.level);
  return say`${suffixed(level, "adjective")} anlamlılık düzeyinde bir sınama, hiçbir değişim yokken de ${level} olasılıkla değişim bulur. ${named(benchmark.name, "instrumental", pen)} bağdaki değişimin böyle bir bulgu olmadığını ancak yeni günler gösterir.`;
}
