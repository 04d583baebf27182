import {scaleWords, superscripts} from "../../format/numbers.ts";
import type {ProseLocale} from "../prose.ts";
import type {Hedge, Measure, Mention, Quantity} from "./mention.ts";
import {momentAt, monthNames} from "./moments.ts";
import {numeralAt, numeralStarts} from "./numerals.ts";
import {withRanges} from "./ranges.ts";

const starts: Readonly<Record<ProseLocale, RegExp>> = {
  en: new RegExp(
    `(?:${monthNames}\\s\\d|Q[1-4](?![\\p{L}\\d])|${numeralStarts.en}(?!\\p{L}))`,
    "iuy",
  ),
  tr: new RegExp(`(?:${monthNames}\\s\\d|Q[1-4](?![\\p{L}\\d])|${numeralStarts.tr})`, "iuy"),
};
/** Data, and not prose: no word and no number is as long. */
const shortestDense = 200;
const dense = new RegExp(`\\S{${shortestDense},}`, "y");
/** A digit, or a word: cheap to find, and most words begin no number. */
const candidate = /[\d½¼¾⅓⅔]|[A-Za-zÀ-ɏ]+/g;

/**
 * Every number of a sentence: digits, words, dates, with sign, unit and hedge. Numbers that are
 * part of a name, a version, a digest, an id or a path are none.
 */
export function mentionsIn(text: string, locale: ProseLocale): readonly Mention[] {
  const known = read[locale];
  const kept = known.get(text);
  if (kept) return kept;
  if (known.size >= mostKept) known.clear();
  const found = mentionsOf(text, locale);
  known.set(text, found);
  return found;
}

/** Sentences read before: notes share their methods and disclosures, and a text is checked again and again. */
const read: Readonly<Record<ProseLocale, Map<string, readonly Mention[]>>> = {
  en: new Map(),
  tr: new Map(),
};
const mostKept = 20_000;

function mentionsOf(text: string, locale: ProseLocale): Mention[] {
  const found: Mention[] = [];
  // No pattern knows that İ and i, I and ı are pairs.
  const small =
    locale === "tr" ? text.replaceAll("İ", "i").replaceAll("I", "ı").toLowerCase() : text;
  const mayBeDense = text.length >= shortestDense;
  candidate.lastIndex = 0;
  for (let match = candidate.exec(text); match; match = candidate.exec(text)) {
    const at = match.index;
    const word = match[0];
    dense.lastIndex = at;
    if (mayBeDense && dense.test(text)) {
      candidate.lastIndex = dense.lastIndex;
      continue;
    }
    const next = /^[\d½¼¾⅓⅔]/.test(word)
      ? atDigits(text, at, locale)
      : mayStart(small, at, small.slice(at, at + word.length), locale)
        ? (momentAt(text, at, locale) ?? atWords(text, small, at, locale))
        : undefined;
    if (next && typeof next === "object") found.push(next);
    candidate.lastIndex = typeof next === "number" ? next : (next?.to ?? at + word.length);
  }
  return withRanges(found, text, locale);
}

const known: Readonly<Record<ProseLocale, Map<string, boolean>>> = {en: new Map(), tr: new Map()};

/** Whether a number may begin with the word; what was found of a word that needs no other is kept. */
function mayStart(text: string, at: number, word: string, locale: ProseLocale): boolean {
  const cache = known[locale];
  const cached = cache.get(word);
  if (cached === false) return false;
  const pattern = starts[locale];
  pattern.lastIndex = at;
  const may = pattern.test(text);
  if (cached === undefined && cache.size < 50_000) cache.set(word, needsMore.test(word) || may);
  return may;
}

/** Words that begin a number only with what follows: "a third", "May 5". */
const needsMore = new RegExp(`^(?:an?|bir|Q|${monthNames})$`, "iu");

/** The mention at digits, or where to go on after a name. */
function atDigits(text: string, at: number, locale: ProseLocale): Mention | number {
  const moment = momentAt(text, at, locale);
  if (moment && !/[\p{L}\d]/u.test(text[at - 1] ?? " ") && standsAlone(text, moment.to))
    return moment;
  const chunk = chunkAt(text, at);
  if (isName(text, chunk)) return chunk.to;
  return quantityAt(text, at, locale) ?? at + 1;
}

