import type {DeskLocale} from "../../../../model/deskLocale.ts";

interface Words {
  readonly see: string;
  readonly judge: string;
  readonly page: string;
  readonly text: string;
  readonly acceptNext: string;
  readonly acts: string;
  readonly nextStep: string;
  readonly toReading: string;
  readonly toWriting: string;
}

export const words: Readonly<Record<DeskLocale, Words>> = {
  en: {
    see: "What to see",
    judge: "To judge",
    page: "Page",
    text: "Text",
    acceptNext: "Accept, next",
    acts: "What can be done with it",
    nextStep: "What is done next",
    toReading: "To the reading view, without the editor",
    toWriting: "To the writing view, with the editor",
  },
  tr: {
    see: "Ne görünsün",
    judge: "Değerlendir",
    page: "Sayfa",
    text: "Metin",
    acceptNext: "Kabul et, ilerle",
    acts: "Yapılabilecekler",
    nextStep: "Sıradaki adım",
    toReading: "Düzenleyicisiz okuma görünümüne",
    toWriting: "Düzenleyicili yazma görünümüne",
  },
};
