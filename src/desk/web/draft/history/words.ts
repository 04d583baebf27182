import type {DeskLocale} from "../../../../model/deskLocale.ts";

interface Words {
  readonly title: string;
  readonly revision: (n: number) => string;
  readonly wrote: string;
  readonly edited: string;
  readonly suggested: string;
  readonly regenerated: string;
  readonly merged: string;
  readonly corrected: string;
  readonly faults: (count: number) => string;
  readonly kinds: Readonly<Record<string, string>>;
  /** What was done about a target, or a version. */
  readonly outward: Readonly<Record<string, (target: string, version: number) => string>>;
  readonly assigned: (to: string | undefined) => string;
  readonly approved: (revision: string, reasons: number) => string;
  readonly reason: string;
  readonly changed: string;
  readonly putBack: (n: number) => string;
  readonly putBackCosts: string;
  readonly newest: string;
  readonly first: string;
  readonly loading: string;
  readonly failed: string;
  readonly older: string;
}

export const words: Readonly<Record<DeskLocale, Words>> = {
  en: {
    title: "Who did what",
    revision: n => `r${n}`,
    wrote: "wrote the draft",
    edited: "edited the text",
    suggested: "took suggestions of the check",
    regenerated: "regenerated it on newer data",
    merged: "put two texts together",
    corrected: "corrected it",
    faults: count => (count === 1 ? "1 fault" : `${count} faults`),
    kinds: {
      "draft.in-review": "sent it to review",
      "draft.changes-asked": "asked for changes",
      "draft.dropped": "dropped it",
      "draft.scheduled": "scheduled it",
      "draft.published": "published it",
      "draft.retracted": "retracted it",
      "correction.opened": "opened a correction",
      "correction.approved": "approved the correction",
      "correction.withdrawn": "called the correction off",
      "comment.added": "commented",
      "comment.resolved": "settled a comment",
      "comment.reopened": "opened a comment again",
    },
    outward: {
      "release.made": (_, version) => `made version ${version} of it`,
      "publication.ordered": (target, version) => `ordered version ${version} at ${target}`,
      "publication.rescheduled": target => `put another hour to ${target}`,
      "publication.cancelled": target => `cancelled ${target}`,
      "publication.published": (target, version) => `brought version ${version} to ${target}`,
      "publication.differs": target => `found that it differs at ${target}`,
      "publication.left": target => `left it as it is at ${target}`,
      "publication.arrived": target => `said that it has arrived at ${target}`,
      "publication.refused": target => `brought nothing to ${target}`,
      "publication.unknown": target => `does not know yet whether it stands at ${target}`,
      "publication.late": target => `asks about ${target}, which is long overdue`,
    },
    assigned: to => (to ? `gave it to ${to}` : "gave it to nobody"),
    approved: (revision, reasons) =>
      `approved ${revision}${reasons ? `, with ${reasons === 1 ? "a fault accepted" : `${reasons} faults accepted`}` : ""}`,
    reason: "Reason",
    changed: "What it changed",
    putBack: n => `Put the text of r${n} back`,
    putBackCosts: "It is saved as a new revision; nothing of the others is lost.",
    newest: "newest",
    first: "The first text: there is none before it.",
    loading: "Looking into the record …",
    failed: "The record could not be fetched:",
    older: "Older",
  },
  tr: {
    title: "Kim ne yaptı",
    revision: n => `r${n}`,
    wrote: "taslağı yazdı",
    edited: "metni düzenledi",
    suggested: "denetimin önerilerini aldı",
    regenerated: "yeni verilerle yeniden üretti",
    merged: "iki metni birleştirdi",
    corrected: "düzeltti",
    faults: count => `${count} hata`,
    kinds: {
      "draft.in-review": "incelemeye gönderdi",
      "draft.changes-asked": "değişiklik istedi",
      "draft.dropped": "taslaktan vazgeçti",
      "draft.scheduled": "yayını zamanladı",
      "draft.published": "yayımladı",
      "draft.retracted": "geri çekti",
      "correction.opened": "bir düzeltme açtı",
      "correction.approved": "düzeltmeyi onayladı",
      "correction.withdrawn": "düzeltmeden vazgeçti",
      "comment.added": "yorum yazdı",
      "comment.resolved": "bir yorumu kapattı",
      "comment.reopened": "bir yorumu yeniden açtı",
    },
    outward: {
      "release.made": (_, version) => `${version}. sürümü çıkardı`,
      "publication.ordered": (target, version) => `${version}. sürümü istedi: ${target}`,
      "publication.rescheduled": target => `saatini değiştirdi: ${target}`,
      "publication.cancelled": target => `iptal etti: ${target}`,
      "publication.published": (target, version) => `${version}. sürümü yayımladı: ${target}`,
      "publication.differs": target => `fark buldu: ${target}`,
      "publication.left": target => `oradaki hâliyle bıraktı: ${target}`,
      "publication.arrived": target => `ulaştığını bildirdi: ${target}`,
      "publication.refused": target => `yayımlayamadı: ${target}`,
      "publication.unknown": target => `orada mı henüz bilmiyor: ${target}`,
      "publication.late": target => `günü geçmiş, soruyor: ${target}`,
    },
    assigned: to => (to ? `devretti: ${to}` : "bıraktı, kimsede değil"),
    approved: (revision, reasons) =>
      `onayladı: ${revision}${reasons ? `, kabul edilen hata: ${reasons}` : ""}`,
    reason: "Gerekçe",
    changed: "Ne değiştirdi",
    putBack: n => `r${n} metnini geri koy`,
    putBackCosts: "Yeni bir sürüm olarak kaydedilir; diğerleri kaybolmaz.",
    newest: "en yeni",
    first: "İlk metin: öncesi yok.",
    loading: "Kayda bakılıyor …",
    failed: "Kayıt alınamadı:",
    older: "Daha eskiler",
  },
};
