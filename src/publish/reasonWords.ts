import type {Locale} from "../model/locale.ts";
import type {
  PublicationReason,
  Remedy,
  Silence,
  UnservedReceiver,
} from "../model/publicationReason.ts";

type Of<Code extends PublicationReason["code"]> = Extract<PublicationReason, {code: Code}>;

/** Why a publication is as it is, in words; `quotes` are in the words of the target or the program, in English or its own language. */
export interface ReasonInWords {
  readonly text: string;
  readonly quotes?: string;
}

interface Words {
  readonly foreign: (reason: Of<"foreign">) => string;
  readonly fixed: Readonly<Record<"removed" | "changed" | "hidden" | "late", string>>;
  readonly receivers: (reason: Of<"receivers">) => string;
  readonly answered: (label: string, status: number) => string;
  readonly remedies: Readonly<Record<Remedy, (key: string, minutes: number) => string>>;
  readonly silent: (label: string, why: string) => string;
  readonly silences: Readonly<Record<Silence, string>>;
  readonly unread: string;
  readonly failed: string;
}

const words: Readonly<Record<Locale, Words>> = {
  en: {
    foreign: ({address, title}) =>
      `at ${address} stands something else, “${title}”, and it is never written over: move it, or give this note an edition of its own`,
    fixed: {
      removed: "it stood there and is there no more",
      changed: "somebody has changed it since it was put there",
      hidden: "its readers do not see it any more",
      late: "it was due more than a day ago",
    },
    receivers: ({have, of, refused, later, unknown}) =>
      [
        `${have} of ${of} have it`,
        later.length > 0 && `${told(later, "more")} get it later`,
        refused.length > 0 && `${told(refused, "more")} is refused`,
        unknown.length > 0 && `of ${told(unknown, "more")} nobody knows whether they have it`,
        refused.length > 0 && "take the address off the list or mend it, then order it again",
        "whoever has it does not get it again",
      ]
        .filter(Boolean)
        .join("; "),
    answered: (label, status) => `${label} answered ${status}`,
    remedies: {
      clock: (_, minutes) =>
        `Its clock and this machine's differ by ${minutes} minutes, for which keys are refused: set the clock that is wrong`,
      key: key =>
        `It does not take the key in ${key}: make a new one there, and put it into ${key}`,
      right: key =>
        `The key in ${key} may not do that: give its owner the right there, or take another's key`,
      address: () => "Check the url of the target, and that its version is one that Assay knows",
      changed: () => "It was changed there meanwhile: look at it, then give the same order again",
      large: () =>
        "It takes nothing that large: raise its limit, or that of what stands before it (client_max_body_size, upload_max_filesize, post_max_size)",
      slower: () => "It is asked too much; the same goes well later",
      theirs: () => "It fails at its end; the same may go well later, else see its log",
      mend: () => "Mend what it says, then give the same order again",
    },
    silent: (label, why) => `${label}: ${why}`,
    silences: {
      late: "no complete answer in time. Whether it was done is looked up before anything is done again",
      broken: "the connection broke off; the same may go well later",
      network:
        "it is not to be reached; the same may go well later, else check the url of the target",
      certificate:
        "its certificate is not trusted here: check this machine's clock, and NODE_EXTRA_CA_CERTS behind a company proxy",
      astray:
        "it leads on to elsewhere, where no key is sent: if that is its right address, write it into the url of the target",
      large: "its answer is larger than any we expect",
      page: "it answered with a web page: check the url of the target, and whether a login or a maintenance page stands before it",
      json: "its answer broke off, or something stands between; the same may go well later",
      shape:
        "it answered in a shape that Assay does not know: check the url of the target, and its version",
    },
    unread: "it was not read back yet",
    failed: "",
  },
  tr: {
    foreign: ({address, title}) =>
      `${address} adresinde başka bir şey duruyor: “${title}”. Üzerine asla yazılmaz: onu taşıyın ya da bu nota ayrı bir edisyon verin`,
    fixed: {
      removed: "oradaydı, artık yok",
      changed: "oraya konduktan sonra biri değiştirmiş",
      hidden: "okurlar artık görmüyor",
      late: "günü bir günden çok geçti",
    },
    receivers: ({have, of, refused, later, unknown}) =>
      [
        `${of} alıcıdan ${have} kişiye ulaştı`,
        later.length > 0 && `sonra gidecek: ${told(later, "kişi daha")}`,
        refused.length > 0 && `reddedilen: ${told(refused, "kişi daha")}`,
        unknown.length > 0 && `ulaştığı bilinmeyen: ${told(unknown, "kişi daha")}`,
        refused.length > 0 && "adresi listeden çıkarın ya da düzeltin, sonra yeniden isteyin",
        "ulaşana bir daha gönderilmez",
      ]
        .filter(Boolean)
        .join("; "),
    answered: (label, status) => `${label} ${status} yanıtını verdi`,
    remedies: {
      clock: (_, minutes) =>
        `Saati bu makineninkinden ${minutes} dakika farklı, anahtarlar bu yüzden reddedilir: yanlış olan saati düzeltin`,
      key: key => `${key} içindeki anahtarı kabul etmiyor: orada yenisini alıp ${key} içine koyun`,
      right: key =>
        `${key} içindeki anahtarın buna yetkisi yok: sahibine orada yetki verin ya da başkasının anahtarını alın`,
      address: () => "Hedefin url ayarına ve sürümüne bakın",
      changed: () => "Bu arada orada değişmiş: bakın, sonra yeniden isteyin",
      large: () =>
        "Bu kadar büyüğünü almıyor: sınırını ya da önünde duranınkini yükseltin (client_max_body_size, upload_max_filesize, post_max_size)",
      slower: () => "Çok sık soruldu; sonra olur",
      theirs: () => "Sorun onun tarafında; sonra olabilir, olmazsa günlüğüne bakın",
      mend: () => "Dediğini düzeltin, sonra yeniden isteyin",
    },
    silent: (label, why) => `${label}: ${why}`,
    silences: {
      late: "zamanında tam bir yanıt gelmedi. Yeniden yapılmadan önce yapılmış mı diye bakılır",
      broken: "bağlantı koptu; sonra olabilir",
      network: "ulaşılamıyor; sonra olabilir, olmazsa hedefin url ayarına bakın",
      certificate:
        "sertifikasına burada güvenilmiyor: bu makinenin saatine, şirket vekil sunucusu varsa NODE_EXTRA_CA_CERTS ayarına bakın",
      astray:
        "başka bir yere yönlendiriyor, oraya anahtar gönderilmez: doğru adresi oysa hedefin url ayarına yazın",
      large: "yanıtı beklenenden büyük",
      page: "bir web sayfasıyla yanıt verdi: hedefin url ayarına, önünde giriş ya da bakım sayfası durup durmadığına bakın",
      json: "yanıtı yarıda kesildi ya da araya bir şey girdi; sonra olabilir",
      shape: "Assay’in tanımadığı biçimde yanıt verdi: hedefin url ayarına ve sürümüne bakın",
    },
    unread: "henüz geri okunamadı",
    failed: "olmadı",
  },
};

