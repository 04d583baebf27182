import {anyOf, type EditWords} from "../../../check/edits/words.ts";

export const edits: EditWords = {
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
