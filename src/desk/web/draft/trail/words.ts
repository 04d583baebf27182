import type {DeskLocale} from "../../../../model/deskLocale.ts";

interface Words {
  readonly title: string;
  readonly comesFrom: (print: string) => string;
  readonly restsOn: string;
  readonly inText: string;
  readonly line: (n: number) => string;
  readonly asPrinted: string;
  readonly prints: (print: string) => string;
  readonly notPrinted: string;
  readonly value: string;
  readonly asOf: string;
  readonly formula: string;
  readonly fixed: string;
  readonly read: string;
  readonly values: (count: number, from?: string, to?: string) => string;
  readonly counted: string;
  readonly unknown: string;
  readonly fetched: (when: string) => string;
  readonly back: (id: string) => string;
  readonly tested: string;
  readonly threshold: (value: string) => string;
  readonly date: string;
  readonly nothing: string;
  readonly loading: string;
}

export const words: Readonly<Record<DeskLocale, Words>> = {
  en: {
    title: "Where it comes from",
    comesFrom: print => `Where ${print} comes from`,
    restsOn: "What this rests on",
    inText: "In the text",
    line: n => `line ${n}`,
    asPrinted: "as the evidence prints it",
    prints: print => `the evidence prints ${print}`,
    notPrinted: "the program did not print it",
    value: "Value",
    asOf: "as of",
    formula: "Formula",
    fixed: "Fixed",
    read: "Read in",
    values: (count, from, to) =>
      `${count} values${from ? ` from ${from}` : ""}${to ? ` to ${to}` : ""}`,
    counted: "counted by the program",
    unknown: "not in the evidence",
    fetched: when => `fetched ${when}`,
    back: id => `Back to ${id}`,
    tested: "Test",
    threshold: value => `threshold ${value}`,
    date: "A day of the record",
    nothing: "Put the cursor on a figure: its way to the recorded answer is shown here.",
    loading: "…",
  },
  tr: {
    title: "Nereden geliyor",
    comesFrom: print => `${print} nereden geliyor`,
    restsOn: "Neye dayanıyor",
    inText: "Metinde",
    line: n => `${n}. satır`,
    asPrinted: "kanıttaki yazımıyla",
    prints: print => `kanıttaki yazımı ${print}`,
    notPrinted: "program bunu yazmadı",
    value: "Değer",
    asOf: "tarih",
    formula: "Formül",
    fixed: "Sabit",
    read: "Okunduğu yer",
    values: (count, from, to) => `${count} değer${from ? `, ${from}` : ""}${to ? ` – ${to}` : ""}`,
    counted: "programın sayımı",
    unknown: "kanıtta yok",
    fetched: when => `alınma: ${when}`,
    back: id => `Geri: ${id}`,
    tested: "Sınama",
    threshold: value => `eşik ${value}`,
    date: "Kayıttaki bir gün",
    nothing: "İmleci bir sayının üzerine getirin: kaydedilen yanıta giden yol burada görünür.",
    loading: "…",
  },
};
