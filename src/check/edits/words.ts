import type {Word} from "../bind.ts";
import type {ProseLocale} from "../prose.ts";

/**
 * Words that an edit may put in place of one another without changing what is said are in one side;
 * a side that comes while another of its group goes turns the sentence into another one.
 */
export type Contrast = readonly RegExp[];

/** What the rules on edited sentences know of a language. Patterns are for words in small letters, a space between each. */
export interface EditWords {
  readonly contrasts: readonly Contrast[];
  /** Spans of time, and what reaches back to the beginning. */
  readonly spans: Readonly<Record<Span, RegExp>>;
  readonly superlative: RegExp;
  /** Said of every case: none may be added. */
  readonly universal: RegExp;
  /** Turn a sentence into its opposite. */
  readonly negator: RegExp;
  /** "no … lower than" says what "the lowest" says. */
  readonly negatedComparison: RegExp;
  /** May stand for a name. */
  readonly pronoun: RegExp;
  /** Words that add nothing to what is said: articles, auxiliaries, connectives, words about the text. */
  readonly empty: RegExp;
  /** Ties a reason or a concession to what is said. */
  readonly link: RegExp;
}

export type Span = "day" | "week" | "month" | "quarter" | "year" | "decade" | "record" | "whole";

/** Whole words, one of these. */
const anyOf = (words: string) =>
  new RegExp(
    `(?<![\\p{L}\\d])(?:${words.trim().split(/\s+/).join("|").replaceAll("_", " ")})(?![\\p{L}\\d])`,
    "gu",
  );

