import type {NumberWords} from "../../../check/numbers/words.ts";
import {customs} from "../customs.ts";
import {numerals} from "./numerals.ts";

const {bin: _, ...millions} = customs.scales;

export const numbers: NumberWords = {
  numerals,
  moments: {
    months: [
      ["Ocak"],
      ["Şubat"],
      ["Mart"],
      ["Nisan"],
      ["Mayıs"],
      ["Haziran"],
      ["Temmuz"],
      ["Ağustos"],
      ["Eylül"],
      ["Ekim"],
      ["Kasım"],
      ["Aralık"],
    ],
    at: "saat",
    quarters: [String.raw`(?<year>(?:19|20)\d{2})['’]?\p{L}*\s(?<quarter>[1-4])\.\sçeyre`],
    counted: "dolar|gün|milyon|milyar",
  },
  scales: {
    tight: {
      ...{k: 1e3, K: 1e3, m: 1e6, M: 1e6, mn: 1e6, Mn: 1e6},
      ...{mr: 1e9, Mr: 1e9, bn: 1e9, tn: 1e12, Tn: 1e12},
    },
    loose: {Mn: 1e6, Mr: 1e9, Mlr: 1e9, Tn: 1e12, B: 1e9},
    joined: true,
    suffix: String.raw`(?<=${Object.keys(millions).join("|")})\p{L}+`,
  },
  units: {
    percent: String.raw`per\s?cent`,
    points: String.raw`yüzde[\s-]puan\p{L}* puan\p{L}*`,
    basis: String.raw`baz\spuan\p{L}*`,
    dollars: String.raw`(?:ABD\s)?dolar\p{L}* (?:ABD|US)\sUSD`,
    other: String.raw`liras? yen avro\p{L}*`,
    times: String.raw`kat(?!egori)\p{L}*`,
    minutes: String.raw`dakika\p{L}* dk`,
    hours: String.raw`saat\p{L}*`,
    days: String.raw`gün(?!cel|dem)\p{L}*`,
    weeks: String.raw`hafta\p{L}*`,
    months: String.raw`ay(?:lık|da|dan|ın|ı|lar\p{L}*)?`,
    years: String.raw`yıl\p{L}*`,
  },
  ordinals: {
    after: /['’]?(?:n[cç][iıuü]|[ıiuü]nc[iıuü])\p{L}*|\.(?=\s\p{Ll})/uy,
    letters: "inci|ıncı|uncu|üncü|nci|ncı|ncu|ncü",
    before: /(?:sıra(?:sı)?|no\.)\s#?$/i,
  },
  suffix: /['’]\p{L}+/uy,
  percentBefore: /yüzde\s$/i,
  hedges: {
    before: [
      [/(?:yaklaşık(?: olarak)?|aşağı yukarı|~|≈)\s?$/i, "about"],
      [/(?:neredeyse|hemen hemen)\s$/i, "nearly"],
      [/(?:en az|>|≥)\s?$/i, "over"],
      [/(?:en fazla|en çok|<|≤)\s?$/i, "under"],
    ],
    last: "yaklaşık olarak yukarı neredeyse hemen az fazla çok",
    after: [
      // The number may bear the ending itself: "3’ten fazla".
      [
        /\s?\+(?!\d)|(?:(?:\s\p{L}+)?['’]?[dt][ae]n|(?<=[dt][ae]n))\s(?:fazla|çok|büyük)|\s(?:üzerinde|aşkın)/iuy,
        "over",
      ],
      [/(?:(?:\s\p{L}+)?['’]?[dt][ae]n|(?<=[dt][ae]n))\s(?:az|küçük)/iuy, "under"],
      [/\s(?:civarında|kadar|dolayında)(?!\p{L})/iuy, "about"],
    ],
  },
  ranges: {
    to: /^\s(?:ile|ila)\s$/,
    between: {joins: /^\s(?:ile|ila|ve)\s$/, behind: /^\p{L}*\saras[ıi]/u},
    and: "ve",
    or: "veya",
  },
  reading: /okuma/i,
  asOf: {before: /(?:itibarıyla|itibariyle)/iu, behind: /itibar/iu},
  written: {"basis-points": "baz puan", points: "puan", days: "gün"},
};
