import {
  fraction,
  multipleStep,
  type NumeralForm,
  type NumeralWords,
  sticky,
} from "../../../check/numbers/numerals.ts";
import {customs} from "../customs.ts";

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
  ...customs.scales,
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

const forms: readonly NumeralForm[] = [
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

export const numerals: NumeralWords = {
  forms,
  starts: `(?:an?\\s${part}|${or(ones)}|${or(tens)}|half|halves|${part}|${ordinals.join("|")}|${or(multiples)})(?!\\p{L})`,
  articles: "an?",
};
