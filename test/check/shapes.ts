/**
 * What may be put into a note, by rule: templates with words to choose from. Whoever needs one gives
 * the choice: a bench its random numbers, a property test fast-check's.
 */
export type Pick = <T>(list: readonly T[]) => T;

type Locale = "en" | "tr";
type Slots = Readonly<Record<string, readonly string[]>>;

/** Templates whose "{slot}" is one of the words of that slot, chosen anew each time. */
interface Shapes {
  readonly templates: readonly string[];
  readonly slots: Slots;
}

/** One of the sentences or clauses; slots that the caller knows are given. */
export function shaped(
  {templates, slots}: Shapes,
  pick: Pick,
  given: Readonly<Record<string, string>> = {},
): string {
  let text = pick(templates);
  for (let open = /\{(\w+)\}/.exec(text); open; open = /\{(\w+)\}/.exec(text)) {
    const slot = open[1] ?? "";
    text = text.replace(open[0], () => given[slot] ?? pick(slots[slot] ?? []));
  }
  return text;
}

/** A reason or a concession, as it hangs on a sentence behind a comma. */
export const reasons: Readonly<Record<Locale, Shapes>> = {
  en: {
    templates: [
      "{because} {who} {did}",
      "{dueTo} {what}",
      "{moved} by {other}",
      "{despite} {event} in {other}",
      "{despite} {what}",
    ],
    slots: {
      because: ["because", "as", "since", "after", "now that", "when"],
      who: [
        "the buyers",
        "investors",
        "large holders",
        "traders",
        "funds",
        "the market makers",
        "miners",
        "speculators",
      ],
      did: [
        "left",
        "lost patience",
        "returned",
        "took profits",
        "sold out",
        "grew nervous",
        "moved on",
        "bought the dip",
      ],
      dueTo: [
        "due to",
        "owing to",
        "thanks to",
        "amid",
        "on the back of",
        "driven by",
        "in response to",
        "as a result of",
        "fuelled by",
      ],
      what: [
        "strong demand",
        "weak demand",
        "profit taking",
        "a wave of selling",
        "renewed interest",
        "fresh inflows",
        "regulatory worries",
        "thin trading",
        "rumours of a listing",
        "better sentiment",
      ],
      moved: [
        "dragged down",
        "pulled along",
        "lifted",
        "held back",
        "weighed down",
        "carried",
        "pushed higher",
      ],
      despite: ["despite", "in spite of", "notwithstanding"],
      event: ["a rally", "a sell-off", "the strength", "the weakness", "a recovery", "the calm"],
    },
  },
  tr: {
    templates: [
      "{who} {did} için",
      "{what} {dueTo}",
      "çünkü {who} {fled}",
      "{other}’deki {event} rağmen",
      "{what} rağmen",
    ],
    slots: {
      who: ["alıcılar", "yatırımcılar", "büyük cüzdanlar", "fonlar", "madenciler", "spekülatörler"],
      did: ["çekildiği", "geri döndüğü", "kâr aldığı", "sattığı", "tedirgin olduğu"],
      fled: ["çekildi", "geri döndü", "kâr aldı", "sattı", "tedirgin oldu"],
      what: [
        "güçlü talep",
        "zayıf talep",
        "kâr satışları",
        "yeni girişler",
        "düzenleme kaygısı",
        "listeleme söylentisi",
      ],
      dueTo: ["nedeniyle", "sayesinde", "yüzünden", "sonucunda", "etkisiyle"],
      event: ["ralliye", "satışlara", "güce", "zayıflığa", "toparlanmaya"],
    },
  },
};

