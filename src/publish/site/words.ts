import {isLocale, type Locale} from "../../model/locale.ts";

/** What the site says of itself, in one language. */
export interface SiteWords {
  /** What the language is called in itself. */
  readonly language: string;
  readonly skip: string;
  readonly menu: string;
  readonly home: string;
  readonly notes: string;
  readonly coins: string;
  readonly tags: string;
  readonly archive: string;
  readonly about: string;
  readonly method: string;
  readonly corrections: string;
  readonly search: string;
  readonly searchHint: string;
  readonly searchGo: string;
  readonly searchNeeds: string;
  readonly searchNone: string;
  readonly searchFailed: string;
  /** With `{count}`. */
  readonly searchFound: string;
  readonly searchFoundOne: string;
  readonly theme: string;
  readonly tagline: string;
  readonly latest: string;
  readonly more: string;
  readonly allNotes: string;
  readonly byCoin: string;
  readonly nothing: string;
  readonly elsewhere: string;
  readonly minutes: string;
  readonly newest: string;
  readonly older: string;
  readonly onCoin: string;
  readonly tagged: string;
  readonly count: string;
  readonly countOne: string;
  readonly inThis: string;
  readonly take: string;
  readonly pdf: string;
  readonly markdown: string;
  readonly evidence: string;
  readonly evidenceData: string;
  readonly record: string;
  readonly alsoIn: string;
  readonly earlier: string;
  readonly published: string;
  readonly corrected: string;
  readonly retracted: string;
  readonly asOf: string;
  /** With `{day}`, `{wrong}`, `{right}`. */
  readonly correction: string;
  readonly before: string;
  readonly oldVersion: string;
  readonly oldLink: string;
  readonly retraction: string;
  readonly retractionReason: string;
  readonly retractionStays: string;
  readonly figuresHint: string;
  readonly evidenceTitle: string;
  readonly evidenceLead: string;
  readonly evidenceBack: string;
  readonly inText: string;
  readonly behind: string;
  readonly behindLead: string;
  readonly value: string;
  readonly formula: string;
  readonly counted: string;
  readonly inputs: string;
  readonly fixed: string;
  readonly source: string;
  readonly fetched: string;
  readonly answers: string;
  readonly answersLead: string;
  readonly file: string;
  readonly series: string;
  readonly days: string;
  readonly snapshot: string;
  readonly openLine: string;
  readonly close: string;
  readonly correctionsLead: string;
  readonly correctionsNone: string;
  readonly was: string;
  readonly is: string;
  readonly withdrawn: string;
  readonly withdrawnLeft: string;
  readonly missing: string;
  readonly missingLead: string;
  readonly feed: string;
  readonly feedback: string;
  readonly noAdvice: string;
  readonly madeBy: string;
  readonly units: Readonly<Record<string, string>>;
}

