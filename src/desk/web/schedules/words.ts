import type {DeskLocale} from "../../../model/deskLocale.ts";
import type {Spoken} from "./cron.ts";

interface Words {
  readonly title: string;
  readonly says: (count: number) => string;
  readonly day: {
    readonly title: string;
    readonly legend: (place: string) => string;
    readonly now: string;
    readonly label: (events: string) => string;
    readonly nothing: string;
    readonly event: (time: string, names: string) => string;
  };
  readonly list: string;
  readonly fromConfig: string;
  readonly columns: {
    readonly name: string;
    readonly when: string;
    readonly next: string;
    readonly last: string;
    readonly act: string;
  };
  readonly spoken: (spoken: Spoken) => string;
  readonly every: (ms: number) => string;
  readonly scans: (top: number, write: number) => string;
  readonly goesTo: (targets: string) => string;
  readonly next: string;
  readonly lastWord: string;
  readonly reader: string;
  readonly never: string;
  readonly paused: string;
  readonly pausedBy: (by: string, when: string) => string;
  readonly nothingComes: string;
  readonly runNow: string;
  readonly ordered: string;
  readonly pause: string;
  readonly resume: string;
  readonly ledger: string;
  readonly leftOut: string;
  readonly leftOutSays: string;
  readonly instants: (count: number) => string;
  readonly none: string;
  readonly noneSays: string;
  readonly loading: string;
}

const dayNames = (days: readonly number[], locale: string) => {
  const format = new Intl.DateTimeFormat(locale, {weekday: "long", timeZone: "UTC"});
  // The fourth of January 1970 was a Sunday.
  const names = days.map(day => format.format(new Date(Date.UTC(1970, 0, 4 + day))));
  return new Intl.ListFormat(locale).format(names);
};

export const words: Readonly<Record<DeskLocale, Words>> = {
  en: {
    title: "Schedules",
    says: count =>
      `${count === 1 ? "One schedule" : `${count} schedules`}. A note’s as-of is the hour it was meant for, not the hour it came to run.`,
    day: {
      title: "The next 24 hours",
      legend: place => (place === "UTC" ? "UTC" : `above ${place}, below UTC`),
      now: "now",
      label: events => `The next 24 hours: ${events}`,
      nothing: "nothing is due",
      event: (time, names) => `${time} ${names}`,
    },
    list: "Schedules",
    fromConfig: "from assay.config; here they can be run and paused",
    columns: {name: "Name", when: "When", next: "Next run", last: "Last", act: "Do"},
    spoken: spoken => {
      switch (spoken.kind) {
        case "daily":
          return `Every day at ${spoken.at}`;
        case "weekdays":
          return `Weekdays at ${spoken.at}`;
        case "weekends":
          return `Weekends at ${spoken.at}`;
        case "days":
          return `${dayNames(spoken.days, "en-GB")} at ${spoken.at}`;
        case "hourly":
          return `Every hour at ${String(spoken.minute).padStart(2, "0")} past`;
        case "minutes":
          return `Every ${spoken.every} minutes`;
      }
    },
    every: ms => `Every ${Math.round(ms / 60_000)} minutes`,
    scans: (top, write) => `${top} coins scanned, up to ${write} written`,
    goesTo: targets => `to ${targets}`,
    next: "next",
    lastWord: "last",
    reader: "where you are",
    never: "has not run yet",
    paused: "Paused",
    pausedBy: (by, when) => `by ${by}, ${when}`,
    nothingComes: "nothing comes",
    runNow: "Run now",
    ordered: "Ordered",
    pause: "Pause",
    resume: "Go on",
    ledger: "Its runs",
    leftOut: "Left out",
    leftOutSays: "hours that had no run, and why",
    instants: count => (count === 1 ? "one run" : `${count} runs`),
    none: "No schedules.",
    noneSays:
      "The configuration names them, such as a coin’s note each weekday at 07:30 in Istanbul.",
    loading: "Fetching the schedules",
  },
  tr: {
    title: "Takvim",
    says: count =>
      `${count} takvim. Bir not, yazıldığı saate değil, ait olduğu saate göre hazırlanır.`,
    day: {
      title: "Önümüzdeki 24 saat",
      legend: place => (place === "UTC" ? "UTC" : `üstte ${place}, altta UTC`),
      now: "şimdi",
      label: events => `Önümüzdeki 24 saat: ${events}`,
      nothing: "sırada bir şey yok",
      event: (time, names) => `${time} ${names}`,
    },
    list: "Takvimler",
    fromConfig: "assay.config dosyasından; burada çalıştırılır ve durdurulur",
    columns: {name: "Ad", when: "Ne zaman", next: "Sıradaki", last: "Son", act: "İşlem"},
    spoken: spoken => {
      switch (spoken.kind) {
        case "daily":
          return `Her gün ${spoken.at}`;
        case "weekdays":
          return `Hafta içi ${spoken.at}`;
        case "weekends":
          return `Hafta sonu ${spoken.at}`;
        case "days":
          return `${dayNames(spoken.days, "tr")} ${spoken.at}`;
        case "hourly":
          return `Her saatin ${spoken.minute}. dakikasında`;
        case "minutes":
          return `${spoken.every} dakikada bir`;
      }
    },
    every: ms => `${Math.round(ms / 60_000)} dakikada bir`,
    scans: (top, write) => `${top} coin taranır, en çok ${write} not yazılır`,
    goesTo: targets => `hedef: ${targets}`,
    next: "sıradaki",
    lastWord: "son",
    reader: "bulunduğunuz yerde",
    never: "henüz çalışmadı",
    paused: "Durduruldu",
    pausedBy: (by, when) => `${by}, ${when}`,
    nothingComes: "bir şey gelmez",
    runNow: "Şimdi çalıştır",
    ordered: "İstendi",
    pause: "Durdur",
    resume: "Sürdür",
    ledger: "Çalışmaları",
    leftOut: "Atlananlar",
    leftOutSays: "çalışması olmayan saatler ve nedenleri",
    instants: count => `${count} çalışma`,
    none: "Takvim yok.",
    noneSays:
      "Takvimleri yapılandırma adlandırır; örneğin İstanbul’da hafta içi her gün 07:30’da bir coinin notu.",
    loading: "Takvim alınıyor",
  },
};
