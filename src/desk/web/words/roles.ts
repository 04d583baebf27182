import type {DeskLocale} from "../../../model/deskLocale.ts";
import type {Role} from "../../../model/person.ts";

/** What a role is called. */
export const roleWords: Readonly<Record<DeskLocale, Readonly<Record<Role, string>>>> = {
  en: {
    viewer: "viewer",
    writer: "writer",
    editor: "editor",
    publisher: "publisher",
    owner: "owner",
  },
  tr: {
    viewer: "okur",
    writer: "yazar",
    editor: "editör",
    publisher: "yayıncı",
    owner: "sahip",
  },
};

/** What a role may do beyond the one before it. */
export const roleSays: Readonly<Record<DeskLocale, Readonly<Record<Role, string>>>> = {
  en: {
    viewer: "reads",
    writer: "orders notes, writes, sends to review",
    editor: "asks for changes, approves, drops",
    publisher: "publishes, runs and pauses schedules",
    owner: "people, tokens, settings",
  },
  tr: {
    viewer: "okur",
    writer: "not ister, yazar, incelemeye gönderir",
    editor: "değişiklik ister, onaylar, taslaktan vazgeçer",
    publisher: "yayımlar, takvimleri çalıştırır ve durdurur",
    owner: "kişiler, anahtarlar, ayarlar",
  },
};