const standsAlone = (text: string, to: number) =>
  !/[\p{L}\d]/u.test(text[to] ?? " ") || /^['’]/.test(text.slice(to));

/** White space, dashes, brackets, quotation marks. */
const boundary = new Set(' \t\n\u00a0\u202f—()[]“”„"‘;|…');

interface Chunk {
  readonly from: number;
  readonly to: number;
}

/** No name is longer, either way. */
const longest = 80;

/** The run of characters around the place without white space. */
function chunkAt(text: string, at: number): Chunk {
  const [first, last] = [Math.max(0, at - longest), Math.min(text.length, at + longest)];
  let [from, to] = [at, at];
  while (from > first && !boundary.has(text[from - 1]!)) from--;
  while (to < last && !boundary.has(text[to]!)) to++;
  return {from, to};
}

const unitLetters =
  "(?:st|nd|rd|th|[xX×]|[kKmMbBtT]|mn|bn|tn|mr|Mn|Mr|Tn|h|d|bps?|pp|pts?|USD|EUR|BTC|TL|fold|inci|ıncı|uncu|üncü|nci|ncı|ncu|ncü)";
const unitAfter = new RegExp(`^\\d[\\d.,]*${unitLetters}?(?:[-–/%+'’.,:!?].*)?$`, "u");
/** "S&P 500", "Nasdaq 100": numbers that are part of a name. */
const indices =
  /(?:S&P|Nasdaq|FTSE|Russell|Nikkei|CAC|DAX|BIST|SHA|Web|Layer|ERC|BEP|ISO|RFC)[\s-]?$/i;

function isName(text: string, {from, to}: Chunk): boolean {
  const chunk = text
    .slice(from, to)
    .replace(/^[^\p{L}\d]+/u, "")
    .replace(/[.,:!?'’*]+$/u, "");
  if (indices.test(text.slice(Math.max(0, from - 10), from))) return true;
  const words = chunk.split(/['’]/)[0]!;
  if (!/\p{L}/u.test(words))
    return /^\d+\.\d+\.\d+(?!\d*\.?\d{4})/.test(words) && !/\.\d{3}(\.|$)/.test(words);
  if (/^\p{L}/u.test(words)) return !/^(?:US\$|USD|EUR|p[<=>≤≥])/.test(words);
  return !unitAfter.test(words);
}

const bodies: Readonly<Record<ProseLocale, RegExp>> = {
  en: /\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+,\d{1,2}(?![\d,])|\d+(?:\.\d+)?/y,
  tr: /\d{1,3}(?:\.\d{3})+(?:,\d+)?(?!\d)|\d+(?:,\d+)?|\d+\.\d+/y,
};
const glyphs: Readonly<Record<string, number>> = {
  "½": 1 / 2,
  "¼": 1 / 4,
  "¾": 3 / 4,
  "⅓": 1 / 3,
  "⅔": 2 / 3,
};

const prefix =
  /(?:(?<=^|[\s(“"'’—–:,;/|<>=≤≥~≈[−-])(?<sign>[+−-]|–(?!\s))\s?)?(?:(?<currency>US\$|[$€£¥₺₿])(?<inner>[+−–-])?|(?<percent>%)|(?<rank>#))?$/u;

function quantityAt(text: string, at: number, locale: ProseLocale): Quantity | undefined {
  const glyph = glyphs[text[at]!];
  if (glyph !== undefined)
    return finished(text, locale, {
      from: at,
      core: {from: at, to: at + 1},
      size: glyph,
      step: 0.04,
    });
  const body = bodyAt(text, at, locale);
  if (!body) return undefined;
  const before = prefix.exec(text.slice(Math.max(0, at - 8), at));
  const {sign, inner, currency, percent, rank} = before?.groups ?? {};
  const mark = sign ?? inner;
  return finished(text, locale, {
    from: at - (before?.[0].length ?? 0),
    core: {from: at, to: at + body.length},
    size: body.value,
    step: body.step,
    ...(mark && {sign: mark === "+" ? 1 : -1}),
    ...(currency && {currency}),
    percent: percent !== undefined,
    rank: rank !== undefined,
  });
}

function bodyAt(text: string, at: number, locale: ProseLocale) {
  const pattern = bodies[locale];
  pattern.lastIndex = at;
  let found = pattern.exec(text)?.[0];
  if (!found) return undefined;
  // The other locale's point, where it can be nothing else.
  if (locale === "tr") {
    otherPoint.lastIndex = at + found.length;
    found += otherPoint.exec(text)?.[0] ?? "";
  }
  const digits =
    locale === "en"
      ? /^\d+,\d{1,2}$/.test(found)
        ? found.replace(",", ".")
        : found.replaceAll(",", "")
      : /^\d+\.\d{1,2}$/.test(found)
        ? found
        : found.replaceAll(".", "").replace(",", ".");
  const point = digits.indexOf(".");
  const decimals = point < 0 ? 0 : digits.length - point - 1;
  return {length: found.length, value: Number(digits), step: 10 ** -decimals};
}

const otherPoint = /\.\d{1,2}(?!\d)/y;

interface Started {
  readonly from: number;
  readonly core: {readonly from: number; readonly to: number};
  readonly size: number;
  readonly step: number;
  readonly sign?: 1 | -1;
  readonly currency?: string;
  readonly percent?: boolean;
  readonly rank?: boolean;
}

/** Letters for scales, beside the words that the house writes. */
const scaleLetters: Readonly<Record<ProseLocale, Readonly<Record<string, number>>>> = {
  en: {
    k: 1e3,
    K: 1e3,
    m: 1e6,
    M: 1e6,
    mn: 1e6,
    b: 1e9,
    B: 1e9,
    bn: 1e9,
    t: 1e12,
    T: 1e12,
    tn: 1e12,
  },
  tr: {
    k: 1e3,
    K: 1e3,
    m: 1e6,
    M: 1e6,
    mn: 1e6,
    Mn: 1e6,
    mr: 1e9,
    Mr: 1e9,
    Mlr: 1e9,
    B: 1e9,
    bn: 1e9,
    tn: 1e12,
    Tn: 1e12,
  },
};
const anyOf = (words: Readonly<Record<string, unknown>>) => Object.keys(words).join("|");
/** A word of the house may bear a Turkish suffix. */
const suffixed = `(?<=${anyOf(scaleWords.tr).replace("bin|", "")})\\p{L}+`;
const scalePatterns: Readonly<Record<ProseLocale, RegExp>> = {
  en: new RegExp(
    `(?:(?<tight>[kKmMbBtT]|mn|bn|tn)|\\s(?<loose>${anyOf(scaleWords.en)}|bn|tn|mn|[MB]))(?![\\p{L}\\d])`,
    "uy",
  ),
  tr: new RegExp(
    `(?:(?<tight>[kKmM]|mn|Mn|mr|Mr|bn|tn|Tn)|\\s?(?<loose>${anyOf(scaleWords.tr)}|Mn|Mr|Mlr|Tn|B))(?:${suffixed})?(?![\\p{L}\\d])`,
    "uy",
  ),
};
const power = new RegExp(`\\s?×\\s?10(?<below>⁻)?(?<digits>[${superscripts}]{1,3})`, "uy");

/** A word ends here: "min", and not "mint". */
const end = String.raw`(?!\p{L})`;
/** What a number may count: what may stand before the unit, and the ways it is written. */
const unitForms: Readonly<Record<string, readonly [before: string, forms: string]>> = {
  percent: [String.raw`\s?`, String.raw`%${end} (?:per\s?cent|pct)${end}`],
  points: [
    String.raw`[\s-]?`,
    String.raw`(?:percentage|yüzde)[\s-]puan\p{L}* percentage[\s-]points? points?${end} ppt?s?${end} pts?${end} puan\p{L}*`,
  ],
  basis: [String.raw`[\s-]?`, String.raw`basis[\s-]points? bps?${end} baz\spuan\p{L}*`],
  dollars: [
    String.raw`\s?(?:US\s|ABD\s)?`,
    String.raw`dollars?${end} USD${end} dolar\p{L}* \$(?!\d)`,
  ],
  bitcoin: [String.raw`\s?`, `BTC${end} ₿`],
  other: [
    String.raw`\s?`,
    String.raw`euros?${end} EUR${end} € ₺ TL${end} liras?${end} pounds?${end} GBP${end} £ yen${end} ETH${end} avro\p{L}*`,
  ],
  times: [
    String.raw`\s?`,
    String.raw`[x×]${end} times(?!\p{L}|\sin\b) -?fold${end} kat(?!egori)\p{L}*`,
  ],
  minutes: [String.raw`[\s-]?`, String.raw`minutes?${end} min${end} dakika\p{L}* dk${end}`],
  hours: [String.raw`[\s-]?`, String.raw`hours?${end} h${end} saat\p{L}*`],
  days: [String.raw`[\s-]?`, String.raw`days?${end} d${end} gün(?!cel|dem)\p{L}*`],
  weeks: [String.raw`[\s-]?`, String.raw`weeks?${end} hafta\p{L}*`],
  months: [String.raw`[\s-]?`, String.raw`months?${end} ay(?:lık|da|dan|ın|ı|lar\p{L}*)?${end}`],
  years: [String.raw`[\s-]?`, String.raw`years?${end} yıl\p{L}*`],
  coins: [String.raw`\s`, `(?:coins|tokens)${end}`],
};
const units = new RegExp(
  Object.entries(unitForms)
    .map(([name, [before, forms]]) => `${before}(?<${name}>${forms.split(" ").join("|")})`)
    .join("|"),
  "uy",
);

const ordinalAfter: Readonly<Record<ProseLocale, RegExp>> = {
  en: /(?:st|nd|rd|th)(?!\p{L})/uy,
  tr: /['’]?(?:n[cç][iıuü]|[ıiuü]nc[iıuü])\p{L}*|\.(?=\s\p{Ll})/uy,
};
/** A suffix after an apostrophe, and what only words after it can say: "%3,64'lük", "3'ten fazla". */
const suffixAfter = /['’]\p{L}+/uy;

const factorOf = (word: string, locale: ProseLocale): number =>
  scaleLetters[locale][word] ??
  Object.entries(scaleWords[locale]).find(([name]) => name === word)?.[1] ??
  1;

/** × 10⁻¹² */
function powerOf(found: RegExpExecArray | null): number {
  if (!found) return 1;
  const {below, digits = ""} = found.groups ?? {};
  const exponent = digits.replace(/./g, digit => String(superscripts.indexOf(digit)));
  return Number(`1e${below ? "-" : ""}${exponent}`);
}

function finished(text: string, locale: ProseLocale, started: Started): Quantity {
  let to = started.core.to;
  const take = (pattern: RegExp) => {
    pattern.lastIndex = to;
    const found = pattern.exec(text);
    if (found) to += found[0].length;
    return found;
  };
  const ordinal = take(ordinalAfter[locale]) !== null;
  const scale = ordinal ? null : take(scalePatterns[locale])?.groups;
  const factor = scale
    ? factorOf(scale.tight ?? scale.loose ?? "", locale)
    : powerOf(ordinal ? null : take(power));
  const unit = ordinal ? undefined : take(units)?.groups;
  if (locale === "tr") take(suffixAfter);
  // The word before it is as much of the number as the sign would be.
  const yuzde =
    locale === "tr" && /yüzde\s$/i.test(text.slice(Math.max(0, started.from - 6), started.from));
  const from = yuzde ? started.from - 6 : started.from;
  const measure = measureOf(unit, started, yuzde);
  const part =
    measure === "percent" || measure === "points" ? 100 : measure === "basis-points" ? 1e4 : 1;
  const glyph = /[½¼¾⅓⅔]/.test(text[started.core.from]!);
  const hedge = hedgeOf(text, started.from, to, locale);
  return {
    kind: "quantity",
    from,
    to,
    core: started.core,
    size: (started.size * factor) / (glyph ? 1 : part),
    step: (started.step * factor) / (glyph ? 1 : part),
    measure: glyph && measure === "plain" ? "percent" : measure,
    ...(started.sign && {sign: started.sign}),
    ...(hedge && {hedge}),
    ordinal:
      ordinal ||
      started.rank === true ||
      rankBefore.test(text.slice(Math.max(0, started.from - 12), started.from)),
    worded: false,
  };
}

const rankBefore = /(?:rank(?:ed|s)?|number|no\.|sıra(?:sı)?)\s#?$/i;

function measureOf(
  unit: Readonly<Record<string, string | undefined>> | undefined,
  {currency, percent}: Started,
  yuzde: boolean,
): Measure {
  if (percent || yuzde) return unit?.points ? "points" : "percent";
  if (currency === "₿") return "BTC";
  if (currency) return currency.endsWith("$") ? "USD" : "other-currency";
  if (!unit) return "plain";
  if (unit.percent) return "percent";
  if (unit.basis) return "basis-points";
  if (unit.points) return "points";
  if (unit.dollars) return "USD";
  if (unit.bitcoin) return "BTC";
  if (unit.other) return "other-currency";
  for (const name of [
    "times",
    "minutes",
    "hours",
    "days",
    "weeks",
    "months",
    "years",
    "coins",
  ] as const)
    if (unit[name]) return name;
  return "plain";
}

const before: Readonly<Record<ProseLocale, readonly (readonly [RegExp, Hedge])[]>> = {
  en: [
    [
      /(?:about|around|approximately|roughly|some|circa|close to|or so|~|≈)\s?(?:an?\s)?$/i,
      "about",
    ],
    [/(?:nearly|almost|just under|just below|not quite)\s(?:an?\s)?$/i, "nearly"],
    [
      /(?:just over|more than|over|at least|no less than|upwards of|greater than|>|≥)\s?(?:an?\s)?$/i,
      "over",
    ],
    [/(?:less than|under|at most|fewer than|no more than|up to|<|≤)\s?(?:an?\s)?$/i, "under"],
  ],
  tr: [
    [/(?:yaklaşık(?: olarak)?|aşağı yukarı|~|≈)\s?$/i, "about"],
    [/(?:neredeyse|hemen hemen)\s$/i, "nearly"],
    [/(?:en az|>|≥)\s?$/i, "over"],
    [/(?:en fazla|en çok|<|≤)\s?$/i, "under"],
  ],
};
const after: readonly (readonly [RegExp, Hedge])[] = [
  [
    /^\s?\+(?!\d)|^(?:\sor more)(?!\p{L})|^(?:\s\p{L}+)?['’]?[dt][ae]n\s(?:fazla|çok|büyük)|^\s(?:üzerinde|aşkın)/iu,
    "over",
  ],
  [/^(?:\s\p{L}+)?['’]?[dt][ae]n\s(?:az|küçük)/iu, "under"],
  [/^\s(?:or so|civarında|kadar|dolayında)(?!\p{L})/iu, "about"],
];

/** The last words of what may stand before a hedged number, an article apart. */
const lastWords = new Set(
  "about around approximately roughly some circa to so nearly almost under below quite than over least of most fewer yaklaşık olarak yukarı neredeyse hemen az fazla çok ~ ≈ < > ≤ ≥".split(
    " ",
  ),
);

const lastWord = /([^ (“—,]+)(?: an?)?$/i;

function hedgeOf(text: string, from: number, to: number, locale: ProseLocale): Hedge | undefined {
  const ahead = text.slice(Math.max(0, from - 22), from);
  const last = lastWord.exec(ahead.trimEnd())?.[1];
  if (last && lastWords.has(last.toLowerCase()))
    for (const [pattern, hedge] of before[locale]) if (pattern.test(ahead)) return hedge;
  if (text[to] !== "+" && locale === "en" && !text.startsWith(" or ", to)) return undefined;
  const behind = text.slice(to, to + 24);
  for (const [pattern, hedge] of after) if (pattern.test(behind)) return hedge;
  if (!/[dt][ae]n$/.test(text.slice(from, to))) return undefined;
  if (/^\s(?:fazla|çok|büyük)/.test(behind)) return "over";
  return /^\s(?:az|küçük)/.test(behind) ? "under" : undefined;
}

function atWords(
  text: string,
  small: string,
  at: number,
  locale: ProseLocale,
): Quantity | undefined {
  const numeral = numeralAt(small, at, locale);
  if (!numeral) return undefined;
  const core = {from: at, to: at + numeral.length};
  const {size, step, measure, ordinal} = numeral;
  const hedge = hedgeOf(text, at, core.to, locale);
  units.lastIndex = core.to;
  const unit = measure === "plain" && !ordinal ? units.exec(text) : null;
  const named = unit ? measureOf(unit.groups, {from: at, core, size, step}, false) : measure;
  const part =
    named === "percent" && unit
      ? 100
      : named === "points"
        ? 100
        : named === "basis-points"
          ? 1e4
          : 1;
  return {
    kind: "quantity",
    from: at,
    to: core.to + (unit?.[0].length ?? 0),
    core,
    size: size / part,
    step: step / part,
    measure: named,
    ...(hedge && {hedge}),
    ordinal,
    worded: true,
  };
}