/** A price that is said to come, without its probability; "{price}" is given. */
export const targets: Readonly<Record<Locale, Shapes>> = {
  en: {
    templates: [
      "The next {stop} is {price}.",
      "{coin} is {heading} {price}.",
      "{price} is {near}.",
      "From here it {goes} {price}.",
      "The {road} to {price} is {open}.",
    ],
    slots: {
      stop: ["stop", "target", "level", "resistance", "support", "milestone"],
      heading: [
        "heading for",
        "headed for",
        "on its way to",
        "on track for",
        "eyeing",
        "aiming for",
        "set to reach",
        "poised to test",
      ],
      near: ["within reach", "the next target", "in sight", "on the cards"],
      goes: ["should reach", "will reach", "could fall to", "may climb to", "is likely to hit"],
      road: ["road", "way", "path", "door"],
      open: ["open", "clear", "free"],
    },
  },
  tr: {
    templates: [
      "Sıradaki {stop} {price}.",
      "{coin} {price} {heading}.",
      "Buradan {price} {goes}.",
      "{price} yolu açık.",
    ],
    slots: {
      stop: ["durak", "hedef", "seviye", "direnç", "destek"],
      heading: ["yolunda", "hedefine doğru ilerliyor", "hedefliyor", "seviyesine gözünü dikti"],
      goes: [
        "seviyesine çıkabilir",
        "düzeyine inebilir",
        "seviyesini görecek",
        "hedefi bekleniyor",
      ],
    },
  },
};

/** A range that nobody measured, in the ways one is written. */
export const ranges: Readonly<Record<Locale, Shapes>> = {
  en: {
    templates: [
      "Turnover of large coins lies in a range of {low}{dash}{high}{percent}.",
      "Volumes normalise at {low}{dash}{high}{percent} of their peak.",
      "Between {low} and {high}{percent} of the coins have not moved in years.",
      "The upside is {few}{dash}{more}x.",
      "Fees come to {fee}{dash}{more} a transfer.",
    ],
    slots: {
      dash: ["-", "–", " to "],
      percent: ["%", " %", " per cent"],
      low: ["41", "43", "47"],
      high: ["61", "67", "69"],
      few: ["3", "4"],
      fee: ["$3", "$4"],
      more: ["7", "9"],
    },
  },
  tr: {
    templates: [
      "Büyük coinlerde devir hızı %{low}{dash}{high} aralığında.",
      "Hacim zirvesinin %{low}{dash}{high} kadarında dengelenir.",
      "Coinlerin %{low} ile {high} arası yıllardır yer değiştirmedi.",
    ],
    slots: {dash: ["-", "–"], low: ["41", "43", "47"], high: ["61", "67", "69"]},
  },
};

/** Says where the text goes. */
export const bridges: Readonly<Record<Locale, Shapes>> = {
  en: {
    templates: [
      "The {next} {part} {looks} {open}.",
      "{first}, the {matter}.",
      "We now {turn} the {matter}.",
      "Let us {turn} the {matter}.",
      "So much for the {matter}.",
      "More on {open} below.",
      "The {part} below {shows} {open}.",
      "Here is {open}.",
      "Back to the {matter}.",
      "That brings us to the {matter}.",
      "What follows is about the {matter}.",
      "See the {part} below for the {matter}.",
      "This {part} {looks} {open}, and the next one at the {matter}.",
    ],
    slots: {
      next: ["next", "following", "last", "first", "second"],
      part: ["paragraph", "section", "table", "chart", "exhibit"],
      looks: ["looks at", "turns to", "deals with", "describes", "asks", "explains"],
      shows: ["shows", "lists", "sets out", "gives", "tells", "compares"],
      turn: ["turn to", "come to", "look at", "go back to"],
      first: ["First", "Next", "Now", "Then", "Finally"],
      matter: [
        "price",
        "volume",
        "market as a whole",
        "tie to the benchmark",
        "cases",
        "other currencies",
        "method",
        "data",
      ],
      open: [
        "how closely the two move together",
        "how the coin moved",
        "what the tests say",
        "which quotes were left out",
        "where the figures come from",
        "how far it has come",
        "what the range of outcomes is",
        "whether the tie has changed",
      ],
    },
  },
  tr: {
    templates: [
      "{next} {part} {open} {looks}.",
      "Şimdi {matter} geçelim.",
      "Önce {matter} bakalım.",
      "Aşağıdaki {table} {open} gösteriyor.",
      "Şimdi {open} inceliyoruz.",
      "Sırada {subject} var.",
      "{next} {part} {subject} üzerine.",
    ],
    slots: {
      next: ["Sonraki", "Sıradaki", "Bu", "Son", "İlk"],
      part: ["bölüm", "paragraf"],
      table: ["tablo", "grafik"],
      looks: ["ele alıyor", "anlatıyor", "inceliyor", "gösteriyor"],
      matter: ["fiyata", "hacme", "oynaklığa", "yönteme", "piyasanın bütününe"],
      subject: ["fiyat", "hacim", "oynaklık", "yöntem", "senaryolar"],
      open: [
        "ikisinin ne kadar birlikte hareket ettiğini",
        "coinin nasıl hareket ettiğini",
        "sınamaların ne söylediğini",
        "rakamların nereden geldiğini",
        "hangi paritelerin elendiğini",
      ],
    },
  },
};

