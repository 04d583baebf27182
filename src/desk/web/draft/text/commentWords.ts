import type {DeskLocale} from "../../../../model/deskLocale.ts";

interface Words {
  readonly on: (quote: string) => string;
  readonly answer: string;
  readonly settled: string;
  readonly send: string;
  readonly notNow: string;
  readonly label: (quote: string) => string;
  readonly failed: string;
  readonly unsaved: string;
  readonly sending: string;
  readonly lost: (count: number) => string;
  readonly lostWhy: string;
  readonly notFetched: string;
  readonly unfold: string;
  readonly fold: string;
}

export const commentWords: Readonly<Record<DeskLocale, Words>> = {
  en: {
    on: quote => `on “${quote}”`,
    answer: "Answer",
    settled: "Settled",
    send: "Comment",
    notNow: "Not now",
    label: quote => `Comment on “${quote}”`,
    failed: "Not sent:",
    unsaved: "Your text is not saved yet; a comment stands on a saved one. Try again once it is.",
    sending: "Sending …",
    lost: count =>
      count === 1 ? "1 comment has lost its place" : `${count} comments have lost their place`,
    lostWhy: "What they stand on is not in the text any more, word for word and once.",
    notFetched: "The comments have not come.",
    unfold: "Show all of it",
    fold: "Show less",
  },
  tr: {
    on: quote => `“${quote}” için`,
    answer: "Yanıtla",
    settled: "Çözüldü",
    send: "Yorum yap",
    notNow: "Şimdi değil",
    label: quote => `“${quote}” için yorum`,
    failed: "Gönderilmedi:",
    unsaved:
      "Metniniz henüz kaydedilmedi; yorum kayıtlı metne yazılır. Kaydedilince yeniden deneyin.",
    sending: "Gönderiliyor …",
    lost: count => `${count} yorum yerini yitirdi`,
    lostWhy: "Dayandıkları sözler metinde artık kelimesi kelimesine ve bir kez geçmiyor.",
    notFetched: "Yorumlar gelmedi.",
    unfold: "Tümünü göster",
    fold: "Kısalt",
  },
};
