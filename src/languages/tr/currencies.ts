import type {Block, Section} from "../../model/article.ts";
import {abstentionCounts} from "../../model/figureNames.ts";
import type {ClassSummary, DecompositionFinding, Leg} from "../../model/finding.ts";
import {join, say, type Text} from "../../model/text.ts";
import {isItself, quoteCode, quotesBody} from "../../narrative/charts.ts";
import {countOf} from "../../narrative/counted.ts";
import type {Facts} from "../../narrative/facts.ts";
import {apart} from "../../narrative/pen.ts";
import {turns} from "../../narrative/story.ts";
import {quoteName} from "./quotes.ts";
import {suffixed} from "./suffix.ts";
import {againstClass, classWords, list, moved, named, rose, sourceLine} from "./words.ts";

/** The change priced in other things, and what was left out of it. */
export function currencies(facts: Facts): Section | undefined {
  const {table} = facts;
  if (!table) return undefined;
  const exhibit = chart(table, facts);
  const rest = [
    excluded(facts),
    againstBenchmark(table, facts),
    weekend(table, facts),
    exhibit.length === 0 ? notes(table, facts) : [],
  ];
  return {
    heading: heading(table, facts),
    blocks: [
      paragraph(join([direction(table, facts), quotesOwn(table, facts)])),
      ...exhibit,
      ...rest.filter(text => text.length > 0).map(paragraph),
    ],
  };
}

const paragraph = (text: Text): Block => ({kind: "paragraph", text});

const verb = (up: boolean) => (up ? "yükseldi" : "geriledi");

function heading({dollars, classes, legs}: DecompositionFinding, facts: Facts): Text {
  const coins = classes.find(one => one.class === "crypto")?.median;
  if (coins && turns(coins, dollars))
    return rose(dollars)
      ? say`Dolar karşısında yukarı, coinler karşısında aşağı`
      : say`Dolar karşısında aşağı, coinler karşısında yukarı`;
  const live = legs.filter(({status}) => status === "live" || status === "excluded");
  if (live.length >= 10 && live.every(leg => rose(leg.change)))
    return say`Bütün paritelerde yükseliş`;
  if (live.length >= 10 && live.every(leg => leg.change.value < 0))
    return say`Bütün paritelerde düşüş`;
  return facts.outliers?.signChanged.length
    ? say`Öteki paritelerde görünüm ve elemenin etkisi`
    : say`Öteki paritelerde görünüm`;
}

function direction(table: DecompositionFinding, facts: Facts): Text {
  const {asset, pen} = facts;
  const counted = table.legs.filter(leg => leg.change.value !== 0);
  const up = counted.filter(leg => rose(leg.change)).length + (rose(table.dollars) ? 1 : 0);
  const symbol = pen.name(asset.symbol);
  if (up === table.legs.length + 1)
    return say`${symbol}, kayıttaki ${pen.count(table.quotes)} paritenin hepsinde yükseldi.`;
  if (up === 0 && counted.length === table.legs.length)
    return say`${symbol}, kayıttaki ${pen.count(table.quotes)} paritenin hepsinde geriledi.`;
  const parts = [true, false].flatMap(way => towards(way, table, facts));
  return parts.length ? say`${symbol}, ${join(parts, "; ")}.` : [];
}

/** The classes in which it mostly rose, or fell, in one clause. */
function towards(up: boolean, table: DecompositionFinding, facts: Facts): Text[] {
  const {pen} = facts;
  const counted = table.classes
    .filter(one => one.live.value >= 3 && one.up.value >= one.down.value === up)
    .map(one => ofClass(one, facts));
  const single = table.classes
    .filter(one => one.live.value < 3)
    .flatMap(({class: name}) => legsOf(name, table))
    .filter(leg => leg.change.value !== 0 && rose(leg.change) === up)
    .map(leg => say`${quoteName(leg.quote)} paritesinde (${pen.change(leg.change, 2)})`);
  const parts = [...counted, ...single];
  return parts.length ? [say`${list(parts)} ${verb(up)}`] : [];
}

