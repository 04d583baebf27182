import type {DeskLocale} from "../../../model/deskLocale.ts";

interface Words {
  readonly skip: string;
  readonly desk: string;
  readonly drafts: string;
  readonly runs: string;
  readonly schedules: string;
  readonly scan: string;
  readonly people: string;
  readonly theme: string;
  readonly demoSite: string;
  readonly waiting: (count: number) => string;
  readonly running: (count: number) => string;
  readonly menu: {
    readonly label: (name: string) => string;
    readonly account: string;
    readonly keys: string;
    readonly singleKeys: string;
    readonly language: string;
    readonly zone: string;
    readonly signOut: string;
    readonly alone: string;
  };
  readonly reach: {
    readonly away: (since: string) => string;
    readonly kept: string;
    readonly next: (seconds: number) => string;
    readonly now: string;
  };
  readonly ended: {
    readonly about: string;
    readonly title: string;
    readonly kept: string;
  };
  readonly keysList: {
    readonly about: string;
    readonly title: string;
    readonly everywhere: string;
    readonly here: string;
    readonly off: string;
    readonly close: string;
  };
  readonly keySays: {
    readonly all: string;
    readonly order: string;
    readonly escape: string;
  };
  readonly lost: {
    readonly title: string;
    readonly says: string;
    readonly back: string;
  };
  readonly failure: {
    readonly missing: string;
    readonly stale: string;
    readonly unreachable: string;
    readonly bug: (message: string) => string;
    readonly again: string;
  };
  readonly close: string;
}

export const words: Readonly<Record<DeskLocale, Words>> = {
  en: {
    skip: "To the content",
    desk: "Desk",
    drafts: "Drafts",
    runs: "Runs",
    schedules: "Schedules",
    scan: "Scan",
    people: "People",
    theme: "Light or dark",
    demoSite: "The demo’s site",
    waiting: count => (count === 1 ? "waits for an editor" : "wait for an editor"),
    running: () => "at work",
    menu: {
      label: name => `${name}: account and settings`,
      account: "Sessions and password",
      keys: "All keys",
      singleKeys: "Single keys do something",
      language: "Language of the desk",
      zone: "Times are shown in",
      signOut: "Sign out",
      alone: "one person writes and approves",
    },
    reach: {
      away: since => `The desk has not answered since ${since}.`,
      kept: "What is on the screen stays; what is typed is kept in this browser.",
      next: seconds => (seconds > 0 ? `Next try in ${seconds} s` : "Trying now"),
      now: "Try now",
    },
    ended: {
      about: "Your session has ended",
      title: "Sign in to go on",
      kept: "What is open stays as it is, typed words among it.",
    },
    keysList: {
      about: "Keys",
      title: "What the keys do here",
      everywhere: "Everywhere",
      here: "On this screen",
      off: "Single keys are off. The menu at the top turns them on.",
      close: "Close",
    },
    keySays: {all: "all keys", order: "order a note", escape: "close, not yet"},
    lost: {
      title: "There is nothing here",
      says: "The address leads to no screen of the desk: it may have been cut short on its way.",
      back: "To the drafts",
    },
    failure: {
      missing: "This could not be fetched.",
      stale: "This may be out of date.",
      unreachable: "The desk does not answer.",
      bug: message => `Something of ours went wrong: ${message}`,
      again: "Try again",
    },
    close: "Close",
  },
  tr: {
    skip: "İçeriğe geç",
    desk: "Masa",
    drafts: "Taslaklar",
    runs: "Çalışmalar",
    schedules: "Takvim",
    scan: "Tarama",
    people: "Kişiler",
    theme: "Açık ya da koyu",
    demoSite: "Demo’nun sitesi",
    waiting: () => "editör bekliyor",
    running: () => "çalışıyor",
    menu: {
      label: name => `${name}: hesap ve ayarlar`,
      account: "Oturumlar ve parola",
      keys: "Bütün tuşlar",
      singleKeys: "Tek tuşlar iş görsün",
      language: "Masanın dili",
      zone: "Saatlerin dilimi",
      signOut: "Çıkış yap",
      alone: "tek kişi yazar ve onaylar",
    },
    reach: {
      away: since => `Masa ${since} saatinden beri yanıt vermiyor.`,
      kept: "Ekrandakiler yerinde kalır; yazılanlar bu tarayıcıda saklanır.",
      next: seconds => (seconds > 0 ? `${seconds} sn sonra yeniden denenecek` : "Deneniyor"),
      now: "Şimdi dene",
    },
    ended: {
      about: "Oturumunuz sona erdi",
      title: "Devam etmek için giriş yapın",
      kept: "Açık olan her şey, yazdıklarınız da, olduğu gibi durur.",
    },
    keysList: {
      about: "Tuşlar",
      title: "Tuşlar burada ne yapar",
      everywhere: "Her yerde",
      here: "Bu ekranda",
      off: "Tek tuşlar kapalı. Üstteki menüden açılır.",
      close: "Kapat",
    },
    keySays: {all: "bütün tuşlar", order: "not iste", escape: "kapat, şimdi değil"},
    lost: {
      title: "Burada bir şey yok",
      says: "Bu adres masanın hiçbir ekranına çıkmıyor: yolda kısalmış olabilir.",
      back: "Taslaklara dön",
    },
    failure: {
      missing: "Bu alınamadı.",
      stale: "Bu güncel olmayabilir.",
      unreachable: "Masa yanıt vermiyor.",
      bug: message => `Bizden kaynaklanan bir hata oldu: ${message}`,
      again: "Yeniden dene",
    },
    close: "Kapat",
  },
};
