import type {DeskLocale} from "../../../model/deskLocale.ts";
import type {Run} from "../../api/shapes.ts";
import type {StageName} from "./progress.ts";

interface Words {
  readonly title: string;
  readonly says: string;
  readonly stages: Readonly<Record<StageName, string>>;
  readonly stageStates: Readonly<Record<"done" | "now" | "bad" | "todo", string>>;
  readonly states: Readonly<Record<Run["state"], string>>;
  readonly outcomes: Readonly<Record<string, string>>;
  readonly filter: string;
  readonly all: string;
  readonly wrong: string;
  readonly columns: {
    readonly meant: (place: string) => string;
    readonly by: string;
    readonly began: string;
    readonly steps: string;
    readonly outcome: string;
    readonly made: string;
    readonly act: string;
  };
  readonly ordered: (by: string) => string;
  readonly late: (minutes: number) => string;
  readonly notBegun: string;
  readonly calls: (count: number) => string;
  readonly notes: (done: number, of: number) => string;
  readonly drafts: (count: number) => string;
  readonly noDraft: string;
  readonly list: string;
  readonly stop: string;
  readonly stopping: string;
  readonly again: string;
  readonly open: string;
  readonly details: string;
  readonly none: string;
  readonly noneYet: string;
  readonly more: string;
  readonly loading: string;
  readonly one: {
    readonly title: (what: string) => string;
    readonly back: string;
    readonly why: string;
    readonly notes: string;
    readonly steps: string;
    readonly coin: string;
    readonly state: string;
    readonly reason: string;
    readonly step: string;
    readonly began: string;
    readonly took: string;
    readonly calls: string;
    readonly meant: string;
    readonly orderedBy: string;
    readonly ended: string;
    readonly market: string;
  };
}

export const words: Readonly<Record<DeskLocale, Words>> = {
  en: {
    title: "Runs",
    says: "One run for a schedule and hour, or for an order; rows are never removed.",
    stages: {scan: "scan", gather: "gather", write: "write", press: "press", draft: "draft"},
    stageStates: {done: "done", now: "at work", bad: "failed", todo: "not reached"},
    states: {
      waiting: "Waiting",
      running: "Running",
      done: "Done",
      failed: "Failed",
      cancelled: "Stopped",
      skipped: "Skipped",
    },
    outcomes: {
      draft: "draft",
      "nothing-to-say": "nothing to say",
      "not-new": "nothing new to say",
      "no-room": "no room left",
    },
    filter: "State",
    all: "All",
    wrong: "Failed",
    columns: {
      meant: place => `Meant for, ${place}`,
      by: "By",
      began: "Began",
      steps: "Steps",
      outcome: "Outcome",
      made: "Made",
      act: "Do",
    },
    ordered: by => `ordered by ${by}`,
    late: minutes => `${minutes} min late`,
    notBegun: "not begun",
    calls: count => (count === 1 ? "1 call" : `${count} calls`),
    notes: (done, of) => `${done} of ${of}`,
    drafts: count => (count === 1 ? "1 draft" : `${count} drafts`),
    noDraft: "no draft",
    list: "its list",
    stop: "Stop",
    stopping: "Stopping",
    again: "Run again",
    open: "Open the draft",
    details: "Steps and reasons",
    none: "No run is like that.",
    noneYet: "Nothing has run yet. Order a note, or let a schedule come to its hour.",
    more: "Older ones",
    loading: "Fetching the ledger",
    one: {
      title: what => `Run of ${what}`,
      back: "All runs",
      why: "Why",
      notes: "Notes",
      steps: "Steps",
      coin: "Coin",
      state: "State",
      reason: "Why",
      step: "Step",
      began: "Began",
      took: "Took",
      calls: "Calls",
      meant: "meant for",
      orderedBy: "by",
      ended: "ended",
      market: "the market",
    },
  },
  tr: {
    title: "Çalışmalar",
    says: "Her takvim ve saat, ya da her istek için bir çalışma; satırlar silinmez.",
    stages: {scan: "tara", gather: "topla", write: "yaz", press: "bas", draft: "taslak"},
    stageStates: {
      done: "bitti",
      now: "çalışıyor",
      bad: "başarısız",
      todo: "henüz sırası gelmedi",
    },
    states: {
      waiting: "Sırada",
      running: "Çalışıyor",
      done: "Bitti",
      failed: "Başarısız",
      cancelled: "Durduruldu",
      skipped: "Atlandı",
    },
    outcomes: {
      draft: "taslak",
      "nothing-to-say": "söylenecek bir şey yok",
      "not-new": "yeni bir şey yok",
      "no-room": "yer kalmadı",
    },
    filter: "Durum",
    all: "Tümü",
    wrong: "Başarısız",
    columns: {
      meant: place => `Hangi saat için, ${place}`,
      by: "Kim",
      began: "Başladı",
      steps: "Adımlar",
      outcome: "Sonuç",
      made: "Çıkan",
      act: "İşlem",
    },
    ordered: by => `${by} istedi`,
    late: minutes => `${minutes} dk geç`,
    notBegun: "başlamadı",
    calls: count => `${count} çağrı`,
    notes: (done, of) => `${of} içinden ${done}`,
    drafts: count => `${count} taslak`,
    noDraft: "taslak yok",
    list: "listesi",
    stop: "Durdur",
    stopping: "Durduruluyor",
    again: "Yeniden çalıştır",
    open: "Taslağı aç",
    details: "Adımlar ve nedenler",
    none: "Böyle bir çalışma yok.",
    noneYet: "Henüz bir şey çalışmadı. Bir not isteyin ya da bir takvimin saatini bekleyin.",
    more: "Daha eskiler",
    loading: "Defter alınıyor",
    one: {
      title: what => `Çalışma: ${what}`,
      back: "Bütün çalışmalar",
      why: "Neden",
      notes: "Notlar",
      steps: "Adımlar",
      coin: "Coin",
      state: "Durum",
      reason: "Neden",
      step: "Adım",
      began: "Başladı",
      took: "Süre",
      calls: "Çağrı",
      meant: "hangi saat için:",
      orderedBy: "isteyen:",
      ended: "bitti:",
      market: "piyasa",
    },
  },
};
