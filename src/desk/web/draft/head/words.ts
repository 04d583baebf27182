import type {DeskLocale} from "../../../../model/deskLocale.ts";
import type {DraftState} from "../../../../model/review.ts";
import type {Lapse} from "./lapse.ts";
import type {Why} from "./standing.ts";

interface Words {
  readonly back: string;
  readonly states: Readonly<Record<DraftState, string>>;
  readonly by: (revision: number, whom: string | undefined) => string;
  readonly program: string;
  readonly you: string;
  readonly saved: (when: string | undefined) => string;
  readonly typed: string;
  readonly saving: string;
  readonly notSaved: string;
  readonly since: (when: string) => string;
  readonly conflict: (revision: number) => string;
  readonly refused: string;
  readonly with: (whom: string) => string;
  readonly withNobody: string;
  readonly take: string;
  readonly giveBack: string;
  readonly handOver: string;
  readonly toWhom: string;
  readonly nobodyElse: string;
  readonly asOf: (utc: string) => string;
  readonly here: (when: string) => string;
  readonly news: string;
  readonly send: string;
  readonly changes: string;
  readonly takeBack: string;
  readonly approve: string;
  readonly drop: string;
  readonly regenerate: string;
  readonly reading: string;
  readonly writing: string;
  readonly more: string;
  readonly why: (why: Why) => string;
  readonly acts: string;
  readonly keys: {readonly approve: string; readonly views: string};
  readonly dialog: {
    readonly changes: string;
    readonly takeBack: string;
    readonly drop: string;
    readonly regenerate: string;
    readonly whatChanges: string;
    readonly whyDrop: string;
    readonly costsChanges: string;
    readonly costsTakeBack: string;
    readonly costsDrop: string;
    readonly costsRegenerate: string;
    readonly optional: string;
    readonly notYet: string;
  };
  readonly lapse: Readonly<Record<Lapse["kind"], (revision: number) => string>>;
  readonly sent: string;
  readonly failed: string;
}

