import {dayAndTime, inUtc, readersZone} from "../../words/instants.ts";
import {inLocale} from "../../words/locale.ts";
import {useReview} from "../judge/review.ts";
import {OutNote} from "../publish/outNote.tsx";
import {Actions} from "./actions.tsx";
import {lapseOf} from "./lapse.ts";
import {Owner} from "./owner.tsx";
import {SavingMark} from "./savingMark.tsx";
import {StateMark} from "./stateMark.tsx";
import {words} from "./words.ts";

/** What draft this is, how it stands, and what can be done with it. */
export function Head() {
  const w = inLocale(words);
  const review = useReview();
  const {room} = review;
  const draft = room.draft.value.value;
  const number = room.revision.value ?? draft?.revision;
  const newest = review.revisions.value.value?.revisions.find(one => one.number === number);
  const lapse =
    draft &&
    lapseOf({
      state: draft.state,
      approvals: review.approvals.value.value?.approvals ?? [],
      unsaved: room.saving.value.kind !== "saved",
      sha256: newest?.sha256,
    });
  return (
    <div class="draft-head">
      <a class="icon back" href="/">
        <span class="away">{w.back}</span>
        <svg class="i" viewBox="0 0 16 16" aria-hidden="true">
          <path d="M10 3.5L5.5 8L10 12.5" />
        </svg>
      </a>
      <div class="main-col">
        <h1 tabIndex={-1} title={draft?.title} lang={draft?.locale}>
          {draft?.title ?? "…"}
        </h1>
        {draft && (
          <div class="facts">
            <StateMark state={draft.state} />
            {number !== undefined && <span>{w.by(number, newest?.author)}</span>}
            <SavingMark saving={room.saving.value} />
            <Owner assignee={draft.assignee} />
            <span>
              {draft.symbol} · {w.asOf(inUtc(draft.asOf))}
              {readersZone !== "UTC" && ` (${w.here(dayAndTime(draft.asOf))})`}
              {draft.edition && ` · ${draft.edition}`}
            </span>
            <span class="amber" role="status">
              {lapse && w.lapse[lapse.kind](lapse.revision)}
            </span>
            <OutNote draft={draft} />
            <span class="away" role="status">
              {review.said.value}
            </span>
          </div>
        )}
      </div>
      {draft && <Actions draft={draft} />}
    </div>
  );
}
