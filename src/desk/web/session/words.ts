import type {DeskLocale} from "../../../model/deskLocale.ts";

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
  /** Why the provider of identities let nobody in, by the code that the desk gives. */
  readonly refusals: Readonly<Record<string, string>>;
  readonly linkFailed: (code: string) => string;
}

export const words: Readonly<Record<DeskLocale, Words>> = {
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
    refusals: {
      not_invited: "Nobody has invited your address to this desk: ask an owner for an invitation.",
      email_not_verified:
        "Your organisation does not vouch for your address, so it lets nobody in here.",
      disabled: "You are kept out of this desk: an owner can let you in again.",
      access_denied: "You did not agree there, so nothing was told to the desk.",
    },
    linkFailed: code =>
      `Signing in with your organisation did not work (${code}). Try again; if it stays so, tell whoever runs the desk.`,
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
    refusals: {
      not_invited: "Adresinizi bu masaya kimse davet etmemiş: sahibinden davet isteyin.",
      email_not_verified: "Kurumunuz adresinizi doğrulamıyor; bu yüzden giriş yapılamıyor.",
      disabled: "Bu masaya girişiniz kapatılmış: sahibi yeniden açabilir.",
      access_denied: "Orada izin vermediniz; masaya hiçbir şey bildirilmedi.",
    },
    linkFailed: code =>
      `Kurumunuzla giriş olmadı (${code}). Yeniden deneyin; sürerse masayı işletene söyleyin.`,
  },
};
