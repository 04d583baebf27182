import type {DeskLocale} from "../../../model/deskLocale.ts";
import type {ScanList} from "../../../model/scanList.ts";

interface Words {
  readonly title: string;
  readonly says: string;
  readonly order: {
    readonly from: string;
    readonly asOf: string;
    readonly asOfHint: string;
    readonly asOfNow: string;
    readonly top: string;
    readonly topHint: string;
    readonly go: string;
    readonly costs: string;
    readonly cannot: string;
  };
  readonly before: string;
  readonly beforeSays: string;
  readonly none: string;
  readonly noneSays: string;
  readonly by: (by: string) => string;
  readonly asOf: (when: string) => string;
  readonly noAsOf: string;
  readonly ran: (when: string) => string;
  readonly list: (asOf: string) => string;
  readonly counted: (universe: string, tests: string, leftOut: string) => string;
  readonly running: string;
  readonly noList: string;
  readonly columns: {
    readonly rank: string;
    readonly coin: string;
    readonly why: string;
    readonly score: string;
    readonly now: string;
    readonly before: string;
    readonly p: string;
    readonly since: string;
    readonly act: string;
  };
  /** By the name of what dependence is measured on. */
  readonly why: Readonly<Record<ScanList["rows"][number]["why"], (benchmark: string) => string>>;
  readonly benchmark: string;
  /** What the columns of weight and p are, beside those of a note. */
  readonly measures: string;
  readonly days: (count: number) => string;
  readonly write: string;
  readonly on: (coin: string) => string;
  readonly showAll: (count: number) => string;
  readonly loading: string;
}

export const words: Readonly<Record<DeskLocale, Words>> = {
  en: {
    title: "Scan",
    says: "Ranks the coins of a market by what changed in how they move with its benchmark, such as Bitcoin.",
    order: {
      from: "Made from",
      asOf: "As of, UTC",
      asOfHint: "Empty: the newest that the data have",
      asOfNow: "This source answers for now only.",
      top: "Largest coins",
      topHint: "So many are looked at",
      go: "Scan the market",
      costs: "Writes nothing; a note is ordered from its list.",
      cannot: "None of the sources here can rank a whole market.",
    },
    before: "Scans before",
    beforeSays: "the newest 20",
    none: "No scan yet.",
    noneSays: "The first one takes some seconds on recorded data, some minutes live.",
    by: by => `by ${by}`,
    asOf: when => `As of ${when}`,
    noAsOf: "No list",
    ran: when => `run on ${when}`,
    list: asOf => `The market as of ${asOf}`,
    counted: (universe, tests, leftOut) =>
      `${universe} coins, ${tests} tests that p is adjusted for, ${leftOut} left out`,
    running: "The scan is at work; its list comes by itself.",
    noList: "This scan made no list.",
    columns: {
      rank: "Rank",
      coin: "Coin",
      why: "Why",
      score: "Weight",
      now: "ρ now",
      before: "ρ before",
      p: "p, for all coins",
      since: "Since",
      act: "Do",
    },
    why: {
      weakened: benchmark => `loosened from ${benchmark}`,
      strengthened: benchmark => `moves more with ${benchmark}`,
      "no-change-found": () => "no change found",
      "not-enough-data": () => "too little data",
    },
    benchmark: "the benchmark",
    measures:
      "p is adjusted for all coins and windows of the scan; that of a note is adjusted for its own windows alone, and is mostly smaller. Weight is the powers of ten by which p lies below 1, times how rare such a change is for the coin. The news value of a draft is another measure: how rare the rarest of all that it tells is.",
    days: count => `over ${count} days`,
    write: "Write a note",
    on: coin => `on ${coin}`,
    showAll: count => `Show all ${count}, those without a change too`,
    loading: "Fetching the scan",
  },
  tr: {
    title: "Tarama",
    says: "Bir piyasanın coinlerini, Bitcoin gibi bir karşılaştırma varlığıyla birlikte hareketlerinde ne değiştiğine göre sıralar.",
    order: {
      from: "Veri",
      asOf: "Hangi an itibarıyla, UTC",
      asOfHint: "Boşsa: verilerdeki en yeni an",
      asOfNow: "Bu kaynak yalnızca şu an için yanıt verir.",
      top: "En büyük coinler",
      topHint: "Bu kadarına bakılır",
      go: "Piyasayı tara",
      costs: "Not yazmaz; not, listesinden istenir.",
      cannot: "Buradaki kaynakların hiçbiri bütün bir piyasayı sıralayamaz.",
    },
    before: "Önceki taramalar",
    beforeSays: "son 20",
    none: "Henüz tarama yok.",
    noneSays: "İlki kayıtlı veride birkaç saniye, canlıda birkaç dakika sürer.",
    by: by => by,
    asOf: asOf => `${asOf} itibarıyla`,
    noAsOf: "Listesi yok",
    ran: when => `tarandı: ${when}`,
    list: asOf => `${asOf} itibarıyla piyasa`,
    counted: (universe, tests, leftOut) =>
      `${universe} coin, p’nin düzeltildiği ${tests} test, dışarıda kalan ${leftOut}`,
    running: "Tarama sürüyor; listesi kendiliğinden gelir.",
    noList: "Bu taramadan liste çıkmadı.",
    columns: {
      rank: "Sıra",
      coin: "Coin",
      why: "Neden",
      score: "Ağırlık",
      now: "ρ şimdi",
      before: "ρ önce",
      p: "p, tüm coinler için",
      since: "Ne zamandan beri",
      act: "İşlem",
    },
    why: {
      weakened: benchmark => `${benchmark} ile bağı gevşedi`,
      strengthened: benchmark => `${benchmark} ile bağı güçlendi`,
      "no-change-found": () => "değişiklik bulunmadı",
      "not-enough-data": () => "veri çok az",
    },
    benchmark: "karşılaştırma varlığı",
    measures:
      "p, taramadaki tüm coinlere ve pencerelere göre düzeltilmiştir; notunki yalnızca kendi pencerelerine göre düzeltilir ve çoğunlukla daha küçüktür. Ağırlık, p’nin 1’in kaç kat (onun kuvveti) altında olduğu ile böyle bir değişikliğin o coin için ne kadar seyrek olduğunun çarpımıdır. Taslağın haber değeri başka bir ölçüdür: anlattıklarının en seyreği ne kadar seyrekse odur.",
    days: count => `${count} günde`,
    write: "Not yaz",
    on: coin => coin,
    showAll: count => `Değişiklik olmayanlarla birlikte ${count} coinin tümünü göster`,
    loading: "Tarama alınıyor",
  },
};
