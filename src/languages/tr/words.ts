import type {Figure} from "../../model/figure.ts";
import type {QuoteClass, Sector} from "../../model/market.ts";
import {join, type Printed, say, type Text} from "../../model/text.ts";
import type {Pen} from "../../narrative/pen.ts";
import {sourceNames} from "../sources.ts";
import {type Case, inflected, suffixed} from "./suffix.ts";

/** 0 to 9 in words. */
export const smallNumbers = [
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
];

export const rose = (figure: Figure<"return" | "difference">) => figure.value > 0;

/** "%3,6 yükseldi", "%0,003 geriledi" ya da "değişmedi" */
export function moved(figure: Figure<"return">, pen: Pen, digits = 1): Text {
  if (figure.value === 0) return say`değişmedi`;
  return say`${pen.size(figure, digits)} ${rose(figure) ? "yükseldi" : "geriledi"}`;
}

/** As a heading has them: "para birimleri". */
export const classNames: Readonly<Record<QuoteClass, string>> = {
  fiat: "para birimleri",
  crypto: "coinler",
  metal: "değerli metaller",
};

/** What the coin moved against: "para birimlerine karşı". */
export const againstClass: Readonly<Record<QuoteClass, string>> = {
  fiat: "para birimlerine karşı",
  crypto: "coinlere karşı",
  metal: "değerli metallere karşı",
};

/** Before "paritesi": "altı para birimi paritesi". */
export const classWords: Readonly<Record<QuoteClass, string>> = {
  fiat: "para birimi",
  crypto: "coin",
  metal: "metal",
};

/** A gain by a fraction, and a loss of a part of the value. */
const fractions = [
  [0.25, "dörtte bir", "dörtte biri"],
  [1 / 3, "üçte bir", "üçte biri"],
  [0.5, "yarı", "yarısı"],
  [2 / 3, "üçte iki", "üçte ikisi"],
  [0.75, "dörtte üç", "dörtte üçü"],
] as const;

/**
 * What a move did to the value: "üçte bir değer kazandı", "değerinin yarısından fazlasını yitirdi",
 * "iki katına çıktı"; by its size where no simple fraction is near.
 */
export function grewOrShrank(move: Figure<"return">, pen: Pen): Text {
  const times = multiplied(move, pen);
  if (times) return times;
  const part = fraction(move, pen);
  if (rose(move)) return say`${part ?? pen.size(move)} değer kazandı`;
  return part ? say`değerinin ${part} yitirdi` : say`${pen.size(move)} değer kaybetti`;
}

function fraction(move: Figure<"return">, pen: Pen): Printed | undefined {
  const size = Math.abs(move.value);
  for (const [value, gain, part] of fractions) {
    const words = rose(move)
      ? {
          at: gain,
          over: `${inflected(gain, "ablative")} fazla`,
          under: `${inflected(gain, "dative")} yakın`,
        }
      : {
          at: inflected(part, "accusative", "belonging"),
          over: `${inflected(part, "ablative", "belonging")} fazlasını`,
          under: `${inflected(part, "dative", "belonging")} yakınını`,
        };
    if (Math.abs(size - value) < 0.004) return pen.worded(move, words.at);
    if (size > value && size < value + 0.035) return pen.worded(move, words.over);
    if (size < value && size > value - 0.02) return pen.worded(move, words.under);
  }
  return undefined;
}

function multiplied(move: Figure<"return">, pen: Pen): Text | undefined {
  const times = move.value + 1;
  for (const [value, word] of [
    [2, "iki"],
    [3, "üç"],
    [4, "dört"],
    [5, "beş"],
  ] as const) {
    if (Math.abs(times - value) < 0.01) return say`${pen.worded(move, `${word} katına`)} çıktı`;
    if (times > value && times < value + 0.3)
      return say`${pen.worded(move, `${word} katından fazlasına`)} çıktı`;
    if (times < value && times > value - 0.1)
      return say`${pen.worded(move, `${word} katına`)} yaklaştı`;
  }
  return undefined;
}

/**
 * The coins of a sector, before "arasında": "yapay zekâ coinleri", or by a name that is none of
 * Turkish, “Layer 2” grubundaki coinler.
 */
export function group({name, by}: Pick<Sector, "name" | "by">, pen: Pen): Text {
  if (by !== "list") return say`“${pen.name(name)}” kategorisindeki coinler`;
  if (!/l(?:arı|eri)$/.test(name)) return say`“${pen.name(name)}” grubundaki coinler`;
  const [first = "", ...rest] = name.split(" ");
  const common = /^\p{Lu}\p{Ll}+$/u.test(first) ? first.toLocaleLowerCase("tr") : first;
  return [pen.name([common, ...rest].join(" "))];
}

/** "dokuz gün", "30 gün"; `form` for its case: "dokuz günde". */
export function days(figure: Figure<"days">, pen: Pen, form?: Case): Text {
  return say`${pen.counted(figure)} ${form ? inflected("gün", form) : "gün"}`;
}

/** "a", "a ve b", "a, b ve c" */
export function list(items: readonly Text[]): Text {
  if (items.length < 2) return items[0] ?? [];
  return join([join(items.slice(0, -1), ", "), items.at(-1)!], " ve ");
}

/** Figures with a decimal comma in a row: "0,65; 0,77 ve 0,74". */
export function figures(items: readonly Text[]): Text {
  if (items.length < 2) return items[0] ?? [];
  return join([join(items.slice(0, -1), "; "), items.at(-1)!], " ve ");
}

/** A text at the beginning of a sentence: "iki parite" as "İki parite". */
export function capital(text: Text): Text {
  const [first, ...rest] = text;
  if (typeof first === "string") return [upperFirst(first), ...rest];
  if (first && "print" in first) return [{...first, print: upperFirst(first.print)}, ...rest];
  return text;
}

const upperFirst = (words: string) => words.charAt(0).toLocaleUpperCase("tr") + words.slice(1);

/** A name in a case: "Bitcoin’in". */
export const named = (name: string, form: Case, pen: Pen): Text => suffixed(pen.name(name), form);

/** The line under an exhibit. */
export function sourceLine(sources: readonly string[], asOf: Text): Text {
  const names = sourceNames(sources);
  return say`${names.length > 1 ? "Kaynaklar" : "Kaynak"}: ${join(
    names.map(name => [name]),
    "; ",
  )}. ${asOf}`;
}
