export const shortestPassword = 12;
export const longestPassword = 128;

/** Whose password it is to be: what is easily guessed of them. */
export interface PasswordOf {
  readonly name: string;
  readonly email: string;
}

/**
 * What is wrong with a password, as what it must be; undefined where nothing is. Length is counted
 * in characters as people see them, and nothing is asked of their kinds.
 *
 * @example passwordFault("correct battery staple", {name: "Ayşe", email: "ayse@example.org"}) // undefined
 * @example passwordFault("short", {name: "Ayşe", email: "ayse@example.org"}) // "must have at least 12 characters"
 * @example passwordFault("Password123456!", {name: "Ayşe", email: "ayse@example.org"}) // "must not be one of those that are tried first: take some words that nobody else puts together"
 */
export function passwordFault(password: string, {name, email}: PasswordOf): string | undefined {
  const length = [...password].length;
  if (length < shortestPassword) return `must have at least ${shortestPassword} characters`;
  if (length > longestPassword) return `must have at most ${longestPassword} characters`;
  const plain = folded(password);
  const [user = "", domain = ""] = email.split("@");
  const own = [...name.split(/\s+/), user, email, ...domain.split(".").slice(0, -1)]
    .map(folded)
    .filter(part => part.length >= 4);
  if (own.some(part => plain.includes(part)))
    return "must not have the name or the mail address in it";
  return isCommon(password)
    ? "must not be one of those that are tried first: take some words that nobody else puts together"
    : undefined;
}

/** What is put before and after a word for the sake of rules. */
const around = /^[^\p{L}]+|[^\p{L}]+$/gu;

/** In small letters, with the letters that digits and signs commonly stand for. */
const folded = (text: string) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[@4]/g, "a")
    .replace(/[$5]/g, "s")
    .replaceAll("0", "o")
    .replaceAll("3", "e")
    .replaceAll("1", "i");

/**
 * Lists of leaked passwords are mostly of a few words and rows of keys, with digits and signs around
 * them, and of what is counted up or repeated: without these little is left.
 */
const isCommon = (password: string): boolean =>
  short(withoutWords(password.toLowerCase())) ||
  isDressed(password.toLowerCase()) ||
  isDressed(folded(password.replace(around, "")));

/** A common word, and nothing else that is a letter. */
function isDressed(plain: string): boolean {
  const rest = withoutWords(plain);
  return rest !== plain && short(rest.replace(/[^\p{L}]/gu, ""));
}

const withoutWords = (plain: string) =>
  common.reduce((text, word) => text.replaceAll(word, ""), plain);

const short = (text: string): boolean =>
  [...text.replace(/(.+?)\1+/gu, "$1")].filter(counts).length < 4;

/** Whether a character says more than that one goes on from the one before, as in 1234 and aaaa. */
const counts = (sign: string, at: number, all: readonly string[]): boolean =>
  Math.abs((sign.codePointAt(0) ?? 0) - (all[at - 1]?.codePointAt(0) ?? -9)) > 1;

/** The longer first, so that none is left in parts of another. */
const common: readonly string[] = [
  ...["password", "passwort", "passw", "parola", "sifre", "şifre", "qwertyuiop", "qwertzuiop"],
  ...["azertyuiop", "asdfghjkl", "zxcvbnm", "qwerty", "qwertz", "azerty", "asdfgh", "asdf", "zxcv"],
  ...["iqaz", "qaz", "wsx", "edc", "abcdefghijklm", "abcdefgh", "abcdef", "abcd", "abc", "welcome"],
  ...["administrator", "admin", "letmein", "login", "master", "monkey", "dragon", "football"],
  ...["baseball", "iloveyou", "princess", "sunshine", "superman", "batman", "trustno", "shadow"],
  ...["michael", "jennifer", "jordan", "hunter", "ranger", "charlie", "summer", "winter", "spring"],
  ...[
    "autumn",
    "secret",
    "changeme",
    "change",
    "default",
    "guest",
    "test",
    "user",
    "root",
    "hello",
  ],
  ...["starwars", "pokemon", "whatever", "freedom", "computer", "internet", "bitcoin", "ethereum"],
  ...["crypto", "assay", "istanbul", "galatasaray", "fenerbahce", "besiktas", "turkiye", "london"],
]
  .map(folded)
  .sort((a, b) => b.length - a.length);
