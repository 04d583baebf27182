import type {Section} from "../../model/article.ts";
import {join, say, type Text} from "../../model/text.ts";
import type {Facts} from "../facts.ts";
import type {Story} from "../story.ts";
import {suffixed} from "./suffix.ts";
import {named} from "./words.ts";

/** How much it moves, how far it fell, and how it behaves when the benchmark falls. */
export function risk(facts: Facts, story: Story): Section | undefined {
  if (!facts.risk) return undefined;
  return {
    heading: heading(facts, story),
    blocks: [{kind: "paragraph", text: join([volatility(facts), falls(facts), inFalls(facts)])}],
  };
}

function heading({risk, benchmark, pen}: Facts, {angles}: Story): Text {
  if (angles.includes("livelier")) return say`Oynaklık arttı`;
  if (angles.includes("calmer")) return say`Oynaklık azaldı`;
  if ((risk!.downsideBeta?.value ?? 0) >= 1.3)
    return say`Düşüşleri ${named(benchmark.name, "genitive", pen)}kinden sert`;
  return angles.includes("fallen") ? say`Zirvesinin çok altında` : say`Ne kadar oynuyor`;
}

function volatility({risk, asset, benchmark, pen}: Facts): Text {
  const [short, long] = risk!.volatility;
  const now = say`son ${pen.count(short!.days)} günde ${pen.volatility(short!.figure)}`;
  if (!long) return say`${named(asset.symbol, "genitive", pen)} yıllık oynaklığı ${now}.`;
  const both = say`${now}, son ${pen.count(long.days)} günde ${pen.volatility(long.figure)}`;
  const ratio = short!.figure.value / long.figure.value;
  const own =
    ratio > 1.15
      ? say`${pen.name(asset.symbol)} daha oynak hâle geldi; yıllık oynaklık ${both}.`
      : ratio < 0.87
        ? say`${pen.name(asset.symbol)} sakinleşti; yıllık oynaklık ${both}.`
        : say`${named(asset.symbol, "genitive", pen)} oynaklığı pek değişmedi; yıllık olarak ${both}.`;
  const beside = risk!.benchmarkVolatility;
  return beside
    ? say`${own} ${named(benchmark.name, "locative", pen)} uzun dönemin oynaklığı ${pen.volatility(beside)}.`
    : own;
}

/** The deepest fall on record, by when it was and how much of it is left. */
function falls({risk, pen}: Facts): Text {
  const {drawdown, fromPeak} = risk!;
  const {peak, trough, since} = drawdown;
  const span = say`${suffixed(pen.day(peak.day), "relative")} ${suffixed(pen.price(peak.figure), "ablative")} ${suffixed(pen.day(trough.day), "relative")} ${suffixed(pen.price(trough.figure), "dative")}`;
  const size = pen.drawdown(drawdown.figure);
  const sinceThen = say`${suffixed(pen.day(since), "ablative")} bu yana`;
  if (!fromPeak)
    return say`${sinceThen} kapanışlardaki en derin düşüş ${size}: ${span}. Fiyat şimdi bu kapanışların hepsinin üstünde.`;
  const now = pen.drawdown(fromPeak, 0);
  if (fromPeak.value > 0.93 * drawdown.figure.value)
    return say`Kayıttaki en derin düşüşünün dibine yakın: ${span} ${size} yitirdi. Bugün, ${sinceThen} gördüğü en yüksek kapanışın ${now} altında.`;
  return fromPeak.value > 0.5
    ? say`Kayıttaki en derin düşüşü ${size}: ${span}. Bugün de ${sinceThen} gördüğü en yüksek kapanışın ${now} altında.`
    : say`${sinceThen} kapanışlardaki en derin düşüşü ${size}: ${span}. Bugün en yüksek kapanışın ${now} altında.`;
}

function inFalls({risk, benchmark, pen, fixed}: Facts): Text {
  const {downsideBeta, tail} = risk!;
  if (!downsideBeta || !tail) return [];
  const others = named(benchmark.name, "genitive", pen);
  const both = say`${others} son bir yıldaki en kötü ${pen.count(tail.days)} gününün ${suffixed(pen.count(tail.shared), "possessive")}`;
  const tenth = pen.worded(fixed.tenth, "onda birine");
  const alone = pen.share(tail.independent);
  const worst =
    tail.share.value > 0.5
      ? say`En kötü günleri çoğunlukla ortak: ${both}, kendi günlerinin de en kötü ${tenth} giriyor. İlgisiz serilerde bu pay ${alone} olurdu.`
      : tail.share.value > 0.25
        ? say`En kötü günlerin yalnızca bir bölümü ortak: ${both}, kendi günlerinin en kötü ${tenth} giriyor. Rastlantıyla bu pay ${alone} olurdu.`
        : say`En kötü günleri çoğunlukla kendine ait: ${both} bunların arasında.`;
  const each = say`${others} her ${suffixed(pen.size(fixed.percent, 0), "adjective")} düşüşüne karşılık ${pen.answer(downsideBeta)}`;
  const answer =
    downsideBeta.value > 1.2
      ? say`${others} kötü günlerinde daha sert düşüyor: ${each}.`
      : downsideBeta.value < 0.8
        ? say`${others} kötü günlerinde daha az düşüyor: ${each}.`
        : say`${others} kötü günlerinde aşağı yukarı onun kadar düşüyor: ${each}.`;
  return join([answer, worst]);
}
