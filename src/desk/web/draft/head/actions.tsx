import {useLocation} from "preact-iso";
import {takesEdits} from "../../../../model/review.ts";
import type {DraftSummary} from "../../../api/shapes.ts";
import {Why} from "../../frame/failure.tsx";
import {may} from "../../session/session.ts";
import {inLocale} from "../../words/locale.ts";
import {ConfirmKey} from "../confirmKey.tsx";
import {useReview} from "../judge/review.ts";
import type {Action} from "./standing.ts";
import {useActions, useApproveKey} from "./useActions.ts";
import {words} from "./words.ts";

/** What can be done with the draft, and why not. */
export function Actions({draft}: {readonly draft: DraftSummary}) {
  const w = inLocale(words);
  const {actions, act, failure} = useActions(draft);
  const approve = actions.find(({kind}) => kind === "approve");
  useApproveKey(() => {
    if (approve) void act(approve);
  }, [approve?.why?.kind, draft.state]);
  const loud = actions.filter(({kind}) => kind !== "drop");
  const why = loud.find(one => one.why)?.why;
  const isApproved = draft.state === "approved";
  return (
    <section class="acts" aria-label={w.acts}>
      {failure ? (
        <span class="small red why" role="alert">
          {w.failed} <Why error={failure} />
        </span>
      ) : (
        why && (
          <span class="small soft why" id="why-not">
            {w.why(why)}
          </span>
        )
      )}
      {loud.map(action => (
        <ActionButton
          key={action.kind}
          action={action}
          label={action.kind === "changes" && isApproved ? w.takeBack : w[action.kind]}
          main={action.kind === (approve ? "approve" : "send")}
          act={() => void act(action)}
        />
      ))}
      <More draft={draft} drop={actions.find(({kind}) => kind === "drop")} />
    </section>
  );
}

export function ActionButton({
  action: {kind, why},
  label,
  main,
  act,
}: {
  readonly action: Action;
  readonly label: string;
  readonly main: boolean;
  readonly act: () => void;
}) {
  return (
    <button
      class={`btn${main && !why ? " main" : ""}`}
      type="button"
      aria-disabled={why !== undefined}
      aria-describedby={why && "why-not"}
      onClick={act}
    >
      {label} {kind === "approve" && !why && <ConfirmKey />}
    </button>
  );
}

function More({draft, drop}: {readonly draft: DraftSummary; readonly drop: Action | undefined}) {
  const w = inLocale(words);
  const review = useReview();
  const {query, path} = useLocation();
  const reads = query.view === "read";
  const close = () => document.getElementById("draft-more")?.hidePopover();
  return (
    <>
      <button class="btn more-btn" type="button" popovertarget="draft-more">
        {w.more}
      </button>
      <div id="draft-more" class="menu pick" popover="auto">
        <a href={reads ? path : `${path}?view=read`} onClick={close}>
          {reads ? w.writing : w.reading}
        </a>
        {may("writer") && takesEdits(draft.state) && (
          <button
            type="button"
            onClick={() => {
              close();
              review.over.value = "regenerate";
            }}
          >
            {w.regenerate}
          </button>
        )}
        {drop && (
          <button
            type="button"
            onClick={() => {
              close();
              review.over.value = "drop";
            }}
          >
            {w.drop}
          </button>
        )}
      </div>
    </>
  );
}
