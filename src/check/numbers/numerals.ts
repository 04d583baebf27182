import {scaleWords} from "../../format/numbers.ts";
import type {ProseLocale} from "../prose.ts";
import type {Measure} from "./mention.ts";

/** A number that is spelled out. */
export interface Numeral {
  readonly length: number;
  readonly size: number;
  readonly step: number;
  readonly measure: Measure;
  readonly ordinal: boolean;
}

/** What a fraction in words claims, either way: of a small one, a part of it. */
const fractionStep = (size: number) => Math.min(0.04, size / 2.5);
const multipleStep = 0.2;

const ones: Readonly<Record<string, number>> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
};
const tens: Readonly<Record<string, number>> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const scales: Readonly<Record<string, number>> = {
  hundred: 100,
  ...scaleWords.en,
};
const parts: Readonly<Record<string, number>> = {
  half: 2,
  halves: 2,
  third: 3,
  quarter: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  twelfth: 12,
  twentieth: 20,
  thirtieth: 30,
  fortieth: 40,
  fiftieth: 50,
  hundredth: 100,
  thousandth: 1000,
};
const ordinals = [
  "first",
  "second",
  "third",
  "fourth",
  "fifth",
  "sixth",
  "seventh",
  "eighth",
  "ninth",
  "tenth",
];
const multiples: Readonly<Record<string, number>> = {
  doubled: 2,
  doubling: 2,
  doubles: 2,
  twice: 2,
  double: 2,
  tripled: 3,
  trebled: 3,
  tripling: 3,
  triples: 3,
  triple: 3,
  quadrupled: 4,
  quadruple: 4,
  halved: 0.5,
  halving: 0.5,
  twofold: 2,
  threefold: 3,
  fourfold: 4,
  fivefold: 5,
  sixfold: 6,
  sevenfold: 7,
  eightfold: 8,
  ninefold: 9,
  tenfold: 10,
};

const or = (words: Readonly<Record<string, unknown>>) => Object.keys(words).join("|");
const cardinal = `(?:(?:${or(tens)})(?:[-\\s](?:${or(ones)}))?|${or(ones)})(?!\\p{L})(?:\\s(?:${or(scales)})(?!\\p{L}))?`;
const part = `(?:half|halves|(?:third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|twelfth|twentieth|thirtieth|fortieth|fiftieth|hundredth|thousandth)s?)`;
const stop = "(?![\\p{L}\\d])";

const englishForms: readonly {
  form: RegExp;
  read: (found: RegExpExecArray, before: string) => Reading | undefined;
}[] = [
  {
    form: sticky(
      `(${cardinal})(?:\\stimes)?\\s(?:in|out\\sof)\\s(?:every\\s)?(${cardinal})${stop}`,
    ),
    read: ([, share, of]) => fraction(words(share!) / words(of!)),
  },
  {
    form: sticky(`(?:(an?|${or(ones)})[-\\s])(${part})${stop}`),
    read: ([, count, of]) => fraction((/^an?$/i.test(count!) ? 1 : words(count!)) / partOf(of!)),
  },
  {
    form: sticky(`(${part})${stop}`),
    // "the third", "last quarter" are none; "the worst tenth" is one.
    read: ([, of], before) =>
      /^(?:half|halves|\p{L}+s)$/iu.test(of!) ||
      /(?:est|best|worst|middle|top|bottom)\s$/i.test(before)
        ? fraction(1 / partOf(of!))
        : undefined,
  },
  {
    form: sticky(
      `(${ordinals.join("|")})[-\\s](?:largest|biggest|highest|lowest|smallest|place)${stop}`,
    ),
    read: ([, place]) => ({
      size: ordinals.indexOf(place!.toLowerCase()) + 1,
      step: 1,
      measure: "plain",
      ordinal: true,
      length: place!.length,
    }),
  },
  {
    form: sticky(`(${or(multiples)})${stop}`),
    read: ([, word]) => ({
      size: multiples[word!.toLowerCase()]!,
      step: multipleStep,
      measure: "times",
      ordinal: false,
    }),
  },
  {
    form: sticky(`(${cardinal})${stop}`),
    read: ([, word]) => ({size: words(word!), step: 1, measure: "plain", ordinal: false}),
  },
];

type Reading = Omit<Numeral, "length"> & {length?: number};

function sticky(source: string): RegExp {
  return new RegExp(source, "iuy");
}

