import {useSignal} from "@preact/signals";
import {useEffect, useMemo} from "preact/hooks";
import type {Revision} from "../../../api/reviewShapes.ts";
import {askJson} from "../../api.ts";
import {Dialog} from "../../frame/dialog.tsx";
import {Why} from "../../frame/failure.tsx";
import {Key} from "../../frame/key.tsx";
import {resource} from "../../resource.ts";
import {session} from "../../session/session.ts";
import {inLocale} from "../../words/locale.ts";
import {ConfirmKey} from "../confirmKey.tsx";
import {useReview} from "../judge/review.ts";
import {acceptedOf} from "./approval.ts";
import {Faults} from "./faults.tsx";
import {Since} from "./since.tsx";
import {What} from "./what.tsx";
import {words} from "./words.ts";

/** What exactly is approved, what is new in it, what stands against it, and what comes of it. */
export function ApproveDialog() {
  const w = inLocale(words);
  const review = useReview();
  const {room} = review;
  const number = room.revision.value ?? 0;
  const revision = useMemo(
    () =>
      resource(stop =>
        askJson<Revision>(`/api/drafts/${encodeURIComponent(room.id)}/revisions/${number}`, {
          signal: stop,
        }),
      ),
    [room, number],
  );
  useEffect(() => void revision.refresh(), [revision]);
  const reasons = useSignal<ReadonlyMap<string, string>>(new Map());
  const failure = useSignal<Error>();
  const busy = useSignal(false);
  const close = () => {
    review.over.value = undefined;
  };
  const draft = room.draft.value.value;
  const found = revision.value.value;
  if (!draft) return null;
  const accepted = found && acceptedOf(found, reasons.value);
  const missing = found?.found.filter(({id}) => !reasons.value.get(id)?.trim()).length ?? 0;
  const onTheWay = draft.state !== "in-review";
  async function approve() {
    if (!accepted || busy.value) return;
    busy.value = true;
    failure.value = undefined;
    try {
      await review.move("approved", {accepted, ...(onTheWay && {send: true})});
      review.said.value = w.approved(number);
      close();
    } catch (error) {
      failure.value = error as Error;
    } finally {
      busy.value = false;
    }
  }
  return (
    <Dialog about={w.about} title={draft.title} onClose={close} onConfirm={() => void approve()}>
      {found ? (
        <>
          <What revision={found} />
          <Since close={close} />
          {found.found.length > 0 && (
            <Faults
              faults={found.found}
              reasons={reasons.value}
              say={(id, reason) => {
                reasons.value = new Map(reasons.value).set(id, reason);
              }}
            />
          )}
          <section class="part">
            <h3>{w.next}</h3>
            <p>
              {onTheWay && `${w.onTheWay} `}
              {w.nextSays}
            </p>
            {session.value?.solo && <p class="small soft">{w.solo}</p>}
          </section>
        </>
      ) : (
        <section class="part">
          <p class={revision.failure.value ? "red" : "soft"}>
            {revision.failure.value ? <Why error={revision.failure.value} /> : w.loading}
          </p>
        </section>
      )}
      <footer>
        <span class={`small ${failure.value ? "red" : "soft"}`} role="status">
          {failure.value ? (
            <>
              {w.failed} <Why error={failure.value} />
            </>
          ) : (
            missing > 0 && w.reasonsMissing(missing)
          )}
        </span>
        <button class="btn" type="button" onClick={close}>
          {w.notYet} <Key of="esc" />
        </button>
        <button
          class={`btn${accepted ? " main" : ""}`}
          type="button"
          aria-disabled={!accepted || busy.value}
          onClick={() => void approve()}
        >
          {w.approve(number)} {accepted && <ConfirmKey />}
        </button>
      </footer>
    </Dialog>
  );
}