export const words: Readonly<Record<DeskLocale, Words>> = {
  en: {
    back: "Back to drafts",
    states: {
      draft: "Draft",
      "in-review": "In review",
      "changes-asked": "Changes asked for",
      approved: "Approved",
      scheduled: "Scheduled",
      published: "Published",
      corrected: "Corrected",
      retracted: "Retracted",
      dropped: "Dropped",
    },
    by: (revision, whom) => `r${revision}${whom ? ` by ${whom}` : ""}`,
    program: "the program",
    you: "you",
    saved: when => (when ? `saved ${when}` : "saved"),
    typed: "not saved yet",
    saving: "saving …",
    notSaved: "not saved",
    since: when => `since ${when}`,
    conflict: revision => `r${revision} came first`,
    refused: "refused",
    with: whom => `with ${whom}`,
    withNobody: "with nobody",
    take: "Take it",
    giveBack: "Give it back",
    handOver: "Hand over …",
    toWhom: "Hand it to",
    nobodyElse: "Nobody else here may write.",
    asOf: utc => `as of ${utc}`,
    here: when => `${when} here`,
    news: "newsworthiness",
    send: "Send to review",
    changes: "Ask for changes …",
    takeBack: "Take approval back …",
    approve: "Approve …",
    drop: "Drop …",
    regenerate: "Regenerate …",
    reading: "Reading view",
    writing: "Writing view",
    more: "More",
    why: why =>
      why.kind === "settle"
        ? why.count === 1
          ? "1 passage still to be settled"
          : `${why.count} passages still to be settled`
        : why.kind === "visit"
          ? why.count === 1
            ? "1 headline claim still to visit"
            : `${why.count} headline claims still to visit`
          : why.kind === "own"
            ? `r${why.revision} is yours: someone else has to approve`
            : why.kind === "unsaved"
              ? "Not saved yet"
              : why.kind === "lack"
                ? why.lack === "title"
                  ? "The text has no title: put a line such as “# Headline” at its head"
                  : "The text is empty"
                : why.kind === "unchecked"
                  ? "Not checked yet"
                  : "What is to be judged is not here yet",
    acts: "What can be done with it",
    keys: {approve: "approve", views: "page, PDF, changes, history, publication"},
    dialog: {
      changes: "Ask for changes",
      takeBack: "Take the approval back",
      drop: "Drop the draft",
      regenerate: "Regenerate on newer figures",
      whatChanges: "What is to change",
      whyDrop: "Why it is dropped",
      costsChanges: "It goes back to its writer, who can send it to review again.",
      costsTakeBack:
        "It is no longer approved, even if the same text comes back; it goes to its writer.",
      costsDrop: "A dropped draft cannot be taken up again. It stays on record with your reason.",
      costsRegenerate:
        "A new revision on newer data. What you and others wrote stays where its figures say the same; where they do not, you are asked. Approvals lapse.",
      optional: "need not be given",
      notYet: "Not yet",
    },
    lapse: {
      ends: revision => `your change ends the approval of r${revision}; undo brings it back`,
      text: revision =>
        `the approval of r${revision} ended with its text; the same text brings it back`,
      style: revision => `the approval of r${revision} ended: style or data are others now`,
    },
    sent: "It is in review.",
    failed: "That did not work:",
  },
  tr: {
    back: "Taslaklara dön",
    states: {
      draft: "Taslak",
      "in-review": "İncelemede",
      "changes-asked": "Değişiklik istendi",
      approved: "Onaylandı",
      scheduled: "Zamanlandı",
      published: "Yayımlandı",
      corrected: "Düzeltildi",
      retracted: "Geri çekildi",
      dropped: "Vazgeçildi",
    },
    by: (revision, whom) => `r${revision}${whom ? `, ${whom}` : ""}`,
    program: "program",
    you: "siz",
    saved: when => (when ? `kaydedildi ${when}` : "kaydedildi"),
    typed: "henüz kaydedilmedi",
    saving: "kaydediliyor …",
    notSaved: "kaydedilmedi",
    since: when => `${when} saatinden beri`,
    conflict: revision => `önce r${revision} geldi`,
    refused: "reddedildi",
    with: whom => `elinde: ${whom}`,
    withNobody: "kimsede değil",
    take: "Üstlen",
    giveBack: "Bırak",
    handOver: "Devret …",
    toWhom: "Kime",
    nobodyElse: "Burada yazabilen başka kimse yok.",
    asOf: utc => `${utc} itibarıyla`,
    here: when => `burada ${when}`,
    news: "haber değeri",
    send: "İncelemeye gönder",
    changes: "Değişiklik iste …",
    takeBack: "Onayı geri al …",
    approve: "Onayla …",
    drop: "Taslaktan vazgeç …",
    regenerate: "Yeniden üret …",
    reading: "Okuma görünümü",
    writing: "Yazma görünümü",
    more: "Diğer",
    why: why =>
      why.kind === "settle"
        ? `karara bağlanacak ${why.count} yer var`
        : why.kind === "visit"
          ? `bakılmamış ${why.count} başlık iddiası var`
          : why.kind === "own"
            ? `r${why.revision} sizin: onaylamak başkasının işi`
            : why.kind === "unsaved"
              ? "Henüz kaydedilmedi"
              : why.kind === "lack"
                ? why.lack === "title"
                  ? "Metnin başlığı yok: başına “# Başlık” gibi bir satır koyun"
                  : "Metin boş"
                : why.kind === "unchecked"
                  ? "Henüz denetlenmedi"
                  : "Değerlendirilecekler henüz gelmedi",
    acts: "Yapılabilecekler",
    keys: {approve: "onayla", views: "sayfa, PDF, değişiklikler, geçmiş, yayım"},
    dialog: {
      changes: "Değişiklik iste",
      takeBack: "Onayı geri al",
      drop: "Taslaktan vazgeç",
      regenerate: "Yeni verilerle yeniden üret",
      whatChanges: "Ne değişsin",
      whyDrop: "Neden vazgeçiliyor",
      costsChanges: "Yazarına geri döner; yazarı yeniden incelemeye gönderebilir.",
      costsTakeBack: "Aynı metin geri gelse de artık onaylı sayılmaz; yazarına döner.",
      costsDrop: "Vazgeçilen taslak yeniden ele alınamaz. Gerekçenizle birlikte kayıtta kalır.",
      costsRegenerate:
        "Yeni verilerle yeni bir sürüm. Sayıları aynı kalan yerlerde yazılanlar korunur; kalmayan yerlerde size sorulur. Onaylar düşer.",
      optional: "zorunlu değil",
      notYet: "Şimdi değil",
    },
    lapse: {
      ends: revision =>
        `değişikliğiniz r${revision} onayını düşürür; geri alırsanız onay geri gelir`,
      text: revision => `metin değişince r${revision} onayı düştü; aynı metinle geri gelir`,
      style: revision => `r${revision} onayı düştü: stil ya da veriler değişti`,
    },
    sent: "İncelemede.",
    failed: "Olmadı:",
  },
};
