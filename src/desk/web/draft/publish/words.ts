import type {DeskLocale} from "../../../../model/deskLocale.ts";
import type {
  Difference,
  PublicationQuestion,
  PublicationState,
  ReleaseKind,
} from "../../../../model/publication.ts";
import type {PublishAct} from "./acts.ts";
import type {Answer} from "./answers.ts";

/** How it stands at a target. */
interface How {
  readonly state: PublicationState;
  readonly due: string;
  readonly isDue: boolean;
  readonly version: number | undefined;
  /** That version is a notice that it was retracted. */
  readonly notice: boolean;
  /** It was removed there. */
  readonly gone: boolean;
  readonly since: string | undefined;
  readonly read: string | undefined;
  readonly asApproved: boolean;
  readonly again: string | undefined;
  readonly after: string | undefined;
}

interface Words {
  readonly title: string;
  readonly acts: Readonly<Record<PublishAct["kind"] | "approveRetraction", string>>;
  readonly why: Readonly<Record<"opened" | "same", string>>;
  readonly failed: string;
  readonly notYet: string;
  readonly busy: string;
  readonly here: string;
  readonly goesOut: string;
  readonly approved: (revision: number, by: string, when: string) => string;
  readonly where: string;
  readonly after: (home: string) => string;
  readonly there: (state: string) => string;
  readonly when: string;
  readonly now: string;
  readonly atHour: string;
  readonly hourThere: string;
  readonly past: string;
  readonly noHour: string;
  readonly noTarget: string;
  readonly setHour: string;
  readonly rescheduled: string;
  readonly order: (targets: readonly string[], later: boolean) => string;
  readonly ordered: string;
  readonly rehearsal: string;
  readonly nothingSent: string;
  readonly rehearse: string;
  readonly rehearseAgain: string;
  readonly rehearsing: string;
  readonly wouldBeRefused: string;
  readonly parts: (count: number, size: string) => string;
  readonly bodyOf: (what: string) => string;
  readonly standsAt: string;
  readonly oneEach: string;
  readonly notOrdered: string;
  readonly notApproved: string;
  readonly how: (how: How) => string;
  /** What stands there is not what we put there, and a person has let it be. */
  readonly left: Readonly<Record<"changed" | "removed" | "differs", string>>;
  readonly onItsWay: (standing: number, wanted: number) => string;
  readonly orderedBy: (by: string, when: string) => string;
  readonly asked: Readonly<Record<PublicationQuestion, string>>;
  readonly answers: Readonly<Record<Exclude<Answer, "retry">, string>>;
  /** Where nobody can look up whether it arrived. */
  readonly outcome: Readonly<Record<"again" | "cancel", string>>;
  readonly retry: Readonly<Record<"read" | "send", string>>;
  readonly steps: Readonly<Record<"look" | "put" | "read" | "done", string>>;
  readonly differences: (count: number) => string;
  readonly moreDifferences: (count: number) => string;
  readonly what: string;
  readonly approvedThere: string;
  readonly foundThere: string;
  readonly notThere: string;
  readonly differenceIn: Readonly<Record<Difference["what"], string>>;
  readonly theirs: string;
  readonly theirsSays: string;
  readonly nothingReadable: string;
  readonly seeThere: string;
  readonly base: string;
  readonly theirsWhole: string;
  readonly ours: string;
  readonly overwrite: string;
  readonly overwriteCosts: string;
  readonly leave: string;
  readonly isLeft: string;
  readonly changedThere: string;
  readonly versions: string;
  readonly version: (version: number) => string;
  readonly versionOf: (revision: number, by: string, when: string) => string;
  readonly readVersion: string;
  readonly evidence: string;
  readonly kinds: Readonly<Record<ReleaseKind, string>>;
  readonly kindAsks: Readonly<Record<"corrected" | "refiled", string>>;
  readonly kindSays: Readonly<Record<"corrected" | "refiled", string>>;
  readonly whatIsIt: string;
  readonly wasWrong: string;
  readonly wasWrongHint: string;
  readonly isRight: string;
  readonly isRightHint: string;
  readonly reason: string;
  readonly reasonHint: string;
  readonly aboveText: string;
  readonly insteadOfText: string;
  /** Of what has been approved. */
  readonly saidAbove: string;
  readonly saidInstead: string;
  readonly toldNothing: string;
  readonly correctThen: (solo: boolean) => string;
  readonly openCorrection: string;
  readonly correctionOpen: string;
  readonly retractReason: string;
  readonly retractReasonHint: string;
  readonly retractThen: string;
  readonly askRetraction: string;
  readonly retractionOpen: string;
  readonly approveCorrection: string;
  readonly approveRetraction: string;
  readonly correctionApproved: string;
  readonly retractionApproved: string;
  readonly askedBy: (by: string) => string;
  readonly next: string;
  readonly correctionGoes: (where: readonly string[]) => string;
  readonly retractionGoes: (where: readonly string[], cancelled: readonly string[]) => string;
  readonly reasonsMissing: string;
  readonly correctionInProgress: string;
  readonly retractionInProgress: string;
  readonly askedFor: string;
  readonly whenBy: (when: string, by: string) => string;
  readonly textCorrected: string;
  readonly inEditor: string;
  readonly approval: string;
  readonly byAnother: string;
  readonly byYou: string;
  readonly sent: string;
  readonly sameAddress: string;
  readonly takeBack: string;
  readonly takeBackCosts: string;
  readonly calledOff: string;
  readonly correcting: string;
  readonly retracting: string;
}

