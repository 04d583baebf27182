import {locale} from "./locale.ts";

/** What the desk says, in Turkish, where it says it often and its meaning is certain. */
const turkish: readonly (readonly [RegExp, (found: readonly string[]) => string])[] = [
  [/^must have at least (\d+) characters$/, ([n]) => `en az ${n} karakter olmalı`],
  [/^must have at most (\d+) characters$/, ([n]) => `en çok ${n} karakter olmalı`],
  [
    /^must not have the name or the mail address in it$/,
    () => "içinde ad ya da e-posta adresi olmamalı",
  ],
  [
    /^must not be one of those that are tried first/,
    () => "ilk denenenlerden biri olmamalı: kimsenin yan yana getirmeyeceği birkaç sözcük seçin",
  ],
  [/^is not the password that holds$/, () => "şimdiki parolanız bu değil"],
  [
    /(?:^|: )give up to (\d+) letters, digits, dots, .*, and none of (.+)$/,
    ([n, own]) =>
      `en çok ${n} harf, rakam, nokta, tire, kesme işareti ve tek boşluk kullanın, örneğin Ayşe Yılmaz; şunlar olmaz: ${own}`,
  ],
  [
    /^(.+) is the name of somebody else here: give another$/,
    ([name]) => `${name} burada bir başkasının adı: başka bir ad verin`,
  ],
  [
    /^(.+) is or was the name of a token: give another$/,
    ([name]) => `${name} bir anahtarın adı ya da eski adı: başka bir ad verin`,
  ],
  [
    /^(.+) is the last owner: make somebody else an owner first$/,
    ([name]) => `${name} son sahip: önce bir başkasını sahip yapın`,
  ],
  [/^must be the one that was invited$/, () => "davet edilen adres olmalı"],
  [/^must be a mail address$/, () => "bir e-posta adresi olmalı"],
  [
    /^somebody with this address is here already: sign in instead$/,
    () => "bu adresle biri zaten var: giriş yapın",
  ],
  [
    /^somebody with the address (.+) is here already$/,
    ([address]) => `${address} adresiyle biri zaten var`,
  ],
  [
    /^This link does not hold: it was used, withdrawn, or is too old$/,
    () => "Bu bağlantı geçmiyor: kullanılmış, geri alınmış ya da süresi dolmuş",
  ],
  [
    /^Too many attempts: try again later$/,
    () => "Çok fazla deneme oldu: daha sonra yeniden deneyin",
  ],
  [
    /^is not in the data set (\S+): did you mean (.+)\?$/,
    ([data, near]) => `${data} verisinde yok; şunu mu demek istediniz: ${near}?`,
  ],
  [
    /^is not in the data set (\S+): give its id$/,
    ([data]) => `${data} verisinde yok: kimliğini yazın`,
  ],
];

export interface Said {
  readonly text: string;
  /** Of what is said, where that is not the page's. */
  readonly lang?: "en";
}

/** A refusal in the reader's language where we have words for it, and otherwise as the desk said it. */
export function refusalInWords(said: string, reader: string = locale.value): Said {
  if (reader !== "tr") return {text: said, lang: "en"};
  const plain = said.replace(/\.$/, "");
  for (const [pattern, words] of turkish) {
    const found = pattern.exec(plain);
    if (found) return {text: `${words(found.slice(1))}${said.endsWith(".") ? "." : ""}`};
  }
  return {text: said, lang: "en"};
}
