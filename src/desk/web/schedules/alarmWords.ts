import type {Alarm} from "../../../model/alarm.ts";
import type {DeskLocale} from "../../../model/deskLocale.ts";

interface Words {
  readonly title: string;
  readonly says: string;
  readonly kinds: Readonly<Record<Alarm["kind"], string>>;
  /** When the run was due. */
  readonly due: (when: string) => string;
  readonly channel: Readonly<
    Record<"refused" | "waiting", (kind: string, untold: number, since: string) => string>
  >;
}

export const words: Readonly<Record<DeskLocale, Words>> = {
  en: {
    title: "Needs a look",
    says: "What nothing has mended yet.",
    kinds: {
      failed: "failed",
      late: "is late",
      silent: "did not run",
      budget: "has no calls left today",
      draft: "is there",
      publication: "needs a publisher",
      recovered: "is well again",
      bundle: "and others",
    },
    due: when => `due ${when}`,
    channel: {
      refused: (kind, untold, since) =>
        `A receiver by ${kind} refuses what it is told: ${untold} since ${since}. It is not tried again; the log of the desk says why.`,
      waiting: (kind, untold, since) =>
        `A receiver by ${kind} cannot be reached: ${untold} since ${since}. It is tried again.`,
    },
  },
  tr: {
    title: "Bakılması gerekenler",
    says: "Henüz hiçbir şeyin düzeltmedikleri.",
    kinds: {
      failed: "başarısız oldu",
      late: "gecikti",
      silent: "çalışmadı",
      budget: "için bugünkü istek hakkı bitti",
      draft: "hazır",
      publication: "için bir yayıncı gerekiyor",
      recovered: "düzeldi",
      bundle: "ve başkaları",
    },
    due: when => `beklenen: ${when}`,
    channel: {
      refused: (kind, untold, since) =>
        `${kind} ile haber verilen bir alıcı bildirimleri geri çeviriyor: ${since} tarihinden beri ${untold}. Yeniden denenmez; nedeni masanın günlüğünde yazar.`,
      waiting: (kind, untold, since) =>
        `${kind} ile haber verilen bir alıcıya ulaşılamıyor: ${since} tarihinden beri ${untold}. Yeniden denenecek.`,
    },
  },
};
