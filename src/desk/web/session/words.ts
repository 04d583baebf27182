import type {Locale} from "../../../model/locale.ts";

interface Words {
  readonly signIn: string;
  readonly says: string;
  readonly email: string;
  readonly password: string;
  readonly go: string;
  readonly wrong: string;
  readonly tooSoon: string;
  readonly oidc: string;
  readonly or: string;
  readonly noOwner: string;
  readonly lost: string;
  /** In place of the form: nobody has a password there. */
  readonly demo: string;
  readonly demoEnded: string;
  readonly linkFailed: (why: string) => string;
}

export const words: Readonly<Record<Locale, Words>> = {
  en: {
    signIn: "Sign in",
    says: "Research notes are written, checked and approved here.",
    email: "E-mail address",
    password: "Password",
    go: "Sign in",
    wrong: "The address and the password do not belong together.",
    tooSoon: "Too many attempts. Wait a little, then try again.",
    oidc: "Sign in with your organisation",
    or: "or",
    noOwner:
      "This desk has no owner yet. Open the link that it printed where it was started: it makes the first one.",
    lost: "Whoever runs the desk can make a link for another password: assay people reset.",
    demo: "This is the demo; nobody has a password here. Stop it where it was started and start it again: it prints another link, which lets you in.",
    demoEnded: "Another link lets you in again",
    linkFailed: why => `Signing in there did not work: ${why}`,
  },
  tr: {
    signIn: "Giriş",
    says: "Araştırma notları burada yazılır, denetlenir ve onaylanır.",
    email: "E-posta adresi",
    password: "Parola",
    go: "Giriş yap",
    wrong: "Adres ile parola birbirini tutmuyor.",
    tooSoon: "Çok fazla deneme oldu. Biraz bekleyip yeniden deneyin.",
    oidc: "Kurumunuzla giriş yapın",
    or: "ya da",
    noOwner:
      "Bu masanın henüz sahibi yok. Başlatıldığı yerde yazdırdığı bağlantıyı açın: ilk sahibi o oluşturur.",
    lost: "Masayı işleten kişi yeni parola bağlantısı çıkarabilir: assay people reset.",
    demo: "Bu demo; burada kimsenin parolası yok. Başlatıldığı yerde durdurup yeniden başlatın: sizi içeri alacak yeni bir bağlantı yazdırır.",
    demoEnded: "Yeni bir bağlantıyla yeniden girin",
    linkFailed: why => `Oradan giriş olmadı: ${why}`,
  },
};
