import type {WrittenNote} from "./notes.ts";
import {mutateSaying, sayingKinds} from "./sayings.ts";
import {unsupported} from "./sentences.ts";

/** One thing made wrong in a note. */
export interface Mutation {
  readonly kind: MutationKind;
  readonly markdown: string;
  /** Lines that are wrong now, counted from 1. */
  readonly lines: readonly number[];
  readonly what: string;
}

export const mutationKinds = [
  "digit changed",
  "sign flipped",
  "unit swapped",
  "percent for points",
  "figures exchanged",
  "direction inverted",
  "rounding wrong",
  "number added",
  "claim added",
  ...sayingKinds,
] as const;
export type MutationKind = (typeof mutationKinds)[number];

export type Random = () => number;

/** Makes one thing wrong; undefined where the note has nothing of that kind. */
export function mutate(
  note: WrittenNote,
  kind: MutationKind,
  random: Random,
): Mutation | undefined {
  switch (kind) {
    case "digit changed":
      return replaced(note, kind, random, numbers(note).filter(isBound), changedDigit);
    case "sign flipped":
      return replaced(note, kind, random, numbers(note).filter(maySign), flippedSign);
    case "unit swapped":
      return replaced(note, kind, random, measured(note), swappedUnit);
    case "percent for points":
      return replaced(note, kind, random, numbers(note).filter(isPercent), pointsFor(note.locale));
    case "rounding wrong":
      return replaced(
        note,
        kind,
        random,
        numbers(note).filter(hasDecimals),
        roundedWrongly(note.locale),
      );
    case "direction inverted":
      return replaced(note, kind, random, directions(note), invertedDirection(note.locale));
    case "figures exchanged":
      return exchanged(note, random);
    case "number added":
    case "claim added":
      return added(note, kind, random, sentenceOf(note, kind, random));
    default:
      return mutateSaying(note, kind, random);
  }
}

export interface Spot {
  readonly from: number;
  readonly text: string;
  readonly before: string;
  readonly after: string;
}

/** Part of the file whose words are the note's: front matter but for title and description, addresses, the table of origins are not. */
export function readable({markdown}: WrittenNote): {from: number; to: number}[] {
  const spans: {from: number; to: number}[] = [];
  let at = 0;
  let [fence, section] = [0, ""];
  const lastSection = markdown.lastIndexOf("\n## ");
  for (const line of markdown.split("\n")) {
    if (line === "---" && fence < 2) fence++;
    else if (line.startsWith("## ")) section = line;
    const front = fence === 1;
    const words = front ? /^(?:title|description):/.test(line) : !/^\|[\s:|-]+\|$|^$/.test(line);
    if (words && at < lastSection) {
      const from = at + (front ? line.indexOf('"') + 1 : 0);
      const image = line.startsWith("![") ? line.lastIndexOf("](") : line.length;
      spans.push({from, to: at + image});
    }
    at += line.length + 1;
  }
  return section ? spans : [];
}

export function spots(note: WrittenNote, pattern: RegExp): Spot[] {
  const {markdown} = note;
  return readable(note).flatMap(({from, to}) =>
    [...markdown.slice(from, to).matchAll(pattern)].map(({0: text, index}) => ({
      from: from + index,
      text,
      before: markdown.slice(Math.max(from, from + index - 24), from + index),
      after: markdown.slice(
        from + index + text.length,
        Math.min(to, from + index + text.length + 24),
      ),
    })),
  );
}

