import {useSignal} from "@preact/signals";
import {Dialog} from "../../frame/dialog.tsx";
import {Why} from "../../frame/failure.tsx";
import {Key} from "../../frame/key.tsx";
import {inLocale} from "../../words/locale.ts";
import {ConfirmKey} from "../confirmKey.tsx";
import {useReview} from "../judge/review.ts";
import {words} from "./words.ts";

/** Sends a draft back, or drops it, with the reason and what it costs. */
export function ReasonDialog({to}: {readonly to: "changes" | "drop"}) {
  const w = inLocale(words);
  const review = useReview();
  const reason = useSignal("");
  const failure = useSignal<Error>();
  const busy = useSignal(false);
  const draft = review.room.draft.value.value;
  if (!draft) return null;
  const drops = to === "drop";
  const takesBack = !drops && draft.state === "approved";
  const label = drops ? w.dialog.drop : takesBack ? w.dialog.takeBack : w.dialog.changes;
  const said = reason.value.trim();
  const ready = !drops || said !== "";
  const close = () => {
    review.over.value = undefined;
  };
  async function confirm() {
    if (!ready || busy.value) return;
    busy.value = true;
    try {
      await review.move(drops ? "dropped" : "changes-asked", said ? {reason: said} : {});
      review.said.value = w.states[drops ? "dropped" : "changes-asked"];
      close();
    } catch (error) {
      failure.value = error as Error;
    } finally {
      busy.value = false;
    }
  }
  return (
    <Dialog about={label} title={draft.title} onClose={close} onConfirm={() => void confirm()}>
      <section class="part reason">
        <label for="reason">
          {drops ? w.dialog.whyDrop : w.dialog.whatChanges}{" "}
          {!drops && <span class="soft">({w.dialog.optional})</span>}
        </label>
        <textarea
          id="reason"
          maxLength={2000}
          required={drops}
          value={reason.value}
          onInput={({currentTarget}) => {
            reason.value = currentTarget.value;
          }}
        />
        <p class="small soft below">
          {drops ? w.dialog.costsDrop : takesBack ? w.dialog.costsTakeBack : w.dialog.costsChanges}
        </p>
      </section>
      <footer>
        <span class="small red" role="alert">
          {failure.value && (
            <>
              {w.failed} <Why error={failure.value} />
            </>
          )}
        </span>
        <button class="btn" type="button" onClick={close}>
          {w.dialog.notYet} <Key of="esc" />
        </button>
        <button
          class={`btn${ready ? " main" : ""}`}
          type="button"
          aria-disabled={!ready || busy.value}
          onClick={() => void confirm()}
        >
          {label} {ready && <ConfirmKey />}
        </button>
      </footer>
    </Dialog>
  );
}
