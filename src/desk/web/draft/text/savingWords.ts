import type {DeskLocale} from "../../../../model/deskLocale.ts";

interface Words {
  readonly save: string;
  readonly notSaved: (since: string) => string;
  readonly away: string;
  readonly signedOut: string;
  readonly keptHere: string;
  readonly nextTry: (at: string) => string;
  readonly trying: string;
  readonly tryNow: string;
  readonly copy: string;
  readonly copied: string;
  readonly refused: string;
  readonly refusedWhy: string;
  readonly outrun: (by: string, revision: number) => string;
  readonly putTogether: string;
  readonly newer: (revision: number) => string;
  readonly found: (since: string, revision: number) => string;
  readonly putBack: string;
  readonly throwAway: string;
  readonly conflict: {
    readonly title: (by: string, revision: number) => string;
    readonly kept: (since: string) => string;
    readonly summary: (settled: number, needs: number) => string;
    readonly notYet: string;
    readonly saveAs: (revision: number) => string;
    readonly putOnScreen: string;
    readonly stillNeeds: (count: number) => string;
    readonly line: (line: number) => string;
    readonly needsYou: string;
    readonly chosen: string;
    readonly settledItself: string;
    readonly why: Readonly<Record<"theirs" | "mine" | "agreed" | "needs", string>>;
    readonly before: string;
    readonly theirs: string;
    readonly mine: string;
    readonly asBefore: string;
    readonly nothing: string;
    readonly takeTheirs: string;
    readonly takeMine: string;
    readonly anew: string;
    readonly anewLabel: string;
    readonly nothingDiffers: string;
    readonly nextOpen: string;
    readonly previousOpen: string;
  };
}

export const savingWords: Readonly<Record<DeskLocale, Words>> = {
  en: {
    save: "Save now",
    notSaved: since => `Not saved since ${since}.`,
    away: "The desk does not answer.",
    signedOut: "Your session has ended: sign in again, and it is saved.",
    keptHere: "What you wrote is kept in this browser and goes out by itself.",
    nextTry: at => `Next try at ${at}.`,
    trying: "Trying now.",
    tryNow: "Try now",
    copy: "Copy my text",
    copied: "Copied",
    refused: "Not saved.",
    refusedWhy: "Your words stay here and in this browser.",
    outrun: (by, revision) =>
      `${by === "" ? "Another tab of yours" : by} saved r${revision} while you were writing: yours is not saved. Nothing of either is lost.`,
    putTogether: "Put together …",
    newer: revision =>
      `r${revision} is there. Yours will be put together with it when it is saved.`,
    found: (since, revision) =>
      `Words from ${since} are kept in this browser. They were written on r${revision}, and the desk has a newer one.`,
    putBack: "Put back …",
    throwAway: "Throw away",
    conflict: {
      title: (by, revision) =>
        `${by === "" ? "Another tab of yours" : by} saved r${revision} while you were writing`,
      kept: since => `Words kept in this browser from ${since}`,
      summary: (settled, needs) =>
        `Nothing of either is lost. ${settled} ${settled === 1 ? "place has" : "places have"} settled ${settled === 1 ? "itself" : "themselves"}, ${needs} ${needs === 1 ? "needs" : "need"} you.`,
      notYet: "Not yet",
      saveAs: revision => `Save as r${revision}`,
      putOnScreen: "Put into the text",
      stillNeeds: count =>
        `${count} ${count === 1 ? "place still needs" : "places still need"} you`,
      line: line => `Line ${line}`,
      needsYou: "needs you",
      chosen: "chosen",
      settledItself: "settled itself",
      why: {
        theirs: "only they changed it",
        mine: "only you changed it",
        agreed: "both made the same change",
        needs: "both of you changed this",
      },
      before: "Before",
      theirs: "Theirs",
      mine: "Mine",
      asBefore: "as before",
      nothing: "nothing",
      takeTheirs: "Take theirs",
      takeMine: "Take mine",
      anew: "Write it anew",
      anewLabel: "In its place",
      nothingDiffers: "The two texts are the same by now.",
      nextOpen: "Next place",
      previousOpen: "Previous place",
    },
  },
  tr: {
    save: "Şimdi kaydet",
    notSaved: since => `${since} saatinden beri kaydedilmedi.`,
    away: "Masa yanıt vermiyor.",
    signedOut: "Oturumunuz sona erdi: yeniden giriş yapınca kaydedilir.",
    keptHere: "Yazdıklarınız bu tarayıcıda duruyor ve kendiliğinden gönderilecek.",
    nextTry: at => `Sonraki deneme ${at}.`,
    trying: "Şimdi deneniyor.",
    tryNow: "Şimdi dene",
    copy: "Metnimi kopyala",
    copied: "Kopyalandı",
    refused: "Kaydedilmedi.",
    refusedWhy: "Sözleriniz burada ve bu tarayıcıda duruyor.",
    outrun: (by, revision) =>
      `Siz yazarken ${by === "" ? "başka bir sekmeniz" : by} r${revision} sürümünü kaydetti: sizinki kaydedilmedi. İkisinden de bir şey kaybolmadı.`,
    putTogether: "Birleştir …",
    newer: revision => `r${revision} geldi. Sizinki kaydedilirken onunla birleştirilecek.`,
    found: (since, revision) =>
      `${since} tarihinden kalan sözler bu tarayıcıda duruyor. r${revision} üzerine yazılmıştı; masada daha yenisi var.`,
    putBack: "Geri koy …",
    throwAway: "Sil",
    conflict: {
      title: (by, revision) =>
        `Siz yazarken ${by === "" ? "başka bir sekmeniz" : by} r${revision} sürümünü kaydetti`,
      kept: since => `Bu tarayıcıda ${since} tarihinden kalan sözler`,
      summary: (settled, needs) =>
        `İkisinden de bir şey kaybolmadı. ${settled} yer kendiliğinden çözüldü, ${needs} yer sizi bekliyor.`,
      notYet: "Şimdi değil",
      saveAs: revision => `r${revision} olarak kaydet`,
      putOnScreen: "Metne koy",
      stillNeeds: count => `${count} yer daha sizi bekliyor`,
      line: line => `Satır ${line}`,
      needsYou: "sizi bekliyor",
      chosen: "seçildi",
      settledItself: "kendiliğinden çözüldü",
      why: {
        theirs: "yalnız onlar değiştirdi",
        mine: "yalnız siz değiştirdiniz",
        agreed: "ikiniz de aynı değişikliği yaptınız",
        needs: "burayı ikiniz de değiştirdiniz",
      },
      before: "Önce",
      theirs: "Onlarınki",
      mine: "Benimki",
      asBefore: "önceki gibi",
      nothing: "hiçbir şey",
      takeTheirs: "Onlarınkini al",
      takeMine: "Benimkini al",
      anew: "Yeniden yaz",
      anewLabel: "Yerine",
      nothingDiffers: "İki metin artık aynı.",
      nextOpen: "Sonraki yer",
      previousOpen: "Önceki yer",
    },
  },
};
