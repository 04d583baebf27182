import {say} from "../../model/text.ts";
import type {Words} from "../../narrative/point.ts";
import type {UnknownHeading, UnknownSentence} from "../../narrative/unknown.ts";
import {suffixed} from "./suffix.ts";
import {named} from "./words.ts";

export const unknownHeadings: Words<UnknownHeading> = {unknown: () => say`Bilmediklerimiz`};

export const unknownSentences: Words<UnknownSentence> = {
  "causes-untold"({move}, {asset, pen}) {
    if (!move) return say`Kimin, neden işlem yaptığı: kayıtta nedenlere ilişkin bir şey yok.`;
    const {from, way, turned} = move;
    const then = turned
      ? say`, son günde ise neden ${turned === "up" ? "yükseldiği" : "gerilediği"}`
      : [];
    return say`${named(asset.symbol, "genitive", pen)} ${pen.day(from)} kapanışından bu yana neden ${way === "up" ? "yükseldiği" : "gerilediği"}${then} ve kimin ${way === "up" ? "aldığı" : "sattığı"}: kayıtta nedenlere ilişkin bir şey yok.`;
  },
  "books-untold": () => say`Emir defterlerinin nasıl olduğu: kayıtta yok.`,
  "turnover-untold": (_, {asset, pen}) =>
    say`Hacmin piyasa değerine oranı: ${pen.name(asset.symbol)} için güncel işlem hacmi ile piyasa değeri kayıtta birlikte yok.`,
  "tie-untold": (_, {asset, benchmark, pen}) =>
    say`${named(asset.symbol, "genitive", pen)} ${named(benchmark.name, "ablative", pen)} kopup kopmadığı: bunu söylemek için ikisinin de aylar boyunca günlük kapanışları gerekir, kayıtta yok. Bir günlük değişim getiridir, korelasyon değil.`,
  "cases-untold-still": () =>
    say`Nereye gidebileceği: kayıttaki kapanışlar hiç oynamıyor, onlardan bir şey simüle edilemez.`,
  "history-untold": () =>
    say`Ne kadar dalgalandığı ve nereye gidebileceği: günlük kapanışların geçmişini ister, kayıtta yok.`,
  "closes-too-old": ({day}, {pen}) =>
    say`Günlük kapanışlara dayanan her şey: kayıttaki son kapanış ${pen.day(day)} gününe ait, bugünü anlatamayacak kadar eski.`,
  "cases-untold-unlike": (_, {asset, pen}) =>
    say`Nereye gidebileceği: ${named(asset.symbol, "genitive", pen)} kayıtlarında bu güne benzeyen bir gün yok; bu yüzden bir aralık da çizilmiyor.`,
  "too-few-returns": ({about, days, needed}, {pen}) =>
    say`${subjects[about]}: kayıtta ${pen.counted(days)} günlük getiri var, en az ${pen.counted(needed)} gerekir.`,
  "quotes-untold": () =>
    say`Öteki para birimlerindeki değişim: bu saatler için kayıtta parite yok.`,
  "day-untold": () => say`Günlük değişim: kayıtta daha eski bir fiyat yok.`,
  searched: ({rank, listed, source}, {pen}) =>
    say`Kimin arattığı: ${pen.name(source)} bu coini en çok aranan ${pen.count(listed)} coin arasında ${pen.count(rank)}. sırada gösteriyor; aramak almak değildir.`,
  "feed-faults": ({first, days}, {pen}) =>
    days === "one"
      ? say`${suffixed(pen.day(first), "relative")} fiyat: yöntemin kurallarına göre o gün veri akışı hatalı. O kapanış ya da ondan hesaplanan getiriler dışarıda bırakıldı; ayrıntı kanıt dosyasında.`
      : say`Bazı günlerin fiyatı: yöntemin kurallarına göre, ilki ${pen.day(first)} olmak üzere birkaç gün veri akışı hatalı. O kapanışlar ya da onlardan hesaplanan getiriler dışarıda bırakıldı; dökümü kanıt dosyasında.`,
};

const subjects = {
  tie: "Bağın değişip değişmediği",
  cases: "Nereye gidebileceği",
  risk: "Ne kadar dalgalandığı",
} as const;
