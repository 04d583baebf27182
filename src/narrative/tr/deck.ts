import {join, say, type Text} from "../../model/text.ts";
import type {Facts} from "../facts.ts";
import {missed, type Story, together} from "../story.ts";
import {suffixed} from "./suffix.ts";
import {barely, isClose, verb} from "./title.ts";
import {capital, figures, named, rose, sourceName} from "./words.ts";

/** What the title means, and what it does not. */
export function deck(story: Story, facts: Facts): Text {
  return join([leadSentence(story, facts), besideSentence(story, facts)]);
}

function leadSentence(story: Story, facts: Facts): Text {
  const {state, asset, benchmark, dependence, liquidity, risk, table, pen} = facts;
  const symbol = pen.name(asset.symbol);
  switch (story.lead) {
    case "decoupled":
      return say`Son ${pen.count(dependence!.leading.days)} günde ${named(benchmark.name, "accusative", pen)} eskisinden daha az izledi. Fark tesadüfle kolay açıklanamayacak kadar büyük (${tieP(facts)}), nedeni de ${named(benchmark.name, "genitive", pen)} durulması değil.`;
    case "looser":
      return say`Son ${pen.count(dependence!.leading.days)} günde ${named(benchmark.name, "accusative", pen)} eskisinden daha az izledi (${tieP(facts)}); bulgular yine de ayrışmadan söz etmeye yetmiyor.`;
    case "closer":
      return say`Son ${pen.count(dependence!.leading.days)} günde aradaki bağ sıkılaştı; fark tesadüfle kolay açıklanamayacak kadar büyük (${tieP(facts)}).`;
    case "case-missed":
      return outside(facts);
    case "run":
      return say`${symbol} ${pen.shortDay(state.recent!.from)} kapanışındaki ${suffixed(pen.price(state.recent!.start), "ablative")} ${suffixed(pen.price(state.price), "dative")} ${rose(state.recent!.asset) ? "çıktı" : "indi"}.`;
    case "day":
      return say`${symbol} günün sonunda ${suffixed(pen.price(state.price), "dative")} geldi; önceki ayın günlük standart sapması ${pen.volatility(risk!.day!.usual, 1)}.`;
    case "high":
      return isClose(state, state.yearHigh!)
        ? sinceThen(facts)
        : say`O kapanışların en yükseği ${suffixed(pen.price(state.yearHigh!.figure), "instrumental")} ${pen.day(state.yearHigh!.day)} tarihini taşıyor.`;
    case "low":
      return isClose(state, state.yearLow!)
        ? sinceThen(facts)
        : say`O kapanışların en düşüğü ${suffixed(pen.price(state.yearLow!.figure), "instrumental")} ${pen.day(state.yearLow!.day)} tarihini taşıyor.`;
    case "near-high":
      return join([
        say`${symbol} son bir yılın en yüksek kapanışını ${suffixed(pen.day(state.yearHigh!.day), "locative")} yaptı.`,
        sinceThen(facts),
      ]);
    case "near-low":
      return join([
        say`${symbol} son bir yılın en düşük kapanışını ${suffixed(pen.day(state.yearLow!.day), "locative")} yaptı.`,
        sinceThen(facts),
      ]);
    case "ahead":
    case "behind":
      return say`Fiyat bu sürelerde sırasıyla ${figures(state.past.map(span => say`${pen.change(span.asset)}`))} değişti; ${named(benchmark.name, "locative", pen)} değişim ${figures(state.past.map(span => say`${pen.change(span.benchmark!.change)}`))}.`;
    case "turnover-high":
    case "turnover-low":
      return say`Son bir günün ${pen.money(state.volume24h!)} tutarındaki işlem hacmi piyasa değerinin ${suffixed(pen.ratio(liquidity!.turnover, 2), "possessive")}${turnoverBeside(facts)}. Bu oran el değiştireni sayar; bu fiyatlardan ne kadar alınıp satılabileceğini göstermez.`;
    case "livelier":
    case "calmer":
      return say`Günlük getirilerin standart sapması şimdi ${pen.volatility(risk!.daily, 1)}, fiyat ${pen.price(state.price)}.`;
    case "leads":
    case "lags":
      return besidePeers(facts);
    case "unit": {
      const coins = table!.classes.find(one => one.class === "crypto")!.median!;
      return say`Coin paritelerinde medyan değişim ${pen.change(coins)}: o coinler dolara karşı ${named(asset.symbol, "ablative", pen)} daha çok ${rose(coins) ? "düştü" : "yükseldi"}.`;
    }
    default:
      return moved(facts);
  }
}

const tieP = ({dependence, pen}: Facts): Text => [pen.isP(dependence!.leading.adjustedP)];

