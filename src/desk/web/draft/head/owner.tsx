import {useSignal} from "@preact/signals";
import {may, session} from "../../session/session.ts";
import {inLocale} from "../../words/locale.ts";
import {useReview} from "../judge/review.ts";
import {words} from "./words.ts";

/** Who has it, and to whom it can go. */
export function Owner({assignee}: {readonly assignee: string | undefined}) {
  const w = inLocale(words);
  const review = useReview();
  const failure = useSignal("");
  const naming = useSignal(false);
  const me = session.value?.name ?? "";
  const mine = assignee === me;
  const give = (to: string | null) => {
    naming.value = false;
    failure.value = "";
    review.assign(to).catch((error: Error) => {
      failure.value = error.message;
    });
  };
  return (
    <span class="owner">
      {assignee === undefined ? w.withNobody : w.with(mine ? w.you : assignee)}
      {may("writer") && (
        <>
          <button class="link" type="button" onClick={() => give(mine ? null : me)}>
            {mine ? w.giveBack : w.take}
          </button>
          {mine && !naming.value && (
            <button
              class="link"
              type="button"
              onClick={() => {
                naming.value = true;
              }}
            >
              {w.handOver}
            </button>
          )}
          {mine && naming.value && (
            <input
              class="name"
              aria-label={w.toWhom}
              placeholder={w.toWhom}
              maxLength={60}
              ref={input => input?.focus()}
              onKeyDown={event => {
                const name = event.currentTarget.value.trim();
                if (event.key === "Escape") naming.value = false;
                else if (event.key === "Enter" && name !== "") give(name);
              }}
            />
          )}
        </>
      )}
      {failure.value && (
        <span class="red" role="alert">
          {failure.value}
        </span>
      )}
    </span>
  );
}
