import {roles} from "../../../model/person.ts";
import {draftStates} from "../../../model/review.ts";
import {dayOf, inUtc} from "./instants.ts";
import {locale} from "./locale.ts";
import {roleWords} from "./roles.ts";
import {stateWords} from "./states.ts";

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
  [/^(?:reason )?must say why the draft is dropped$/, () => "taslaktan neden vazgeçildiğini yazın"],
  [
    /^this draft is (.+), and from there goes .+, not (.+)$/,
    ([from, to]) => `Taslağın durumu “${state(from)}”: buradan “${state(to)}” durumuna geçilmez`,
  ],
  [
    /^this draft is (.+), and (?:its text is not edited|is not made again) any more: /,
    ([from]) => `Taslağın durumu “${state(from)}”: metni artık değişmez; yayımlanan not düzeltilir`,
  ],
  [
    /^this draft was changed by another just now: look at it again$/,
    () => "Taslağı az önce bir başkası değiştirdi: yeniden bakın",
  ],
  [
    /^Revision (\d+) is newer than (\d+), which you have read: read it first$/,
    ([newer, read]) => `r${newer}, okuduğunuz r${read} sürümünden yeni: önce onu okuyun`,
  ],
  [
    /^To move a draft from (.+) to (.+) needs the role (.+), and .+ has (.+)$/,
    ([from, to, needs, has]) =>
      `“${state(from)}” durumundan “${state(to)}” durumuna ${role(needs)} geçirir; sizin rolünüz: ${role(has)}`,
  ],
  [
    /^This needs the role (.+), and .+ has (.+): an owner can give it$/,
    ([needs, has]) =>
      `Bunun için gereken rol: ${role(needs)}; sizinki: ${role(has)}. Rolü sahip verebilir`,
  ],
  [
    /^Words of yours are in this text since revision (\d+), and nobody approves their own: /,
    ([n]) =>
      `r${n} sürümünden beri bu metinde sizin sözleriniz var ve kimse kendi sözünü onaylamaz: başka bir editör onaylayabilir`,
  ],
  [
    /^Revision (\d+) was made again on newer data, and (.+) still to be settled: /,
    ([n]) =>
      `r${n} yeni verilerle yeniden üretildi ve karara bağlanacak yerleri var: önce onları bağlayın`,
  ],
  [
    /^(?:anchor )?does not stand in revision (\d+), word for word$/,
    ([n]) => `r${n} sürümünde bu sözler harfi harfine geçmiyor`,
  ],
  [
    /^(?:anchor )?stands in revision (\d+) (\d+) times: /,
    ([n, times]) => `r${n} sürümünde ${times} yerde geçiyor: daha uzun bir yer seçin`,
  ],
  [/^There is no (?:this draft|this run|.+ .+)$/, () => "Böyle bir şey yok: silinmiş olabilir"],
  [/^The store cannot be reached$/, () => "Kayıtlara ulaşılamıyor"],
  [
    /^This is a bug in Assay: /,
    () => "Bu, Assay’de bir hata: ne olduğunu bu saatteki günlük kaydı söyler",
  ],
  [
    /^(?:wrong )?must stand in the note that is out, word for word(?:; nearest stand there ([\s\S]+))?$/,
    ([near]) =>
      `Yanlış olan, yayımdaki notta harfi harfine geçmeli${near ? `; orada en yakını: ${near.replaceAll("” or “", "”, “")}` : ""}`,
  ],
  [
    /^(?:right )?must stand in the corrected text, word for word(?:; nearest stand there ([\s\S]+))?$/,
    ([near]) =>
      `Doğrusu, düzeltilmiş metinde harfi harfine geçmeli${near ? `; orada en yakını: ${near.replaceAll("” or “", "”, “")}` : ""}`,
  ],
  // Why nothing was written of a coin.
  [
    /^nothing can honestly be said of (.+) as of (.+): the record holds no price of it that is recent enough$/,
    ([coin, at]) =>
      `${coin} için ${at} itibarıyla dürüstçe söylenebilecek bir şey yok: kayıtlarda yeterince yeni bir fiyatı yok`,
  ],
  [
    /^nothing can honestly be said of (.+) as of (.+): its last close on record is that of (.+): give asOf /,
    ([coin, at, day]) =>
      `${coin} için ${at} itibarıyla dürüstçe söylenebilecek bir şey yok: kayıtlardaki son kapanışı ${day} tarihli; en çok üç gün sonrası için not istenebilir`,
  ],
  [
    /^nothing can honestly be said of (.+) as of (.+): its closes on record are (.+)$/,
    ([coin, at, days]) =>
      `${coin} için ${at} itibarıyla dürüstçe söylenebilecek bir şey yok: kayıtlardaki kapanışları ${days?.replaceAll(" to ", " – ")}`,
  ],
];

const state = (name = "") => {
  const found = draftStates.find(one => one === name);
  return found ? stateWords.tr[found].toLocaleLowerCase("tr") : name;
};
const role = (name = "") => {
  const found = roles.find(one => one === name);
  return found ? roleWords.tr[found] : name;
};

/** What is named by its address is what one is looking at. */
const id = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

/** With instants and days as people write them, and without addresses. */
const legible = (said: string, language: "en" | "tr"): string =>
  said
    .replace(new RegExp(`\\b(draft|run) ${id}\\b`, "g"), "this $1")
    .replace(/\b\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z/g, at => inUtc(at, language))
    .replace(/\b\d{4}-\d\d-\d\d\b(?!-)/g, day => dayOf(day, language));

export interface Said {
  readonly text: string;
  /** Of what is said, where that is not the page's. */
  readonly lang?: "en";
}

/** A refusal in the reader's language where we have words for it, and otherwise as the desk said it. */
export function refusalInWords(said: string, reader: string = locale.value): Said {
  const inEnglish = {text: legible(said, "en"), lang: "en"} as const;
  if (reader !== "tr") return inEnglish;
  const plain = legible(said, "tr").replace(/\.$/, "");
  for (const [pattern, words] of turkish) {
    const found = pattern.exec(plain);
    if (found) return {text: `${words(found.slice(1))}${said.endsWith(".") ? "." : ""}`};
  }
  return inEnglish;
}