const mostTold = 5;

/** Mail addresses, each with what its server has said. */
function told(receivers: readonly UnservedReceiver[], more: string): string {
  const first = receivers
    .slice(0, mostTold)
    .map(({address, why}) => (why === undefined ? address : `${address} (${why})`));
  const rest = receivers.length - first.length;
  return [...first, ...(rest > 0 ? [`${rest} ${more}`] : [])].join(", ");
}

/**
 * What helps against a refusal.
 *
 * @example remedyIn("en", {remedy: "mend", key: "KEY"}) // "Mend what it says, then give the same order again"
 */
export const remedyIn = (
  locale: Locale,
  {remedy, key, minutes = 0}: Pick<Of<"answered">, "remedy" | "key" | "minutes">,
): string => words[locale].remedies[remedy](key, minutes);

export function reasonIn(locale: Locale, reason: PublicationReason): ReasonInWords {
  const w = words[locale];
  const quoting = (quotes: string) => (quotes === "" ? {} : {quotes});
  switch (reason.code) {
    case "foreign":
      return {text: w.foreign(reason)};
    case "receivers":
      return {text: w.receivers(reason)};
    case "answered":
      return {
        text: `${w.answered(reason.label, reason.status)}. ${remedyIn(locale, reason)}`,
        ...quoting(reason.said),
      };
    case "silent":
      return {text: w.silent(reason.label, w.silences[reason.why]), ...quoting(reason.said)};
    case "unread":
    case "failed":
      return {text: w[reason.code], ...quoting(reason.says)};
    default:
      return {text: w.fixed[reason.code]};
  }
}

/**
 * In one English line, for mail and terminals.
 *
 * @example reasonText({code: "unread", says: "it is away"}) // "it was not read back yet: “it is away”"
 * @example reasonText({code: "failed", says: "it is away"}) // "it is away"
 */
export function reasonText(reason: PublicationReason): string {
  const {text, quotes} = reasonIn("en", reason);
  if (quotes === undefined) return text;
  return text === "" ? quotes : `${text}: “${quotes}”`;
}
