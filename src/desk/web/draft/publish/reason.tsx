import type {PublicationReason} from "../../../../model/publicationReason.ts";
import {reasonIn} from "../../../../publish/reasonWords.ts";
import {locale} from "../../words/locale.ts";

/** Why a publication is as it is, in the page's language; what is quoted stays as it was said. */
export function Reason({reason}: {readonly reason: PublicationReason}) {
  const {text, quotes} = reasonIn(locale.value, reason);
  return (
    <>
      {capital(text)}
      {quotes !== undefined && (
        <>
          {text !== "" && ": "}
          <span lang="en">{text === "" ? capital(quotes) : `“${quotes}”`}</span>
        </>
      )}
    </>
  );
}

const capital = (text: string) =>
  text.replace(/^\p{Ll}/u, letter => letter.toLocaleUpperCase(locale.value));
