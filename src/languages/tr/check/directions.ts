import {type DirectionWords, wholeWord} from "../../../check/direction.ts";

export const directions: DirectionWords = {
  up: wholeWord(String.raw`
    yüksel\p{L}* art(?:tı|tığı|mış|ış|ışı|an|ar|arak|arken|tır\p{L}*|makta|ıyor|ması)
    çık(?:tı|tığı|mış|an|ar|arak|ıyor|ış|ışı|ıp)
    kazan(?:dı|dığı|mış|an|ç|cı|ır|arak|dır\p{L}*) üst(?:ünde|üne|ü|ündeki|te)
    üzer(?:inde|ine|indeki|inden) yukarı\p{L}* fazla(?:sı)? daha yüksek\p{L}* büyük\p{L}*
    güçlen\p{L}* güçlü\p{L}* sıkı\p{L}* yakın(?:laş\p{L}*|dan)? en hareketli oynak
    aş(?:tı|an|mış|ıyor) boğa olumlu artı tavan zirve\p{L}*
  `),
  down: wholeWord(String.raw`
    düş(?:tü|tüğü|müş|üş|üşü|en|er|erek|erken|ük|üğü|üyor|mekte|mesi|ür\p{L}*) düşük\p{L}*
    azal\p{L}* gerile\p{L}* in(?:di|diği|miş|en|er|erek|iyor|iş|işi) kaybe\p{L}* kayıp kaybı
    alt(?:ında|ına|ı|ındaki|ta) aşağı\p{L}* az daha küçük\p{L}* zayıfla\p{L}* zayıf\p{L}*
    gevşe\p{L}* gevşek\p{L}* uzak(?:laş\p{L}*|tan)? sakin\p{L}* durgun ayı olumsuz eksi
    taban dip dibi\p{L}* değer\p{L}*
  `),
  risen:
    /(?<!\p{L})(?:yüksel(?:di|diği|miş|iş|işi|en|erek)|art(?:tı|tığı|mış|ış|ışı|an|arak)|kazan(?:dı|dığı|mış|ç|cı|an|arak)|değer kazan\p{L}*|prim yap\p{L}*|çıktı)(?!\p{L})/giu,
  fallen:
    /(?<!\p{L})(?:düş(?:tü|tüğü|müş|üş|üşü|en|erek)|gerile(?:di|diği|miş|me|yen|yerek)|azal(?:dı|dığı|mış|ış|an|arak)|kaybe(?:tti|ttiği|den|derek|tmiş)|kayb[ıi]|kayıp|yitir(?:di|diği|en|erek|miş)|değer kaybe\p{L}*|indi)(?!\p{L})/giu,
  opposites: [
    ["yükseldi", "düştü"],
    ["arttı", "geriledi"],
    ["kazandı", "kaybetti"],
    ["yükseliş", "düşüş"],
    ["artış", "düşüş"],
    ["yükseldiği", "düştüğü"],
    ["kazanç", "kayıp"],
  ],
  clauses: "oysa|ama|ancak|iken|fakat",
  verb: "behind",
};
