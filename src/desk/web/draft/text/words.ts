import type {Locale} from "../../../../model/locale.ts";

interface Words {
  readonly text: string;
  readonly markdown: (revision: number) => string;
}

export const words: Readonly<Record<Locale, Words>> = {
  en: {text: "Text", markdown: revision => `Markdown · r${revision}`},
  tr: {text: "Metin", markdown: revision => `Markdown · r${revision}`},
};
