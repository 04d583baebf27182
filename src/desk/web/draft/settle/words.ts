import type {DeskLocale} from "../../../../model/deskLocale.ts";

interface Words {
  readonly title: string;
  readonly says: string;
  readonly edited: string;
  readonly now: string;
  readonly takenOut: string;
  readonly notSaid: string;
  readonly theirs: string;
  readonly mine: string;
  readonly anew: string;
  readonly readAgain: string;
  readonly read: string;
  readonly unsaved: string;
  readonly gone: string;
  readonly costs: string;
}

export const words: Readonly<Record<DeskLocale, Words>> = {
  en: {
    title: "To be settled",
    says: "The figures behind these words have changed since they were written.",
    edited: "An editor wrote",
    now: "The program now says",
    takenOut: "took it out",
    notSaid: "nothing of it",
    theirs: "The program’s",
    mine: "The editor’s",
    anew: "Write it anew",
    readAgain: "To be read again: an editor’s words with new figures",
    read: "Read",
    unsaved: "What you have typed is not saved yet: save it first.",
    gone: "Its place in the text is not certain: write it where it belongs, then choose this.",
    costs: "Saved as a revision of yours.",
  },
  tr: {
    title: "Karara bağlanacaklar",
    says: "Bu sözlerin dayandığı sayılar, yazıldıklarından beri değişti.",
    edited: "Editör",
    now: "Program şimdi",
    takenOut: "çıkardı",
    notSaid: "bundan söz etmiyor",
    theirs: "Programınki",
    mine: "Editörünki",
    anew: "Yeniden yaz",
    readAgain: "Yeniden okunacak: editörün sözleri, yeni sayılarla",
    read: "Okundu",
    unsaved: "Yazdıklarınız henüz kaydedilmedi: önce kaydedin.",
    gone: "Metindeki yeri belli değil: ait olduğu yere yazın, sonra bunu seçin.",
    costs: "Sizin bir sürümünüz olarak kaydedilir.",
  },
};
