import type {Section} from "../../model/article.ts";
import type {RiskFinding} from "../../model/finding.ts";
import {join, type Printed, say, type Text} from "../../model/text.ts";
import type {Facts} from "../../narrative/facts.ts";
import {isStormy} from "../../narrative/moves.ts";
import {apart} from "../../narrative/pen.ts";
import type {Story} from "../../narrative/story.ts";
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
  return angles.includes("fallen") ? say`Zirvesinin çok altında` : say`Ne kadar oynak`;
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
        ? isStormy(risk)
          ? say`${named(asset.symbol, "genitive", pen)} oynaklığı öncekinden düşük; yıllık olarak ${both}.`
          : say`${pen.name(asset.symbol)} sakinleşti; yıllık oynaklık ${both}.`
        : say`${named(asset.symbol, "genitive", pen)} oynaklığı pek değişmedi; yıllık olarak ${both}.`;
  const beside = risk!.benchmarkVolatility;
  return beside
    ? say`${own} ${named(benchmark.name, "locative", pen)} uzun dönemin oynaklığı ${pen.volatility(beside)}.`
    : own;
}

/** From the bottom of its deepest fall the price is not told to be near beyond this. */
const nearBottom = 0.1;

/** The deepest fall on record, by when it was and how much of it is left. */
function falls({risk, pen}: Facts): Text {
  const {drawdown, fromPeak, aboveTrough} = risk!;
  const {peak, trough, since} = drawdown;
  const [high, low] = apart([peak.figure, trough.figure], pen.price);
  const span = say`${suffixed(pen.day(peak.day), "relative")} ${suffixed(high, "ablative")} ${suffixed(pen.day(trough.day), "relative")} ${suffixed(low, "dative")}`;
  const size = pen.drawdown(drawdown.figure);
  const sinceThen = say`${suffixed(pen.day(since), "ablative")} bu yana`;
  if (!fromPeak)
    return say`${sinceThen} kapanışlardaki en derin düşüş ${size}: ${span}. Bu kapanışların hiçbiri bugünkü fiyatın üstünde değil.`;
  const now = say`${sinceThen} gördüğü en yüksek kapanışın ${pen.drawdown(fromPeak, fromPeak.value < 0.1 ? 1 : 0)} altında`;
  if (aboveTrough && aboveTrough.value <= nearBottom) {
    const place =
      aboveTrough.value === 0
        ? say`Kayıttaki en derin düşüşünün dibinde`
        : say`Kayıttaki en derin düşüşünün dibinden ${pen.size(aboveTrough)} yukarıda`;
    return say`${place}: ${span} ${size}. Bugün, ${now}.`;
  }
  return say`Kayıttaki en derin düşüşü ${size}: ${span}. Bugün, ${now}.`;
}

/** Within this the answer to the benchmark's bad days is none. */
const noAnswer = 0.05;

function inFalls({risk, benchmark, pen, fixed}: Facts): Text {
  const {jointDays, downsideBeta, tail} = risk!;
  if (!jointDays || !downsideBeta || !tail) return [];
  const others = named(benchmark.name, "genitive", pen);
  const {value} = downsideBeta;
  const span = say`Son ${pen.count(jointDays)} günde, ${others} kötü günlerinde`;
  const each = say`onun her ${suffixed(pen.size(fixed.percent, 0), "adjective")} düşüşüne karşılık ${pen.answer(downsideBeta)}`;
  const answer =
    Math.abs(value) <= noAnswer
      ? say`${span} onunla birlikte düşmedi (${each}).`
      : value < 0
        ? say`${span} ters yönde gitti (${each}).`
        : value > 1.15
          ? say`${span} ${each} düştü, yani ondan sert.`
          : value < 0.85
            ? say`${span} ${each} düştü, yani ondan az.`
            : say`${span} ${each}, aşağı yukarı onun kadar düştü.`;
  return join([answer, worstDays(tail, others, pen.worded(fixed.tenth, "onda birine"), pen)]);
}

/** How many of the benchmark's worst days were the coin's as well, beside what chance would give. */
function worstDays(
  {days, shared, share, independent}: NonNullable<RiskFinding["tail"]>,
  others: Text,
  tenth: Printed,
  pen: Facts["pen"],
): Text {
  const chance = pen.share(independent);
  const both = say`${others} bu süredeki en kötü ${pen.count(days)} gününün ${suffixed(pen.count(shared), "possessive")}`;
  if (share.value > 0.5)
    return say`${both}, yani çoğu, kendi günlerinin de en kötü ${tenth} giriyor (ilgisiz serilerde ${chance}).`;
  return share.value > independent.value
    ? say`${both}, yani ${suffixed(pen.share(share), "possessive")}, kendi günlerinin de en kötü ${tenth} giriyor; ilgisiz serilerde bu pay ${chance} olurdu.`
    : say`${both} kendi günlerinin de en kötü ${tenth} giriyor; bu, ilgisiz serilerdeki ${suffixed(chance, "ablative")} çok değil.`;
}
