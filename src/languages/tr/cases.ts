import type {Block, Section} from "../../model/article.ts";
import type {Case, CaseSet, CasesFinding} from "../../model/finding.ts";
import {join, say, type Text} from "../../model/text.ts";
import {casesBody, drawnSet} from "../../narrative/charts.ts";
import type {Facts} from "../../narrative/facts.ts";
import {apart} from "../../narrative/pen.ts";
import {suffixed} from "./suffix.ts";
import {figures, sourceLine} from "./words.ts";

/** Where the price could go: three cases at three horizons, each with probability, date and rule. */
export function cases(facts: Facts): Section | undefined {
  const {cases: found} = facts;
  if (!found) return undefined;
  return {
    heading: heading(found),
    blocks: [
      {
        kind: "paragraph",
        text: join([nearest(found, facts), farthest(found, facts), start(found, facts)]),
      },
      chart(found, facts),
      table(found, facts),
    ],
  };
}

const lively = ({dailyVolatility, longRunVolatility}: CasesFinding) =>
  dailyVolatility.value / longRunVolatility.value;

function heading(found: CasesFinding): Text {
  if (lively(found) > 1.3) return say`Oynak bir başlangıçtan nereye`;
  if (lively(found) < 0.75) return say`Sakin bir başlangıçtan nereye`;
  return say`Fiyat nereye gidebilir`;
}

/** The base range of the nearest day, by how it lies about today's price. */
function nearest(found: CasesFinding, {fixed, pen}: Facts): Text {
  const set = found.sets[0]!;
  const {p25, p75} = set.quantiles;
  const half = pen.worded(fixed.half, "yarısı");
  const [low, high] = apart([p25, p75], pen.roughPrice);
  const range = say`${low} ile ${high} arasında`;
  const day = pen.day(set.date);
  const middle = Math.sqrt(p25.value * p75.value) / found.start.value;
  if (middle < 0.97)
    return say`${day} için temel senaryo, yani simüle edilen sonuçların ortadaki ${half}, ${range}. Aralığın ortası bugünkü ${suffixed(pen.price(found.start), "genitive")} altında: medyan, ölçümdeki coinlerde görüldüğü gibi bugünküne göre ${pen.change(set.drift)} (bkz. Yöntem).`;
  return p75.value / p25.value < 1.25
    ? say`Simülasyon ${suffixed(pen.price(found.start), "ablative")} başlıyor: ${day} için simüle edilen sonuçların ${half} ${range}.`
    : say`Çıkış noktası ${pen.price(found.start)}. ${day} kapanışı için simüle edilen sonuçların ${half} ${range}; temel senaryo bu.`;
}

function farthest(found: CasesFinding, {fixed, pen}: Facts): Text {
  const set = found.sets.at(-1)!;
  if (set === found.sets[0]) return [];
  const {p25, p75} = set.quantiles;
  const day = pen.day(set.date);
  const half = pen.worded(fixed.half, "yarısı");
  const width = p75.value / p25.value;
  const [low, high] = apart([p25, p75], pen.roughPrice);
  const range = say`${suffixed(low, "ablative")} ${suffixed(high, "dative")}`;
  if (width > 3.2)
    return say`${day} için sonuçların aynı ${half} ${range} uzanıyor; o güne tek bir fiyat söyleyen, bu verilerde olmayan bir şey biliyor demektir.`;
  return width > 2.2
    ? say`Süre uzadıkça aralık açılıyor: ${day} için ${range}.`
    : say`${day} için aralık ${range}.`;
}

/** Where today's volatility stands, as it sets the width of the near ranges. */
function start(found: CasesFinding, {pen}: Facts): Text {
  const usual = pen.volatility(found.longRunVolatility, 1);
  const now = pen.volatility(found.dailyVolatility, 1);
  if (lively(found) < 0.85)
    return say`Günlük oynaklık şimdi ${now}, olağan düzeyi ${usual}: piyasa sakin, bu yüzden yakın aralıklar dar; zaman geçtikçe yalnız süreyle açıklanandan hızlı genişliyorlar.`;
  return lively(found) > 1.15
    ? say`Günlük oynaklık şimdi ${now}, olağan düzeyi ${usual}: yakın aralıklar bu yüzden geniş.`
    : [];
}