const english: EditWords = {
  contrasts: [
    [
      anyOf("like alike similar similarly same identical equal equally likewise equals resembles"),
      anyOf("unlike different differently differs? dissimilar opposite contrary reverse unequal"),
    ],
    [
      anyOf("before earlier previously prior preceding"),
      anyOf("after later afterwards subsequently following"),
    ],
    [anyOf("near close nearby almost nearly"), anyOf("far distant away")],
    [
      anyOf("all every each always entirely wholly completely both whole"),
      anyOf("none neither no"),
      anyOf("most mostly mainly largely majority"),
      anyOf("some several partly few sometimes minority"),
    ],
    [
      anyOf("hardly barely little slightly scarcely marginally small tiny minor modest"),
      anyOf(
        "much greatly strongly sharply considerably substantially hugely largely mostly large big huge heavily",
      ),
    ],
    [
      anyOf("could may might perhaps possibly possible probably"),
      anyOf("must certainly surely definitely certain proven proves? undoubtedly"),
    ],
    [anyOf("with alongside together"), anyOf("against apart separately without")],
    [anyOf("inside within"), anyOf("outside beyond")],
    [
      anyOf("usual ordinary normal routine unremarkable expected"),
      anyOf("unusual extraordinary abnormal remarkable exceptional rare unexpected"),
    ],
    [anyOf("simulated hypothetical"), anyOf("observed actual real measured realised")],
    [anyOf("quiet calm dull"), anyOf("wild turbulent stormy hectic")],
    [anyOf("partial"), anyOf("total full")],
  ],
  spans: {
    day: anyOf("days? day['’]s daily today"),
    week: anyOf("weeks? week['’]s weekly"),
    month: anyOf("months? month['’]s monthly"),
    quarter: anyOf("quarters? quarter['’]s quarterly"),
    year: anyOf("years? year['’]s yearly annual twelve_months"),
    decade: anyOf("decades?"),
    record: anyOf("record records recorded"),
    whole: anyOf(
      "history history['’]s historic historical launch launched inception ever all_time lifetime life listing listed debut existence birth creation genesis",
    ),
  },
  superlative: anyOf(
    "lowest highest worst best largest biggest deepest smallest steepest sharpest strongest weakest greatest longest shortest most least first",
  ),
  universal: anyOf("always every entirely wholly completely exclusively only alone"),
  negator: /^(?:not|no|never|neither|nor|none|without|cannot|\p{L}+n['’]t)$/u,
  negatedComparison: /(?<!\p{L})no(?!\p{L}).*(?<!\p{L})than(?!\p{L})/u,
  pronoun: anyOf("it its it['’]s they their he she this that coin token asset"),
  empty: anyOf(`
    a an the this that these those it its they their them which who whose whom what where when how
    there here i we us our you your one ones is are was were be been being am has have had having do
    does did done will would shall should can could may might must of in on at to from by for with
    as into onto over under up out off about between among through within per and or nor but yet so
    than then if while whereas whether not no also too still even just again once more now again both each
    however moreover furthermore meanwhile instead indeed therefore thus hence though although
    nevertheless nonetheless otherwise overall besides likewise further next first second third last
    finally lastly namely roughly about around some such very quite rather together taken put words
    word say says said see seen look looks looking turn turns show shows shown stand stands standing
    give gives given note text table chart exhibit section paragraph page above below part rest case
    figure figures number numbers mean means that['’]s it['’]s let lets let['’]s example instance fact turn
    short sum detail total glance other all time comparison contrast sight side hand measured counted told tell tells
    describe describes lists sets compares explains asks deals treats following come comes came go goes gone went remain remains remained amount amounts amounted make makes made
  `),
  link: anyOf(`
    because despite although though since due owing thanks amid following driven dragged pushed
    pulled lifted helped boosted led fuelled fueled triggered sparked caused weighed after when as
    on reflecting suggesting signalling signaling showing indicating meaning proving unless until
  `),
};

const turkish: EditWords = {
  contrasts: [
    [
      anyOf("gibi benze\\p{L}* aynı\\p{L}* eşit\\p{L}* özdeş\\p{L}*"),
      anyOf("aksine tersine farklı\\p{L}* zıt\\p{L}* ters aykırı karşıt\\p{L}* başka"),
    ],
    [anyOf("önce\\p{L}*"), anyOf("sonra\\p{L}*")],
    [anyOf("yakın\\p{L}* neredeyse"), anyOf("uzak\\p{L}*")],
    [
      anyOf("bütün tüm\\p{L}* hepsi\\p{L}* her tamam\\p{L}* daima hep ikisi"),
      anyOf("hiçbir\\p{L}*"),
      anyOf("çoğu\\p{L}* çoğunlu\\p{L}* ağırlıklı"),
      anyOf("bazı\\p{L}* birkaç\\p{L}* kısmen kimi"),
    ],
    [
      anyOf("pek biraz hafif\\p{L}* küçük\\p{L}* ufak"),
      anyOf("çok epey hayli büyük\\p{L}* sert\\p{L}* belirgin\\p{L}*"),
    ],
    [anyOf("belki olası olabilir muhtemelen"), anyOf("kesin\\p{L}* mutlaka şüphesiz kuşkusuz")],
    [anyOf("birlikte beraber"), anyOf("ayrı karşı")],
    [anyOf("içinde"), anyOf("dışında")],
    [
      anyOf("olağan normal sıradan beklenen"),
      anyOf("olağandışı olağanüstü anormal ender nadir beklenmedik"),
    ],
    [anyOf("simüle"), anyOf("gerçekleşen gerçek ölçülen")],
  ],
  spans: {
    day: anyOf("gün(?!cel|dem)\\p{L}* bugün\\p{L}*"),
    week: anyOf("hafta\\p{L}*"),
    month: anyOf("ay ayın ayda aylık ayki"),
    quarter: anyOf("çeyre\\p{L}*"),
    year: anyOf("yıl\\p{L}* sene\\p{L}*"),
    decade: anyOf("onyıl\\p{L}*"),
    record: anyOf("kayıt\\p{L}* kayda kaydı\\p{L}*"),
    whole: anyOf(
      "tarih(?!i(?:ne|nde|yle|nden)?(?![\\p{L}]))\\p{L}* tarihinin tarihindeki tarihinde çıkışından piyasaya çıktığından kuruluşundan başlangıcından bugüne_kadar şimdiye",
    ),
  },
  superlative: anyOf("en"),
  universal: anyOf("hep daima yalnızca sadece tamamen bütünüyle yalnız"),
  negator: /^(?:değil\p{L}*|yok\p{L}*|hiç|asla|ne)$/u,
  negatedComparison: /(?<!\p{L})(?:hiçbir)(?!\p{L}).*daha/u,
  pronoun: anyOf("o onun ona onu ondan bu bunun coin\\p{L}* token\\p{L}*"),
  empty: anyOf(`
    bir bu şu o onun bunun şunun ve veya ya da de ile için gibi kadar göre ise iken ki mi mı mu mü
    ancak ama fakat oysa yine hâlâ bile artık daha en çok az ayrıca üstelik öte yandan ise yani
    ne nasıl nerede hangi hangisi neyi var olan olarak olup oldu olur oluyor olmuş olduğu idi imiş
    dır dir tır tir şöyle böyle burada orada şimdi önce sonra sırada sıra bölüm bölümde tablo tabloda
    grafik grafikte metin paragraf aşağıda yukarıda aşağıdaki yukarıdaki not notta biz siz kendi diğer
    öteki bakıldığında bakılırsa göstermek gösterir gösteriyor görülüyor görüldüğü verir veriyor kaldı kalıyor
    kısacası özetle kısaca genel olarak başka deyişle söz sözcükle deyim yerindeyse rakam rakamlar sayı sayılar
    aynı zamanda başka ilk bütün bununla birlikte buna karşın karşılık nitekim dolayısıyla böylece yaklaşık civarında
  `),
  link: anyOf(`
    çünkü rağmen karşın nedeniyle yüzünden sayesinde dolayı sonucunda etkisiyle ardından üzerine
    desteğiyle baskısıyla diye zira
  `),
};

export const editWords: Readonly<Record<ProseLocale, EditWords>> = {en: english, tr: turkish};

/** Whether it is one of these words, whatever suffix it bears. */
export const isOneOf = (pattern: RegExp, {word}: Word) =>
  word.replace(/['’]\p{L}+$/u, "").search(pattern) >= 0;

/** The words as they stand in their text, with what is between them. */
export const written = (words: readonly Word[], text: string) =>
  text.slice(words[0]?.from ?? 0, words.at(-1)?.to ?? 0);
