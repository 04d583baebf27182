import {type Pick, ranges, reasons, shaped, targets} from "../../test/check/shapes.ts";
import {
  added,
  isSentence,
  type Mutation,
  pick,
  type Random,
  readable,
  replaced,
  type Spot,
  spots,
} from "./mutations.ts";
import type {WrittenNote} from "./notes.ts";

/** Ways to make a sentence wrong without touching a number of it. */
export const sayingKinds = [
  "name exchanged",
  "names swapped",
  "reason added",
  "target added",
  "span changed",
  "word turned",
  "citation reworded",
  "verdict turned",
  "range added",
] as const;
export type SayingKind = (typeof sayingKinds)[number];

/** Makes one sentence say something else; undefined where the note has nothing of that kind. */
export function mutateSaying(
  note: WrittenNote,
  kind: SayingKind,
  random: Random,
): Mutation | undefined {
  const locale = localeOf(note);
  switch (kind) {
    case "name exchanged":
      return replaced(note, kind, random, namesIn(note), spot => anotherName(note, spot, random));
    case "names swapped":
      return swapped(note, random);
    case "reason added":
      return reasoned(note, random);
    case "target added":
      return added(note, kind, random, targetOf(note, random));
    case "span changed":
      return replaced(note, kind, random, spots(note, spans[locale].pattern), (_, chance) =>
        pick(spans[locale].others, chance),
      );
    case "word turned":
      return replaced(note, kind, random, spots(note, turnable(locale)), spot =>
        turned(locale, spot),
      );
    case "citation reworded":
      return recited(note, random);
    case "verdict turned":
      return replaced(note, kind, random, verdictsIn(note), (spot, chance) =>
        pick(
          verdicts[locale].find(one => one.includes(spot.text))!.filter(one => one !== spot.text),
          chance,
        ),
      );
    case "range added":
      return added(note, kind, random, shaped(ranges[locale], picking(random)));
  }
}

export const localeOf = ({locale}: WrittenNote) => (locale === "tr" ? "tr" : "en");

export const picking =
  (random: Random): Pick =>
  list =>
    pick(list, random)!;

/** Names of coins and quotes that stand in sentences: no sources, no ids. */
function knownNames({evidence: {statements}}: WrittenNote): string[] {
  const names = statements
    .filter(statement => statement.length > 1)
    .flatMap(statement =>
      statement.flatMap(piece =>
        typeof piece === "object" && "name" in piece ? [piece.name] : [],
      ),
    );
  return [...new Set(names)].filter(
    name => /^\p{Lu}[\p{L}\s.-]{1,24}$/u.test(name) && !/data|market|piyasa/i.test(name),
  );
}

const strangers = ["Solanium", "Monerox", "Aptosia", "Cosmora", "Injecta", "Kaspera", "Celestara"];

function namesIn(note: WrittenNote): Spot[] {
  const names = knownNames(note).map(name => RegExp.escape(name));
  if (names.length === 0) return [];
  const pattern = new RegExp(`(?<![\\p{L}\\d-])(?:${names.join("|")})(?![\\p{L}\\d-])`, "gu");
  return spots(note, pattern).filter(spot => !isAside(note, spot));
}

