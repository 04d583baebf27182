import type {DeskLocale} from "../../../../model/deskLocale.ts";

interface Words {
  readonly about: string;
  readonly stale: string;
  readonly since: (when: string) => string;
  readonly newest: (when: string) => string;
  readonly regenerate: string;
  readonly asOf: string;
  readonly now: string;
  readonly costs: string;
  readonly notYet: string;
  readonly failed: string;
  readonly under: string;
  readonly done: (revision: number) => string;
  readonly failedRun: string;
}

export const words: Readonly<Record<DeskLocale, Words>> = {
  en: {
    about: "Regenerate on newer data",
    stale: "These figures are getting old.",
    since: when => `They are past their time since ${when}.`,
    newest: when => `Newer figures are there, of ${when}.`,
    regenerate: "Regenerate",
    asOf: "As of (empty: now)",
    now: "now",
    costs:
      "It becomes a new revision. What you and others wrote stays where its figures say the same; where they do not, you are asked. Approvals lapse.",
    notYet: "Not yet",
    failed: "That did not work:",
    under: "Being regenerated; you can go on reading …",
    done: revision => `Regenerated: r${revision}.`,
    failedRun: "It could not be regenerated:",
  },
  tr: {
    about: "Yeni verilerle yeniden üret",
    stale: "Bu sayılar eskiyor.",
    since: when => `Süreleri ${when} tarihinde doldu.`,
    newest: when => `Daha yeni sayılar var: ${when}.`,
    regenerate: "Yeniden üret",
    asOf: "Hangi an itibarıyla (boşsa şimdi)",
    now: "şimdi",
    costs:
      "Yeni bir sürüm olur. Sayıları aynı şeyi söyleyen yerlerde yazılanlar korunur; söylemeyen yerlerde size sorulur. Onaylar düşer.",
    notYet: "Şimdi değil",
    failed: "Olmadı:",
    under: "Yeniden üretiliyor; okumayı sürdürebilirsiniz …",
    done: revision => `Yeniden üretildi: r${revision}.`,
    failedRun: "Yeniden üretilemedi:",
  },
};
