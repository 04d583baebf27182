import type {DeskLocale} from "../../../model/deskLocale.ts";
import type {Invitations} from "../../api/peopleShapes.ts";

interface Words {
  readonly title: string;
  readonly says: string;
  readonly people: string;
  readonly columns: {
    readonly name: string;
    readonly email: string;
    readonly role: string;
    readonly since: string;
    readonly state: string;
    readonly act: string;
    readonly by: string;
    readonly until: string;
    readonly used: string;
  };
  readonly you: string;
  readonly roleOf: (name: string) => string;
  readonly disabled: string;
  readonly disable: string;
  readonly enable: string;
  readonly costs: string;
  readonly invite: {
    readonly title: string;
    readonly says: string;
    readonly role: string;
    readonly email: string;
    readonly emailHint: string;
    readonly go: string;
    readonly made: string;
    readonly madeSays: (until: string) => string;
    readonly states: Readonly<Record<Invitations["invitations"][number]["state"], string>>;
    readonly usedBy: (name: string) => string;
    readonly withdraw: string;
    readonly anybody: string;
  };
  readonly tokens: {
    readonly title: string;
    readonly says: string;
    readonly name: string;
    readonly nameHint: string;
    readonly role: string;
    readonly expires: string;
    readonly expiresHint: string;
    readonly go: string;
    readonly made: string;
    readonly madeSays: string;
    readonly revoke: string;
    readonly revoked: (when: string) => string;
    readonly never: string;
    readonly noEnd: string;
    readonly none: string;
  };
  readonly copy: string;
  readonly copied: string;
  readonly done: string;
}

export const words: Readonly<Record<DeskLocale, Words>> = {
  en: {
    title: "People",
    says: "Who may come in, and what they may do. Each role includes those before it.",
    people: "People",
    columns: {
      name: "Name",
      email: "E-mail",
      role: "Role",
      since: "Since",
      state: "State",
      act: "Do",
      by: "By",
      until: "Until",
      used: "Last used",
    },
    you: "you",
    roleOf: name => `Role of ${name}`,
    disabled: "may not come in",
    disable: "Keep out",
    enable: "Let in again",
    costs: "Another role, or keeping somebody out, ends their sessions at once.",
    invite: {
      title: "Invitations",
      says: "a link for one person; nobody joins without one",
      role: "Role",
      email: "E-mail, if it is for one only",
      emailHint: "Empty: whoever has the link",
      go: "Make a link",
      made: "The link, shown this once",
      madeSays: until => `Send it to whom it is for. It holds once, until ${until}.`,
      states: {open: "open", used: "used", withdrawn: "withdrawn", expired: "too old"},
      usedBy: name => `used by ${name}`,
      withdraw: "Withdraw",
      anybody: "whoever has the link",
    },
    tokens: {
      title: "Tokens",
      says: "let programs in",
      name: "Name",
      nameHint: "As the ledger will have it",
      role: "Role",
      expires: "Until, UTC",
      expiresHint: "Empty: until it is revoked",
      go: "Make a token",
      made: "The token, shown this once",
      madeSays: "Whoever has it can do what its role may. It is nowhere else.",
      revoke: "Revoke",
      revoked: when => `revoked ${when}`,
      never: "never",
      noEnd: "until revoked",
      none: "No token was made.",
    },
    copy: "Copy",
    copied: "Copied",
    done: "I have it",
  },
  tr: {
    title: "Kişiler",
    says: "Kimler girebilir ve ne yapabilir. Her rol kendinden öncekileri de kapsar.",
    people: "Kişiler",
    columns: {
      name: "Ad",
      email: "E-posta",
      role: "Rol",
      since: "Ne zamandan beri",
      state: "Durum",
      act: "İşlem",
      by: "Kim",
      until: "Ne zamana dek",
      used: "Son kullanım",
    },
    you: "siz",
    roleOf: name => `${name}: rol`,
    disabled: "giremez",
    disable: "Girişini kapat",
    enable: "Yeniden aç",
    costs: "Rolü değişen ya da girişi kapatılan kişinin oturumları hemen sona erer.",
    invite: {
      title: "Davetler",
      says: "tek kişilik bağlantı; bağlantısı olmayan katılamaz",
      role: "Rol",
      email: "E-posta, yalnız bir kişi içinse",
      emailHint: "Boşsa: bağlantı kimin elindeyse o",
      go: "Bağlantı oluştur",
      made: "Bağlantı, yalnız bu kez gösterilir",
      madeSays: until =>
        `İlgili kişiye gönderin. Bir kez kullanılır; ${until} tarihine dek geçerlidir.`,
      states: {
        open: "açık",
        used: "kullanıldı",
        withdrawn: "geri alındı",
        expired: "süresi doldu",
      },
      usedBy: name => `kullanıldı: ${name}`,
      withdraw: "Geri al",
      anybody: "bağlantı kimin elindeyse",
    },
    tokens: {
      title: "Erişim anahtarları",
      says: "programlar için",
      name: "Ad",
      nameHint: "Defterde görüneceği gibi",
      role: "Rol",
      expires: "Ne zamana dek, UTC",
      expiresHint: "Boşsa: iptal edilene dek",
      go: "Anahtar oluştur",
      made: "Anahtar, yalnız bu kez gösterilir",
      madeSays: "Elinde bulunduran, rolün yetkilerini kullanır. Başka hiçbir yerde saklanmaz.",
      revoke: "İptal et",
      revoked: when => `iptal edildi: ${when}`,
      never: "hiç",
      noEnd: "iptal edilene dek",
      none: "Anahtar oluşturulmadı.",
    },
    copy: "Kopyala",
    copied: "Kopyalandı",
    done: "Aldım",
  },
};