const en: SiteWords = {
  language: "English",
  skip: "Skip to the content",
  menu: "Site",
  home: "Front page",
  notes: "Notes",
  coins: "Coins",
  tags: "Tags",
  archive: "Archive",
  about: "About",
  method: "Method",
  corrections: "Corrections",
  search: "Search",
  searchHint: "A coin, a word of a note",
  searchGo: "Search",
  searchNeeds:
    "Searching needs JavaScript. Without it, every note is found by its coin, its tag or its month.",
  searchNone: "No note has all of these words.",
  searchFailed: "The index could not be loaded. Try again in a while.",
  searchFound: "{count} notes",
  searchFoundOne: "One note",
  theme: "Light or dark",
  tagline: "Market research in which every figure can be checked",
  latest: "Latest notes",
  more: "More notes",
  allNotes: "All notes",
  byCoin: "By coin",
  nothing: "No note has been published yet.",
  elsewhere: "The notes here are in another language so far.",
  minutes: "{count} min",
  newest: "Newest first.",
  older: "Older notes are in the archive",
  onCoin: "All notes on {name}",
  tagged: "Notes tagged “{name}”",
  count: "{count} notes",
  countOne: "one note",
  inThis: "In this note",
  take: "Take it with you",
  pdf: "PDF",
  markdown: "Markdown",
  evidence: "Evidence",
  evidenceData: "Evidence as data",
  record: "Record of its versions",
  alsoIn: "Also in",
  earlier: "Earlier on {name}",
  published: "Published",
  corrected: "Corrected",
  retracted: "Retracted",
  asOf: "as of",
  correction: "Corrected on {day}",
  before: "The version before",
  oldVersion:
    "This is an older version of the note, kept for the record. It was replaced on {day}.",
  oldLink: "Read the note as it stands now",
  retraction: "This note has been retracted",
  retractionReason: "It was retracted on {day}. The reason:",
  retractionStays:
    "This notice takes its place, so that links to it go on telling what became of it.",
  figuresHint: "Each underlined figure opens where it comes from.",
  evidenceTitle: "Where the figures come from",
  evidenceLead:
    "Every figure of the note, in the order of its text: how it is printed, its value, and the formula or the recorded answer that it comes from.",
  evidenceBack: "Back to the note",
  inText: "In the note",
  behind: "Behind them",
  behindLead: "What formulas above take in and the note does not print.",
  value: "Value",
  formula: "Formula",
  counted: "counted by the program itself",
  inputs: "From",
  fixed: "Fixed beforehand",
  source: "Read from",
  fetched: "fetched",
  answers: "Recorded answers",
  answersLead:
    "What the sources answered, with the time and the SHA-256 of each answer as it was recorded.",
  file: "Answer",
  series: "Daily values",
  days: "{count} days",
  snapshot: "Digest of the snapshot",
  openLine: "All of the evidence",
  close: "Close",
  correctionsLead:
    "Every error that was found in a note after it was published: what was wrong, what is right, and the version that had it; and every note that was retracted, with the reason.",
  correctionsNone: "Nothing has had to be corrected so far.",
  was: "It said",
  is: "It is",
  withdrawn: "Retracted",
  withdrawnLeft:
    "None of its versions is published any more; a notice stands in the place of each.",
  missing: "There is no page here",
  missingLead:
    "The address may be mistyped. No note of this site is ever removed from its address.",
  feed: "Feed",
  feedback: "Feedback and corrections",
  noAdvice: "Research, and no advice to buy, sell or hold anything.",
  madeBy: "Made with",
  units: {
    USD: "US dollars",
    BTC: "bitcoin",
    return: "as a fraction; 0.05 is 5%",
    drawdown: "as a fraction of the peak",
    ratio: "as a fraction; 0.05 is 5%",
    share: "as a fraction; 0.05 is 5%",
    probability: "as a fraction; 0.05 is 5%",
    percentile: "as a fraction; 0.05 is 5%",
    "p-value": "probability",
    volatility: "standard deviation, as a fraction",
    correlation: "from −1 to 1",
    beta: "beta",
    difference: "difference of two figures",
    "z-score": "robust standard deviations",
    tokens: "units of the coin",
    count: "counted",
    days: "days",
    hours: "hours",
    minutes: "minutes",
    rank: "rank",
  },
};

