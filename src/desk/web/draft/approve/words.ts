import type {DeskLocale} from "../../../../model/deskLocale.ts";

interface Words {
  readonly about: string;
  readonly what: string;
  readonly text: string;
  readonly data: string;
  readonly form: string;
  readonly textOf: (revision: number, by: string, when: string, size: string) => string;
  readonly dataOf: (answers: number, asOf: string) => string;
  readonly snapshot: string;
  readonly style: string;
  readonly lapses: string;
  readonly sinceApproval: (revision: number) => string;
  readonly sinceProgram: string;
  readonly sinceVersion: (version: number) => string;
  readonly approvedAt: (when: string) => string;
  readonly noChange: string;
  readonly onlyHead: string;
  readonly noFigure: string;
  readonly figures: (count: number) => string;
  readonly more: (count: number) => string;
  readonly seeAll: string;
  readonly comparing: string;
  readonly notCompared: string;
  readonly faults: (count: number) => string;
  readonly needsReason: string;
  readonly line: (n: number) => string;
  readonly mayStand: string;
  readonly next: string;
  readonly nextSays: string;
  readonly onTheWay: string;
  readonly solo: string;
  readonly reasonsMissing: (count: number) => string;
  readonly approve: (revision: number) => string;
  readonly notYet: string;
  readonly approved: (revision: number) => string;
  readonly failed: string;
  readonly loading: string;
}

export const words: Readonly<Record<DeskLocale, Words>> = {
  en: {
    about: "Approve this text",
    what: "What you approve",
    text: "Text",
    data: "Data",
    form: "Form",
    textOf: (revision, by, when, size) => `r${revision} by ${by}, ${when} · ${size}`,
    dataOf: (answers, asOf) =>
      `${answers} recorded ${answers === 1 ? "answer" : "answers"} as of ${asOf}`,
    snapshot: "snapshot",
    style: "style",
    lapses:
      "It lapses when any of the three changes, and holds again when the same text comes back.",
    sinceApproval: revision => `Changed since you approved r${revision}`,
    sinceProgram: "Changed since the program wrote it",
    sinceVersion: version => `Changed since version ${version}, which is out`,
    approvedAt: when => when,
    noChange: "Nothing. The text is word for word the same.",
    onlyHead: "The front matter, such as title or description; of the text nothing.",
    noFigure: "No figure differs.",
    figures: count => (count === 1 ? "1 figure differs." : `${count} figures differ.`),
    more: count => `${count} more changes.`,
    seeAll: "See all in place",
    comparing: "Comparing …",
    notCompared: "What changed could not be fetched:",
    faults: count => (count === 1 ? "One open fault" : `${count} open faults`),
    needsReason: "needs your reason, which stays on record",
    line: n => `line ${n}`,
    mayStand: "Why it may stand",
    next: "Then",
    nextSays:
      "The text may leave the house, byte for byte as above. Until it does you can take the approval back.",
    onTheWay: "It is sent to review on the way.",
    solo: "This desk is run by one person: your own words may be approved by you.",
    reasonsMissing: count =>
      count === 1 ? "A reason is missing." : `${count} reasons are missing.`,
    approve: revision => `Approve r${revision}`,
    notYet: "Not yet",
    approved: revision => `r${revision} is approved.`,
    failed: "It is not approved:",
    loading: "Looking at what you approve …",
  },
  tr: {
    about: "Bu metni onayla",
    what: "Onayladığınız",
    text: "Metin",
    data: "Veri",
    form: "Biçim",
    textOf: (revision, by, when, size) => `r${revision}, ${by}, ${when} · ${size}`,
    dataOf: (answers, asOf) => `kaydedilmiş ${answers} yanıt, ${asOf} itibarıyla`,
    snapshot: "anlık kayıt",
    style: "stil",
    lapses: "Üçünden biri değişirse onay düşer; aynı metin geri gelirse yeniden geçerli olur.",
    sinceApproval: revision => `r${revision} onayınızdan beri değişen`,
    sinceProgram: "Program yazdığından beri değişen",
    sinceVersion: version => `Yayımdaki ${version}. sürümden beri değişen`,
    approvedAt: when => when,
    noChange: "Hiçbir şey. Metin kelimesi kelimesine aynı.",
    onlyHead: "Başlık ya da açıklama gibi ön bilgiler; metinde bir şey değişmedi.",
    noFigure: "Değişen sayı yok.",
    figures: count => `${count} sayı değişti.`,
    more: count => `${count} değişiklik daha.`,
    seeAll: "Hepsini yerinde gör",
    comparing: "Karşılaştırılıyor …",
    notCompared: "Değişenler alınamadı:",
    faults: count => `${count} açık hata`,
    needsReason: "gerekçeniz gerekir ve kayıtta kalır",
    line: n => `${n}. satır`,
    mayStand: "Neden böyle kalabilir",
    next: "Sonra",
    nextSays:
      "Metin, yukarıdaki hâliyle bayt bayt yayımlanabilir. O zamana kadar onayı geri alabilirsiniz.",
    onTheWay: "Bu arada incelemeye de gönderilir.",
    solo: "Bu masada tek kişi çalışır: kendi yazdığınızı onaylayabilirsiniz.",
    reasonsMissing: count => `${count} gerekçe eksik.`,
    approve: revision => `r${revision} sürümünü onayla`,
    notYet: "Şimdi değil",
    approved: revision => `r${revision} onaylandı.`,
    failed: "Onaylanmadı:",
    loading: "Onaylanacak metne bakılıyor …",
  },
};