function outside({since, fixed, pen}: Facts): Text {
  const one = missed(since!)[0]!;
  const range = say`${pen.roughPrice(one.low)} ile ${pen.roughPrice(one.high)} arasında`;
  const now = one.state === "decided" ? "belirleyici kapanış" : "fiyat şimdi";
  return say`Not, olası sonuçların ${pen.worded(fixed.half, "yarısını")} ${range} görüyordu; ${now} ${pen.price(one.price)}.`;
}

function besidePeers({peers, asset, pen}: Facts): Text {
  const {place, median, rows} = peers!;
  const row = rows.find(one => one.asset.id === asset.id);
  const [own, others] = place.change30d
    ? [row?.change30d, median.change30d]
    : [row?.change24h, median.change24h];
  if (!own) return [];
  const moved = say`${pen.size(own)} ${verb(own)}`;
  return others
    ? say`${pen.name(asset.symbol)} ${moved}; ötekilerin medyanı ${pen.change(others)}.`
    : say`${pen.name(asset.symbol)} ${moved}.`;
}

function moved({state, asset, risk, pen}: Facts): Text {
  const {change24h} = state;
  const symbol = pen.name(asset.symbol);
  if (!change24h)
    return say`${sourceName(state.sources, pen)} kaydına göre ${named(asset.symbol, "genitive", pen)} fiyatı ${pen.price(state.price)}.`;
  const measure =
    risk?.day && Math.abs(risk.day.deviations.value) < 1
      ? say`; günlük standart sapması ${pen.volatility(risk.day.usual, 1)}`
      : [];
  return say`${symbol} dolara karşı bir günde ${pen.size(change24h, 2)} ${rose(change24h) ? "yükselerek" : "gerileyerek"} ${suffixed(pen.price(state.price), "dative")} geldi${measure}.`;
}

function turnoverBeside({liquidity, pen}: Facts): Text {
  const {universe, history} = liquidity!;
  if (history && (history.percentile.value >= 0.9 || history.percentile.value <= 0.1))
    return say`; kendi son ${pen.count(history.days)} gününün medyanı ${pen.ratio(history.median)}`;
  return universe
    ? say`; ${pen.count(universe.size)} büyük coinde medyan ${pen.ratio(universe.median)}`
    : [];
}

/** The second sentence: how the tie to the benchmark stands, unless that has led. */
function besideSentence(story: Story, facts: Facts): Text {
  const {dependence, asset, benchmark, pen, state} = facts;
  const other = (form: "accusative" | "instrumental" | "ablative") =>
    named(benchmark.name, form, pen);
  if (["decoupled", "looser", "closer"].includes(story.lead)) return sinceThen(facts);
  if (!dependence && asset.id === benchmark.id) return sinceThen(facts);
  if (!dependence)
    return facts.risk
      ? say`${capital(other("ablative"))} kopup kopmadığını söylemek için kayıttakinden daha uzun bir günlük getiri geçmişi gerekir; bu not tahmin yürütmüyor.`
      : say`${capital(other("ablative"))} kopup kopmadığını söylemek için aylarca günlük getiri gerekir. Bu verilerde yok; bu not da tahmin yürütmüyor.`;
  const {leading} = dependence;
  const numbers = say`${pen.count(leading.days)} günlük sıra korelasyonu ${pen.correlation(leading.rho)}, öncesinde ${pen.correlation(leading.baselineRho)}`;
  if (leading.verdict !== "no-change-found")
    return say`${other("instrumental")} bağı da değişti: ${numbers}.`;
  if (leading.rho.value < together)
    return say`${other("instrumental")} günlük bağı zaten gevşekti; bu verilerin gösterebileceği bir değişiklik yok: ${numbers}.`;
  const beside = state.recent?.benchmark?.change;
  const apart =
    story.lead === "run" &&
    beside &&
    (Math.abs(beside.value) < barely || rose(beside) !== rose(state.recent!.asset));
  if (apart)
    return say`Makas açıldı, ama günlük hareketlerde ${other("instrumental")} bağ yerinde duruyor: ${numbers}.`;
  if (leading.rho.value < 0.6)
    return say`${other("instrumental")} bağı orta düzeyde, değiştiğini gösteren bir şey de yok: ${numbers}.`;
  return leading.rho.value < 0.8
    ? say`Günlük hareketlerinde yine büyük ölçüde ${other("instrumental")} birlikte: ${numbers}.`
    : say`Günlük hareketlerinde ${other("accusative")} yakından izliyor: ${numbers}.`;
}

/** A month of it, beside the benchmark's. */
function sinceThen(facts: Facts): Text {
  const {state, benchmark, pen} = facts;
  const month = state.past[0];
  if (!month) return moved(facts);
  const own = say`Son ${pen.count(month.days)} günde ${pen.size(month.asset)} ${verb(month.asset)}`;
  const beside = month.benchmark?.change;
  return beside
    ? say`${own}; ${named(benchmark.name, "locative", pen)} ${rose(beside) ? "artış" : "düşüş"} ${pen.size(beside)}.`
    : say`${own}.`;
}
