import {useEffect, useMemo} from "preact/hooks";
import type {Events} from "../../../api/reviewShapes.ts";
import {askJson} from "../../api.ts";
import {Why} from "../../frame/failure.tsx";
import {resource} from "../../resource.ts";
import {inLocale} from "../../words/locale.ts";
import {useReview} from "../judge/review.ts";
import {HistoryStep} from "./historyStep.tsx";
import {storyOf} from "./story.ts";
import {words} from "./words.ts";

/** Who did what to the draft when, newest first. */
export function History() {
  const w = inLocale(words);
  const review = useReview();
  const {room, revisions} = review;
  const events = useMemo(
    () =>
      resource(stop =>
        askJson<Events>(`/api/drafts/${encodeURIComponent(room.id)}/events?limit=200`, {
          signal: stop,
        }),
      ),
    [room],
  );
  const state = room.draft.value.value?.state;
  const assignee = room.draft.value.value?.assignee;
  useEffect(() => void events.refresh(), [events, room.revision.value, state, assignee]);
  const failure = events.failure.value ?? revisions.failure.value;
  const [done, texts] = [events.value.value?.events, revisions.value.value?.revisions];
  return (
    <div class="history-view">
      <h3 class="away">{w.title}</h3>
      {failure && (
        <p class="red" role="alert">
          {w.failed} <Why error={failure} />
        </p>
      )}
      {done && texts ? (
        <ol class="story">
          {storyOf(texts, done).map(step => (
            <HistoryStep key={step.key} step={step} newest={texts[0]?.number} />
          ))}
        </ol>
      ) : (
        !failure && <p class="soft">{w.loading}</p>
      )}
    </div>
  );
}
