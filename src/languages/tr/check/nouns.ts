import type {NounWords} from "../../../check/nouns.ts";

export const nouns: NounWords = {
  concepts: {
    price: "fiyat\\p{L}*|kapanış\\p{L}*|işlem gör\\p{L}*",
    "market-cap": "piyasa değer\\p{L}*|değerleme\\p{L}*",
    volume: "hac\\p{L}*|hacim\\p{L}*|el değiştir\\p{L}*",
    turnover: "devir\\p{L}*|oran\\p{L}*|piyasa değerinin",
    rank: "sıra\\p{L}*|büyük",
    return:
      "getiri\\p{L}*|yüksel\\p{L}*|düş(?!ük)\\p{L}*|art(?:tı|ış\\p{L}*)|geriledi|gerileme\\p{L}*|değişim\\p{L}*|kazan\\p{L}*|kayb\\p{L}*|değer kaybe\\p{L}*",
    correlation: "korelasyon\\p{L}*",
    beta: "beta\\p{L}*",
    volatility: "oynaklı\\p{L}*|volatilite\\p{L}*|standart sapma\\p{L}*",
    drawdown: "en derin düşüş\\p{L}*|zirve\\p{L}*",
    "p-value": "p [=<]|p değer\\p{L}*|anlamlılık",
    probability: "olasılı\\p{L}*|ihtimal\\p{L}*|sonuçların|pay\\p{L}*",
    supply: "arz\\p{L}*",
    depth: "derinli\\p{L}*",
    "z-score": "z|z-skor\\p{L}*",
  },
  ties: {
    before: /^\s?(?:\(|:|=|yaklaşık|ise|olarak|,)?\s?$/iu,
    after: /^(?:['’]?\p{L}{0,5})?\s?$/iu,
  },
};
