import type {DeskLocale} from "../../../model/deskLocale.ts";
import type {Group, Tab} from "./filters.ts";

interface Words {
  readonly title: string;
  readonly head: (waiting: number, faulty: boolean) => string;
  readonly order: string;
  readonly tabs: Readonly<Record<Tab, string>>;
  readonly groups: Readonly<Record<Group, string>>;
  readonly state: string;
  readonly narrow: string;
  readonly chips: {
    readonly faults: string;
    readonly newsworthy: string;
    readonly mine: string;
    readonly amiss: string;
  };
  readonly search: string;
  readonly sought: string;
  readonly columns: {
    readonly note: string;
    readonly state: string;
    readonly news: string;
    readonly check: string;
    readonly who: string;
    readonly changed: string;
  };
  readonly asOf: (instant: string) => string;
  readonly stale: (since: string) => string;
  readonly correcting: string;
  readonly faults: (count: number) => string;
  readonly noFault: string;
  readonly newsworthiness: (value: string) => string;
  readonly nobody: string;
  readonly you: string;
  readonly more: (left: number) => string;
  readonly loading: string;
  readonly none: (sought: string) => string;
  readonly noneSays: string;
  readonly showAll: (count: number) => string;
  readonly emptyTab: Readonly<Record<Tab, string>>;
  readonly first: {
    readonly title: string;
    readonly order: string;
    readonly reads: string;
    readonly next: (name: string, when: string) => string;
    readonly noSchedule: string;
  };
  readonly keys: {
    readonly title: string;
    readonly next: string;
    readonly previous: string;
    readonly along: string;
    readonly open: string;
    readonly search: string;
    readonly order: string;
    readonly all: string;
  };
  readonly side: {
    readonly label: string;
    readonly running: string;
    readonly idle: string;
    readonly waitingToo: (count: number) => string;
    readonly look: string;
    readonly allAmiss: string;
    readonly failed: (what: string, when: string) => string;
    readonly paused: (name: string) => string;
    readonly ledger: string;
    readonly allFailed: string;
    readonly next: string;
    readonly noneDue: string;
    readonly toSchedules: string;
  };
}

