/**
 * Letters of a made-up tongue in place of those of a real one, vowel for vowel and consonant for
 * consonant: whatever knows words of a real language knows none of these.
 */
export interface Cipher {
  /** Words of a text. What stands in braces is a place for something else and stays. */
  readonly words: (text: string) => string;
  /** The same of a pattern, whose signs stay. */
  readonly pattern: (source: string) => string;
  /** Back again. */
  readonly plain: (text: string) => string;
}

/** Each letter becomes the next but some of its row: a vowel stays one. */
const rows: Readonly<Record<string, readonly (readonly [row: string, step: number])[]>> = {
  en: [
    ["aeiou", 1],
    ["bcdfghjklmnprstvwyz", 7],
  ],
  tr: [
    ["aıouei", 1],
    ["öü", 1],
    ["bcçdfgğhjklmnprsştvyz", 8],
  ],
};

/** Letters by which the real language would be known, as others. */
const foreign: Readonly<Record<string, string>> = {ğ: "ñ", ş: "š", ı: "å"};

/** With the capitals of the real language. */
export function cipherOf(locale: string): Cipher {
  const there = pairs(locale);
  const back = new Map([...there].map(([one, other]) => [other, one]));
  const each = (text: string, by: ReadonlyMap<string, string>) =>
    [...text].map(char => by.get(char) ?? char).join("");
  const words = (text: string) =>
    text
      .split(/(\{[^}]*\}|(?<!\p{L})\p{Lu}{2,}(?!\p{L}))/u)
      .map((part, i) => (i % 2 === 0 ? each(part, there) : part))
      .join("");
  return {
    words,
    pattern: source =>
      source
        .split(signs)
        .map((part, i) =>
          i % 2 === 0 ? each(part, there) : inClass(part, one => each(one, there)),
        )
        .join(""),
    plain: text => each(text, back),
  };
}

/** Escapes, names of groups, whole classes, counts and abbreviations in capitals. */
const signs =
  /(\\p\{\w+\}|\\u[0-9a-fA-F]{4}|\\.|\(\?<\w+>|\[(?:\\.|[^\]\\])*\]|\{\d+(?:,\d*)?\}|(?<!\p{L})\p{Lu}{2,}(?!\p{L}))/u;

/** A class of some letters is one of others; one of all letters stays. */
const inClass = (part: string, change: (letters: string) => string) =>
  part.startsWith("[") && !/\\|a-z|A-Z/.test(part) ? change(part) : part;

function pairs(locale: string): ReadonlyMap<string, string> {
  const capital = (text: string) => text.toLocaleUpperCase(locale);
  return new Map(
    (rows[locale] ?? []).flatMap(([row, step]) =>
      [...row].flatMap((letter, i): [string, string][] => {
        const next = row.charAt((i + step) % row.length);
        const other = foreign[next] ?? next;
        return [
          [letter, other],
          [capital(letter), capital(other)],
        ];
      }),
    ),
  );
}