const fraction = (size: number): Reading => ({
  size,
  step: fractionStep(size),
  measure: "percent",
  ordinal: false,
});

const partOf = (word: string) => {
  const name = word.toLowerCase();
  return parts[name] ?? parts[name.replace(/s$/, "")]!;
};

function words(phrase: string): number {
  let sum = 0;
  for (const word of phrase.toLowerCase().split(/[-\s]/)) {
    if (word in scales) sum *= scales[word]!;
    else sum += ones[word] ?? tens[word] ?? 0;
  }
  return sum;
}

const turkishOnes: Readonly<Record<string, number>> = {
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
const turkishTens: Readonly<Record<string, number>> = {
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
const turkishScales: Readonly<Record<string, number>> = {
  yüz: 100,
  ...scaleWords.tr,
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
const turkishCardinal = `(?:(?:${or(turkishTens)})\\s(?:${or(turkishOnes)})|${or(turkishTens)}|${or(turkishOnes)}|yüz)(?:\\s(?:${or(turkishScales)}))?`;

const turkishForms: typeof englishForms = [
  {
    form: sticky(`(${or(denominators)})\\s(${or(turkishOnes)}|yarım)${ending}${stop}`),
    read: ([, of, count]) =>
      fraction((turkishOnes[lower(count!)] ?? 0.5) / denominators[lower(of!)]!),
  },
  {form: sticky(`yarı(?:s[ıi]\\p{L}*|ya|dan|nda)?${stop}`), read: () => fraction(0.5)},
  {form: sticky(`(?:bir\\s)?çeyre[kğ]\\p{L}*${stop}`), read: () => fraction(0.25)},
  {
    form: sticky(`yüzde\\s(${turkishCardinal})${ending}${stop}`),
    read: ([, count]) => ({
      size: turkishWords(count!) / 100,
      step: 0.01,
      measure: "percent",
      ordinal: false,
    }),
  },
  {
    form: sticky(`(${turkishCardinal})\\skat\\p{L}*${stop}`),
    read: ([, count]) => ({
      size: turkishWords(count!),
      step: multipleStep,
      measure: "times",
      ordinal: false,
    }),
  },
  {
    form: sticky(`(iki|üç|dört|beş)(?:ye|e)\\skatla\\p{L}*${stop}`),
    read: ([, count]) => ({
      size: turkishWords(count!),
      step: multipleStep,
      measure: "times",
      ordinal: false,
    }),
  },
  {
    form: sticky(`(${turkishCardinal})${ending}${stop}`),
    read: ([, count]) => ({
      size: turkishWords(count!),
      step: 1,
      measure: "plain",
      ordinal: false,
    }),
  },
];

const lower = (word: string) => word.toLocaleLowerCase("tr");

function turkishWords(phrase: string): number {
  let sum = 0;
  for (const word of lower(phrase).split(/\s/)) {
    if (word in turkishScales) sum = Math.max(1, sum) * turkishScales[word]!;
    else sum += turkishOnes[word] ?? turkishTens[word] ?? 0;
  }
  return sum;
}

/** Words that look like numbers in Turkish and are others. */
const otherWords =
  /^(?:altı(?:n[ae]|n[dt][ae]n?|n[ıi]|nın)|yüz(?:ü|ünü|ünden|e|de|den|ün)|bin(?:e|er|i)|on(?:u|a|un|dan|da|lar\p{L}*)|biri?(?:si)?|birer|birde|birden|yed(?:i[ey]\p{L}*))$/iu;

/** Where a number in words may begin. */
export const numeralStarts: Readonly<Record<ProseLocale, string>> = {
  en: `(?:an?\\s${part}|${or(ones)}|${or(tens)}|half|halves|${part}|${ordinals.join("|")}|${or(multiples)})`,
  tr: `(?:${or(denominators)}|yarı|bir\\sçeyre|çeyre|yüzde|${or(turkishTens)}|${or(turkishOnes)}|yüz)`,
};

/** The number in words that begins at the place, if one does. */
export function numeralAt(text: string, at: number, locale: ProseLocale): Numeral | undefined {
  for (const {form, read} of locale === "en" ? englishForms : turkishForms) {
    form.lastIndex = at;
    const found = form.exec(text);
    if (!found) continue;
    if (locale === "tr" && otherWords.test(found[0])) return undefined;
    const reading = read(found, text.slice(Math.max(0, at - 12), at));
    if (reading) return {length: found[0].length, ...reading};
  }
  return undefined;
}
