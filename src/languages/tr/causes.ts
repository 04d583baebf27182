import type {Figure} from "../../model/figure.ts";
import type {DecouplingFinding, WindowResult} from "../../model/finding.ts";
import {join, type Printed, say, type Text} from "../../model/text.ts";
import type {Facts} from "../../narrative/facts.ts";
import {apart} from "../../narrative/pen.ts";
import {suffixed} from "./suffix.ts";
import {capital, list, named} from "./words.ts";

/** A part of the change that is worth a sentence. */
const matters = 0.03;
const large = 0.1;

interface Cause {
  readonly part: Figure<"difference">;
  readonly what: Text;
  readonly ends: readonly [Printed, Printed];
}

/** The three reasons for a correlation to change, the largest first; nothing is told of one that did not. */
export function causes(found: DecouplingFinding, facts: Facts): Text {
  const {leading} = found;
  if (leading.verdict === "no-change-found") return [];
  const ranked = causesOf(leading, facts).toSorted(
    (a, b) => Math.abs(b.part.value) - Math.abs(a.part.value),
  );
  const counted = ranked.filter(({part}) => Math.abs(part.value) >= matters);
  const rest = ranked.filter(({part}) => Math.abs(part.value) < matters);
  if (counted.length === 0)
    return say`Alttaki bileşenler de pek değişmedi: ${list(ranked.map(one => aside(one, facts)))}.`;
  const said = join(
    counted.map(one => effect(one, facts)),
    "; ",
  );
  const others = rest.length
    ? say`Gerisi önemsiz: ${list(rest.map(one => aside(one, facts)))}.`
    : [];
  return join([opening(leading, facts), say`${capital(said)}.`, others, moral(found, facts)]);
}

function causesOf(leading: WindowResult, {asset, benchmark, pen}: Facts): Cause[] {
  const {cause} = leading;
  const percent = (one: Figure<"volatility">, more: number) => pen.volatility(one, 1 + more);
  return [
    {
      part: cause.benchmarkVolatility,
      what: say`${named(benchmark.name, "genitive", pen)} günlük oynaklığı`,
      ends: apart([leading.baselineBenchmarkVolatility, leading.benchmarkVolatility], percent),
    },
    {
      part: cause.beta,
      what: say`beta`,
      ends: apart([leading.baselineBeta, leading.beta], (one, more) => pen.beta(one, 2 + more)),
    },
    {
      part: cause.ownVolatility,
      what: say`${named(asset.symbol, "genitive", pen)} ${pen.name(benchmark.name)} dışındaki günlük oynaklığı`,
      ends: apart([leading.baselineOwnVolatility, leading.ownVolatility], percent),
    },
  ];
}

/** "beta 1,83’ten 1,14’e indi (etkisi −0,16)" */
function effect({what, ends: [from, to], part}: Cause, {pen}: Facts): Text {
  if (from.print === to.print)
    return say`${what} ${suffixed(to, "locative")} kaldı (etkisi ${pen.part(part)})`;
  const went = to.figure.value > from.figure.value ? "çıktı" : "indi";
  return say`${what} ${suffixed(from, "ablative")} ${suffixed(to, "dative")} ${went} (etkisi ${pen.part(part)})`;
}

/** "beta (1,83’ten 1,80’e, etkisi −0,01)" */
function aside({what, ends: [from, to], part}: Cause, {pen}: Facts): Text {
  return from.print === to.print
    ? say`${what} (${suffixed(to, "locative")} kaldı, etkisi ${pen.part(part)})`
    : say`${what} (${suffixed(from, "ablative")} ${suffixed(to, "dative")}, etkisi ${pen.part(part)})`;
}

function opening({cause, pearson, baselinePearson}: WindowResult, {pen}: Facts): Text {
  const parts = Object.values(cause).map(part => part.value);
  const total = pearson.value - baselinePearson.value;
  const largest = Math.max(...parts.map(Math.abs));
  const [from, to] = [pen.correlation(baselinePearson), pen.correlation(pearson)];
  const way =
    from.print === to.print
      ? say`${suffixed(to, "locative")} kaldı`
      : say`${suffixed(from, "ablative")} ${suffixed(to, "dative")} geldi`;
  if (largest > 2 * Math.abs(total) && largest > large)
    return say`Bileşenlerin etkileri tek tek toplamdan büyük; doğrusal korelasyon ${way}.`;
  return Math.abs(total) < matters
    ? say`Doğrusal korelasyon pek kıpırdamadı, ${way}.`
    : say`Doğrusal korelasyon ${way}; bunun bileşenleri hesaplanabiliyor.`;
}

/** Which of the coin's own two parts did more, where the change is the coin's and the tie was never inverse. */
function moral({leading, movedBy}: DecouplingFinding, {benchmark, pen}: Facts): Text {
  const {cause, rho, baselineRho} = leading;
  if (movedBy !== "asset" || Math.min(rho.value, baselineRho.value) < 0) return [];
  const weaker = leading.verdict === "weakened";
  const way = weaker ? -1 : 1;
  return way * cause.beta.value >= way * cause.ownVolatility.value
    ? say`Coinin kendi payının çoğu, ${named(benchmark.name, "dative", pen)} verdiği yanıtın ${weaker ? "zayıflamasından" : "güçlenmesinden"}.`
    : say`Coinin kendi payının çoğu, ${pen.name(benchmark.name)} dışındaki oynaklığının ${weaker ? "artmasından" : "azalmasından"}.`;
}
