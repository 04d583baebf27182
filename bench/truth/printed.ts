/** A figure as it is printed: its value, and the value of one unit of its last digit. */
export interface Printed {
  readonly text: string;
  readonly value: number;
  readonly step: number;
  readonly signed: boolean;
}

export type Language = "en" | "tr";

const scales: Readonly<Record<string, number>> = {
  k: 1e3,
  m: 1e6,
  bn: 1e9,
  tn: 1e12,
  bin: 1e3,
  milyon: 1e6,
  milyar: 1e9,
  trilyon: 1e12,
};

const digits = {en: String.raw`\d[\d,]*(?:\.\d+)?`, tr: String.raw`\d[\d.]*(?:,\d+)?`};
const sign = "[+−-]?";
const suffix = String.raw`(?:’\p{L}+)?`;
const words = {
  en: [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
  ],
  tr: [
    "sıfır",
    "bir",
    "iki",
    "üç",
    "dört",
    "beş",
    "altı",
    "yedi",
    "sekiz",
    "dokuz",
    "on",
    "on bir",
    "on iki",
  ],
};
const months = {
  en: "January February March April May June July August September October November December".split(
    " ",
  ),
  tr: "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık".split(" "),
};

const list = (one: string, joint: string) => `${one}(?:(?:, |; |${joint})${one})*`;
const joints = {en: ",? and ", tr: " ve "};

/** What the kinds of figures look like, as sources of regular expressions without groups. */
export const looks = {
  en: {
    usd: String.raw`${sign}\$${digits.en}(?:tn|bn|m|k)?\b`,
    pct: `${sign}${digits.en}%`,
    num: String.raw`(?:< )?${sign}${digits.en}(?:tn|bn|m|k)?\b`,
    val: `${sign}${digits.en}%?`,
    count: String.raw`(?:\d[\d,]*|[Nn]one|${words.en.map(any => `[${any[0]!.toUpperCase()}${any[0]}]${any.slice(1)}`).join("|")})`,
    date: String.raw`\d{1,2} (?:${months.en.join("|")})(?: \d{4})?`,
  },
  tr: {
    usd: String.raw`${sign}${digits.tr}(?: (?:bin|milyon|milyar|trilyon))? dolar\p{L}*`,
    pct: `(?:${sign}%|[Yy]üzde ${sign})${digits.tr}${suffix}`,
    val: `(?:${sign}%?|[Yy]üzde ${sign})${digits.tr}${suffix}`,
    num: `(?:< )?${sign}${digits.tr}(?: (?:bin|milyon|milyar|trilyon))?${suffix}`,
    count: String.raw`(?:\d[\d.]*${suffix}|(?:${words.tr.map(any => `[${any[0]!.toLocaleUpperCase("tr")}${any[0]}]${any.slice(1)}`).join("|")})\p{L}*)`,
    date: String.raw`\d{1,2} (?:${months.tr.join("|")})(?: \d{4})?${suffix}`,
  },
} as const;

export type Look = keyof (typeof looks)["en"];

export const listOf = (look: Look, language: Language) =>
  list(looks[language][look], joints[language]);

export function split(text: string, look: Look, language: Language): string[] {
  return text.match(new RegExp(looks[language][look], "gu")) ?? [];
}

export function printed(text: string, language: Language): Printed {
  const bare = text.replace(/’\p{L}+$/u, "");
  const found = new RegExp(digits[language], "u").exec(bare);
  if (!found) throw new Error(`no figure in "${text}"`);
  const plain =
    language === "en"
      ? found[0].replaceAll(",", "")
      : found[0].replaceAll(".", "").replace(",", ".");
  const scale = /(tn|bn|m|k)$|(bin|milyon|milyar|trilyon) dolar|(bin|milyon|milyar|trilyon)$/u.exec(
    bare,
  );
  const unit =
    (scales[scale?.[1] ?? scale?.[2] ?? scale?.[3] ?? ""] ?? 1) *
    (/%|yüzde/iu.test(bare) ? 0.01 : 1);
  const negative = /[−-]/.test(bare.slice(0, found.index));
  const decimals = plain.split(".")[1]?.length ?? 0;
  return {
    text,
    value: (negative ? -1 : 1) * Number(plain) * unit,
    step: 10 ** -decimals * unit,
    signed: /[+−-]/.test(bare.slice(0, found.index)),
  };
}

/** The figure printed is the one computed, rounded: a hair more is allowed, for sums in another order. */
export function agrees({value, step}: Printed, actual: number): boolean {
  return Math.abs(value - actual) <= step * 0.502 + 1e-12;
}

export function countOf(text: string, language: Language): number {
  const number = /^\d[\d.,]*/.exec(text)?.[0];
  if (number) return Number(number.replace(/[.,]$/, "").replaceAll(/[.,]/g, ""));
  const word = text.toLocaleLowerCase(language);
  if (word === "none") return 0;
  const at = words[language].findLastIndex(one => word.startsWith(one));
  return at;
}

/** The day since 1970; without a year, the last such day up to the one given. */
export function dayNumber(text: string, language: Language, until: number): number {
  const [, date, name, year] = /(\d{1,2}) (\p{L}+)(?: (\d{4}))?/u.exec(text)!;
  const month = months[language].indexOf(name!);
  const at = (y: number) => Date.UTC(y, month, Number(date)) / 86_400_000;
  if (year) return at(Number(year));
  const thisYear = new Date(until * 86_400_000).getUTCFullYear();
  return at(thisYear) <= until ? at(thisYear) : at(thisYear - 1);
}