/** What opens a dialog says so by its dots; the dialog itself has none. */
export const withoutDots = (says: string): string => says.replace(/ …$/, "");

const listed = (names: readonly string[], language: DeskLocale): string =>
  new Intl.ListFormat(language).format(names);

export const words: Readonly<Record<DeskLocale, Words>> = {
  en: {
    title: "Where it stands",
    acts: {
      publish: "Publish …",
      elsewhere: "Publish elsewhere …",
      correct: "Correct …",
      retract: "Retract …",
      "approve-correction": "Approve correction …",
      approveRetraction: "Approve retraction …",
    },
    why: {
      opened: "You have asked for it: another publisher has to approve",
      same: "The text is still the one that is out: correct it in the editor",
    },
    failed: "That did not work:",
    notYet: "Not yet",
    busy: "One moment …",
    here: "here",
    goesOut: "What goes out",
    approved: (revision, by, when) => `r${revision}, approved by ${by}, ${when}`,
    where: "Where",
    after: home => `after ${home}`,
    there: state => `${state} already`,
    when: "When",
    now: "Now",
    atHour: "At an hour",
    hourThere: "Day and hour there",
    past: "That hour is past",
    noHour: "The hour is missing",
    noTarget: "No target is chosen",
    setHour: "Set the hour",
    rescheduled: "It has another hour.",
    order: (targets, later) =>
      targets.length === 0
        ? "Publish"
        : `${later ? "Schedule for" : "Publish at"} ${targets.length > 2 ? `${targets.length} targets` : listed(targets, "en")}`,
    ordered: "It is ordered.",
    rehearsal: "Rehearsal",
    nothingSent: "shows exactly what would be sent; nothing is",
    rehearse: "Rehearse",
    rehearseAgain: "Rehearse again",
    rehearsing: "Rehearsing …",
    wouldBeRefused: "would be refused:",
    parts: (count, size) => `${count === 1 ? "1 part" : `${count} parts`}, ${size}`,
    bodyOf: what => `What would be sent: ${what}`,
    standsAt: "Where it stands",
    oneEach: "one post for a note and target",
    notOrdered: "Nowhere yet. It is approved, and waits for an order.",
    notApproved: "Nowhere yet. Only an approved text leaves the house.",
    how: ({state, due, isDue, version, notice, gone, since, read, asApproved, again, after}) =>
      state === "published" || state === "differs"
        ? `${[
            gone
              ? `Version ${version} stood there`
              : notice
                ? "The notice stands there"
                : `Version ${version} stands there`,
            read !== undefined && `read back ${read}${asApproved ? ", as approved" : ""}`,
            since !== undefined && `first published ${since}`,
          ]
            .filter(Boolean)
            .join("; ")}.`
        : state === "sending"
          ? "It is on its way."
          : state === "unknown"
            ? `It may be there or not, and is looked up until that is known${again ? `; next ${again}` : ""}.`
            : state === "refused"
              ? version === undefined
                ? "It does not stand there."
                : `Version ${version} ${gone ? "stood" : "stands"} there; first published ${since}.`
              : after !== undefined
                ? `Goes out once it stands at ${after}.`
                : again !== undefined
                  ? `Tried again ${again}.`
                  : isDue || version !== undefined
                    ? "Goes out in a moment."
                    : `Goes out ${due}.`,
    left: {
      changed: "Somebody has changed the post there, and it stays as they have it.",
      removed: "It was removed there, and stays away.",
      differs: "What its readers see otherwise stays as it is.",
    },
    onItsWay: (standing, wanted) =>
      `Readers still see version ${standing}; version ${wanted} is to take its place.`,
    orderedBy: (by, when) => `ordered by ${by}, ${when}`,
    asked: {
      again: "It stood there and was removed. It is not put back unasked.",
      overwrite: "Somebody has changed the post there. It is not written over unasked.",
      late: "It was due more than a day ago. News that old does not go out unasked.",
      outcome: "It may have been sent, and nobody can look that up. See there, then say which.",
    },
    answers: {
      now: "Publish now",
      again: "Publish again",
      conflict: "See what was changed there …",
      leave: "Leave it as it is",
      arrived: "It arrived",
      reschedule: "Another hour …",
      cancel: "Cancel",
    },
    outcome: {again: "It did not arrive: send it again", cancel: "Ask no more"},
    retry: {send: "Try again", read: "Read it again"},
    steps: {
      look: "Looks what stands there",
      put: "Puts it there",
      read: "Reads it back as a reader would",
      done: "done",
    },
    differences: count =>
      count === 1 ? "1 thing differs for readers" : `${count} things differ for readers`,
    moreDifferences: count => `${count} more.`,
    what: "What",
    approvedThere: "Approved",
    foundThere: "Found",
    notThere: "nothing",
    differenceIn: {
      title: "title",
      text: "text",
      number: "number",
      table: "table",
      picture: "picture",
      link: "link",
      date: "date",
    },
    theirs: "What was changed there",
    theirsSays: "since we put it there",
    nothingReadable: "Nothing that is read as text: a picture, a link or its settings.",
    seeThere: "See the post",
    base: "As we left it",
    theirsWhole: "As it stands there",
    ours: "As it would be",
    overwrite: "Overwrite it",
    overwriteCosts: "Overwritten, what was changed there is lost.",
    leave: "Leave it as it is",
    isLeft: "It stays as it is.",
    changedThere: "Somebody has changed the post there",
    versions: "Versions",
    version: version => `Version ${version}`,
    versionOf: (revision, by, when) => `r${revision}, by ${by}, ${when}`,
    readVersion: "Read it",
    evidence: "evidence",
    kinds: {
      note: "The note",
      corrected: "An error corrected",
      refiled: "Filed again",
      retracted: "Retracted",
    },
    kindAsks: {corrected: "An error", refiled: "A typo"},
    kindSays: {
      corrected: "Readers are told, dated, above the text, in feeds and on the corrections page.",
      refiled: "No figure and no sense changes, and nobody is told.",
    },
    whatIsIt: "What it is",
    wasWrong: "What was wrong",
    wasWrongHint: "word for word, as it stands in the note; readers are told it",
    isRight: "What is right",
    isRightHint: "word for word, as it will stand in the corrected text",
    reason: "Reason",
    reasonHint: "stays on record",
    aboveText: "Above the text it will say:",
    insteadOfText: "In place of the text it will say:",
    saidAbove: "Above the text it says:",
    saidInstead: "In place of the text it says:",
    toldNothing: "Readers are told nothing of it.",
    correctThen: solo =>
      `The text opens for editing; readers go on reading the version that is out until the correction is approved: ${solo ? "by you, since one person runs this desk" : "by another publisher or an owner, for nobody approves their own. Where there is none, an owner invites one under People"}.`,
    openCorrection: "Open the correction",
    correctionOpen: "The correction is open: correct the text.",
    retractReason: "Why it is retracted",
    retractReasonHint: "readers are told it, in the note’s language",
    retractThen:
      "Nothing changes for readers until another publisher approves it. Then the notice takes the note’s place at every target. A retraction cannot be undone.",
    askRetraction: "Ask for the retraction",
    retractionOpen: "The retraction waits for approval.",
    approveCorrection: "Approve and send",
    approveRetraction: "Approve and retract",
    correctionApproved: "The correction is approved and on its way.",
    retractionApproved: "The retraction is approved and on its way.",
    askedBy: by => `asked for by ${by}`,
    next: "Then",
    correctionGoes: where =>
      `It goes out at once to ${listed(where, "en")}: the same address and the same entry in feeds, newly updated.`,
    retractionGoes: (where, cancelled) =>
      `The notice takes the note’s place at ${listed(where, "en")} at once.${cancelled.length > 0 ? ` What is planned at ${listed(cancelled, "en")} is cancelled.` : ""} It cannot be undone.`,
    reasonsMissing: "A reason is missing.",
    correctionInProgress: "A correction in progress",
    retractionInProgress: "A retraction in progress",
    askedFor: "Asked for",
    whenBy: (when, by) => `${when} by ${by}`,
    textCorrected: "Text corrected",
    inEditor: "in the editor",
    approval: "Approval",
    byAnother: "by another publisher",
    byYou: "by you: one person runs this desk",
    sent: "Sent, and read back",
    sameAddress: "same address, updated",
    takeBack: "Call it off",
    calledOff: "It is called off.",
    takeBackCosts: "Called off, the text is again the one that is out.",
    correcting: "a correction is open",
    retracting: "a retraction is open",
  },
  tr: {
    title: "Nerede duruyor",
    acts: {
      publish: "Yayımla …",
      elsewhere: "Başka yerde de yayımla …",
      correct: "Düzelt …",
      retract: "Geri çek …",
      "approve-correction": "Düzeltmeyi onayla …",
      approveRetraction: "Geri çekmeyi onayla …",
    },
    why: {
      opened: "Bunu siz istediniz: onaylamak başka bir yayımcının işi",
      same: "Metin hâlâ yayımdakinin aynısı: düzenleyicide düzeltin",
    },
    failed: "Olmadı:",
    notYet: "Şimdi değil",
    busy: "Bir saniye …",
    here: "burada",
    goesOut: "Yayımlanacak olan",
    approved: (revision, by, when) => `r${revision}, onaylayan ${by}, ${when}`,
    where: "Nerede",
    after: home => `${home} ardından`,
    there: state => `zaten: ${state}`,
    when: "Ne zaman",
    now: "Şimdi",
    atHour: "Belirli bir saatte",
    hourThere: "Oradaki gün ve saat",
    past: "O saat geçti",
    noHour: "Saat eksik",
    noTarget: "Hedef seçilmedi",
    setHour: "Saati değiştir",
    rescheduled: "Saati değişti.",
    order: (targets, later) =>
      targets.length === 0
        ? "Yayımla"
        : `${targets.length > 2 ? `${targets.length} hedef` : listed(targets, "tr")}: ${later ? "zamanla" : "yayımla"}`,
    ordered: "Sıraya alındı.",
    rehearsal: "Prova",
    nothingSent: "tam olarak ne gönderileceğini gösterir; hiçbir şey gönderilmez",
    rehearse: "Prova yap",
    rehearseAgain: "Yeniden prova yap",
    rehearsing: "Prova yapılıyor …",
    wouldBeRefused: "reddedilirdi:",
    parts: (count, size) => `${count} parça, ${size}`,
    bodyOf: what => `Gönderilecek olan: ${what}`,
    standsAt: "Nerede duruyor",
    oneEach: "her not her hedefte bir kez",
    notOrdered: "Henüz hiçbir yerde. Onaylandı, yayımlanmayı bekliyor.",
    notApproved: "Henüz hiçbir yerde. Yalnızca onaylanmış metin yayımlanır.",
    how: ({state, due, isDue, version, notice, gone, since, read, asApproved, again, after}) =>
      state === "published" || state === "differs"
        ? `${[
            gone
              ? `Orada ${version}. sürüm duruyordu`
              : notice
                ? "Orada bildirim duruyor"
                : `Orada ${version}. sürüm duruyor`,
            read !== undefined && `geri okundu ${read}${asApproved ? ", onaylandığı gibi" : ""}`,
            since !== undefined && `ilk yayım ${since}`,
          ]
            .filter(Boolean)
            .join("; ")}.`
        : state === "sending"
          ? "Yolda."
          : state === "unknown"
            ? `Orada olabilir de olmayabilir de; belli olana dek bakılır${again ? `, sıradaki ${again}` : ""}.`
            : state === "refused"
              ? version === undefined
                ? "Orada durmuyor."
                : `Orada ${version}. sürüm ${gone ? "duruyordu" : "duruyor"}; ilk yayım ${since}.`
              : after !== undefined
                ? `${after} hedefinde yayımlanınca gider.`
                : again !== undefined
                  ? `Yeniden denenecek: ${again}.`
                  : isDue || version !== undefined
                    ? "Birazdan gider."
                    : `Gideceği zaman: ${due}.`,
    left: {
      changed: "Oradaki yazıyı biri değiştirdi; onun yaptığı gibi kalıyor.",
      removed: "Oradan silindi; geri konmuyor.",
      differs: "Okurun farklı gördüğü, olduğu gibi kalıyor.",
    },
    onItsWay: (standing, wanted) =>
      `Okurlar hâlâ ${standing}. sürümü görüyor; yerini ${wanted}. sürüm alacak.`,
    orderedBy: (by, when) => `isteyen ${by}, ${when}`,
    asked: {
      again: "Oradaydı, silinmiş. Sorulmadan yeniden konmaz.",
      overwrite: "Oradaki yazıyı biri değiştirmiş. Sorulmadan üzerine yazılmaz.",
      late: "Günü bir günden çok geçti. O kadar eski haber sorulmadan yayımlanmaz.",
      outcome: "Gönderilmiş olabilir ve bunu kimse sorgulayamaz. Oraya bakın, sonra bildirin.",
    },
    answers: {
      now: "Şimdi yayımla",
      again: "Yeniden yayımla",
      conflict: "Orada neyin değiştiğini gör …",
      leave: "Olduğu gibi bırak",
      arrived: "Ulaşmış",
      reschedule: "Başka saat …",
      cancel: "İptal et",
    },
    outcome: {again: "Ulaşmamış: yeniden gönder", cancel: "Artık sorma"},
    retry: {send: "Yeniden dene", read: "Yeniden oku"},
    steps: {
      look: "Orada ne var, bakıyor",
      put: "Oraya koyuyor",
      read: "Okur gibi geri okuyor",
      done: "tamam",
    },
    differences: count => `Okur için ${count} fark var`,
    moreDifferences: count => `${count} fark daha.`,
    what: "Ne",
    approvedThere: "Onaylanan",
    foundThere: "Bulunan",
    notThere: "yok",
    differenceIn: {
      title: "başlık",
      text: "metin",
      number: "sayı",
      table: "tablo",
      picture: "görsel",
      link: "bağlantı",
      date: "tarih",
    },
    theirs: "Orada değişen",
    theirsSays: "biz koyduktan sonra",
    nothingReadable: "Metin olarak okunan bir şey değil: bir görsel, bağlantı ya da ayar.",
    seeThere: "Yazıya bak",
    base: "Bıraktığımız hâli",
    theirsWhole: "Oradaki hâli",
    ours: "Olacağı hâli",
    overwrite: "Üzerine yaz",
    overwriteCosts: "Üzerine yazılırsa orada değiştirilenler yitirilir.",
    leave: "Olduğu gibi bırak",
    isLeft: "Olduğu gibi kalıyor.",
    changedThere: "Oradaki yazıyı biri değiştirmiş",
    versions: "Sürümler",
    version: version => `${version}. sürüm`,
    versionOf: (revision, by, when) => `r${revision}, ${by}, ${when}`,
    readVersion: "Oku",
    evidence: "kanıt",
    kinds: {
      note: "Not",
      corrected: "Hata düzeltildi",
      refiled: "Yazımı düzeltildi",
      retracted: "Geri çekildi",
    },
    kindAsks: {corrected: "Bir hata", refiled: "Bir yazım yanlışı"},
    kindSays: {
      corrected:
        "Okurlara tarihiyle birlikte metnin üstünde, akışlarda ve düzeltmeler sayfasında bildirilir.",
      refiled: "Hiçbir sayı, hiçbir anlam değişmez; kimseye bildirilmez.",
    },
    whatIsIt: "Bu ne",
    wasWrong: "Yanlış olan",
    wasWrongHint: "notta geçtiği gibi, harfi harfine; okura söylenir",
    isRight: "Doğrusu",
    isRightHint: "düzeltilmiş metinde geçeceği gibi, harfi harfine",
    reason: "Gerekçe",
    reasonHint: "kayıtta kalır",
    aboveText: "Metnin üstünde şu yazacak:",
    insteadOfText: "Metnin yerinde şu yazacak:",
    saidAbove: "Metnin üstünde yazan:",
    saidInstead: "Metnin yerinde yazan:",
    toldNothing: "Okurlara bildirilmez.",
    correctThen: solo =>
      `Metin düzenlemeye açılır; düzeltme onaylanana dek okurlar yayımdaki sürümü okumayı sürdürür. ${solo ? "Onay sizden: bu masada tek kişi çalışır" : "Onay başka bir yayımcıdan ya da sahipten gelir, kimse kendininkini onaylamaz. Başka kimse yoksa bir sahip, Kişiler sayfasından birini çağırır"}.`,
    openCorrection: "Düzeltmeyi aç",
    correctionOpen: "Düzeltme açıldı: metni düzeltin.",
    retractReason: "Neden geri çekiliyor",
    retractReasonHint: "okura söylenir, notun dilinde",
    retractThen:
      "Başka bir yayımcı onaylayana dek okur için bir şey değişmez. Onaylanınca her hedefte notun yerini bildirim alır. Geri çekme geri alınamaz.",
    askRetraction: "Geri çekilmesini iste",
    retractionOpen: "Geri çekme onay bekliyor.",
    approveCorrection: "Onayla ve gönder",
    approveRetraction: "Onayla ve geri çek",
    correctionApproved: "Düzeltme onaylandı, yolda.",
    retractionApproved: "Geri çekme onaylandı, yolda.",
    askedBy: by => `isteyen ${by}`,
    next: "Sonra",
    correctionGoes: where =>
      `Hemen gider: ${listed(where, "tr")}. Aynı adres, akışlarda aynı kayıt, güncellenmiş olarak.`,
    retractionGoes: (where, cancelled) =>
      `Notun yerini hemen bildirim alır: ${listed(where, "tr")}.${cancelled.length > 0 ? ` Planlanan iptal edilir: ${listed(cancelled, "tr")}.` : ""} Geri alınamaz.`,
    reasonsMissing: "Bir gerekçe eksik.",
    correctionInProgress: "Süren bir düzeltme",
    retractionInProgress: "Süren bir geri çekme",
    askedFor: "İstendi",
    whenBy: (when, by) => `${when}, ${by}`,
    textCorrected: "Metin düzeltildi",
    inEditor: "düzenleyicide",
    approval: "Onay",
    byAnother: "başka bir yayımcıdan",
    byYou: "sizden: bu masada tek kişi çalışır",
    sent: "Gönderilir, geri okunur",
    sameAddress: "aynı adres, güncel",
    takeBack: "Vazgeç",
    calledOff: "Vazgeçildi.",
    takeBackCosts: "Vazgeçilirse metin yeniden yayımdaki hâline döner.",
    correcting: "bir düzeltme açık",
    retracting: "bir geri çekme açık",
  },
};
