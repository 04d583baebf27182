import {useSignal} from "@preact/signals";
import {useEffect, useRef} from "preact/hooks";
import {mayMove} from "../../../../model/review.ts";
import {Why} from "../../frame/failure.tsx";
import {Key} from "../../frame/key.tsx";
import {session} from "../../session/session.ts";
import {inLocale} from "../../words/locale.ts";
import {ConfirmKey} from "../confirmKey.tsx";
import type {Passage} from "../passage.ts";
import type {Item} from "./queue.ts";
import {useReview} from "./review.ts";
import {words} from "./words.ts";

/** A comment on an item's passage; to mend it, the draft goes back with it. */
export function RemarkForm({item, passage}: {readonly item: Item; readonly passage: Passage}) {
  const w = inLocale(words);
  const review = useReview();
  const mend = review.writing.value === "mend";
  const text = useSignal(mend && item.fault ? item.fault.reason : "");
  const failure = useSignal<Error>();
  const busy = useSignal(false);
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => area.current?.select(), []);
  const state = review.room.draft.value.value?.state;
  const role = session.value?.role;
  const goesBack = mend && state !== undefined && role && mayMove(state, "changes-asked", role).may;
  const leave = () => {
    review.writing.value = undefined;
    document.getElementById(`judge-${item.id}`)?.focus();
  };
  async function send() {
    const said = text.value.trim();
    if (said === "" || busy.value) return;
    busy.value = true;
    failure.value = undefined;
    try {
      await review.comment(passage, said);
      if (goesBack) await review.move("changes-asked", {reason: said});
      leave();
    } catch (error) {
      failure.value = error as Error;
    } finally {
      busy.value = false;
    }
  }
  return (
    <form
      class="remark"
      onSubmit={event => {
        event.preventDefault();
        void send();
      }}
      onKeyDown={event => {
        if (event.key === "Escape") leave();
        else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void send();
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <label for="remark">{w.remark}</label>
      <textarea
        id="remark"
        ref={area}
        value={text.value}
        aria-invalid={failure.value !== undefined}
        aria-describedby={failure.value ? "remark-failure" : undefined}
        onInput={({currentTarget}) => {
          text.value = currentTarget.value;
        }}
      />
      {failure.value && (
        <p id="remark-failure" class="red small" role="alert">
          <Why error={failure.value} />
        </p>
      )}
      <div class="acts">
        <button class="btn sm" type="submit" aria-disabled={busy.value}>
          {goesBack ? w.sendAndAsk : w.send} <ConfirmKey />
        </button>
        <button class="btn sm plain" type="button" onClick={leave}>
          {w.notYet} <Key of="esc" />
        </button>
        {goesBack && <span class="small soft">{w.mendCosts}</span>}
      </div>
    </form>
  );
}
