import {useSignal} from "@preact/signals";
import {useEffect, useRef} from "preact/hooks";
import type {Comment} from "../../../api/reviewShapes.ts";
import {Why} from "../../frame/failure.tsx";
import {Key} from "../../frame/key.tsx";
import {may} from "../../session/session.ts";
import {lately} from "../../words/instants.ts";
import {inLocale} from "../../words/locale.ts";
import {ConfirmKey} from "../confirmKey.tsx";
import type {Passage, Room} from "../room.ts";
import {commentWords} from "./commentWords.ts";
import {foldedOf} from "./foldedOf.ts";
import {remark, resolve} from "./remarks.ts";

const shortened = (quote: string) => (quote.length > 60 ? `${quote.slice(0, 60)}…` : quote);

interface Given {
  readonly room: Room;
  readonly comment: Comment;
  /** Opens a field for the answer; none where there is no place for one. */
  readonly answer?: () => void;
}

/** A comment, under the line that it is on. */
export function CommentBlock({room, comment, answer}: Given) {
  const w = inLocale(commentWords);
  const failed = useSignal<Error>();
  const {id, author, anchor, at, text} = comment;
  const settle = () =>
    resolve(room, id, true).catch((error: Error) => {
      failed.value = error;
    });
  return (
    <aside class="note-block" aria-label={w.label(shortened(anchor.quote))}>
      <header>
        <span>
          <b>{author}</b> {w.on(shortened(anchor.quote))} · {lately(at)}
        </span>
      </header>
      <CommentText text={text} />
      {may("writer") && (
        <div class="acts">
          {answer && (
            <button class="btn sm plain" type="button" onClick={answer}>
              {w.answer}
            </button>
          )}
          <button class="btn sm plain" type="button" onClick={() => void settle()}>
            {w.settled}
          </button>
        </div>
      )}
      {failed.value && (
        <p class="small red" role="alert">
          {w.failed} <Why error={failed.value} />
        </p>
      )}
    </aside>
  );
}

/** A long one shows its beginning. */
function CommentText({text}: {readonly text: string}) {
  const w = inLocale(commentWords);
  const opened = useSignal(false);
  const folded = foldedOf(text);
  if (folded === undefined) return <p>{text}</p>;
  return (
    <>
      <p>{opened.value ? text : folded}</p>
      <button
        class="btn sm plain"
        type="button"
        aria-expanded={opened.value}
        onClick={() => {
          opened.value = !opened.value;
        }}
      >
        {opened.value ? w.fold : w.unfold}
      </button>
    </>
  );
}

interface NewGiven {
  readonly room: Room;
  /** Where it stands by now. */
  readonly place: () => Passage | undefined;
  readonly quote: string;
  readonly close: () => void;
}

/** A field for a comment on a passage. */
export function NewComment({room, place, quote, close}: NewGiven) {
  const w = inLocale(commentWords);
  const field = useRef<HTMLTextAreaElement>(null);
  const says = useSignal<Error | string>("");
  useEffect(() => field.current?.focus(), []);
  async function send() {
    const words = field.current?.value.trim() ?? "";
    const passage = place();
    if (words === "" || !passage) return;
    if (room.saving.peek().kind !== "saved") {
      says.value = w.unsaved;
      return;
    }
    says.value = w.sending;
    try {
      await remark(room, passage, words);
      close();
    } catch (error) {
      says.value = error as Error;
    }
  }
  return (
    <form
      class="note-block new"
      onSubmit={event => {
        event.preventDefault();
        void send();
      }}
      onKeyDown={event => {
        if (event.key === "Escape") close();
        else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void send();
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <label>
        {w.label(shortened(quote))}
        <textarea ref={field} rows={3} maxLength={5_000} />
      </label>
      <div class="acts">
        <button class="btn sm" type="submit">
          {w.send} <ConfirmKey />
        </button>
        <button class="btn sm plain" type="button" onClick={close}>
          {w.notNow} <Key of="esc" />
        </button>
      </div>
      <p class="small" role="status">
        {typeof says.value === "string" ? (
          says.value
        ) : (
          <>
            {w.failed} <Why error={says.value} />
          </>
        )}
      </p>
    </form>
  );
}
