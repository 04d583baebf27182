/** How a word sounds at its end, which is all that a suffix asks. */
export interface Sound {
  /** The last vowel: one of a, e, ı, i, o, ö, u, ü. */
  readonly vowel: string;
  readonly ends: "vowel" | "voiced" | "voiceless";
}

const units = ["sıfır", "bir", "iki", "üç", "dört", "beş", "altı", "yedi", "sekiz", "dokuz"];
const tens = ["", "on", "yirmi", "otuz", "kırk", "elli", "altmış", "yetmiş", "seksen", "doksan"];
const groups = ["", "bin", "milyon", "milyar", "trilyon"];

/** The last word of a whole number read aloud: "1304" → "dört", "3000" → "bin". */
export function lastNumberWord(digits: string): string {
  const number = digits.replace(/^0+/, "");
  if (number === "") return units[0]!;
  const zeros = /0*$/.exec(number)![0].length;
  const digit = Number(number.at(-1 - zeros));
  if (zeros >= 3) return groups[Math.floor(zeros / 3)] ?? "bin";
  if (zeros === 2) return "yüz";
  return zeros === 1 ? tens[digit]! : units[digit]!;
}

/** A word as Turkish spells it. */
export function soundOfWord(word: string): Sound {
  const letters = word.toLocaleLowerCase("tr");
  return {vowel: /[aeıioöuü](?=[^aeıioöuü]*$)/.exec(letters)?.[0] ?? "e", ends: endOf(letters)};
}

function endOf(letters: string): Sound["ends"] {
  if (/[aeıioöuü]$/.test(letters)) return "vowel";
  return /[fstkçşhpxq]$/.test(letters) ? "voiceless" : "voiced";
}

/** Of a number, a date or words: by the last word read aloud. */
export function soundOfPrint(print: string): Sound {
  const digits = /(\d[\d.]*)$/.exec(print)?.[1];
  if (digits) return soundOfWord(lastNumberWord(digits.replaceAll(".", "")));
  const word = /\p{L}+$/u.exec(print)?.[0] ?? "";
  return /^\p{Lu}{2,}$/u.test(word) ? soundOfName(word) : soundOfWord(word);
}

/** Names whose spelling does not say how Turks read them, by their last word, in small letters. */
const read: Readonly<Record<string, string>> = {
  avalanche: "avalanş",
  binance: "baynıns",
  blockchain: "blokçeyn",
  cash: "keş",
  chain: "çeyn",
  compound: "kompaund",
  computer: "kompiyutır",
  core: "kor",
  curve: "körv",
  dai: "day",
  doge: "doge",
  exchange: "eksçeync",
  finance: "finans",
  flare: "fleyr",
  game: "geym",
  immutable: "imutabıl",
  injective: "incektiv",
  jupiter: "cupiter",
  lighter: "laytır",
  maker: "meykır",
  near: "niır",
  network: "netvörk",
  protocol: "protokol",
  quant: "kuant",
  render: "rendır",
  ripple: "ripıl",
  rune: "run",
  sand: "send",
  sandbox: "sendboks",
  space: "speys",
  sky: "skay",
  trade: "treyd",
  tree: "tri",
  universe: "yunivörs",
  wallet: "volet",
  whale: "veyl",
  worldcoin: "vörldkoin",
  zcash: "zikeş",
};
/** Front vowels in spite of the spelling, as in "protokolü". */
const front: ReadonlySet<string> = new Set(["protocol", "protokol"]);
/** Capitals with a vowel that are spelled all the same. */
const spelled: ReadonlySet<string> = new Set([
  "etc",
  "eth",
  "icp",
  "inj",
  "okb",
  "abd",
  "imf",
  "utc",
  "usd",
  "eur",
  "usdt",
  "usdc",
  "usde",
  "usds",
  "usdd",
  "usdp",
  "ust",
  "ustc",
  "busd",
  "tusd",
  "gusd",
  "fdusd",
  "pyusd",
  "imx",
]);

/** A name from outside as Turks read it: as a word, or letter by letter where it has no vowel. */
export function soundOfName(name: string): Sound {
  const digits = /(\d+)\D*$/.exec(name);
  const word = /([\p{Script=Latin}\p{M}]+)[^\p{L}]*$/u.exec(name);
  if (digits && (!word || digits.index > word.index))
    return soundOfWord(lastNumberWord(digits[1]!));
  if (!word) return {vowel: "i", ends: "voiced"};
  const letters = latin(word[1]!);
  const capitals = /^\p{Lu}+$/u.test(word[1]!);
  if (!/[aeıioöuüy]/.test(letters) || (capitals && spelled.has(letters)))
    return soundOfLetter(letters.at(-1)!);
  if (front.has(letters)) return {vowel: "ö", ends: "voiced"};
  const known = read[letters];
  if (known) return soundOfWord(known);
  const heard = letters
    .replace(/([^aeıioöuü])y$/, "$1i")
    .replace(/c$/, "k")
    .replace(/([aeo])w$/, "$1u");
  return soundOfWord(heard);
}

const latin = (word: string) =>
  word
    .replaceAll("İ", "i")
    .toLowerCase()
    .normalize("NFD")
    .replace(/([ou]\u0308)|\p{M}/gu, "$1")
    .normalize("NFC");

/** By the letter's name: be, ce, de; iks and kü. */
function soundOfLetter(letter: string): Sound {
  if (letter === "x") return soundOfWord("iks");
  return letter === "q" ? soundOfWord("kü") : {vowel: "e", ends: "vowel"};
}