export const words: Readonly<Record<DeskLocale, Words>> = {
  en: {
    title: "Drafts",
    head: (waiting, any) =>
      waiting > 1
        ? `${waiting} wait for an editor.`
        : waiting === 1
          ? "One waits for an editor."
          : any
            ? "None waits for an editor."
            : "",
    order: "Order a note",
    tabs: {
      all: "All",
      waiting: "For an editor",
      writing: "With writers",
      going: "Going out",
      out: "Out",
      dropped: "Dropped",
    },
    groups: {
      waiting: "Waiting for an editor",
      writing: "With the writers",
      going: "Approved, and going out",
      out: "Out, and dropped",
    },
    state: "State",
    narrow: "Narrow",
    chips: {
      faults: "with faults",
      newsworthy: "newsworthy, above 1",
      mine: "with me",
      amiss: "publication amiss",
    },
    search: "Search drafts",
    sought: "Coin, headline, note id",
    columns: {
      note: "Note",
      state: "State",
      news: "News",
      check: "Check",
      who: "With",
      changed: "Changed",
    },
    asOf: instant => `as of ${instant}`,
    stale: since => `data stale since ${since}`,
    correcting: "correction open",
    faults: count => (count === 1 ? "1 fault" : `${count} faults`),
    noFault: "no fault",
    newsworthiness: value => `newsworthiness ${value}`,
    nobody: "nobody",
    you: "you",
    more: left => (left === 1 ? "One more" : `${left} more`),
    loading: "Fetching the drafts",
    none: sought => (sought ? `No draft speaks of “${sought}”.` : "No draft is like that."),
    noneSays: "Search looks at coins, headlines and note ids.",
    showAll: count => `Show all ${count}`,
    emptyTab: {
      all: "There are no drafts.",
      waiting: "No draft waits for an editor.",
      writing: "No draft is with a writer.",
      going: "No draft is approved and not yet out.",
      out: "No note has gone out yet.",
      dropped: "No draft was dropped.",
    },
    first: {
      title: "No drafts yet.",
      order: "Order the first note now; it takes some seconds.",
      reads: "A writer can order the first one.",
      next: (name, when) => `The schedule ${name} writes its next ones on ${when}.`,
      noSchedule:
        "Schedules in assay.config write them by themselves, such as each weekday at 07:30.",
    },
    keys: {
      title: "Keys",
      next: "next draft",
      previous: "previous draft",
      along: "along the list",
      open: "open",
      search: "search",
      order: "order a note",
      all: "all keys",
    },
    side: {
      label: "Runs",
      running: "Running now",
      idle: "Nothing is at work.",
      waitingToo: count => (count === 1 ? "One more waits." : `${count} more wait.`),
      look: "Needs a look",
      allAmiss: "All whose publication is amiss",
      failed: (what, when) => `${what} failed on ${when}.`,
      paused: name => `${name} is paused: nothing of it comes.`,
      ledger: "Ledger",
      allFailed: "All that failed",
      next: "Next",
      noneDue: "No schedule is due.",
      toSchedules: "Schedules",
    },
  },
  tr: {
    title: "Taslaklar",
    head: (waiting, any) =>
      waiting > 1
        ? `${waiting} taslak editör bekliyor.`
        : waiting === 1
          ? "Bir taslak editör bekliyor."
          : any
            ? "Editör bekleyen taslak yok."
            : "",
    order: "Not iste",
    tabs: {
      all: "Tümü",
      waiting: "Editörde",
      writing: "Yazarlarda",
      going: "Yayına gidiyor",
      out: "Yayında",
      dropped: "Vazgeçilen",
    },
    groups: {
      waiting: "Editör bekleyenler",
      writing: "Yazarlarda olanlar",
      going: "Onaylanan ve yayına gidenler",
      out: "Yayımlanan ve vazgeçilenler",
    },
    state: "Durum",
    narrow: "Daralt",
    chips: {
      faults: "hatalı",
      newsworthy: "haber değeri 1’in üstünde",
      mine: "bende",
      amiss: "yayımı sorunlu",
    },
    search: "Taslaklarda ara",
    sought: "Coin, başlık, not kimliği",
    columns: {
      note: "Not",
      state: "Durum",
      news: "Haber",
      check: "Denetim",
      who: "Kimde",
      changed: "Değişti",
    },
    asOf: instant => `${instant} itibarıyla`,
    stale: since => `verisi ${since} itibarıyla eskidi`,
    correcting: "düzeltme açık",
    faults: count => `${count} hata`,
    noFault: "hata yok",
    newsworthiness: value => `haber değeri ${value}`,
    nobody: "kimsede değil",
    you: "sizde",
    more: left => `${left} taslak daha`,
    loading: "Taslaklar alınıyor",
    none: sought => (sought ? `“${sought}” geçen taslak yok.` : "Böyle bir taslak yok."),
    noneSays: "Arama coinlere, başlıklara ve not kimliklerine bakar.",
    showAll: count => `${count} taslağın tümünü göster`,
    emptyTab: {
      all: "Taslak yok.",
      waiting: "Editör bekleyen taslak yok.",
      writing: "Yazarlarda taslak yok.",
      going: "Onaylanıp henüz yayımlanmamış taslak yok.",
      out: "Henüz yayımlanan not yok.",
      dropped: "Vazgeçilen taslak yok.",
    },
    first: {
      title: "Henüz taslak yok.",
      order: "İlk notu şimdi isteyin; birkaç saniye sürer.",
      reads: "İlk notu bir yazar isteyebilir.",
      next: (name, when) => `${name} takvimi sıradaki notlarını yazacak: ${when}.`,
      noSchedule:
        "assay.config içindeki takvimler notları kendiliğinden yazar; örneğin hafta içi her gün 07:30’da.",
    },
    keys: {
      title: "Tuşlar",
      next: "sonraki taslak",
      previous: "önceki taslak",
      along: "listede ilerle",
      open: "aç",
      search: "ara",
      order: "not iste",
      all: "bütün tuşlar",
    },
    side: {
      label: "Çalışmalar",
      running: "Şu an çalışan",
      idle: "Çalışan bir şey yok.",
      waitingToo: count => `${count} çalışma daha sırada.`,
      look: "Bakılması gereken",
      allAmiss: "Yayımı sorunlu olanların tümü",
      failed: (what, when) => `${what} ${when} tarihinde başarısız oldu.`,
      paused: name => `${name} durduruldu: ondan not gelmez.`,
      ledger: "Defter",
      allFailed: "Başarısız olanların tümü",
      next: "Sırada",
      noneDue: "Sırada takvim yok.",
      toSchedules: "Takvim",
    },
  },
};
