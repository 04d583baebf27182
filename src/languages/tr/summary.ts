import {join, say, type Text} from "../../model/text.ts";
import type {Facts} from "../../narrative/facts.ts";
import {apart} from "../../narrative/pen.ts";
import {summaryPoints} from "../../narrative/points.ts";
import {type AngleKind, missed, type Story} from "../../narrative/story.ts";
import {dayRecord, levelRecord, volatilityRecord, volumeRecord} from "./rare.ts";
import {widest} from "./ruler.ts";
import {suffixed} from "./suffix.ts";
import {spans, verb} from "./title.ts";
import {againstClass, group, list, named, rose} from "./words.ts";

/** What to take away, in the order of its weight. */
export function summary(story: Story, facts: Facts): Text[] {
  return summaryPoints(story, {
    of: angle => (angle === story.lead && toldByDeck.includes(angle) ? [] : point(angle, facts)),
    turnover: turnover(facts),
    quotes: quotesPoint(facts),
  });
}

/** The deck has said it. */
const toldByDeck: readonly AngleKind[] = ["coin-day", "high", "low", "busy", "turnover-high"];

function point(angle: AngleKind, facts: Facts): Text {
  const {risk, records, pen} = facts;
  switch (angle) {
    case "decoupled":
    case "looser":
    case "closer":
    case "tie":
      return dependence(facts);
    case "case-missed":
      return earlier(facts);
    case "peg":
      return widest(facts);
    case "ruler-day":
    case "cohort":
    case "market-day":
      // Their sections tell them.
      return [];
    case "coin-day":
      return dayRecord(facts);
    case "week":
    case "month":
      return span(angle === "week" ? 7 : 30, facts);
    case "high":
    case "low":
      return levelRecord(facts);
    case "busy":
    case "thin":
      return volumeRecord(facts);
    case "ahead":
    case "behind":
      return past(facts);
    case "fallen":
      return say`Kayıtlardaki en yüksek kapanışının hâlâ ${pen.drawdown(risk!.fromPeak!, 0)} altında.`;
    case "turnover-high":
    case "turnover-low":
      return turnover(facts);
    case "livelier":
    case "calmer":
      return join([
        say`Son bir ayda günlük standart sapma ${pen.volatility(records!.volatility!.figure, 1)}.`,
        volatilityRecord(facts),
      ]);
    case "leads":
    case "lags":
      return peers(facts);
    case "unit":
      return unit(facts);
    case "quiet":
      return field(facts);
    case "outlook":
      return outlook(facts);
    case "lacking":
      return lacking(facts);
  }
}

/** The others on that day, in a line. */
function field({field: found, pen}: Facts): Text {
  if (!found) return [];
  const {up, down, coins, median} = found;
  return say`Diğer ${pen.count(coins)} coinin ${suffixed(pen.count(up), "possessive")} yükseldi, ${suffixed(pen.count(down), "possessive")} geriledi; medyan değişim ${pen.change(median)}.`;
}

function span(window: 7 | 30, facts: Facts): Text {
  const {records, benchmark, pen} = facts;
  const found = records!.spans.find(one => one.window === window)!;
  const {change, start, madeBy} = found;
  const other = found.benchmark?.change;
  const own = say`${pen.shortDay(start.day)} kapanışından bu yana ${pen.size(change)} ${rose(change) ? "artış" : "düşüş"}`;
  const beside = other
    ? say`; aynı günlerde ${named(benchmark.name, "locative", pen)} ${rose(other) ? "artış" : "düşüş"} ${pen.size(other)}`
    : [];
  const made = madeBy
    ? say` Yalnızca ${pen.day(madeBy.day)} günü ${pen.change(madeBy.figure)}.`
    : [];
  return say`${own}${beside}.${made}`;
}

function dependence({dependence: found, benchmark, pen}: Facts): Text {
  if (!found) return [];
  const {leading, decoupled, movedBy, inverse} = found;
  const both = say`${named(benchmark.name, "instrumental", pen)} sıra korelasyonu ${pen.count(leading.days)} günde ${pen.correlation(leading.rho)}, önceki ${pen.count(leading.baselineDays)} günde ${pen.correlation(leading.baselineRho)}`;
  const adjusted = found.picked
    ? say`seçimi yapan taramanın ${pen.count(found.picked.tests)} testine göre düzeltilince ${pen.isP(leading.adjustedP)}`
    : say`sınanan pencerelere göre düzeltilince ${pen.isP(leading.adjustedP)}`;
  if (leading.verdict === "no-change-found") {
    const chance = say`aradaki fark tesadüfün sınırları içinde (${adjusted})`;
    return leading.rho.value >= leading.baselineRho.value
      ? say`Ayrışma belirtisi yok: ${both}; ${chance}.`
      : say`${named(benchmark.name, "instrumental", pen)} bağında değişiklik bulunmadı: ${both}; ${chance}.`;
  }
  if (inverse)
    return say`${named(benchmark.name, "dative", pen)} ters yönde hareket ediyor: ${both} (${adjusted}).`;
  if (leading.verdict === "strengthened")
    return movedBy === "asset"
      ? say`Bağ sıkılaştı: ${both} (${adjusted}).`
      : say`Korelasyon yükseldi, ama bağı sıkılaştıran coinin kendisi değil: ${both} (${adjusted}).`;
  return decoupled
    ? say`Önceden belirlenen teste göre ayrışma: ${both} (${adjusted}).`
    : say`Bağ gevşedi, ama ayrışma değil: ${both} (${adjusted}).`;
}

