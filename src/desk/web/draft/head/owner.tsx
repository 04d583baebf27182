import {useSignal} from "@preact/signals";
import {Why} from "../../frame/failure.tsx";
import {may, session} from "../../session/session.ts";
import {inLocale} from "../../words/locale.ts";
import {useReview} from "../judge/review.ts";
import {HandOver} from "./handOver.tsx";
import {words} from "./words.ts";

/** Who has it, and to whom it can go. */
export function Owner({assignee}: {readonly assignee: string | undefined}) {
  const w = inLocale(words);
  const review = useReview();
  const failure = useSignal<Error>();
  const me = session.value?.name ?? "";
  const mine = assignee === me;
  const give = (to: string | null) => {
    failure.value = undefined;
    review.assign(to).catch((error: Error) => {
      failure.value = error;
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
          <HandOver assignee={assignee} give={give} />
        </>
      )}
      {failure.value && (
        <span class="red" role="alert">
          <Why error={failure.value} />
        </span>
      )}
    </span>
  );
}