const numberPattern =
  /(?<![\p{L}\d.,/#@_-])[−+]?[$%]?\d[\d.,]*(?<![.,])(?:%|bn|tn|[mk])?(?![\p{L}\d/#_]|\\?-|\.\d)/gu;

/** Numbers of figures and dates, but not those of labels, versions, names and thresholds. */
function numbers(note: WrittenNote): Spot[] {
  const names = note.evidence.statements
    .flat()
    .flatMap(piece =>
      typeof piece === "object" && "name" in piece && /\d/.test(piece.name) ? [piece.name] : [],
    );
  return spots(note, numberPattern).filter(
    ({before, text, after}) =>
      !/(?:Exhibit|Şekil|Tablo|Grafik|Gösterim)\s$|[<>]\s$/.test(before) &&
      !names.some(name => `${before}${text}${after}`.includes(name.slice(0, 24))),
  );
}

const isBound = ({text}: Spot) => /\d/.test(text);
const hasDecimals = ({text, before, after}: Spot) =>
  /\d[.,]\d{1,2}(?!\d)/.test(text) &&
  !/^\d+\.\d+\.\d+/.test(text) &&
  !/:$/.test(before) &&
  // A time of day, as English and Turkish write it.
  !/^(?::| UTC)/.test(after);
const isPercent = ({text}: Spot) => text.includes("%") && /[1-9]/.test(text);
const maySign = ({text, before}: Spot) =>
  /[1-9]/.test(text) &&
  (/^[−+]/.test(text) || text.includes("%") || /^0[.,]\d\d$/.test(text)) &&
  !/[p=]\s?$/.test(before);

export const pick = <T>(list: readonly T[], random: Random): T | undefined =>
  list[Math.floor(random() * list.length)];

function lineOf(markdown: string, at: number): number {
  let line = 1;
  for (let i = markdown.indexOf("\n"); i >= 0 && i < at; i = markdown.indexOf("\n", i + 1)) line++;
  return line;
}

export function replaced(
  {markdown}: WrittenNote,
  kind: MutationKind,
  random: Random,
  places: readonly Spot[],
  change: (spot: Spot, random: Random) => string | undefined,
): Mutation | undefined {
  const spot = pick(places, random);
  const words = spot && change(spot, random);
  if (!spot || words === undefined || words === spot.text) return undefined;
  const {from, text} = spot;
  const to = from + text.length;
  return {
    kind,
    markdown: `${markdown.slice(0, from)}${words}${markdown.slice(to)}`,
    lines: [lineOf(markdown, from)],
    what: `${spot.before}[${text} → ${words}]${spot.after}`,
  };
}

function changedDigit({text}: Spot, random: Random): string {
  const places = [...text.matchAll(/\d/g)].map(({index}) => index);
  const at = pick(places, random)!;
  const first = at === places[0];
  const others = [..."0123456789"].filter(one => one !== text[at] && !(first && one === "0"));
  return `${text.slice(0, at)}${pick(others, random)}${text.slice(at + 1)}`;
}

function flippedSign({text}: Spot): string {
  if (text.startsWith("−")) return `+${text.slice(1)}`;
  if (text.startsWith("+")) return `−${text.slice(1)}`;
  return `−${text}`;
}

const swaps: readonly (readonly [RegExp, string])[] = [
  [/bn$/, "m"],
  [/(?<=\d)m$/, "bn"],
  [/^\$/, "€"],
  [/ (?:days|gün)$/, " hours"],
  [/ (?:milyar|Mr)$/, " milyon"],
  [/ (?:milyon|Mn)$/, " milyar"],
  [/ dolar$/, " avro"],
];

function measured(note: WrittenNote): Spot[] {
  return spots(
    note,
    /(?<![\p{L}\d.,/-])(?:\$\d[\d.,]*(?:bn|m)?(?:\s(?:Mr|Mn))?|\d[\d.,]*\s(?:days|gün|milyar|milyon|Mr|Mn|dolar))(?![\p{L}\d])/gu,
    // "8 Kasım 2022 gün sonundan" measures nothing.
  ).filter(({text}) => !/^\d{4} gün$/.test(text));
}

function swappedUnit({text}: Spot, random: Random): string | undefined {
  const swap = pick(
    swaps.filter(([pattern]) => pattern.test(text)),
    random,
  );
  if (!swap) return undefined;
  const turkish = swap[1] === " hours" && text.endsWith("gün");
  return text.replace(swap[0], turkish ? " saat" : swap[1]);
}

const pointsFor =
  (locale: string) =>
  ({text}: Spot) =>
    locale === "tr"
      ? `${text.replace("%", "")} puan`
      : `${text.replace("%", "")} percentage points`;

const roundedWrongly =
  (locale: string) =>
  ({text}: Spot, random: Random): string => {
    const point = locale === "tr" ? "," : ".";
    const [, sign, digits, rest] = /^([^\d]*)([\d.,]+)(.*)$/.exec(text)!;
    const decimals = digits!.split(point)[1]?.length ?? 0;
    const units = Number(digits!.replace(/[.,]/g, ""));
    const next = String(Math.max(0, units + (random() < 0.5 && units > 0 ? -1 : 1))).padStart(
      decimals + 1,
      "0",
    );
    const whole = decimals ? next.slice(0, -decimals) : next;
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, locale === "tr" ? "." : ",");
    return `${sign}${/[.,]\d{3}/.test(digits!.slice(0, -decimals || undefined)) ? grouped : whole}${decimals ? point + next.slice(-decimals) : ""}${rest}`;
  };

const pairs: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  en: [
    ["rose", "fell"],
    ["gained", "lost"],
    ["gains", "losses"],
    ["above", "below"],
    ["higher", "lower"],
    ["highest", "lowest"],
    ["up", "down"],
    ["more", "less"],
    ["high", "low"],
    ["weakened", "strengthened"],
    ["over", "under"],
  ],
  tr: [
    ["yükseldi", "düştü"],
    ["yükseldi", "geriledi"],
    ["üzerinde", "altında"],
    ["arttı", "azaldı"],
    ["kazandı", "kaybetti"],
    ["yüksek", "düşük"],
    ["fazla", "az"],
    ["yukarı", "aşağı"],
    ["kazanç", "kayıp"],
    ["zayıfladı", "güçlendi"],
  ],
};

