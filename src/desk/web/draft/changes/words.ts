import type {DeskLocale} from "../../../../model/deskLocale.ts";
import type {Against} from "../../../api/judgingShapes.ts";

interface Words {
  readonly title: string;
  readonly compareWith: string;
  readonly against: Readonly<Record<Exclude<Against, number>, string>>;
  readonly since: (revision: number, by: string, when: string) => string;
  readonly sinceNote: (by: string, when: string) => string;
  readonly byNumber: string;
  readonly turnedFirst: string;
  readonly figure: string;
  readonly was: string;
  readonly is: string;
  readonly remark: string;
  readonly turned: string;
  readonly gone: string;
  readonly fresh: string;
  readonly others: (count: number) => string;
  readonly noFigure: string;
  /** Numbers that the evidence does not have. */
  readonly foreign: (texts: string) => string;
  readonly foreignGone: (texts: string) => string;
  readonly inText: string;
  readonly form: string;
  readonly rendered: string;
  readonly plain: string;
  readonly unchanged: (count: number) => string;
  readonly asItWas: string;
  readonly noneYet: Readonly<Record<Exclude<Against, number>, string>>;
  readonly loading: string;
  readonly failed: string;
  readonly again: string;
}

export const words: Readonly<Record<DeskLocale, Words>> = {
  en: {
    title: "What changed",
    compareWith: "Compare with",
    against: {
      approval: "your approval",
      program: "the program’s text",
      previous: "the revision before",
      published: "the last note",
    },
    since: (revision, by, when) => `since r${revision} by ${by}, ${when}`,
    sinceNote: (by, when) => `since the note of ${when}, by ${by}`,
    byNumber: "By number",
    turnedFirst: "what turned, then what moved most",
    figure: "Figure",
    was: "was",
    is: "is",
    remark: "Remark",
    turned: "turned",
    gone: "gone",
    fresh: "new",
    others: count => `The other ${count}`,
    noFigure: "No figure differs.",
    foreign: texts => `Not in the evidence: ${texts}.`,
    foreignGone: texts => `No longer there, and not in the evidence: ${texts}.`,
    inText: "In the text",
    form: "Form",
    rendered: "Rendered",
    plain: "Plain",
    unchanged: count =>
      count === 1 ? "1 paragraph as it was" : `${count} paragraphs as they were`,
    asItWas: "The text is as it was.",
    noneYet: {
      approval: "You have not approved this draft yet.",
      program: "There is no text of the program.",
      previous: "There is no revision before.",
      published: "No note of this coin was approved or published before.",
    },
    loading: "Comparing …",
    failed: "The two could not be compared:",
    again: "Try again",
  },
  tr: {
    title: "Ne değişti",
    compareWith: "Neyle karşılaştırılsın",
    against: {
      approval: "son onayınız",
      program: "programın metni",
      previous: "önceki sürüm",
      published: "önceki not",
    },
    since: (revision, by, when) => `r${revision} sürümünden beri (${by}, ${when})`,
    sinceNote: (by, when) => `${when} tarihli nottan beri (${by})`,
    byNumber: "Sayılarla",
    turnedFirst: "önce yön değiştirenler, sonra en çok oynayanlar",
    figure: "Sayı",
    was: "önce",
    is: "şimdi",
    remark: "Not",
    turned: "yön değişti",
    gone: "çıktı",
    fresh: "yeni",
    others: count => `Diğer ${count} sayı`,
    noFigure: "Değişen sayı yok.",
    foreign: texts => `Kanıtta yok: ${texts}.`,
    foreignGone: texts => `Metinden çıktı, kanıtta da yoktu: ${texts}.`,
    inText: "Metinde",
    form: "Biçim",
    rendered: "Okunur",
    plain: "Düz",
    unchanged: count => `${count} paragraf olduğu gibi`,
    asItWas: "Metin olduğu gibi.",
    noneYet: {
      approval: "Bu taslağı henüz onaylamadınız.",
      program: "Programın metni yok.",
      previous: "Önceki bir sürüm yok.",
      published: "Bu coin için daha önce onaylanmış ya da yayımlanmış not yok.",
    },
    loading: "Karşılaştırılıyor …",
    failed: "Karşılaştırılamadı:",
    again: "Yeniden dene",
  },
};
