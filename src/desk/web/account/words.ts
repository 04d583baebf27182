import type {DeskLocale} from "../../../model/deskLocale.ts";

interface Words {
  readonly title: string;
  readonly says: (name: string, role: string) => string;
  readonly token: string;
  readonly sessions: string;
  readonly columns: {
    readonly browser: string;
    readonly address: string;
    readonly since: string;
    readonly seen: string;
    readonly act: string;
  };
  readonly here: string;
  readonly end: string;
  readonly endAll: string;
  readonly endAllCosts: string;
  readonly password: {
    readonly title: string;
    readonly says: string;
    readonly current: string;
    readonly next: string;
    readonly rules: string;
    readonly go: string;
    readonly changed: string;
    readonly none: string;
    readonly demo: string;
  };
  readonly join: {
    readonly welcome: string;
    readonly welcomeSays: string;
    readonly invitation: string;
    readonly invitationSays: string;
    readonly reset: string;
    readonly resetSays: string;
    readonly name: string;
    readonly nameHint: string;
    readonly email: string;
    readonly password: string;
    readonly makeOwner: string;
    readonly joinIn: string;
    readonly choose: string;
    readonly noSecret: string;
    readonly tried: string;
    readonly triedSays: string;
    readonly show: string;
  };
}

export const words: Readonly<Record<DeskLocale, Words>> = {
  en: {
    title: "Sessions and password",
    says: (name, role) => `${name}, ${role}`,
    token: "A token lets you in here, and a token has no sessions and no password.",
    sessions: "Where you are signed in",
    columns: {
      browser: "Browser",
      address: "Address",
      since: "Since",
      seen: "Last seen",
      act: "Do",
    },
    here: "this one",
    end: "End",
    endAll: "Sign out everywhere",
    endAllCosts: "Here too.",
    password: {
      title: "Password",
      says: "Another one ends your sessions elsewhere.",
      current: "The one that holds",
      next: "The new one",
      rules: "At least 12 characters; a few words are good",
      go: "Change the password",
      changed: "It holds from now on; your other sessions have ended.",
      none: "You sign in with your organisation and have no password here.",
      demo: "This is the demo: its link lets you in, and nobody has a password.",
    },
    join: {
      welcome: "Welcome",
      welcomeSays: "You become the owner of this desk: you invite the others.",
      invitation: "Join the desk",
      invitationSays: "You were invited. Choose the name that stands under what you do.",
      reset: "Choose another password",
      resetSays: "Your sessions elsewhere end.",
      name: "Name",
      nameHint: "As the ledger will have it",
      email: "E-mail address",
      password: "Password",
      makeOwner: "Become the owner",
      joinIn: "Join",
      choose: "Choose it",
      noSecret:
        "The link is incomplete: what stands after # is missing. Open it as it was sent to you.",
      tried: "This link has let somebody in",
      triedSays: "The demo prints another each time that it is started.",
      show: "Show it",
    },
  },
  tr: {
    title: "Oturumlar ve parola",
    says: (name, role) => `${name}, ${role}`,
    token: "Buraya bir anahtarla girdiniz; anahtarın oturumu ve parolası olmaz.",
    sessions: "Açık oturumlarınız",
    columns: {
      browser: "Tarayıcı",
      address: "Adres",
      since: "Ne zamandan beri",
      seen: "Son görülme",
      act: "İşlem",
    },
    here: "bu",
    end: "Sonlandır",
    endAll: "Her yerden çıkış yap",
    endAllCosts: "Buradan da.",
    password: {
      title: "Parola",
      says: "Yeni parola başka yerlerdeki oturumlarınızı sona erdirir.",
      current: "Şimdiki parola",
      next: "Yeni parola",
      rules: "En az 12 karakter; birkaç sözcük iyidir",
      go: "Parolayı değiştir",
      changed: "Artık bu geçerli; öteki oturumlarınız sona erdi.",
      none: "Kurumunuzla giriyorsunuz; burada parolanız yok.",
      demo: "Bu demo: bağlantısıyla girilir, kimsenin parolası yoktur.",
    },
    join: {
      welcome: "Hoş geldiniz",
      welcomeSays: "Bu masanın sahibi oluyorsunuz: ötekileri siz davet edersiniz.",
      invitation: "Masaya katılın",
      invitationSays: "Davet edildiniz. Yaptıklarınızın altında duracak adı seçin.",
      reset: "Yeni parola seçin",
      resetSays: "Başka yerlerdeki oturumlarınız sona erer.",
      name: "Ad",
      nameHint: "Defterde görüneceği gibi",
      email: "E-posta adresi",
      password: "Parola",
      makeOwner: "Sahip ol",
      joinIn: "Katıl",
      choose: "Seç",
      noSecret: "Bağlantı eksik: # işaretinden sonrası yok. Size gönderildiği gibi açın.",
      tried: "Bu bağlantı kullanıldı",
      triedSays: "Demo her başlatıldığında yenisini yazar.",
      show: "Göster",
    },
  },
};
