import {expect, test} from "vitest";
import {type Case, suffixed} from "../../../src/languages/tr/suffix.ts";
import type {Figure} from "../../../src/model/figure.ts";
import {plain} from "../../../src/model/text.ts";

const figure: Figure = {
  id: "test",
  value: 1,
  unit: "count",
  of: "method",
  asOf: "2026-03-20T02:00:00Z",
  origin: {parameter: "test"},
};
const number = (print: string, form: Case) => plain(suffixed({figure, print}, form));
const date = (print: string, form: Case) => plain(suffixed({date: "2026-03-20", print}, form));
const name = (words: string, form: Case) => plain(suffixed({name: words}, form));

test.each([
  ["dört", "possessiveLocative", "dördünde"],
  ["dört", "ablative", "dörtten"],
  ["beş", "possessiveLocative", "beşinde"],
  ["%3,64", "adjective", "%3,64’lük"],
  ["%13,04", "possessive", "%13,04’ü"],
  ["%17,2", "possessiveDative", "%17,2’sine"],
  ["%88", "possessive", "%88’i"],
  ["%6", "possessive", "%6’sı"],
  ["%20", "genitive", "%20’nin"],
  ["%90", "having", "%90’lı"],
  ["%40", "dative", "%40’a"],
  ["0,66", "ablative", "0,66’dan"],
  ["0,77", "was", "0,77’ydi"],
  ["0,13", "was", "0,13’tü"],
  ["0,03", "is", "0,03’tür"],
  ["0,80", "dative", "0,80’e"],
  ["0,00", "ablative", "0,00’dan"],
  ["−%0,9", "ablative", "−%0,9’dan"],
  ["250", "genitive", "250’nin"],
  ["1.000", "genitive", "1.000’in"],
  ["1.300", "dative", "1.300’e"],
  ["2.000.000", "dative", "2.000.000’a"],
  ["p < 0,001", "instrumental", "p < 0,001’le"],
  ["277,43 dolar", "ablative", "277,43 dolardan"],
  ["2,66 milyar dolar", "genitive", "2,66 milyar doların"],
  ["21 milyon", "genitive", "21 milyonun"],
  ["dokuz", "locative", "dokuzda"],
  ["dört", "locative", "dörtte"],
] as const)("%s in the %s is %s", (print, form, said) => expect(number(print, form)).toBe(said));

test.each([
  ["20 Mart", "locative", "20 Mart’ta"],
  ["20 Mart", "relative", "20 Mart’taki"],
  ["1 Kasım", "ablative", "1 Kasım’dan"],
  ["9 Eylül", "dative", "9 Eylül’e"],
  ["18 Ağustos", "genitive", "18 Ağustos’un"],
  ["20 Mart 2026", "locative", "20 Mart 2026’da"],
  ["20 Mart 2025", "genitive", "20 Mart 2025’in"],
  ["20 Mart 2026, 01.53 UTC", "locative", "20 Mart 2026, 01.53 UTC’de"],
] as const)("%s in the %s is %s", (print, form, said) => expect(date(print, form)).toBe(said));

test.each([
  ["Bitcoin", "genitive", "Bitcoin’in"],
  ["Bitcoin", "dative", "Bitcoin’e"],
  ["Bitcoin", "instrumental", "Bitcoin’le"],
  ["Ethereum", "genitive", "Ethereum’un"],
  ["Ethereum Classic", "locative", "Ethereum Classic’te"],
  ["Solana", "genitive", "Solana’nın"],
  ["Dogecoin", "accusative", "Dogecoin’i"],
  ["Pepe", "genitive", "Pepe’nin"],
  ["Internet Computer", "genitive", "Internet Computer’ın"],
  ["NEAR Protocol", "genitive", "NEAR Protocol’ün"],
  ["Sky", "dative", "Sky’a"],
  ["Chainlink", "locative", "Chainlink’te"],
  ["TAO", "genitive", "TAO’nun"],
  ["BTC", "genitive", "BTC’nin"],
  ["XRP", "instrumental", "XRP’yle"],
  ["ETH", "dative", "ETH’ye"],
  ["SOL", "genitive", "SOL’un"],
  ["ICP", "genitive", "ICP’nin"],
  ["AVAX", "ablative", "AVAX’tan"],
  ["IOTA", "genitive", "IOTA’nın"],
  ["Pirate Chain (2)", "genitive", "Pirate Chain (2)’nin"],
  ["FLOKİ", "genitive", "FLOKİ’nin"],
  ["$WIF", "genitive", "$WIF’in"],
  ["币安人生", "genitive", "币安人生’in"],
  ["", "genitive", "’in"],
] as const)("%s in the %s is %s", (words, form, said) => expect(name(words, form)).toBe(said));