const legsOf = (name: Leg["class"], {legs}: DecompositionFinding) =>
  legs.filter(leg => leg.class === name && leg.status === "live");

function ofClass({class: name, live, up, down}: ClassSummary, {pen}: Facts): Text {
  const most = up.value >= down.value ? up : down;
  const quotes = say`güncel ${pen.counted(live)} ${classWords[name]} paritesinin`;
  return most.value === live.value
    ? say`${quotes} hepsinde`
    : say`${quotes} ${suffixed(pen.counted(most), "possessiveLocative")}`;
}

function quotesOwn(table: DecompositionFinding, facts: Facts): Text {
  const {pen} = facts;
  const largest = table.legs
    .filter(({status}) => status === "live" || status === "excluded")
    .toSorted((a, b) => Math.abs(b.own.value) - Math.abs(a.own.value))
    .slice(0, 4);
  const first = largest[0];
  if (!first) return [];
  const moves = join(
    [rose(first.own), !rose(first.own)].flatMap(up => {
      const same = largest.filter(leg => rose(leg.own) === up);
      const each = same.map(leg => say`${quoteName(leg.quote)} ${pen.size(leg.own)}`);
      return same.length ? [say`${list(each)} ${verb(up)}`] : [];
    }),
    ", ",
  );
  const medians = table.classes.filter(one => one.median);
  const middle = medians.length
    ? say` Medyan değişim ${join(
        medians.map(one => say`${againstClass[one.class]} ${pen.change(one.median!)}`),
        ", ",
      )}.`
    : [];
  if (largest.length === 1) return say`Dolar karşısında ${moves}.${middle}`;
  const most = Math.abs(first.own.value);
  if (most < 0.015) return say`Karşı birimler dolar karşısında az oynadı: ${moves}.${middle}`;
  if (most >= 0.05) return say`Karşı birimler de dolar karşısında hareket etti: ${moves}.${middle}`;
  return say`Satırlar arasındaki fark, karşı birimlerin dolar karşısındaki kendi hareketlerinden geliyor; en büyükleri: ${moves}.${middle}`;
}

function excluded(facts: Facts): Text {
  const {outliers, table, pen} = facts;
  if (!outliers || !table) return [];
  const threshold = suffixed(pen.z(outliers.threshold), "accusative");
  const tested = say`${list(outliers.tested.map(one => say`${pen.counted(one.legs)} ${classWords[one.class]}`))} paritesi`;
  if (outliers.excluded.length === 0)
    return say`Elenen parite yok. Önceden konmuş kural, kendi sınıfında modifiye z skoru ${threshold} aşanı eler; sınanan ${tested} içinde böylesi çıkmadı.`;
  const each = list(outliers.excluded.map(leg => outlier(leg, facts)));
  const changed = table.classes.filter(one => one.median && one.medianWithExcluded);
  const most = Math.max(
    ...changed.map(one => Math.abs(one.median!.value - one.medianWithExcluded!.value)),
  );
  const effect = join(
    changed.map(one => medians(one, facts)),
    ", ",
  );
  const verdict = most < 0.001 ? "Sonuç bununla pek değişmiyor" : "Eleme sonucu değiştiriyor";
  return say`Önceden konmuş kural, kendi sınıfında modifiye z skoru ${threshold} aşan pariteyi eler. Sınanan ${tested} içinden ${suffixed(pen.counted(outliers.count), "possessive")} elendi: ${each}. ${verdict}: medyan, ${effect}.${signChanged(facts)}`;
}

