import {reasonWords} from "../languages/reasons.ts";
import {type DeskLocale, deskLocales} from "../model/deskLocale.ts";
import type {PublicationReason} from "../model/publicationReason.ts";
import type {Of} from "../model/reasonWords.ts";

/** Why a publication is as it is, in words; `quotes` are in the words of the target or the program, in English or its own language. */
export interface ReasonInWords {
  readonly text: string;
  readonly quotes?: string;
}

/**
 * What helps against a refusal.
 *
 * @example remedyIn("en", {remedy: "mend", key: "KEY"}) // "Mend what it says, then give the same order again"
 */
export const remedyIn = (
  locale: DeskLocale,
  {remedy, key, minutes = 0}: Pick<Of<"answered">, "remedy" | "key" | "minutes">,
): string => reasonWords[locale].remedies[remedy](key, minutes);

export function reasonIn(locale: DeskLocale, reason: PublicationReason): ReasonInWords {
  const w = reasonWords[locale];
  const quoting = (quotes: string) => (quotes === "" ? {} : {quotes});
  switch (reason.code) {
    case "foreign":
      return {text: w.foreign(reason)};
    case "receivers":
      return {text: w.receivers(reason)};
    case "answered":
      return {
        text: `${w.answered(reason.label, reason.status)}. ${remedyIn(locale, reason)}`,
        ...quoting(reason.said),
      };
    case "silent":
      return {text: w.silent(reason.label, w.silences[reason.why]), ...quoting(reason.said)};
    case "unread":
    case "failed":
      return {text: w[reason.code], ...quoting(reason.says)};
    default:
      return {text: w.fixed[reason.code]};
  }
}

/**
 * In one English line, for mail and terminals.
 *
 * @example reasonText({code: "unread", says: "it is away"}) // "it was not read back yet: “it is away”"
 * @example reasonText({code: "failed", says: "it is away"}) // "it is away"
 */
export function reasonText(reason: PublicationReason): string {
  const {text, quotes} = reasonIn(deskLocales[0], reason);
  if (quotes === undefined) return text;
  return text === "" ? quotes : `${text}: “${quotes}”`;
}