export const questions: Readonly<Record<Locale, Shapes>> = {
  en: {
    templates: [
      "{what} does {this} mean{forWhom}?",
      "How {far} could {coin} {go}?",
      "{is} {coin} still {tied} to the market?",
      "What would change the picture?",
      "Why did {coin} {go}?",
      "And what of the {matter}?",
      "Who {did}?",
    ],
    slots: {
      what: ["What", "But what", "So what"],
      this: ["this", "that", "the difference", "such a day"],
      forWhom: ["", " for holders", " for the weeks ahead", " in practice"],
      far: ["far", "low", "high"],
      go: ["fall", "rise", "move", "go"],
      is: ["Is", "And is"],
      tied: ["tied", "bound"],
      matter: ["volume", "risk", "other coins", "benchmark"],
      did: ["sold", "bought", "is right", "was buying"],
    },
  },
  tr: {
    templates: [
      "{so} bu ne anlama geliyor?",
      "Fiyat {far} nereye gidebilir?",
      "{coin} hâlâ piyasayı izliyor mu?",
      "{so} {matter} ne durumda?",
      "Kim {did}?",
    ],
    slots: {
      so: ["Peki", "Öyleyse", "O hâlde"],
      far: ["buradan", "bundan sonra", "en kötü durumda"],
      matter: ["hacim", "oynaklık", "risk"],
      did: ["sattı", "aldı", "haklı"],
    },
  },
};

/** Says truly what the data of no note hold. */
export const negations: Readonly<Record<Locale, Shapes>> = {
  en: {
    templates: [
      "{data} {no} {reason}.",
      "Nothing in {these} says {who}.",
      "No {reason} is {given} in {these}.",
      "{data} cannot tell {who}.",
      "None of {these} explains {who}.",
    ],
    slots: {
      data: ["These data", "The closes", "The figures here", "Such data"],
      no: ["show no", "name no", "give no", "hold no", "contain no"],
      reason: ["cause", "reason", "motive", "such thing", "explanation", "names of traders"],
      these: ["these data", "the record", "this note", "these figures"],
      who: [
        "who was trading",
        "what traders thought",
        "why it happened",
        "what comes next",
        "whose coins these were",
      ],
      given: ["given", "named", "found", "recorded"],
    },
  },
  tr: {
    templates: [
      "{data} {reason} göstermiyor.",
      "{data} {who} söylemiyor.",
      "Bu notta {reason} yok.",
      "{data} {reason} içermiyor.",
    ],
    slots: {
      data: ["Bu veriler", "Kapanışlar", "Buradaki rakamlar"],
      reason: ["bir neden", "böyle bir gerekçe", "işlem yapanların adını", "hiçbir açıklama"],
      who: ["kimin işlem yaptığını", "bundan sonra ne geleceğini", "kimin ne düşündüğünü"],
    },
  },
};
