import {say} from "../../model/text.ts";
import type {Words} from "../../narrative/point.ts";
import type {UnknownHeading, UnknownSentence} from "../../narrative/unknown.ts";
import {suffixed} from "./suffix.ts";
import {named} from "./words.ts";

export const unknownHeadings: Words<UnknownHeading> = {unknown: () => say`Bilmediklerimiz`};

export const unknownSentences: Words<UnknownSentence> = {
  "tie-untold": (_, {asset, benchmark, pen}) =>
    say`${named(asset.symbol, "genitive", pen)} ${named(benchmark.name, "ablative", pen)} kopup kopmadığı: bunu söylemek için hem onun hem ${named(benchmark.name, "genitive", pen)} aylar boyunca günlük kapanışları gerekir, kayıtta yok. Bir günlük değişim getiridir, korelasyon değil.`,
  "cases-untold-still": () =>
    say`Nereye gidebileceği: kayıttaki kapanışlar hiç oynamıyor, onlardan bir şey simüle edilemez.`,
  "history-untold": () =>
    say`Ne kadar dalgalandığı ve nereye gidebileceği: günlük kapanışların geçmişini ister, kayıtta yok.`,
  "closes-too-old": ({day}, {pen}) =>
    say`Günlük kapanışlara dayanan her şey: kayıttaki son kapanış ${pen.day(day)} gününe ait, bugünü anlatamayacak kadar eski.`,
  "cases-untold-unlike": (_, {asset, pen}) =>
    say`Nereye gidebileceği: ${named(asset.symbol, "genitive", pen)} kayıtlarında bu güne benzeyen bir gün yok; bu yüzden bir aralık da çizilmiyor.`,
  "too-few-returns": ({about, days, needed}, {benchmark, pen}) =>
    say`${about === "tie" ? say`${named(benchmark.name, "instrumental", pen)} bağının değişip değişmediği` : subjects[about]}: kayıtta ${pen.counted(days)} günlük getiri var, en az ${pen.counted(needed)} gerekir.`,
  "quotes-untold": () =>
    say`Öteki para birimlerindeki değişim: bu saatler için kayıtta parite yok.`,
  "day-untold": () => say`Günlük değişim: kayıtta daha eski bir fiyat yok.`,
  searched: ({rank, listed, source}, {pen}) =>
    say`Kimin arattığı: ${pen.name(source)} bu coini en çok aranan ${pen.count(listed)} coin arasında ${pen.count(rank)}. sırada gösteriyor; aramak almak değildir.`,
  "feed-faults": ({first, days}, {pen}) =>
    days === "one"
      ? say`${suffixed(pen.day(first), "relative")} fiyat: yöntemin kuralıyla veri akışının hatası sayıldı ve alınmadı.`
      : say`İlki ${pen.day(first)} olan birkaç günün fiyatı: yöntemin kuralıyla veri akışının hatası sayıldı ve alınmadı; hangileri olduğu kanıt dosyasında.`,
};

const subjects = {
  cases: "Nereye gidebileceği",
  risk: "Ne kadar dalgalandığı",
} as const;
