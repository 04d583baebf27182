import type {DeskLocale} from "../../../model/deskLocale.ts";
import type {PublicationQuestion, PublicationState} from "../../../model/publication.ts";

interface Words {
  readonly states: Readonly<Record<PublicationState, string>>;
  /** What a person is asked, in a few words. */
  readonly asks: Readonly<Record<PublicationQuestion, string>>;
}

/** How it is said how far a note has come at a target. */
export const publicationWords: Readonly<Record<DeskLocale, Words>> = {
  en: {
    states: {
      planned: "Planned",
      sending: "Being sent",
      unknown: "Not known",
      published: "Published",
      differs: "Differs",
      refused: "Refused",
      left: "Left as it is",
      withdrawn: "Taken back",
    },
    asks: {
      again: "removed there",
      overwrite: "changed there",
      late: "overdue",
      outcome: "sent or not?",
    },
  },
  tr: {
    states: {
      planned: "Planlandı",
      sending: "Gönderiliyor",
      unknown: "Belli değil",
      published: "Yayımlandı",
      differs: "Farklı",
      refused: "Reddedildi",
      left: "Oradaki hâliyle",
      withdrawn: "Geri alındı",
    },
    asks: {
      again: "orada silinmiş",
      overwrite: "orada değiştirilmiş",
      late: "günü geçmiş",
      outcome: "gitti mi belli değil",
    },
  },
};

interface Standing {
  readonly target: string;
  readonly state: PublicationState;
  readonly asks?: PublicationQuestion | undefined;
}

/** What a person is to look at, the wrong before the doubtful. */
export interface Amiss extends Standing {
  readonly colour: "red" | "amber";
}

/**
 * Where something of a note is not out as it should be.
 *
 * @example amissOf([{target: "site", state: "published"}, {target: "blog", state: "unknown"}]) // [{"target": "blog", "state": "unknown", "colour": "amber"}]
 */
export const amissOf = (publications: readonly Standing[] = []): Amiss[] =>
  publications
    .filter(
      ({state, asks}) =>
        state === "refused" || state === "differs" || state === "unknown" || asks !== undefined,
    )
    .map(one => ({
      ...one,
      colour: isWrong(one) ? ("red" as const) : ("amber" as const),
    }))
    .toSorted((a, b) => Number(b.colour === "red") - Number(a.colour === "red"));

const isWrong = ({state}: Standing) => state === "refused" || state === "differs";

/** What is amiss, in few words. */
export const amissInWords = (
  {target, state, asks}: Standing,
  {states, asks: questions}: Words,
  language: DeskLocale,
): string => `${target}: ${asks ? questions[asks] : states[state].toLocaleLowerCase(language)}`;