/** In a line of sources, the words of a picture, a cited source. */
function isAside({markdown}: WrittenNote, {from}: Spot): boolean {
  const start = markdown.lastIndexOf("\n", from) + 1;
  const line = markdown.slice(start, markdown.indexOf("\n", from));
  return /^\*(?:Source|Kaynak)|^!\[|\]\(http/u.test(line);
}

const alike: readonly (readonly string[])[] = [
  ["Bitcoin", "BTC"],
  ["Ether", "Ethereum", "ETH"],
];

function anotherName(note: WrittenNote, {text}: Spot, random: Random): string | undefined {
  const {name, symbol} = note.evidence.note;
  const same = [[name, symbol], ...alike].find(one => one.includes(text)) ?? [text];
  const others = [...knownNames(note), pick(strangers, random)!].filter(one => !same.includes(one));
  return pick(others, random);
}

/** Two names of one sentence that change places. */
function swapped(note: WrittenNote, random: Random): Mutation | undefined {
  const {name, symbol} = note.evidence.note;
  const entityOf = (text: string) =>
    [name, symbol].includes(text) ? "" : (alike.find(one => one.includes(text))?.[0] ?? text);
  const places = namesIn(note);
  const one = pick(places, random);
  if (!one) return undefined;
  const {markdown} = note;
  const near = places.filter(other => {
    const [from, to] = one.from < other.from ? [one.from, other.from] : [other.from, one.from];
    return (
      entityOf(other.text) !== entityOf(one.text) &&
      !/[.;|\n]/.test(markdown.slice(from, to).replace(/(?<=\d)[.,](?=\d)/g, ""))
    );
  });
  const other = pick(near, random);
  if (!other) return undefined;
  const [first, second] = one.from < other.from ? [one, other] : [other, one];
  const between = markdown.slice(first.from + first.text.length, second.from);
  // "Bitcoin and Ether": a list says the same in any order.
  if (/^[\s,]*(?:and|or|ve|ile|,)?\s*$/.test(between)) return undefined;
  return {
    kind: "names swapped",
    markdown: `${markdown.slice(0, first.from)}${second.text}${between}${first.text}${markdown.slice(second.from + second.text.length)}`,
    lines: [markdown.slice(0, first.from).split("\n").length],
    what: `${first.before}[${first.text}]${between}[${second.text}]${second.after}`,
  };
}

/** Sentences of paragraphs and items: where each ends. */
function endings(note: WrittenNote): number[] {
  const {markdown} = note;
  return readable(note).flatMap(({from, to}) => {
    const text = markdown.slice(from, to);
    if (!isSentence(text) && !/^- \p{Lu}.*\.$/u.test(text)) return [];
    return [...text.matchAll(/[\p{Ll}%)\d]{2}\.(?= \p{Lu}|$)/gu)].map(
      ({index}) => from + index + 2,
    );
  });
}

function reasoned(note: WrittenNote, random: Random): Mutation | undefined {
  const place = pick(endings(note), random);
  if (place === undefined) return undefined;
  const {markdown} = note;
  const others = knownNames(note).filter(
    one => ![note.evidence.note.name, note.evidence.note.symbol].includes(one),
  );
  const clause = shaped(reasons[localeOf(note)], picking(random), {
    other: pick(others, random) ?? "Bitcoin",
  });
  return {
    kind: "reason added",
    markdown: `${markdown.slice(0, place)}, ${clause}${markdown.slice(place)}`,
    lines: [markdown.slice(0, place).split("\n").length],
    what: `${markdown.slice(Math.max(0, place - 60), place)}, ${clause}`,
  };
}

function targetOf(note: WrittenNote, random: Random): string | undefined {
  const prices = note.evidence.figures
    .filter(({unit, quantity}) => unit === "USD" && quantity === "price")
    .flatMap(({printed}) => printed);
  const price = pick(prices, random);
  return (
    price &&
    shaped(targets[localeOf(note)], picking(random), {price, coin: note.evidence.note.symbol})
  );
}

const spans = {
  en: {
    pattern:
      /(?<=(?:worst|lowest|highest|deepest|close|days|fall|volume)[^.;|\n]{0,40} )(?:(?:of|in|over) the past year|on record|in a year)(?![\p{L}])/gu,
    others: [
      "of its history",
      "since launch",
      "of the past decade",
      "of the past week",
      "ever",
      "of the quarter",
      "since its listing",
    ],
  },
  tr: {
    pattern:
      /(?<![\p{L}])(?:son bir yılın|yılın|son bir yıldaki|kayıttaki|kayıtlardaki)(?= (?:en|\p{L}+ en))/gu,
    others: [
      "tarihinin",
      "son haftanın",
      "son on yılın",
      "piyasaya çıktığından beri",
      "çeyreğin",
      "tarihindeki",
    ],
  },
} as const;

