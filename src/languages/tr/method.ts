import type {Section} from "../../model/article.ts";
import type {CasesFinding} from "../../model/finding.ts";
import {say, type Text} from "../../model/text.ts";
import type {Facts} from "../../narrative/facts.ts";
import {noun} from "./nouns.ts";
import {suffixed} from "./suffix.ts";
import {figures, named} from "./words.ts";

type CasesRecord = NonNullable<CasesFinding["record"]>;

/** Drift, tilt and record are of the method as it is; nothing else in a note is of later than its day. */
const later = ({until}: CasesRecord, {start}: CasesFinding): Text =>
  until > start.asOf.slice(0, 10)
    ? say`Bu kayma, eğim ve aşağıdakiler yöntemin sonraki kaydıdır: bu notun gününden sonra ölçüldü, o gün bilinemezdi. `
    : [];

/** How each kind of figure is made, for those that the note holds. */
export function method({
  asset,
  dependence,
  sector,
  outliers,
  table,
  cases,
  risk,
  liquidity,
  pen,
  benchmark,
  fixed,
  state: {tradingDays},
}: Facts): Section {
  const others = named(benchmark.name, "genitive", pen);
  const withOther = named(benchmark.name, "instrumental", pen);
  const hours = pen.count(fixed.hours);
  const rest = tradingDays
    ? "; geri kalan her şey bir kapanıştan ötekine logaritmik getirilere dayanır. Eksik gün eksik kalır, daha uzun bir boşluğu aşan getiri kullanılmaz"
    : "; geri kalan her şey UTC kapanışları arasındaki günlük logaritmik getirilere dayanır. Eksik gün eksik kalır, boşluğu aşan getiri kullanılmaz";
  const items = [
    say`${hours} saatlik değişimler basit getiridir${dependence || risk || cases ? rest : ""}.`,
    ...(tradingDays
      ? [
          say`${pen.name(asset.symbol)} yılda ${pen.count(tradingDays)} gün işlem görüyor; sayı kendi kapanışlarından. Cuma ile pazartesi, bir tatilden önceki ve sonraki günler gibi, burada komşudur; pencerelerin günleri işlem günüdür.${dependence ? say` ${others} hareketi de aynı kapanışlar arasında sayılır; kapanış saatleri ayrı olabilir, bu da bir bağı olduğundan zayıf gösterir.` : ""}`,
        ]
      : []),
    ...(dependence
      ? [
          say`Bağımlılık, ${withOther} Spearman sıra korelasyonuyla ölçülür. Değişip değişmediği Fisher ölçeğinde, etki değerlerinden hesaplanan standart hatayla ve Student t dağılımına göre ${pen.level(dependence.level)} düzeyinde sınanır; bu standart hata, kalın kuyruk ve değişen oynaklık altında alışılmış formülün tersine geçerliliğini korur. p değerleri ${dependence.picked ? "taramadaki bütün sınamalar" : "pencereler"} için düzeltilir (Benjamini ve Hochberg); artışta da düşüşte de hüküm buna göredir. Korelasyonun mutlak değeri küçüldükçe bağ zayıflar. “Ayrışma” sözcüğü ancak artı yönlü bir bağ zayıflamış, ters dönmemiş ve değişimde ${noun(asset, "genitive")} kendi payı ${others} oynaklığının payını aşmışsa kullanılır (Forbes ve Rigobon).`,
          say`Doğrusal korelasyondaki değişim Shapley değerleriyle bileşenlerine ayrılır: beta, ${others} oynaklığı ve ${others} açıklamadığı kısmın oynaklığı.${dependence.change?.since ? " Değişimin tarihi, bir günün öncesi ile sonrasındaki etki değerleri arasında en büyük farkın çıktığı gündür (Wied, Dehling, van Kampen ve Vogel); yalnızca o sınama reddettiğinde yazılır." : ""}`,
          ...(sector
            ? [
                say`Öteki büyük coinler, fiyat tablosunda karşı birim olarak yer alan coinlerin eşit ağırlıklı endeksidir; ${pen.name(asset.symbol)} ve ${pen.name(benchmark.name)} dışarıda tutulur. Kısmi korelasyon sıralar üzerindendir; paylar, önce ${others}, sonra endeksin girdiği bir regresyondandır.`,
              ]
            : []),
        ]
      : []),
    ...(table
      ? [
          say`Karşı birimin kendi hareketi, bir varlığın dolarla ve o birimle değişiminden çıkar: dolarla büyüme bölü o birimle büyüme, eksi bir. Her varlık için aynıdır.${outliers?.excluded.length ? say` Modifiye z skoru ${suffixed(pen.z(outliers.threshold), "accusative")} aşan parite medyana katılmaz; skor, sınıf içindeki medyandan ve medyandan mutlak sapmaların medyanından hesaplanır (Iglewicz ve Hoaglin).` : ""}`,
        ]
      : []),
    ...(liquidity
      ? [
          say`Hacim / piyasa değeri oranı, son ${hours} saatin işlem hacminin piyasa değerine bölümüdür; her biri kaynağın verdiği gibi alınır. Kayan pencereli hacimler hiçbir zaman toplanmaz.`,
        ]
      : []),
    ...(risk
      ? [
          say`Oynaklık, günlük logaritmik getirilerin standart sapması ile ${suffixed(pen.count(tradingDays ?? fixed.year), "genitive")} karekökünün çarpımıdır; bu piyasa yılın ${tradingDays ? "o kadar gününde" : "her günü"} açıktır. Bir gün, öncesindeki günlerin standart sapmasıyla ölçülür.`,
        ]
      : []),
    ...(cases ? casesItems(cases, asset, {pen, fixed}) : []),
  ];
  return {heading: say`Yöntem`, blocks: [{kind: "list", items}]};
}