/** "over the last 90 days" and "once more" say no direction. */
function directions(note: WrittenNote): Spot[] {
  const words = pairs[note.locale]!.flat().filter(word => word !== "over" && word !== "under");
  return spots(note, new RegExp(`(?<![\\p{L}-])(?:${words.join("|")})(?![\\p{L}-])`, "giu")).filter(
    ({before, text, after}) =>
      !(text === "up" && /(?:come|comes|came|add|adds|looked|look)\s$/.test(before)) &&
      !/^ (?:to|than likely)/.test(text === "up" ? after : ""),
  );
}

const invertedDirection =
  (locale: string) =>
  ({text}: Spot): string | undefined => {
    const small = text.toLocaleLowerCase(locale);
    const pair = pairs[locale]!.find(one => one.includes(small));
    const other = pair?.find(word => word !== small);
    if (!other) return undefined;
    return text[0] === small[0] ? other : other[0]!.toLocaleUpperCase(locale) + other.slice(1);
  };

/** No part of a date or a time. */
const isFigure = ({text, before, after}: Spot) =>
  !/^\s\p{Lu}\p{L}+(?:[\s,.;|)*]|$)/u.test(after) &&
  !/\p{Lu}\p{L}+\s$|:$/u.test(before) &&
  !/^:/.test(after) &&
  !/^20\d\d$/.test(text);

/** Two numbers of one form that change places. */
function exchanged(note: WrittenNote, random: Random): Mutation | undefined {
  const places = numbers(note).filter(isFigure);
  const one = pick(places, random);
  if (!one) return undefined;
  const formOf = ({text}: Spot) => text.replace(/[\d.,]+/, "#");
  const digitsOf = ({text}: Spot) => text.replace(/[.,]0+(?=\D*$)/, "");
  const near = places.filter(
    other =>
      other.text !== one.text &&
      !note.evidence.figures.some(
        ({printed}) => printed.includes(one.text) && printed.includes(other.text),
      ) &&
      digitsOf(other) !== digitsOf(one) &&
      formOf(other) === formOf(one) &&
      Math.abs(other.from - one.from) < 600,
  );
  const other = pick(near, random);
  if (!other) return undefined;
  const [first, second] = one.from < other.from ? [one, other] : [other, one];
  const {markdown} = note;
  return {
    kind: "figures exchanged",
    markdown: `${markdown.slice(0, first.from)}${second.text}${markdown.slice(first.from + first.text.length, second.from)}${first.text}${markdown.slice(second.from + second.text.length)}`,
    lines: [...new Set([lineOf(markdown, first.from), lineOf(markdown, second.from)])],
    what: `${first.before}[${first.text} ↔ ${second.text}]${first.after}`,
  };
}

function sentenceOf(
  {locale, evidence: {note}}: WrittenNote,
  kind: "number added" | "claim added",
  random: Random,
): string {
  return pick(unsupported[locale === "tr" ? "tr" : "en"][kind], random)!
    .replaceAll("{coin}", note.name)
    .replaceAll("{symbol}", note.symbol);
}

export const isSentence = (text: string) => /^\p{Lu}/u.test(text) && /[.]$/.test(text);

/** The sentence at the end of a paragraph. */
export function added(
  note: WrittenNote,
  kind: MutationKind,
  random: Random,
  sentence: string | undefined,
): Mutation | undefined {
  const {markdown} = note;
  const paragraphs = readable(note).filter(({from, to}) => isSentence(markdown.slice(from, to)));
  const place = pick(paragraphs, random);
  if (!place || sentence === undefined) return undefined;
  return {
    kind,
    markdown: `${markdown.slice(0, place.to)} ${sentence}${markdown.slice(place.to)}`,
    lines: [lineOf(markdown, place.from)],
    what: sentence,
  };
}