/** A word of a sentence, and one that says otherwise. */
const turns: Readonly<Record<"en" | "tr", readonly (readonly [string, string])[]>> = {
  en: [
    ["like", "unlike"],
    ["same", "opposite"],
    ["before", "after"],
    ["hardly", "greatly"],
    ["largely", "hardly"],
    ["mostly", "never"],
    ["all", "some of"],
    ["each", "none"],
    ["most", "few"],
    ["still", "never"],
    ["could", "must"],
    ["with", "against"],
    ["within", "beyond"],
    ["almost", "far from"],
    ["simulated", "observed"],
  ],
  tr: [
    ["gibi", "aksine"],
    ["aynı", "farklı"],
    ["öncesinde", "sonrasında"],
    ["önceki", "sonraki"],
    ["bütün", "bazı"],
    ["hepsinde", "hiçbirinde"],
    ["çoğu", "hiçbiri"],
    ["büyük ölçüde", "hiç"],
    ["birlikte", "ayrı"],
    ["yakın", "uzak"],
    ["içinde", "dışında"],
    ["simüle", "gerçekleşen"],
    ["neredeyse", "asla"],
  ],
};

const turnable = (locale: "en" | "tr") =>
  new RegExp(
    `(?<![\\p{L}-])(?:${turns[locale].map(([word]) => word).join("|")})(?![\\p{L}-])`,
    "gu",
  );

const turned = (locale: "en" | "tr", {text}: Spot) =>
  turns[locale].find(([word]) => word === text)?.[1];

const foreignWords = {
  en: ["work", "gold", "banks", "theft", "lending", "shares", "weather", "miners", "salaries"],
  tr: ["madencilik", "altın", "banka", "hırsızlık", "kredi", "hisse", "maaş"],
} as const;

/** A word of a cited fact for one that its source does not have. */
function recited(note: WrittenNote, random: Random): Mutation | undefined {
  const {markdown, evidence} = note;
  const facts = evidence.statements
    .flat()
    .flatMap(piece =>
      typeof piece === "object" && "cited" in piece ? [piece.cited.replace(/[.!?]$/, "")] : [],
    );
  const fact = pick(facts, random);
  const at = fact === undefined ? -1 : markdown.indexOf(fact);
  if (fact === undefined || at < 0) return undefined;
  const words = [...fact.matchAll(/(?<![\p{L}’'-])\p{Ll}{4,}(?![\p{L}-])/gu)].filter(
    ({0: word}) =>
      !/^(?:with|that|from|into|have|been|when|they|their|which|than|were|will|olan|için|göre|kadar|olarak|bunun|daha|ancak)$/.test(
        word,
      ),
  );
  const word = pick(words, random);
  if (!word) return undefined;
  const other = pick(foreignWords[localeOf(note)], random)!;
  const from = at + word.index;
  return {
    kind: "citation reworded",
    markdown: `${markdown.slice(0, from)}${other}${markdown.slice(from + word[0].length)}`,
    lines: [markdown.slice(0, from).split("\n").length],
    what: `${fact.slice(0, word.index)}[${word[0]} → ${other}]${fact.slice(word.index + word[0].length)}`,
  };
}

const verdicts: Readonly<Record<"en" | "tr", readonly (readonly string[])[]>> = {
  en: [
    ["weakened", "strengthened", "no change found"],
    ["Bear", "Base", "Bull"],
  ],
  tr: [
    ["zayıfladı", "güçlendi", "değişiklik bulunmadı"],
    ["Ayı", "Temel", "Boğa"],
  ],
};

function verdictsIn(note: WrittenNote): Spot[] {
  const all = verdicts[localeOf(note)].flat();
  return spots(note, new RegExp(`(?<=\\| )(?:${all.join("|")})(?= \\|)`, "gu"));
}
