import type {Locale} from "../../model/locale.ts";

/** What is said to an editor beside the note's own words. */
export interface JudgingWords {
  readonly headline: string;
  readonly lead: string;
  readonly dependence: (days: number) => string;
  readonly cause: string;
  readonly tests: {
    readonly dependence: string;
    readonly rarity: string;
    readonly cause: string;
    readonly outlier: string;
  };
  readonly changed: string;
  /** What is watched from note to note, by its id. */
  readonly watched: Readonly<Record<string, string>>;
  readonly now: (what: string, is: string, was: string, when: string) => string;
  readonly verdicts: Readonly<Record<"weakened" | "strengthened" | "no-change-found", string>>;
  readonly quotes: string;
  readonly prices: string;
  readonly notUsed: string;
  readonly unsaid: string;
  readonly expired: string;
  readonly expiring: (day: string) => string;
  readonly fault: string;
  readonly more: (count: number) => string;
  /** The heading under which the note says what it cannot say. */
  readonly unknownHeading: string;
  /** Why something was not used, where it is said in another language. */
  readonly reasons: readonly (readonly [RegExp, string])[];
}

const english: JudgingWords = {
  headline: "Headline",
  lead: "Lead",
  dependence: days => `Dependence over ${days} days`,
  cause: "Whose doing it is",
  tests: {
    dependence: "change of rank correlation, adjusted for the windows",
    rarity: "share of earlier cases as extreme",
    cause: "the benchmark’s part in the change",
    outlier: "modified z-score within its class",
  },
  changed: "Changed since the last note",
  watched: {
    "price.usd": "Price",
    "marketCap.usd": "Market cap",
    rank: "Rank by market cap",
    "volume24h.usd": "Volume of a day",
    turnover: "Turnover",
    "supply.circulating": "Circulating supply",
    "supply.max": "Supply at most",
    "volatility.30d": "Volatility over 30 days",
    "past.30d.change": "Change over 30 days",
    "past.365d.change": "Change over a year",
    "close.yearHigh": "Highest close of a year",
    "close.yearLow": "Lowest close of a year",
    spearman: "Rank correlation",
    verdict: "Dependence",
  },
  now: (what, is, was, when) => `${what}: ${is}; it was ${was} on ${when}.`,
  verdicts: {
    weakened: "weaker",
    strengthened: "stronger",
    "no-change-found": "no change found",
  },
  quotes: "Quotes left out",
  prices: "Prices left out",
  notUsed: "Not used",
  unsaid: "Could not be said",
  expired: "A fact has expired",
  expiring: day => `A fact expires on ${day}`,
  fault: "Fault",
  more: count => `and ${count} more`,
  unknownHeading: "What these data do not say",
  reasons: [],
};

const turkish: JudgingWords = {
  headline: "Başlık",
  lead: "Spot",
  dependence: days => `${days} günlük bağ`,
  cause: "Değişimin kaynağı",
  tests: {
    dependence: "sıra korelasyonundaki değişim, pencere sayısına göre düzeltilmiş",
    rarity: "en az bu kadar uç olan önceki durumların payı",
    cause: "karşılaştırma varlığının değişimdeki payı",
    outlier: "kendi sınıfı içinde değiştirilmiş z puanı",
  },
  changed: "Önceki nottan bu yana değişen",
  watched: {
    "price.usd": "Fiyat",
    "marketCap.usd": "Piyasa değeri",
    rank: "Piyasa değerine göre sıra",
    "volume24h.usd": "Günlük hacim",
    turnover: "Devir hızı",
    "supply.circulating": "Dolaşımdaki arz",
    "supply.max": "En yüksek arz",
    "volatility.30d": "30 günlük oynaklık",
    "past.30d.change": "30 günlük değişim",
    "past.365d.change": "Bir yıllık değişim",
    "close.yearHigh": "Yılın en yüksek kapanışı",
    "close.yearLow": "Yılın en düşük kapanışı",
    spearman: "Sıra korelasyonu",
    verdict: "Bağ",
  },
  now: (what, is, was, when) => `${what}: ${is}; ${when} tarihinde ${was}.`,
  verdicts: {
    weakened: "zayıfladı",
    strengthened: "güçlendi",
    "no-change-found": "değişiklik bulunmadı",
  },
  quotes: "Dışarıda bırakılan pariteler",
  prices: "Dışarıda bırakılan fiyatlar",
  notUsed: "Kullanılmayanlar",
  unsaid: "Söylenemeyen",
  expired: "Bir bilginin süresi geçti",
  expiring: day => `Bir bilginin süresi doluyor: ${day}`,
  fault: "Hata",
  more: count => `ve ${count} hata daha`,
  unknownHeading: "Bu verilerin söylemedikleri",
  reasons: [
    [/^dated ([\d-]+), later than the note$/, "$1 tarihli, nottan sonra"],
    [/^expired on ([\d-]+)$/, "süresi $1 günü doldu"],
    [/^nothing on record$/, "kayıtta yok"],
    [/^no closes of late$/, "son günlerin kapanışı yok"],
    [/^last brought up to date at (.+)$/, "son güncelleme $1"],
    [/^fewer than (\d+) other coins on record$/, "kayıtta $1 coinden azı var"],
  ],
};

/** Adding a language is a set of words and a line here. */
export const judgingWords: Readonly<Record<Locale, JudgingWords>> = {en: english, tr: turkish};
