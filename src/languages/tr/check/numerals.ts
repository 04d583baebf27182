import {
  fraction,
  multipleStep,
  type NumeralForm,
  type NumeralWords,
  sticky,
} from "../../../check/numbers/numerals.ts";
import {customs} from "../customs.ts";

const or = (words: Readonly<Record<string, unknown>>) => Object.keys(words).join("|");
const stop = "(?![\\p{L}\\d])";

const ones: Readonly<Record<string, number>> = {
  sıfır: 0,
  bir: 1,
  iki: 2,
  üç: 3,
  dört: 4,
  beş: 5,
  altı: 6,
  yedi: 7,
  sekiz: 8,
  dokuz: 9,
  dörd: 4,
};
const tens: Readonly<Record<string, number>> = {
  on: 10,
  yirmi: 20,
  otuz: 30,
  kırk: 40,
  elli: 50,
  altmış: 60,
  yetmiş: 70,
  seksen: 80,
  doksan: 90,
};
const scales: Readonly<Record<string, number>> = {
  yüz: 100,
  ...customs.scales,
};
const denominators: Readonly<Record<string, number>> = {
  ikide: 2,
  üçte: 3,
  dörtte: 4,
  beşte: 5,
  altıda: 6,
  yedide: 7,
  sekizde: 8,
  dokuzda: 9,
  onda: 10,
};

/** Endings of case and possession that a number word may bear. */
const ending =
  "(?:['’]?(?:s[ıiuü]|[ıiuü]|er|ar|şer|şar)?(?:n[ıiuü]n|[ıiuü]n|n?[dt][ea]n?|n[ıiuü]|n[ea]|y[ıiuü]|y[ea]|[ea]|yl[ea]|l[ıiuü]k)?)";
const cardinal = `(?:(?:${or(tens)})\\s(?:${or(ones)})|${or(tens)}|${or(ones)}|yüz)(?:\\s(?:${or(scales)}))?`;

const forms: readonly NumeralForm[] = [
  {
    form: sticky(`(${or(denominators)})\\s(${or(ones)}|yarım)${ending}${stop}`),
    read: ([, of, count]) => fraction((ones[lower(count!)] ?? 0.5) / denominators[lower(of!)]!),
  },
  {form: sticky(`yarı(?:s[ıi]\\p{L}*|ya|dan|nda)?${stop}`), read: () => fraction(0.5)},
  {form: sticky(`(?:bir\\s)?çeyre[kğ]\\p{L}*${stop}`), read: () => fraction(0.25)},
  {
    form: sticky(`yüzde\\s(${cardinal})${ending}${stop}`),
    read: ([, count]) => ({
      size: words(count!) / 100,
      step: 0.01,
      measure: "percent",
      ordinal: false,
    }),
  },
  {
    form: sticky(`(${cardinal})\\skat\\p{L}*${stop}`),
    read: ([, count]) => ({
      size: words(count!),
      step: multipleStep,
      measure: "times",
      ordinal: false,
    }),
  },
  {
    form: sticky(`(iki|üç|dört|beş)(?:ye|e)\\skatla\\p{L}*${stop}`),
    read: ([, count]) => ({
      size: words(count!),
      step: multipleStep,
      measure: "times",
      ordinal: false,
    }),
  },
  {
    form: sticky(`(${cardinal})${ending}${stop}`),
    read: ([, count]) => ({
      size: words(count!),
      step: 1,
      measure: "plain",
      ordinal: false,
    }),
  },
];

const lower = (word: string) => word.toLocaleLowerCase("tr");

function words(phrase: string): number {
  let sum = 0;
  for (const word of lower(phrase).split(/\s/)) {
    if (word in scales) sum = Math.max(1, sum) * scales[word]!;
    else sum += ones[word] ?? tens[word] ?? 0;
  }
  return sum;
}

/** Words that look like numbers in Turkish and are others. */
const otherWords =
  /^(?:altı(?:n[ae]|n[dt][ae]n?|n[ıi]|nın)|yüz(?:ü|ünü|ünden|e|de|den|ün)|bin(?:e|er|i)|on(?:u|a|un|dan|da|lar\p{L}*)|biri?(?:si)?|birer|birde|birden|yed(?:i[ey]\p{L}*))$/iu;

export const numerals: NumeralWords = {
  forms,
  starts: `(?:${or(denominators)}|yarı|bir\\sçeyre|çeyre|yüzde|${or(tens)}|${or(ones)}|yüz)`,
  articles: "bir",
  others: otherWords,
};
