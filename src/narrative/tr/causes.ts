import type {Figure} from "../../model/figure.ts";
import type {DecouplingFinding, WindowResult} from "../../model/finding.ts";
import {join, type Printed, say, type Text} from "../../model/text.ts";
import type {Facts} from "../facts.ts";
import {suffixed} from "./suffix.ts";
import {capital, list, named} from "./words.ts";

/** A part of the change that is worth a sentence. */
const matters = 0.03;
const large = 0.1;

interface Cause {
  readonly part: Figure<"difference">;
  readonly what: Text;
  readonly from: Printed;
  readonly to: Printed;
}

/** The three reasons for a correlation to move, the largest first; those that hardly count in one go. */
export function causes({leading}: DecouplingFinding, facts: Facts): Text {
  const ranked = causesOf(leading, facts).toSorted(
    (a, b) => Math.abs(b.part.value) - Math.abs(a.part.value),
  );
  const counted = ranked.filter(({part}) => Math.abs(part.value) >= matters);
  const rest = ranked.filter(({part}) => Math.abs(part.value) < matters);
  if (counted.length === 0)
    return say`Alttaki bileşenler de pek oynamadı: ${list(ranked.map(one => aside(one, facts)))}.`;
  const said = join(
    counted.map(one => effect(one, facts)),
    "; ",
  );
  const others = rest.length
    ? say`Gerisi önemsiz: ${list(rest.map(one => aside(one, facts)))}.`
    : [];
  return join([opening(leading, facts), say`${capital(said)}.`, others, moral(leading, facts)]);
}

function causesOf(leading: WindowResult, {asset, benchmark, pen}: Facts): Cause[] {
  const {cause} = leading;
  return [
    {
      part: cause.benchmarkVolatility,
      what: say`${named(benchmark.name, "genitive", pen)} günlük oynaklığı`,
      from: pen.volatility(leading.baselineBenchmarkVolatility, 1),
      to: pen.volatility(leading.benchmarkVolatility, 1),
    },
    {
      part: cause.beta,
      what: say`beta`,
      from: pen.beta(leading.baselineBeta),
      to: pen.beta(leading.beta),
    },
    {
      part: cause.ownVolatility,
      what: say`${named(asset.symbol, "dative", pen)} özgü günlük gürültü`,
      from: pen.volatility(leading.baselineOwnVolatility, 1),
      to: pen.volatility(leading.ownVolatility, 1),
    },
  ];
}

/** "beta 1,83’ten 1,14’e indi ve bağı gevşetti (−0,16)" */
function effect({what, from, to, part}: Cause, {pen}: Facts): Text {
  const did = part.value > 0 ? "bağı sıkılaştırdı" : "bağı gevşetti";
  if (from.print === to.print)
    return say`${what} ${suffixed(to, "locative")} kaldı ve ${did} (${pen.part(part)})`;
  const went = to.figure.value > from.figure.value ? "çıktı" : "indi";
  return say`${what} ${suffixed(from, "ablative")} ${suffixed(to, "dative")} ${went} ve ${did} (${pen.part(part)})`;
}

/** "beta (1,83’ten 1,80’e, etkisi −0,01)" */
function aside({what, from, to, part}: Cause, {pen}: Facts): Text {
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
    return say`Bileşenler toplamlarından çok oynadı; doğrusal korelasyon ${way}.`;
  return Math.abs(total) < matters
    ? say`Doğrusal korelasyon pek kıpırdamadı, ${way}.`
    : say`Doğrusal korelasyon ${way}; bunun bileşenleri hesaplanabiliyor.`;
}

function moral(leading: WindowResult, {benchmark, pen}: Facts): Text {
  const other = pen.name(benchmark.name);
  const to = named(benchmark.name, "dative", pen);
  const {beta, benchmarkVolatility, ownVolatility} = leading.cause;
  switch (leading.verdict) {
    case "no-change-found":
      if (benchmarkVolatility.value > large && beta.value < -large)
        return say`Büyük etkiler birbirini neredeyse götürüyor. ${other} durulur, beta da düşük kalırsa korelasyon inecektir; ayrışma sözcüğü o zaman yerini bulur, bugün erken.`;
      if (benchmarkVolatility.value < -large)
        return say`${other} durulduğu için inen bir korelasyon ayrışma değildir; ölçü, coinin ${to} verdiği yanıttır.`;
      if (beta.value < -large)
        return say`Gözü üzerinde tutulacak olan, ${to} verilen yanıtın zayıflaması; şimdilik tesadüfün sınırları içinde.`;
      return [];
    case "weakened":
      if (beta.value >= 0 && ownVolatility.value >= 0)
        return say`Yalnızca ${other} durulduğu için inen bir korelasyon ayrışma değildir: coin ${to} eskisi gibi yanıt veriyor.`;
      if (beta.value >= ownVolatility.value)
        return say`Düşüşün çoğu coinin kendi gürültüsünden: ${to} yanıtı pek değişmedi, bunun yanında olup bitenler çoğaldı.`;
      return say`Düşüşün çoğu, coinin ${to} verdiği yanıtın zayıflamasından.`;
    case "strengthened":
      return benchmarkVolatility.value > Math.max(beta.value, ownVolatility.value)
        ? say`Artışın çoğu ${named(benchmark.name, "genitive", pen)} daha çok oynamasından; bu, bütün coinleri ona yaklaştırır.`
        : [];
  }
}
