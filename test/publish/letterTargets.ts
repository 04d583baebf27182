import {mail} from "../../src/publish/mail.ts";
import {setOf} from "./room.ts";

export interface LetterSettings {
  readonly url: string;
  readonly to: readonly string[];
}

/** Mail to a list, for processes that are killed. */
export const targetsOf = (settings: unknown) => {
  const {url, to} = settings as LetterSettings;
  const wish = {
    kind: "mail" as const,
    smtpFrom: "SMTP_URL",
    from: "notes@example.org",
    to: [...to],
  };
  const effects = {
    env: {SMTP_URL: url},
    house: {name: "Assay", disclosures: {}},
    folder: "/",
    now: () => new Date(),
    timeoutMs: 5000,
  };
  return setOf({letters: mail("letters", wish, effects)});
};