/** How the cases are made, and how they have held. */
function casesItems(
  cases: CasesFinding,
  asset: Facts["asset"],
  {pen, fixed}: Pick<Facts, "pen" | "fixed">,
): Text[] {
  const {record} = cases;
  const drifts = figures(cases.sets.map(set => say`${pen.change(set.drift)}`));
  const made = say`Senaryolar, filtrelenmiş tarihsel simülasyonun ${pen.count(cases.paths)} yolundan çıkar: son ${pen.count(cases.history)} günlük getiri kendi koşullu oynaklığına bölünür, yeniden çekilir ve olağan düzeyine dönmekte olan bugünkü oynaklıkla ölçeklenir. Ayı, temel ve boğa senaryoları, sırasıyla sonuçların en alttaki ${pen.worded(fixed.quarter, "çeyreği")}, ortadaki ${pen.worded(fixed.half, "yarısı")} ve en üstteki ${pen.worded(fixed.quarter, "çeyreğidir")}.`;
  const seed = say`Rastgele sayıların tohumu ${noun(asset, "dative")} ve güne göre sabittir.`;
  const decided = say`Her senaryo kendi gününün ${record ? "UTC kapanışıyla" : "kapanışıyla"} sonuçlanır ve ona göre puanlanır; kapanış başka bir senaryonun aralığına düşerse çürütülmüş sayılır.`;
  if (!record)
    return [
      say`${made} ${seed}`,
      say`Böyle aralıkların ne sıklıkla tuttuğu coinlerde ölçüldü, ${noun(asset)} için ölçülmedi: kayma ve eğim katılmaz, bir sicil de öne sürülmez. ${decided}`,
    ];
  const held = cases.sets.flatMap(set => set.record?.coverage80 ?? []);
  const shares = figures(
    held.map((one, i) => {
      const share = pen.share(one, 1);
      return i === held.length - 1 ? suffixed(share, "possessiveAccusative") : [share];
    }),
  );
  return [
    say`${made} Medyanın kayması (ufuk sırasıyla ${drifts}) ile aralığın eğimi, ölçümdeki coinlerin bir bölümünde seçildi, kalanında da tutuyor. ${seed}`,
    say`${later(record, cases)}Aynı yolla ${pen.day(record.from)} ile ${pen.day(record.until)} arasında kurulan, en alttaki ${pen.worded(fixed.tenth, "onda birden")} en üstteki ${pen.worded(fixed.tenth, "onda bire")} uzanan aralıklar gerçekleşenlerin ${shares} kapsadı. Bunlar ortalamadır: coinler birlikte hareket eder; bazı yıllarda bir yıllık aralık gerçekleşenlerin çok daha çoğunu ya da çok daha azını kapsadı. ${decided}`,
  ];
}
