import {Said} from "../../frame/failure.tsx";
import {may} from "../../session/session.ts";
import {inUtc} from "../../words/instants.ts";
import {inLocale} from "../../words/locale.ts";
import {useReview} from "../judge/review.ts";
import {regenerating} from "./regenerating.ts";
import {words} from "./words.ts";

/** That there are newer figures, with the offer to take them; and how taking them goes. */
export function StaleBanner() {
  const w = inLocale(words);
  const review = useReview();
  const draft = review.room.draft.value.value;
  if (!draft) return null;
  const how = regenerating.value.get(draft.id);
  if (!how && !draft.stale) return null;
  const bad = how?.kind === "failed";
  return (
    <div class={`banner ${bad ? "red" : "amber"}`} role="status">
      <p>
        {how?.kind === "under" ? (
          w.under
        ) : how?.kind === "done" ? (
          w.done(how.revision)
        ) : how?.kind === "failed" ? (
          <>
            {w.failedRun} <Said says={how.why} />
          </>
        ) : (
          <>
            <b>{w.stale}</b>{" "}
            {draft.stale?.newest
              ? w.newest(inUtc(draft.stale.newest))
              : draft.stale && w.since(inUtc(draft.stale.since))}
          </>
        )}
      </p>
      {may("writer") && (!how || bad) && (
        <div class="acts">
          <button
            class="btn sm"
            type="button"
            onClick={() => {
              review.over.value = "regenerate";
            }}
          >
            {w.regenerate} …
          </button>
        </div>
      )}
    </div>
  );
}
