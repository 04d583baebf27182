import {matchesOf} from "./claims/words/matching.ts";
import type {ProseLocale} from "./prose.ts";

/** One of these words, and nothing else. */
const wholeWord = (words: string) =>
  new RegExp(`^(?:${words.trim().split(/\s+/).join("|")})$`, "u");

/** Words that say up or more, and words that say down or less; whole words, in small letters. */
const up: Readonly<Record<ProseLocale, RegExp>> = {
  en: wholeWord(`
    ris(?:e|es|en|ing) rose gain(?:s|ed|ing|er|ers)? climb(?:s|ed|ing)?
    advanc(?:e|es|ed|ing) jump(?:s|ed)? surg(?:e|es|ed|ing) soar(?:s|ed|ing)?
    ral(?:ly|lies|lied) increas(?:e|es|ed|ing) grow(?:s|n|th|ing)? grew add(?:s|ed) up
    upward upwards higher highest high above over more most larger largest greater greatest
    strengthen(?:s|ed|ing)? stronger closer tighten(?:s|ed)? tighter ties livelier wider
    widen(?:s|ed)? exceed(?:s|ed)? outperform(?:s|ed|ing)? bull buy(?:s|ing|ers)? best
    better peak(?:s|ed)? appreciat(?:e|es|ed) lead(?:s|ing)? first positive premium highs
  `),
  tr: wholeWord(String.raw`
    yüksel\p{L}* art(?:tı|tığı|mış|ış|ışı|an|ar|arak|arken|tır\p{L}*|makta|ıyor|ması)
    çık(?:tı|tığı|mış|an|ar|arak|ıyor|ış|ışı|ıp)
    kazan(?:dı|dığı|mış|an|ç|cı|ır|arak|dır\p{L}*) üst(?:ünde|üne|ü|ündeki|te)
    üzer(?:inde|ine|indeki|inden) yukarı\p{L}* fazla(?:sı)? daha yüksek\p{L}* büyük\p{L}*
    güçlen\p{L}* güçlü\p{L}* sıkı\p{L}* yakın(?:laş\p{L}*|dan)? en hareketli oynak
    aş(?:tı|an|mış|ıyor) boğa olumlu artı tavan zirve\p{L}*
  `),
};
const down: Readonly<Record<ProseLocale, RegExp>> = {
  en: wholeWord(`
    fall(?:s|en|ing)? fell los(?:e|es|ing|s|ses|er|ers) lost drop(?:s|ped|ping)?
    declin(?:e|es|ed|ing) slid(?:e|es|ing)? slump(?:s|ed)? sank sink(?:s|ing)? shed(?:s)?
    decreas(?:e|es|ed|ing) shr(?:ink|inks|ank|unk|inking) slip(?:s|ped)? plung(?:e|es|ed)
    plummet(?:s|ed)? retreat(?:s|ed)? down downward downwards lower lowest low below under
    less least fewer fewest smaller smallest weaken(?:s|ed|ing)? weaker looser
    loosen(?:s|ed|ing)? loosest calmer narrower narrow(?:s|ed)? underperform(?:s|ed|ing)?
    bear sell(?:s|ing|ers)? worst worse trough depreciat(?:e|es|ed) lag(?:s|ged|ging)? last
    negative discount lows
  `),
  tr: wholeWord(String.raw`
    düş(?:tü|tüğü|müş|üş|üşü|en|er|erek|erken|ük|üğü|üyor|mekte|mesi|ür\p{L}*) düşük\p{L}*
    azal\p{L}* gerile\p{L}* in(?:di|diği|miş|en|er|erek|iyor|iş|işi) kaybe\p{L}* kayıp kaybı
    alt(?:ında|ına|ı|ındaki|ta) aşağı\p{L}* az daha küçük\p{L}* zayıfla\p{L}* zayıf\p{L}*
    gevşe\p{L}* gevşek\p{L}* uzak(?:laş\p{L}*|tan)? sakin\p{L}* durgun ayı olumsuz eksi
    taban dip dibi\p{L}* değer\p{L}*
  `),
};

export type Direction = 1 | -1;

/** What a word says of the direction, if anything. */
export function directionOf(word: string, locale: ProseLocale): Direction | undefined {
  const [rises, falls] = [up[locale].test(word), down[locale].test(word)];
  if (rises === falls) return undefined;
  return rises ? 1 : -1;
}

