import type {DeskLocale} from "../../../model/deskLocale.ts";

interface Words {
  readonly about: string;
  readonly title: string;
  readonly coin: string;
  readonly coinHint: string;
  readonly found: (count: number) => string;
  readonly notFound: string;
  readonly mayBeRight: string;
  readonly notThere: string;
  readonly from: string;
  readonly live: (source: string) => string;
  readonly locale: string;
  readonly asDefault: (value: string) => string;
  readonly template: string;
  readonly edition: string;
  readonly editionHint: string;
  readonly asOf: string;
  readonly asOfHint: string;
  readonly asOfNow: string;
  readonly reader: (instant: string) => string;
  readonly further: string;
  readonly order: string;
  readonly cancel: string;
  readonly close: string;
  readonly costs: string;
  readonly running: {
    readonly about: string;
    readonly title: (coin: string) => string;
    readonly waiting: string;
    readonly lands: string;
    readonly goesOn: string;
    readonly failed: string;
    readonly noDraft: string;
    readonly toRun: string;
    readonly anew: string;
  };
}

export const words: Readonly<Record<DeskLocale, Words>> = {
  en: {
    about: "Order a note",
    title: "What should it be about?",
    coin: "Coin",
    coinHint: "Name, symbol or id",
    found: count => (count === 1 ? "1 coin" : `${count} coins`),
    notFound: "No coin is called that.",
    mayBeRight: "The live list is not at hand: an exact id, such as bitcoin, may still be right.",
    notThere: "not in what the note is made from",
    from: "Made from",
    live: source => `${source}, live`,
    locale: "Language",
    asDefault: value => `as usual (${value})`,
    template: "Template",
    edition: "Edition",
    editionHint: "Such as morning; tells two notes of a day apart",
    asOf: "As of, UTC",
    asOfHint: "Empty: the newest that the data have",
    asOfNow: "This source answers for now only.",
    reader: instant => `${instant} where you are`,
    further: "Language, template, edition",
    order: "Order the note",
    cancel: "Not yet",
    close: "Close",
    costs: "Makes a draft; nothing goes out.",
    running: {
      about: "Ordered",
      title: coin => `The note on ${coin}`,
      waiting: "It waits for a worker.",
      lands: "The draft opens when it is there.",
      goesOn: "The run goes on when this is closed.",
      failed: "It failed.",
      noDraft: "It made no draft.",
      toRun: "Steps and reasons",
      anew: "Change the order",
    },
  },
  tr: {
    about: "Not iste",
    title: "Ne hakkında olsun?",
    coin: "Coin",
    coinHint: "Ad, sembol ya da kimlik",
    found: count => `${count} coin`,
    notFound: "Bu adla bir coin yok.",
    mayBeRight: "Canlı liste elde değil: bitcoin gibi tam bir kimlik yine de doğru olabilir.",
    notThere: "notun verilerinde yok",
    from: "Veri",
    live: source => `${source}, canlı`,
    locale: "Dil",
    asDefault: value => `her zamanki gibi (${value})`,
    template: "Şablon",
    edition: "Baskı",
    editionHint: "Örneğin sabah; aynı günün iki notunu ayırır",
    asOf: "Hangi an itibarıyla, UTC",
    asOfHint: "Boşsa: verilerdeki en yeni an",
    asOfNow: "Bu kaynak yalnızca şu an için yanıt verir.",
    reader: instant => `bulunduğunuz yerde ${instant}`,
    further: "Dil, şablon, baskı",
    order: "Notu iste",
    cancel: "Şimdi değil",
    close: "Kapat",
    costs: "Bir taslak çıkar; hiçbir şey yayımlanmaz.",
    running: {
      about: "İstendi",
      title: coin => `${coin} notu`,
      waiting: "Bir işçinin boşalmasını bekliyor.",
      lands: "Taslak hazır olunca açılır.",
      goesOn: "Bu kapatılsa da çalışma sürer.",
      failed: "Başarısız oldu.",
      noDraft: "Taslak çıkmadı.",
      toRun: "Adımlar ve nedenler",
      anew: "İsteği değiştir",
    },
  },
};
