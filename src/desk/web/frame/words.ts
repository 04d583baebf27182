import type {Locale} from "../../../model/locale.ts";

interface Words {
  readonly skip: string;
  readonly desk: string;
  readonly drafts: string;
  readonly theme: string;
}

export const words: Readonly<Record<Locale, Words>> = {
  en: {skip: "To the content", desk: "Desk", drafts: "Drafts", theme: "Light or dark"},
  tr: {skip: "İçeriğe geç", desk: "Masa", drafts: "Taslaklar", theme: "Açık ya da koyu"},
};