/** Words that say how a return went: these alone give a size its sign. */
const risen: Readonly<Record<ProseLocale, RegExp>> = {
  en: /(?<![\p{L}-])(?:rose|rises?|risen|rising|gains?|gained|gaining|climb(?:s|ed)?|advanc(?:e|es|ed)|jump(?:s|ed)?|surg(?:e|es|ed)|soar(?:s|ed)?|rall(?:y|ied)|increased?|up|higher|appreciated)(?![\p{L}-])/giu,
  tr: /(?<!\p{L})(?:yüksel(?:di|diği|miş|iş|işi|en|erek)|art(?:tı|tığı|mış|ış|ışı|an|arak)|kazan(?:dı|dığı|mış|ç|cı|an|arak)|değer kazan\p{L}*|prim yap\p{L}*|çıktı)(?!\p{L})/giu,
};
const fallen: Readonly<Record<ProseLocale, RegExp>> = {
  en: /(?<![\p{L}-])(?:fell|falls?|fallen|falling|los(?:t|s|es|ing)|drop(?:s|ped)?|declin(?:e|es|ed)|slid|slumped|sank|shed|decreased?|slipped|plunged|plummeted|retreated|down|lower|depreciated)(?![\p{L}-])/giu,
  tr: /(?<!\p{L})(?:düş(?:tü|tüğü|müş|üş|üşü|en|erek)|gerile(?:di|diği|miş|me|yen|yerek)|azal(?:dı|dığı|mış|ış|an|arak)|kaybe(?:tti|ttiği|den|derek|tmiş)|kayb[ıi]|kayıp|yitir(?:di|diği|en|erek|miş)|değer kaybe\p{L}*|indi)(?!\p{L})/giu,
};

const opposites: Readonly<Record<ProseLocale, readonly (readonly [string, string])[]>> = {
  en: [
    ["rose", "fell"],
    ["rise", "fall"],
    ["rises", "falls"],
    ["rising", "falling"],
    ["gained", "lost"],
    ["gain", "loss"],
    ["climbed", "dropped"],
    ["advanced", "declined"],
    ["increased", "decreased"],
    ["jumped", "slid"],
    ["up", "down"],
    ["higher", "lower"],
  ],
  tr: [
    ["yükseldi", "düştü"],
    ["arttı", "geriledi"],
    ["kazandı", "kaybetti"],
    ["yükseliş", "düşüş"],
    ["artış", "düşüş"],
    ["yükseldiği", "düştüğü"],
    ["kazanç", "kayıp"],
  ],
};

/** The word that says the other direction, written as this one is. */
export function oppositeOf(word: string, locale: ProseLocale): string | undefined {
  const small = word.toLocaleLowerCase(locale);
  const other = opposites[locale].find(pair => pair.includes(small))?.find(one => one !== small);
  if (other === undefined || word[0] === small[0]) return other;
  return other[0]!.toLocaleUpperCase(locale) + other.slice(1);
}

export interface Governing {
  readonly direction: Direction;
  readonly from: number;
  readonly to: number;
}

const clauseEnd =
  /;(?!\s[−+]?[%$]?\d)|[:()—]|(?<![\p{L}])(?:while|where|whereas|but|although|because|as|against|from|oysa|ama|ancak|iken|fakat)(?!\p{L})/giu;

/**
 * The word that says which way the number goes: in English the verb before it in its clause, which
 * a list of numbers shares, or a word just after it; in Turkish the verb after it.
 */
export function governing(
  text: string,
  from: number,
  to: number,
  locale: ProseLocale,
): Governing | undefined {
  const {words, ends} = verbsOf(text, locale);
  if (words.length === 0) return undefined;
  const clause = {
    from: Math.max(-1, ...ends.filter(end => end < from)),
    to: Math.min(text.length, ...ends.filter(end => end >= to)),
  };
  const within = words.filter(word => word.from > clause.from && word.to <= clause.to);
  if (locale === "tr") return within.find(word => word.from >= to);
  const after = within.find(
    word => word.from >= to && /^\s(?:%\s)?$/.test(text.slice(to, word.from)),
  );
  return after ?? within.findLast(word => word.to <= from);
}

interface Verbs {
  readonly words: readonly Governing[];
  /** Where clauses end. */
  readonly ends: readonly number[];
}

let last: (Verbs & {readonly text: string; readonly locale: ProseLocale}) | undefined;

/** Those of the sentence asked for last are kept: its numbers are judged one after the other. */
function verbsOf(text: string, locale: ProseLocale): Verbs {
  if (last?.text === text && last.locale === locale) return last;
  const words = [...found(text, risen[locale], 1), ...found(text, fallen[locale], -1)];
  last = {
    text,
    locale,
    words: words.toSorted((a, b) => a.from - b.from),
    ends: words.length ? [...text.matchAll(clauseEnd)].map(({index}) => index) : [],
  };
  return last;
}

function found(text: string, pattern: RegExp, direction: Direction): Governing[] {
  return matchesOf(pattern, text).map(span => ({direction, ...span}));
}
