import type {DeskLocale} from "../../../../model/deskLocale.ts";
import type {Standing} from "../../../../model/mark.ts";

interface Words {
  readonly text: string;
  readonly markdown: (revision: number) => string;
  readonly folded: (
    kind: "frontMatter" | "table",
    count: number,
    asEvidence: boolean | undefined,
  ) => string;
  readonly takeOut: string;
  readonly use: (suggestion: string) => string;
  readonly standing: Readonly<Record<Standing, string>>;
  readonly counts: {
    readonly supported: (count: number) => string;
    readonly edited: (count: number) => string;
    readonly faults: (count: number) => string;
    readonly checking: string;
    readonly failed: string;
    readonly noEvidence: string;
    readonly unjudged: string;
    /** Where no lines are drawn. */
    readonly uncounted: string;
  };
  readonly keys: {
    readonly nextFault: string;
    readonly useSuggestion: string;
    readonly comment: string;
  };
  readonly commentHere: string;
  readonly keysOfText: string;
  readonly readOnly: string;
  readonly loading: string;
  readonly notLoaded: string;
  readonly again: string;
  readonly plainField: string;
  readonly fullEditor: string;
}

export const words: Readonly<Record<DeskLocale, Words>> = {
  en: {
    text: "Text",
    markdown: revision => `Markdown · r${revision}`,
    folded: (kind, count, asEvidence) =>
      kind === "frontMatter"
        ? `front matter, ${count} lines`
        : `table, ${count} ${count === 1 ? "row" : "rows"}${asEvidence === undefined ? "" : asEvidence ? ", as the evidence has them" : ", edited"}`,
    takeOut: "take out",
    use: suggestion => `Use “${suggestion}” (Ctrl or ⌘ and .)`,
    standing: {
      supported: "The evidence has this.",
      edited: "A person wrote this, and the check finds no fault in it.",
      wrong: "This is against the evidence.",
      unsupported: "The evidence has nothing behind this.",
    },
    counts: {
      supported: count => `${count} ${count === 1 ? "figure" : "figures"} supported`,
      edited: count => `${count} edited`,
      faults: count => `${count} open ${count === 1 ? "fault" : "faults"}`,
      checking: "The check is reading …",
      failed: "The check cannot read this text: that is a bug in Assay. Saving works.",
      noEvidence: "The evidence has not come: nothing is checked yet.",
      unjudged: "What has no line under it was not judged.",
      uncounted: "What is not counted here was not judged.",
    },
    keys: {
      nextFault: "Next fault",
      useSuggestion: "Use the suggestion",
      comment: "Comment on the selection or figure",
    },
    commentHere: "Comment here",
    keysOfText:
      "F8 goes to the next fault, Ctrl or Command and full stop takes its suggestion, Tab leaves the text.",
    readOnly: "read only",
    loading: "The text is on its way.",
    notLoaded: "The text has not come.",
    again: "Try again",
    plainField: "Plain text field",
    fullEditor: "Editor with marks",
  },
  tr: {
    text: "Metin",
    markdown: revision => `Markdown · r${revision}`,
    folded: (kind, count, asEvidence) =>
      kind === "frontMatter"
        ? `ön bilgi, ${count} satır`
        : `tablo, ${count} satır${asEvidence === undefined ? "" : asEvidence ? ", kanıttaki gibi" : ", elle değiştirilmiş"}`,
    takeOut: "çıkar",
    use: suggestion => `“${suggestion}” yaz (Ctrl ya da ⌘ ve .)`,
    standing: {
      supported: "Kanıtta var.",
      edited: "Bir kişi yazdı; denetim hata bulmadı.",
      wrong: "Kanıta aykırı.",
      unsupported: "Kanıtta dayanağı yok.",
    },
    counts: {
      supported: count => `${count} sayının dayanağı var`,
      edited: count => `${count} elle değişmiş`,
      faults: count => `${count} açık hata`,
      checking: "Denetim okuyor …",
      failed: "Denetim bu metni okuyamıyor: bu bir Assay hatası. Kaydetme çalışıyor.",
      noEvidence: "Kanıt gelmedi: henüz hiçbir şey denetlenmedi.",
      unjudged: "Altı çizili olmayan yerler denetlenmedi.",
      uncounted: "Bu sayıma girmeyen yerler denetlenmedi.",
    },
    keys: {
      nextFault: "Sonraki hata",
      useSuggestion: "Öneriyi kullan",
      comment: "Seçime ya da sayıya yorum yaz",
    },
    commentHere: "Buraya yorum yaz",
    keysOfText:
      "F8 sonraki hataya gider, Ctrl ya da Command ile nokta öneriyi alır, Tab metinden çıkar.",
    readOnly: "salt okunur",
    loading: "Metin geliyor.",
    notLoaded: "Metin gelmedi.",
    again: "Yeniden dene",
    plainField: "Düz metin alanı",
    fullEditor: "İşaretli düzenleyici",
  },
};
