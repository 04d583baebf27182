import type {Authorship, Section} from "../../model/article.ts";
import {say} from "../../model/text.ts";
import {address} from "../../narrative/address.ts";
import {type Facts, isWithoutBooks} from "../../narrative/facts.ts";

export const authorship: Authorship = {
  unchanged: "üzerinde kimse değişiklik yapmadı",
  changed: "üzerinde sonradan bir kişi değişiklik yaptı, denetim metinde hata bulmuyor",
  faulty: "üzerinde sonradan bir kişi değişiklik yaptı, denetim metinde hata buluyor ({count})",
  same: "o anlık görüntüden aynı notu baytı baytına yeniden üretir",
  former: "o anlık görüntüden notun değişiklikten önceki hâlini baytı baytına yeniden üretir",
  unread: "üzerinde kimse değişiklik yapmadı ve yayımlanmadan önce onu kimse okumadı",
};

/** Who made this, from what, and what it is not. */
export function disclosures({
  generator,
  snapshot,
  simulated,
  asOf,
  house,
  pen,
  abstentions,
}: Facts): Section {
  const own = house.disclosures.tr ?? [];
  return {
    heading: say`Açıklamalar`,
    blocks: [
      ...(simulated
        ? [
            {
              kind: "paragraph" as const,
              text: say`Bu nottaki piyasa bir simülasyondur. İçindeki coinler yoktur; yazılanların hiçbiri gerçek bir coine ilişkin değildir.`,
            },
          ]
        : []),
      {
        kind: "paragraph",
        text: say`Bu not ${pen.name(generator)} tarafından, ${pen.instant(asOf)} itibarıyla kayıtlı verilerden otomatik olarak üretildi; ${authorship.unchanged}. Rakamlar kaynakların verdiği gibidir: birbirleriyle tutarlı olup olmadıklarına bakıldı, piyasanın kendisiyle karşılaştırılmadılar. Simülasyon olan her şey öyle adlandırıldı. Fiyatın neden oynadığı${isWithoutBooks(abstentions) ? ", kimin işlem yaptığı ve emir defterlerinin durumu" : " ve kimin işlem yaptığı"} kayıtta yok. Bu not yatırım danışmanlığı ya da bir şeyi alma, satma veya elde tutma tavsiyesi değildir; kimsenin kişisel durumunu gözetmez.${own.length ? "" : " Yayımlayanın kendi varlıklarını ve çıkar çatışmalarını açıklaması gerekir: burada bir açıklama yapılmadı, bu da olmadıkları anlamına gelmez."}`,
      },
      ...own.map(words => ({kind: "paragraph" as const, text: [{quoted: words}]})),
      {
        kind: "paragraph",
        text: say`Her rakamın kanıtı bu notla birlikte evidence.json dosyasında, dayandığı kayıtlı yanıtlar da özeti ${pen.name(snapshot.sha256)} olan anlık görüntüdedir. Aynı program ${authorship.same}.`,
      },
      ...(house.feedback
        ? [
            {
              kind: "paragraph" as const,
              text: say`Düzeltme ve sorular için: ${address(house.feedback)}.`,
            },
          ]
        : []),
    ],
  };
}