/** A class's median without what was left out, and with it. */
function medians(one: ClassSummary, {outliers, pen}: Facts): Text {
  const [without, all] = [pen.change(one.median!, 2), pen.change(one.medianWithExcluded!, 2)];
  const count = outliers!.excluded.filter(leg => leg.class === one.class).length;
  const them = count > 1 ? "elenenler" : "elenen";
  return without.print === all.print
    ? say`${againstClass[one.class]} ${them} katılsa da katılmasa da ${without}`
    : say`${againstClass[one.class]} ${without} (${them} katılınca ${all})`;
}

function signChanged({outliers, table}: Facts): Text {
  const {signChanged: turned} = outliers!;
  if (turned.length === 0) return [];
  const names = list(turned.map(name => say`${againstClass[name]}`));
  const tiny = table!.classes
    .filter(one => turned.includes(one.class))
    .every(one => Math.abs(one.median?.value ?? 0) < 0.005);
  return tiny
    ? say` Eleme ${names} işareti çeviriyor; ancak oradaki medyan her hâlde yok denecek kadar küçük.`
    : say` Eleme ${names} işareti çeviriyor. Bu başlı başına bir bulgu: oradaki yön, neyin elendiğine bağlı.`;
}

/** The one figure that is most often misread: the change priced in the benchmark. */
function againstBenchmark(
  table: DecompositionFinding,
  {asset, benchmark, dependence, pen}: Facts,
): Text {
  const leg = table.legs.find(({quote}) => quote === benchmark.symbol.toLowerCase());
  if (!leg || isItself(leg, asset)) return [];
  const other = pen.name(benchmark.name);
  const inOther = named(benchmark.name, "instrumental", pen);
  const own = say`${other} dolar karşısında ${moved(leg.own, pen, 2)}`;
  const lesson = dependence
    ? []
    : say` Bu, başka bir birimle ölçülmüş getiridir, korelasyon değil; bir günlük değişimden korelasyon çıkmaz.`;
  const [change, dollars] = apart([leg.change, table.dollars], (one, more) =>
    pen.change(one, 2 + more),
  );
  if (leg.change.value * table.dollars.value < 0)
    return say`${inOther} fiyatlandığında işaret dönüyor: dolarla ${dollars} olan değişim ${change} oluyor, çünkü ${own}.${lesson}`;
  return Math.abs(leg.own.value) < 0.1 * Math.abs(table.dollars.value)
    ? say`${inOther} fiyatlandığında değişim neredeyse aynı, ${change}: ${own}.${lesson}`
    : say`${inOther} fiyatlandığında değişim ${change}, dolarla ${dollars}; aradaki fark ${named(benchmark.name, "genitive", pen)} kendi hareketi: ${own}.${lesson}`;
}

function outlier(leg: Leg & {readonly z: NonNullable<Leg["z"]>}, {pen}: Facts): Text {
  return say`${quoteName(leg.quote)} (${pen.change(leg.change)}; z ${pen.z(leg.z)}; dolar karşısında ${pen.size(leg.own)} ${verb(rose(leg.own))})`;
}

/** Where the changes come from, when the source does not give them as they stand. */
function basis(table: DecompositionFinding, {asset, pen}: Facts): Text {
  if (table.basis === "derived")
    return say`Kaynak ${pen.name(asset.symbol)} için böyle bir tablo vermiyor; karşı birimlerin hareketleri ${pen.name(table.reference.name)} satırından alınıp ${named(asset.symbol, "genitive", pen)} dolarla değişimine uygulandı.`;
  return table.basis === "closes" && table.days
    ? say`Değişimler ${pen.day(table.days.from)} gün sonundan ${pen.day(table.days.to)} gün sonuna kadardır; döviz kurları her gün kendi saatinde belirlenir.`
    : [];
}

function weekend({classes, weekend: shut}: DecompositionFinding, {pen, fixed}: Facts): Text {
  if (shut === "none" || classes.every(one => one.class === "crypto")) return [];
  return shut === "part"
    ? say`Döviz ve metal piyasaları bu ${pen.count(fixed.hours)} saatin bir bölümünde kapalıydı; oradaki hareketler cumadan kalma olabilir.`
    : say`Hafta sonuydu: döviz ve metal piyasaları bu ${pen.count(fixed.hours)} saatin çoğunda kapalıydı. Oradaki hareketler ya cuma gününden kalma ya da fiyatlar güncellenmemiş; hangisi olduğu bu verilerden anlaşılmıyor.`;
}

