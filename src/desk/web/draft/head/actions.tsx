import {useLocation} from "preact-iso";
import {takesEdits} from "../../../../model/review.ts";
import type {DraftSummary} from "../../../api/shapes.ts";
import {Why} from "../../frame/failure.tsx";
import {may} from "../../session/session.ts";
import {inLocale} from "../../words/locale.ts";
import {ConfirmKey} from "../confirmKey.tsx";
import {useReview} from "../judge/review.ts";
import {usePublishActs} from "../publish/usePublishActs.ts";
import type {Action} from "./standing.ts";
import {useActions, useApproveKey} from "./useActions.ts";
import {words} from "./words.ts";

/** What can be done with the draft, and why not. */
export function Actions({draft}: {readonly draft: DraftSummary}) {
  const w = inLocale(words);
  const {actions, act, failure} = useActions(draft);
  const approve = actions.find(({kind}) => kind === "approve");
  const outward = usePublishActs(draft);
  const [first] = outward;
  // What is done next; the others are rarer, and in the menu.
  const next = first?.kind === "elsewhere" ? undefined : first;
  useApproveKey(() => {
    if (approve) void act(approve);
    else next?.act();
  }, [approve?.why?.kind, draft.state, next?.kind, next?.why]);
  const loud = actions.filter(({kind}) => kind !== "drop");
  const found = loud.find(one => one.why)?.why;
  const why = found ? w.why(found) : next?.why;
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
            {why}
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
      {next && (
        <button
          key={next.kind}
          class={`btn${next.why || next.kind === "correct" ? "" : " main"}`}
          type="button"
          aria-disabled={next.why !== undefined}
          aria-describedby={next.why && "why-not"}
          onClick={next.act}
        >
          {next.says} {!next.why && next.kind !== "correct" && <ConfirmKey />}
        </button>
      )}
      <More
        draft={draft}
        drop={actions.find(({kind}) => kind === "drop")}
        outward={outward.filter(one => one !== next)}
      />
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

function More({
  draft,
  drop,
  outward,
}: {
  readonly draft: DraftSummary;
  readonly drop: Action | undefined;
  readonly outward: ReturnType<typeof usePublishActs>;
}) {
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
        {outward.map(({kind, says, act}) => (
          <button
            key={kind}
            type="button"
            onClick={() => {
              close();
              act();
            }}
          >
            {says}
          </button>
        ))}
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