const tr: SiteWords = {
  language: "Türkçe",
  skip: "İçeriğe geç",
  menu: "Site",
  home: "Ana sayfa",
  notes: "Notlar",
  coins: "Coinler",
  tags: "Etiketler",
  archive: "Arşiv",
  about: "Hakkında",
  method: "Yöntem",
  corrections: "Düzeltmeler",
  search: "Arama",
  searchHint: "Bir coin ya da nottan bir sözcük",
  searchGo: "Ara",
  searchNeeds:
    "Arama için JavaScript gerekir. Onsuz da her nota coininden, etiketinden ya da ayından ulaşılır.",
  searchNone: "Bu sözcüklerin hepsini içeren bir not yok.",
  searchFailed: "Dizin yüklenemedi. Biraz sonra yeniden deneyin.",
  searchFound: "{count} not",
  searchFoundOne: "Bir not",
  theme: "Açık ya da koyu",
  tagline: "Her sayısı denetlenebilen piyasa araştırması",
  latest: "Son notlar",
  more: "Diğer notlar",
  allNotes: "Tüm notlar",
  byCoin: "Coine göre",
  nothing: "Henüz yayımlanmış bir not yok.",
  elsewhere: "Buradaki notlar şimdilik başka bir dilde.",
  minutes: "{count} dk",
  newest: "En yenisi başta.",
  older: "Daha eski notlar arşivde",
  onCoin: "{name}: tüm notlar",
  tagged: "“{name}” etiketli notlar",
  count: "{count} not",
  countOne: "bir not",
  inThis: "Bu notta",
  take: "Yanınıza alın",
  pdf: "PDF",
  markdown: "Markdown",
  evidence: "Kanıtlar",
  evidenceData: "Veri olarak kanıtlar",
  record: "Sürümlerin kaydı",
  alsoIn: "Diğer dilde",
  earlier: "{name}: önceki notlar",
  published: "Yayımlandı",
  corrected: "Düzeltildi",
  retracted: "Geri çekildi",
  asOf: "veri anı",
  correction: "{day} tarihinde düzeltildi",
  before: "Önceki sürüm",
  oldVersion:
    "Bu, notun kayıt için saklanan eski bir sürümüdür. {day} tarihinde yerini yenisine bıraktı.",
  oldLink: "Notun bugünkü halini okuyun",
  retraction: "Bu not geri çekildi",
  retractionReason: "{day} tarihinde geri çekildi. Gerekçe:",
  retractionStays:
    "Bu duyuru notun yerini alır; böylece ona verilen bağlantılar ne olduğunu söyler.",
  figuresHint: "Altı çizili her sayı, nereden geldiğini açar.",
  evidenceTitle: "Sayıların kaynağı",
  evidenceLead:
    "Notun her sayısı, metindeki sırasıyla: nasıl yazıldığı, değeri ve geldiği formül ya da kayıtlı yanıt.",
  evidenceBack: "Nota dön",
  inText: "Notta",
  behind: "Arkalarında",
  behindLead: "Yukarıdaki formüllerin aldığı, notta yazılmayan değerler.",
  value: "Değer",
  formula: "Formül",
  counted: "program kendisi saydı",
  inputs: "Girdiler",
  fixed: "Önceden belirlendi",
  source: "Okunduğu yer",
  fetched: "alındığı an",
  answers: "Kayıtlı yanıtlar",
  answersLead: "Kaynakların yanıtları; her birinin anı ve kaydedildiği haliyle SHA-256 özeti.",
  file: "Yanıt",
  series: "Günlük değerler",
  days: "{count} gün",
  snapshot: "Anlık görüntünün özeti",
  openLine: "Kanıtların tümü",
  close: "Kapat",
  correctionsLead:
    "Yayımlandıktan sonra bir notta bulunan her hata: neyin yanlış, neyin doğru olduğu ve hatanın bulunduğu sürüm; geri çekilen her not da gerekçesiyle.",
  correctionsNone: "Şimdiye dek düzeltilmesi gereken bir şey olmadı.",
  was: "Yazılan",
  is: "Doğrusu",
  withdrawn: "Geri çekildi",
  withdrawnLeft: "Hiçbir sürümü artık yayımlanmıyor; her birinin yerinde bir duyuru duruyor.",
  missing: "Burada bir sayfa yok",
  missingLead: "Adres yanlış yazılmış olabilir. Bu sitede hiçbir not adresinden kaldırılmaz.",
  feed: "Akış",
  feedback: "Geri bildirim ve düzeltmeler",
  noAdvice: "Araştırmadır; bir şeyi alma, satma ya da tutma tavsiyesi değildir.",
  madeBy: "Hazırlayan program",
  units: {
    USD: "ABD doları",
    BTC: "bitcoin",
    return: "oran olarak; 0,05 yüzde 5’tir",
    drawdown: "zirveye oranla",
    ratio: "oran olarak; 0,05 yüzde 5’tir",
    share: "oran olarak; 0,05 yüzde 5’tir",
    probability: "oran olarak; 0,05 yüzde 5’tir",
    percentile: "oran olarak; 0,05 yüzde 5’tir",
    "p-value": "olasılık",
    volatility: "standart sapma, oran olarak",
    correlation: "−1 ile 1 arasında",
    beta: "beta",
    difference: "iki sayının farkı",
    "z-score": "dayanıklı standart sapma",
    tokens: "coin birimi",
    count: "sayıldı",
    days: "gün",
    hours: "saat",
    minutes: "dakika",
    rank: "sıra",
  },
};

const words: Readonly<Record<Locale, SiteWords>> = {en, tr};

/** What the site says in the language of a note; English for one that it does not speak. */
export const wordsOf = (locale: string): SiteWords => words[isLocale(locale) ? locale : "en"];

/**
 * A wording with its places filled.
 *
 * @example filled("{count} notes on {name}", {count: 3, name: "A"}) // "3 notes on A"
 */
export function filled(wording: string, places: Readonly<Record<string, string | number>>): string {
  return wording.replace(/\{(\w+)\}/g, (whole, name: string) => String(places[name] ?? whole));
}