/** The longest span, as all of them point one way. */
function past(facts: Facts): Text {
  const {state, benchmark, pen} = facts;
  const span = state.past.at(-1)!;
  const other = span.benchmark!.change;
  const ahead = span.asset.value > other.value ? "önünde" : "gerisinde";
  return say`Son ${pen.count(span.days)} günde ${pen.size(span.asset)} ${verb(span.asset)}, ${named(benchmark.name, "locative", pen)} ${rose(other) ? "artış" : "düşüş"} ${pen.size(other)}; ${spans(facts)} günün hepsinde ${named(benchmark.name, "genitive", pen)} ${ahead}.`;
}

function earlier({since, fixed, pen}: Facts): Text {
  const one = missed(since!)[0]!;
  const now = one.state === "decided" ? "kapanış" : "fiyat şimdi";
  return say`${pen.shortDay(one.note.asOf.slice(0, 10))} tarihli notumuz ${pen.shortDay(one.date)} için sonuçların ${pen.worded(fixed.half, "yarısını")} ${pen.roughPrice(one.low)} ile ${pen.roughPrice(one.high)} arasında görüyordu; ${now} ${pen.price(one.price)}.`;
}

function peers({peers: found, asset, pen}: Facts): Text {
  if (!found) return [];
  const {place, median, rows, size, sector} = found;
  const own = rows.find(row => row.asset.id === asset.id);
  const [rank, change, others, span] = place.change30d
    ? [place.change30d, own?.change30d, median.change30d, "Bir aylık"]
    : [place.change24h, own?.change24h, median.change24h, "Bir günlük"];
  if (!rank || !change) return [];
  const beside = others ? say`; ötekilerin medyanı ${pen.change(others)}` : [];
  return say`${span} getiride ${group(sector, pen)} arasında ${pen.count(rank)}. sırada (${pen.count(size)} coin): ${pen.change(change)}${beside}.`;
}

function unit({table, asset, pen}: Facts): Text {
  const coins = table!.classes.find(one => one.class === "crypto")!.median!;
  return say`Dolarla ${pen.change(table!.dollars, 2)}, karşı birim olan coinlerle ${pen.change(coins, 2)} (medyan): işareti, ${named(asset.symbol, "genitive", pen)} neyle fiyatlandığı belirliyor.`;
}

/** The nearest base range, by its width. */
function outlook({cases: found, fixed, pen}: Facts): Text {
  const set = found?.sets[0];
  if (!set) return [];
  const {p25, p75} = set.quantiles;
  const [low, high] = apart([p25, p75], pen.roughPrice);
  const range = say`${low} ile ${high} arasında`;
  const half = pen.worded(fixed.half, "yarısı");
  const width = p75.value / p25.value;
  if (width > 1.45)
    return say`Önünde geniş bir aralık var: ${pen.day(set.date)} için simüle edilen sonuçların ${half} ${range}.`;
  if (width < 1.2)
    return say`${pen.day(set.date)} için simüle edilen sonuçların ${half} dar bir aralıkta, ${range}.`;
  return say`${pen.day(set.date)} için simüle edilen sonuçların ${half} ${range}; ${pen.worded(fixed.quarter, "dörtte biri")} altında, ${pen.worded(fixed.quarter, "dörtte biri")} üzerinde.`;
}

function quotesPoint({table, pen}: Facts): Text {
  const medians = table?.classes.filter(one => one.median) ?? [];
  if (!table || medians.length === 0) return [];
  const each = list(
    medians.map(one => say`${againstClass[one.class]} ${pen.change(one.median!, 2)}`),
  );
  return say`Dolarla değişim ${pen.change(table.dollars, 2)}; ${each} (medyan).`;
}

/** What a reader would look for and these data do not hold. */
function lacking({dependence: tie, risk, cases: forecast, asset, benchmark, pen}: Facts): Text {
  const missing = [
    ...(tie || asset.id === benchmark.id
      ? []
      : [say`${named(benchmark.name, "instrumental", pen)} nasıl birlikte hareket ettiği`]),
    ...(risk ? [] : [say`ne kadar oynadığı`]),
    ...(forecast ? [] : [say`nereye gidebileceği`]),
  ];
  if (missing.length === 0) return [];
  return say`Bu verilerden çıkarılamayanlar: ${list(missing)}.`;
}

function turnover({state, liquidity, pen}: Facts): Text {
  if (!state.turnover || !state.volume24h) return [];
  const own = say`Son bir günde ${pen.money(state.volume24h)} işlem hacmi: piyasa değerinin ${suffixed(pen.ratio(state.turnover, 2), "possessive")}`;
  const universe = liquidity?.universe;
  const against = universe
    ? say`; ${pen.count(universe.size)} coinde medyan ${pen.ratio(universe.median)}`
    : [];
  const limit =
    (universe?.below.value ?? 0) > 0.8
      ? " Ne kadarının el değiştirdiğini söyler, hangi derinlikte olduğunu değil."
      : "";
  return say`${own}${against}.${limit}`;
}
