import type {CorrectionSummary} from "../../../api/publicationShapes.ts";
import type {DraftSummary} from "../../../api/shapes.ts";
import {Act} from "../../frame/act.tsx";
import {may, session} from "../../session/session.ts";
import {lately} from "../../words/instants.ts";
import {inLocale} from "../../words/locale.ts";
import {useReview} from "../judge/review.ts";
import {isSameText} from "./acts.ts";
import {Told} from "./told.tsx";
import {usePublishActs} from "./usePublishActs.ts";
import {words} from "./words.ts";

/** A correction or a retraction that is neither approved nor taken back. */
export function InProgress({
  correction,
  draft,
}: {
  readonly correction: CorrectionSummary;
  readonly draft: DraftSummary;
}) {
  const w = inLocale(words);
  const {room, publishing, revisions, said} = useReview();
  const {id, kind, reason, by, at} = correction;
  const retracts = kind === "retracted";
  const out = publishing.publications.value.value?.releases.at(-1);
  const all = revisions.value.value?.revisions ?? [];
  const changed = !isSameText(all, out?.revision, room.revision.value);
  const approve = usePublishActs(draft).find(one => one.kind === "approve-correction");
  return (
    <section class="sec in-progress">
      <header>
        <h3>{retracts ? w.retractionInProgress : w.correctionInProgress}</h3>
        <p>{w.kinds[kind]}</p>
      </header>
      <ol class="line-steps">
        <li>
          <b>{w.askedFor}</b>
          {w.whenBy(lately(at), by)}
        </li>
        {!retracts && (
          <li class={changed ? undefined : "now"}>
            <b>{w.textCorrected}</b>
            {changed ? `r${room.revision.value}` : w.inEditor}
          </li>
        )}
        <li class={changed || retracts ? "now" : "todo"}>
          <b>{w.approval}</b>
          {session.value?.solo ? w.byYou : w.byAnother}
        </li>
        <li class="todo">
          <b>{w.sent}</b>
          {w.sameAddress}
        </li>
      </ol>
      <Told correction={correction} language={draft.locale} />
      {!retracts && (
        <p class="below">
          {w.reason}: {reason}
        </p>
      )}
      {may("publisher") && (
        <div class="acts below">
          {approve && (
            <button
              class={`btn sm${approve.why ? "" : " main"}`}
              type="button"
              aria-disabled={approve.why !== undefined}
              onClick={approve.act}
            >
              {approve.says}
            </button>
          )}
          <Act
            says={w.takeBack}
            act={async () => {
              await publishing.takeBack(id);
              said.value = w.calledOff;
              // This button is gone with it.
              document.getElementById("tab-out")?.focus();
            }}
          />
          {approve?.why && <span class="small soft">{approve.why}</span>}
        </div>
      )}
      {may("publisher") && !retracts && <p class="small soft below">{w.takeBackCosts}</p>}
    </section>
  );
}
