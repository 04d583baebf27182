import type {DeskLocale} from "../../../../model/deskLocale.ts";
import type {FaultKind} from "../../../../model/fault.ts";
import type {JudgementKind} from "../../../judging/judgement.ts";

interface Words {
  readonly toJudge: string;
  readonly of: (done: number, all: number) => string;
  readonly groups: Readonly<Record<JudgementKind, string>>;
  readonly judged: (n: number) => string;
  readonly near: string;
  readonly far: string;
  readonly threshold: (value: string, threshold: string) => string;
  readonly accept: string;
  readonly comment: string;
  readonly askToMend: (whom: string | undefined) => string;
  readonly use: (suggestion: string) => string;
  readonly useCosts: string;
  readonly reasonLater: string;
  readonly faults: Readonly<Record<FaultKind, string>>;
  readonly remark: string;
  readonly send: string;
  readonly sendAndAsk: string;
  readonly notYet: string;
  readonly mendCosts: string;
  readonly done: string;
  readonly none: string;
  readonly quiet: (figures: number) => string;
  readonly loading: string;
  readonly failed: string;
  readonly again: string;
  readonly tried: string;
  readonly keys: {
    readonly next: string;
    readonly previous: string;
    readonly accept: string;
    readonly comment: string;
    readonly mend: string;
    readonly use: string;
  };
}

const en: Words = {
  toJudge: "To judge",
  of: (done, all) => `${done} of ${all}`,
  groups: {
    headline: "Headline and lead",
    claim: "Claims near their threshold",
    changed: "New since the last note",
    "left-out": "Left out",
    unsaid: "Could not be said",
    expiring: "Soon out of date",
    fault: "Open faults",
  },
  judged: n => `${n}, judged`,
  near: "near it",
  far: "far from it",
  threshold: (value, threshold) => `${value} of ${threshold}`,
  accept: "Accept",
  comment: "Comment",
  askToMend: whom => (whom ? `Ask ${whom} to mend it` : "Ask for it to be mended"),
  use: suggestion => `Use ${suggestion}`,
  useCosts: "It puts back what the evidence prints, and leaves you the right to approve.",
  reasonLater: "Left as it is, it takes a reason when the text is approved.",
  faults: {
    "wrong-rounding": "rounded wrongly",
    "wrong-direction": "wrong direction",
    "wrong-unit": "wrong unit",
    "wrong-quantity": "another figure",
    stale: "out of date",
    unsupported: "no source",
    miscalled: "wrong name",
    decoupling: "decoupling",
    cause: "a cause",
    "base-rate": "how often",
    depth: "depth",
    recommendation: "advice",
    contradiction: "contradicts",
    horizon: "horizon",
    probability: "probability",
    unfounded: "unfounded",
    misquoted: "misquoted",
    exclusion: "left out",
    excerpt: "lead",
    timestamp: "time",
    language: "language",
    entity: "another coin",
  },
  remark: "Comment on it",
  send: "Comment",
  sendAndAsk: "Comment and ask for changes",
  notYet: "Not yet",
  mendCosts: "The draft goes back to its writer.",
  done: "All of it is judged.",
  none: "Nothing here needs judgement.",
  quiet: figures => `${figures} figures are as the evidence has them and are not listed.`,
  loading: "Looking for what needs judgement …",
  failed: "What is to be judged could not be fetched:",
  again: "Try again",
  tried: "What was tested",
  keys: {
    next: "next to judge",
    previous: "previous to judge",
    accept: "accept, and go on",
    comment: "comment on it",
    mend: "ask the writer to mend it",
    use: "use the suggestion; else go to the fault",
  },
};

const tr: Words = {
  toJudge: "Değerlendirilecekler",
  of: (done, all) => `${done} / ${all}`,
  groups: {
    headline: "Başlık ve spot",
    claim: "Eşiğine yakın iddialar",
    changed: "Önceki nottan bu yana yeni",
    "left-out": "Dışarıda bırakılanlar",
    unsaid: "Söylenemeyenler",
    expiring: "Süresi dolmak üzere",
    fault: "Açık hatalar",
  },
  judged: n => `${n}, değerlendirildi`,
  near: "eşiğe yakın",
  far: "eşikten uzak",
  threshold: (value, threshold) => `${value}, eşik ${threshold}`,
  accept: "Kabul et",
  comment: "Yorum yaz",
  askToMend: whom => (whom ? `Düzeltmesini iste: ${whom}` : "Düzeltilmesini iste"),
  use: suggestion => `Kullan: ${suggestion}`,
  useCosts: "Kanıttaki yazım geri gelir; onaylama hakkınız sizde kalır.",
  reasonLater: "Böyle kalırsa onaylarken gerekçesi yazılır.",
  faults: {
    "wrong-rounding": "yanlış yuvarlama",
    "wrong-direction": "yanlış yön",
    "wrong-unit": "yanlış birim",
    "wrong-quantity": "başka bir sayı",
    stale: "eski",
    unsupported: "kaynaksız",
    miscalled: "yanlış ad",
    decoupling: "ayrışma",
    cause: "neden",
    "base-rate": "sıklık",
    depth: "derinlik",
    recommendation: "tavsiye",
    contradiction: "çelişki",
    horizon: "vade",
    probability: "olasılık",
    unfounded: "dayanaksız",
    misquoted: "yanlış alıntı",
    exclusion: "dışarıda bırakma",
    excerpt: "spot",
    timestamp: "zaman",
    language: "dil",
    entity: "başka bir coin",
  },
  remark: "Yorumunuz",
  send: "Yorumu gönder",
  sendAndAsk: "Gönder ve değişiklik iste",
  notYet: "Şimdi değil",
  mendCosts: "Taslak yazarına geri döner.",
  done: "Hepsi değerlendirildi.",
  none: "Değerlendirilecek bir şey yok.",
  quiet: figures => `${figures} sayı kanıttaki gibidir ve burada listelenmez.`,
  loading: "Değerlendirilecekler aranıyor …",
  failed: "Değerlendirilecekler alınamadı:",
  again: "Yeniden dene",
  tried: "Ne sınandı",
  keys: {
    next: "sonraki",
    previous: "önceki",
    accept: "kabul et ve ilerle",
    comment: "yorum yaz",
    mend: "yazarından düzeltmesini iste",
    use: "öneriyi kullan; yoksa hataya git",
  },
};

export const words: Readonly<Record<DeskLocale, Words>> = {en, tr};
