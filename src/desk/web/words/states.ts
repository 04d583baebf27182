import type {DeskLocale} from "../../../model/deskLocale.ts";
import type {DraftState} from "../../../model/review.ts";

/** How a draft's state is said. */
export const stateWords: Readonly<Record<DeskLocale, Readonly<Record<DraftState, string>>>> = {
  en: {
    draft: "Draft",
    "in-review": "In review",
    "changes-asked": "Changes asked",
    approved: "Approved",
    scheduled: "Scheduled",
    published: "Published",
    corrected: "Corrected",
    retracted: "Retracted",
    dropped: "Dropped",
  },
  tr: {
    draft: "Taslak",
    "in-review": "İncelemede",
    "changes-asked": "Değişiklik istendi",
    approved: "Onaylandı",
    scheduled: "Zamanlandı",
    published: "Yayımlandı",
    corrected: "Düzeltildi",
    retracted: "Geri çekildi",
    dropped: "Vazgeçildi",
  },
};
