import type {CheckLanguage} from "../../src/check/language.ts";
import type {Hedge} from "../../src/check/numbers/mention.ts";
import type {NumeralForm} from "../../src/check/numbers/numerals.ts";
import type {Customs} from "../../src/format/customs.ts";
import type {Languages} from "../../src/languages/index.ts";
import type {Language} from "../../src/narrative/language.ts";
import {type Cipher, cipherOf} from "./cipher.ts";

/** A made-up language: another's in a cipher, with the numbers, months and clock of a third. */
export function disguised(
  real: string,
  {words, check}: Languages,
  {code, name, customs}: {readonly code: string; readonly name: string; readonly customs: Customs},
): {readonly words: Language; readonly check: CheckLanguage} {
  const cipher = cipherOf(real);
  const [own, read] = [words[real], check.find(one => one.code === real)];
  if (!own || !read) throw new Error(`there is no language ${real} to disguise`);
  return {
    // Its running text is worded already; it spells no sign of its own.
    words: {...told(own, cipher), locale: code, customs, inProse: text => text},
    check: {...disguisedCheck(read, cipher, customs), code, name, customs},
  };
}

/** What stands in a text and is no word of its language: ids, names, kinds, numbers as they are printed. */
const noWords = new Set(
  "kind align href figure date print name quoted cited locale id customs code".split(" "),
);

/** What a chart says. The rest of it is data. */
const chartWords = new Set(["labels", "description", "watermark"]);

/** Whatever a language says, in the cipher: its words, and what its functions give back. */
function told<Told>(said: Told, cipher: Cipher): Told {
  return changed(said, cipher.words, value =>
    typeof value === "function"
      ? (...given: unknown[]) =>
          told(
            (value as (...given: unknown[]) => unknown)(...given.map(one => worded(one, cipher))),
            cipher,
          )
      : undefined,
  );
}

/** A pen that is given words of the language prints them in the cipher. */
function worded(given: unknown, cipher: Cipher): unknown {
  if (typeof given !== "object" || given === null || !("pen" in given)) return given;
  const pen = given.pen as {worded: (figure: unknown, words: string) => unknown};
  return {
    ...given,
    pen: {
      ...pen,
      worded: (figure: unknown, words: string) => pen.worded(figure, cipher.words(words)),
    },
  };
}

function disguisedCheck(read: CheckLanguage, cipher: Cipher, customs: Customs): CheckLanguage {
  const changedCheck = changed(read, cipher.pattern, value => {
    if (value instanceof RegExp) return new RegExp(cipher.pattern(value.source), value.flags);
    if (isForm(value)) return formIn(value, cipher);
    if (isHedge(value))
      return [new RegExp(cipher.pattern(value[0].source), value[0].flags), value[1]];
    return undefined;
  });
  return {
    ...changedCheck,
    numbers: {
      ...changedCheck.numbers,
      moments: {...changedCheck.numbers.moments, months: monthsOf(customs), ordinal: "\\."},
      scales: {tight: {}, loose: {}},
    },
    directions: {...changedCheck.directions, verb: read.directions.verb},
    claims: {
      ...changedCheck.claims,
      cause: {...changedCheck.claims.cause, reason: read.claims.cause.reason},
    },
  };
}

/** As they stand behind a day. */
function monthsOf({days}: Customs): string[][] {
  const format = new Intl.DateTimeFormat(days, {day: "numeric", month: "long", timeZone: "UTC"});
  return Array.from({length: 12}, (_, month) =>
    format
      .formatToParts(Date.UTC(2025, month, 1))
      .flatMap(({type, value}) => (type === "month" ? [value] : [])),
  );
}

const isHedge = (value: unknown): value is [RegExp, Hedge] =>
  Array.isArray(value) && value[0] instanceof RegExp && typeof value[1] === "string";

const isForm = (value: unknown): value is NumeralForm =>
  typeof value === "object" && value !== null && "form" in value && "read" in value;

/** A number in words is read as that of which it is the cipher. */
const formIn = ({form, read}: NumeralForm, {pattern, plain}: Cipher): NumeralForm => ({
  form: new RegExp(pattern(form.source), form.flags),
  read: (found, before) =>
    read(
      Object.assign(
        [...found].map(part => part && plain(part)),
        {
          index: found.index,
          input: found.input,
        },
      ) as RegExpExecArray,
      plain(before),
    ),
});

/** The same with every string changed. */
function changed<Value>(
  value: Value,
  change: (text: string) => string,
  other: (value: unknown) => unknown,
): Value {
  const replaced = other(value);
  if (replaced !== undefined) return replaced as Value;
  if (typeof value === "string") return change(value) as Value;
  if (Array.isArray(value)) return value.map(one => changed(one, change, other)) as Value;
  if (typeof value !== "object" || value === null) return value;
  const isData = (key: string) =>
    "labels" in value && "kind" in value ? !chartWords.has(key) : noWords.has(key);
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      isData(key) ? one : changed(one, change, other),
    ]),
  ) as Value;
}
