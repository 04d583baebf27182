import type {Section} from "../../model/article.ts";
import type {FigureName} from "../../model/figure.ts";
import {abstentionCounts} from "../../model/figureNames.ts";
import type {Abstention, AbstentionReason} from "../../model/finding.ts";
import {say, type Text} from "../../model/text.ts";
import {countOf} from "../../narrative/counted.ts";
import type {Facts} from "../../narrative/facts.ts";
import {isTold, turns} from "../../narrative/moves.ts";
import {suffixed} from "./suffix.ts";
import {named, rose} from "./words.ts";

/** What the data cannot carry: an abstention is a finding, and is said. */
export function unknown(facts: Facts): Section {
  const items = [
    ...facts.abstentions
      .filter(({reason}) => !silent.includes(reason.kind))
      .map(one => abstention(one, facts)),
    attention(facts),
    faults(facts),
  ].filter(text => text.length > 0);
  return {
    heading: say`Bu verilerin söylemedikleri`,
    blocks: [
      {kind: "paragraph", text: absent(facts)},
      ...(items.length ? [{kind: "list" as const, items}] : []),
    ],
  };
}

/** Told together, or elsewhere. */
const silent: readonly AbstentionReason["kind"][] = [
  "too-few-legs",
  "no-causes",
  "no-order-books",
  "no-holders",
  "is-benchmark",
  "own-ruler",
];

/** What no record of this kind holds, in a sentence or two. */
function absent({abstentions, state, asset, pen}: Facts): Text {
  const books = abstentions.some(({reason}) => reason.kind === "no-order-books");
  const {recent, change24h} = state;
  const turned = recent && change24h && turns(recent, change24h);
  const why =
    recent && isTold(recent)
      ? say`${named(asset.symbol, "genitive", pen)} ${pen.day(recent.from)} kapanışından bu yana neden ${rose(recent.asset) ? "yükseldiği" : "gerilediği"}${turned ? `, son günde ise neden ${rose(change24h) ? "yükseldiği" : "gerilediği"}` : ""} kayıtta yazmıyor; bu not da bir neden öne sürmüyor.`
      : say`Kayıtta nedenlere ilişkin bir şey yok; bu not da neden öne sürmüyor.`;
  return books
    ? say`${why} Emir defterleri de kayıtta yok; derinlik ve hacmin hangi borsada ne kadar olduğu bu yüzden açık kalıyor.`
    : why;
}

function abstention({about, reason}: Abstention, facts: Facts): Text {
  const {pen, asset, benchmark, state} = facts;
  const count = (name: FigureName<"count">, value: number) =>
    pen.counted(countOf(name, value, state.price.asOf));
  switch (reason.kind) {
    case "no-volume-or-cap":
      return say`Hacmin piyasa değerine oranı: ${pen.name(asset.symbol)} için güncel işlem hacmi ile piyasa değeri kayıtta birlikte yok.`;
    case "no-history":
      return about === "decoupling"
        ? say`${named(asset.symbol, "genitive", pen)} ${named(benchmark.name, "ablative", pen)} kopup kopmadığı: bunu söylemek için hem onun hem ${named(benchmark.name, "genitive", pen)} aylar boyunca günlük kapanışları gerekir, kayıtta yok. Bir günlük değişim getiridir, korelasyon değil.`
        : about === "cases"
          ? say`Senaryolar: kayıttaki kapanışlar hiç oynamıyor, onlardan bir şey simüle edilemez.`
          : say`Oynaklık, zirveden düşüş ve senaryolar: günlük kapanışların geçmişini ister, kayıtta yok.`;
    case "history-ends":
      return say`Günlük kapanışlara dayanan her şey: kayıttaki son kapanış ${pen.day(reason.day)} gününe ait, bugünü anlatamayacak kadar eski.`;
    case "beyond-record":
      return say`Nereye gidebileceği: ${named(asset.symbol, "genitive", pen)} kayıtlarında bu güne benzeyen bir gün yok; bu yüzden bir aralık da çizilmiyor.`;
    case "too-few-days":
      return say`${subjects[about] ?? about}: kayıtta ${count(abstentionCounts.days(about), reason.days)} günlük getiri var, en az ${count(abstentionCounts.daysNeeded(about), reason.needed)} gerekir.`;
    case "no-quotes":
      return say`Öteki para birimlerindeki değişim: bu saatler için kayıtta parite yok.`;
    case "no-change-known":
      return say`Günlük değişim: kayıtta daha eski bir fiyat yok.`;
    default:
      return [];
  }
}

const subjects: Readonly<Record<string, string>> = {
  decoupling: "Bağın değişip değişmediği",
  cases: "Senaryolar",
  risk: "Oynaklık ve zirveden düşüş",
};

function attention({attention: found, pen}: Facts): Text {
  if (!found) return [];
  return say`İlginin ne anlama geldiği: ${pen.name(found.source)} bu coini en çok aranan ${pen.count(found.listed)} coin arasında ${pen.count(found.rank)}. sırada gösteriyor. Demek ki çok kişi aramış; bundan ötesi çıkmaz.`;
}

function faults({exclusions, pen}: Facts): Text {
  const prints = exclusions.filter(one => one.day !== undefined);
  const first = prints[0]?.day;
  if (!first) return [];
  return prints.length === 1
    ? say`${suffixed(pen.day(first), "relative")} fiyat: yöntemin kurallarına göre o gün veri akışı hatalı. O kapanış ya da ondan hesaplanan getiriler dışarıda bırakıldı; ayrıntı kanıt dosyasında.`
    : say`Bazı günlerin fiyatı: yöntemin kurallarına göre, ilki ${pen.day(first)} olmak üzere birkaç gün veri akışı hatalı. O kapanışlar ya da onlardan hesaplanan getiriler dışarıda bırakıldı; dökümü kanıt dosyasında.`;
}