/** What belongs under the exhibit, or where there is none, at the end. */
const notes = (table: DecompositionFinding, facts: Facts): Text =>
  join([basis(table, facts), notCounted(table, facts), untested(facts)]);

/** What stands in the chart and in no count, with why. */
function notCounted(table: DecompositionFinding, {asset, pen}: Facts): Text {
  const stale = table.legs.some(leg => leg.status === "stale");
  const derived = table.legs.filter(leg => leg.status === "derived" && !isItself(leg, asset));
  const parts = [
    ...(stale ? [say`${staleNames(table)} (hareketsiz)`] : []),
    ...(derived.length
      ? [
          say`${list(derived.map(leg => [quoteCode(leg)]))} (tablodaki bir birime sabitli ya da onun alt birimi)`,
        ]
      : []),
    ...(table.legs.some(leg => isItself(leg, asset))
      ? [say`${named(asset.symbol, "genitive", pen)} kendisiyle fiyatı`]
      : []),
  ];
  return parts.length ? say`Sayıma girmeyenler: ${join(parts, "; ")}.` : [];
}

/** The classes of quotes that were too small for the rule of outliers. */
function untested({abstentions, pen, state}: Facts): Text {
  const classes = abstentions.flatMap(({reason}) =>
    reason.kind === "too-few-legs" && reason.legs > 0 ? [reason] : [],
  );
  const first = classes[0];
  if (!first) return [];
  const counted = classes.map(({class: name, legs}) => {
    const count = countOf(abstentionCounts.legs(name), legs, state.price.asOf);
    return say`${pen.counted(count)} ${classWords[name]} paritesi`;
  });
  const needed = pen.counted(countOf(abstentionCounts.legsNeeded, first.needed, state.price.asOf));
  return say`Aykırı değer sınaması için bir sınıfta en az ${needed} parite gerekir; sayısı yetmeyen: ${list(counted)}.`;
}

/** A class that has not moved at all is named as one. */
function staleNames({legs}: DecompositionFinding): Text {
  const byClass = [...Map.groupBy(legs, leg => leg.class)];
  return list(
    byClass.flatMap(([name, members]): Text[] => {
      const stale = members.filter(leg => leg.status === "stale");
      const counted = members.filter(leg => leg.status !== "derived");
      if (stale.length > 1 && stale.length === counted.length)
        return [say`kayıttaki bütün ${classWords[name]} pariteleri`];
      return stale.map(leg => [quoteCode(leg)]);
    }),
  );
}

function chart(table: DecompositionFinding, facts: Facts): Block[] {
  const {asset, pen} = facts;
  if (table.legs.length < 3) return [];
  const alt = say`${named(asset.name, "genitive", pen)} paritelere göre değişimi, sınıf sınıf; elenenler işaretli.`;
  return [
    {
      kind: "exhibit",
      title: say`${pen.name(asset.symbol)}, paritelere göre günlük değişim`,
      body: quotesBody(table, facts, {
        alt,
        watermark: "Simülasyon",
        labels: {
          change: `${asset.symbol}, karşı birime göre değişim`,
          classes: {fiat: "Para birimleri", crypto: "Coinler", metal: "Metaller"},
          statuses: {
            live: "sayıma giren",
            excluded: "aykırı, elendi",
            stale: "hareketsiz",
            derived: "sabitli ya da alt birim",
          },
          median: "medyan",
        },
      }),
      source: sourceLine(
        table.sources,
        join([say`${pen.instant(table.dollars.asOf)} itibarıyla.`, notes(table, facts)]),
      ),
    },
  ];
}