/** The record of calibration, beside the cases that it is of; where it is of later days, as such. */
function record(found: CasesFinding, {pen}: Facts): Text {
  const held = figures(
    found.sets.map((set, i, all) => {
      const share = pen.share(set.record.coverage50, 1);
      return i === all.length - 1 ? suffixed(share, "possessiveAccusative") : [share];
    }),
  );
  const record = say`Bu yolla kurulan temel aralıklar ${pen.count(found.record.coins)} coinde, ufuk sırasıyla, gerçekleşenlerin ${held} kapsadı`;
  return found.record.until > found.start.asOf.slice(0, 10)
    ? say`${record}: yöntemin ${pen.day(found.record.until)} tarihine kadar uzanan sonraki kaydı, bu notun gününde bilinmiyordu (bkz. Yöntem).`
    : say`${record} (bkz. Yöntem).`;
}

const caseNames = {bear: "Ayı", base: "Temel", bull: "Boğa"} as const;

function range({low, high}: Case, {pen}: Facts): Text {
  if (!low) return say`${suffixed(pen.roughPrice(high!), "genitive")} altında`;
  if (!high) return say`${suffixed(pen.roughPrice(low), "genitive")} üstünde`;
  const [from, to] = apart([low, high], pen.roughPrice);
  return say`${from} ile ${to} arası`;
}

function firstSign({name, trigger}: Case, {pen}: Facts): Text {
  if (name === "base") return say`işaret yok`;
  if (!trigger) return say`fiyat şimdiden orada`;
  return say`${suffixed(pen.roughPrice(trigger), "genitive")} ${name === "bear" ? "altında" : "üstünde"} kapanış`;
}

function rowsOf(set: CaseSet, facts: Facts): Text[][] {
  const {pen} = facts;
  return set.cases.map((one, i) => [
    i === 0 ? say`${pen.day(set.date)}` : say``,
    say`${caseNames[one.name]}`,
    say`${pen.share(one.probability)}`,
    range(one, facts),
    firstSign(one, facts),
  ]);
}

function table(found: CasesFinding, facts: Facts): Block {
  const {pen} = facts;
  return {
    kind: "exhibit",
    title: say`Senaryolar: tarih, olasılık ve aralık`,
    body: {
      table: {
        columns: [
          {heading: say`Tarih`, align: "left"},
          {heading: say`Senaryo`, align: "left"},
          {heading: say`Olasılık`, align: "right"},
          {heading: say`Aralık`, align: "right"},
          {heading: say`İlk işaret`, align: "left"},
        ],
        rows: found.sets.flatMap(set => rowsOf(set, facts)),
      },
    },
    source: sourceLine(
      found.sources,
      say`Assay simülasyonu; başlangıç, ${pen.instant(found.start.asOf)} fiyatı. İlk işaret, logaritmik ölçekte sınıra giden yolun ortasıdır. ${record(found, facts)}`,
    ),
  };
}

function chart(found: CasesFinding, facts: Facts): Block {
  const {asset, pen, fixed} = facts;
  const set = drawnSet(found);
  const {p5, p25, p75, p95} = set.quantiles;
  const [low, high] = apart([p25, p75], pen.roughPrice);
  const [lowest, highest] = apart([p5, p95], pen.roughPrice);
  const alt = say`${pen.name(asset.name)} için ${pen.day(set.date)} gününe kadar simüle edilen aralık: sonuçların ${pen.worded(fixed.half, "yarısı")} ${low} ile ${high} arasında, ${pen.worded(fixed.nineTenths, "onda dokuzu")} ${lowest} ile ${highest} arasında.`;
  return {
    kind: "exhibit",
    title: say`${pen.name(asset.symbol)}: kapanışlar ve önümüzdeki ${pen.count(set.days)} gün için simüle edilen aralık`,
    body: casesBody(found, facts, {
      alt,
      watermark: "Simülasyon",
      labels: {
        price: `${asset.symbol}, ABD doları`,
        logarithmic: "logaritmik ölçek",
        bear: "Ayı",
        base: "Temel",
        bull: "Boğa",
        band50: "%50",
        band80: "%80",
        band90: "%90",
      },
    }),
    source: sourceLine(
      found.sources,
      say`Assay simülasyonu; başlangıç, ${pen.instant(found.start.asOf)} fiyatı.`,
    ),
  };
}
