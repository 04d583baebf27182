import type {DraftSummary} from "../../../api/shapes.ts";
import {Why} from "../../frame/failure.tsx";
import {inLocale} from "../../words/locale.ts";
import {useActions} from "../head/useActions.ts";
import {words as headWords} from "../head/words.ts";
import {useReview} from "../judge/review.ts";
import {usePublishActs} from "../publish/usePublishActs.ts";
import {words} from "./words.ts";

/** What is done most, under the thumb. */
export function PhoneActs({draft}: {readonly draft: DraftSummary}) {
  const w = inLocale(words);
  const head = inLocale(headWords);
  const review = useReview();
  const {actions, act, failure} = useActions(draft);
  const changes = actions.find(({kind}) => kind === "changes");
  const send = actions.find(({kind}) => kind === "send");
  const approve = actions.find(({kind}) => kind === "approve");
  const [first] = usePublishActs(draft);
  const next = approve || first?.kind === "elsewhere" ? undefined : first;
  const found = (approve ?? send)?.why;
  const why = found ? head.why(found) : next?.why;
  const back = changes ?? send;
  return (
    <section class="phone-acts" aria-label={w.nextStep}>
      {(failure || why) && (
        <p class={`small ${failure ? "red" : "soft"}`} id="phone-why">
          {failure ? <Why error={failure} /> : why}
        </p>
      )}
      {back && (
        <button
          class="btn"
          type="button"
          aria-disabled={back.why !== undefined}
          onClick={() => void act(back)}
        >
          {back.kind === "send"
            ? head.send
            : draft.state === "approved"
              ? head.takeBack
              : head.changes}
        </button>
      )}
      {review.item.value ? (
        <button class="btn" type="button" onClick={review.accept}>
          {w.acceptNext}
        </button>
      ) : (
        <button class="btn" type="button" onClick={() => review.step(1)}>
          {w.judge}
        </button>
      )}
      {approve && (
        <button
          class={`btn${approve.why ? "" : " main"}`}
          type="button"
          aria-disabled={approve.why !== undefined}
          aria-describedby={why && "phone-why"}
          onClick={() => void act(approve)}
        >
          {head.approve}
        </button>
      )}
      {next && (
        <button
          class={`btn${next.why || next.kind === "correct" ? "" : " main"}`}
          type="button"
          aria-disabled={next.why !== undefined}
          aria-describedby={next.why && "phone-why"}
          onClick={next.act}
        >
          {next.says}
        </button>
      )}
    </section>
  );
}
