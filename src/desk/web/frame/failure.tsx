import {Refused, Unreachable} from "../api.ts";
import {inLocale} from "../words/locale.ts";
import {refusalInWords} from "../words/refusals.ts";
import {words} from "./words.ts";

interface Props {
  readonly error: Error | undefined;
  readonly retry?: (() => void) | undefined;
  /** Something older is still shown. */
  readonly stale?: boolean;
}

/** That something could not be had, where it would stand, and what to do. */
export function Failure({error, retry, stale = false}: Props) {
  if (!error) return null;
  const w = inLocale(words).failure;
  return (
    <div class="failure" role="alert">
      <p>
        <b>{stale ? w.stale : w.missing}</b> <Why error={error} />
      </p>
      {retry && (
        <button class="btn sm" type="button" onClick={retry}>
          {w.again}
        </button>
      )}
    </div>
  );
}

/** Why the desk said no: in the page's words where it has some, and otherwise in its own, which are English. */
export function Why({error}: {readonly error: Error}) {
  const w = inLocale(words).failure;
  if (error instanceof Refused) return <Said says={error.message} />;
  if (error instanceof Unreachable) return <>{w.unreachable}</>;
  return <>{w.bug(error.message)}</>;
}

/** What the desk says, in the page's words where it has some. */
export function Said({says}: {readonly says: string}) {
  const {text, lang} = refusalInWords(says);
  return <span lang={lang}>{text}</span>;
}
