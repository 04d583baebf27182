import {useSignal} from "@preact/signals";
import {Dialog} from "../../frame/dialog.tsx";
import {Why} from "../../frame/failure.tsx";
import {Key} from "../../frame/key.tsx";
import {inLocale} from "../../words/locale.ts";
import {ConfirmKey} from "../confirmKey.tsx";
import {useReview} from "../judge/review.ts";
import {regenerate} from "./regenerating.ts";
import {words} from "./words.ts";

/** Orders the draft anew on newer data, having said what becomes of the words that are there. */
export function RegenerateDialog() {
  const w = inLocale(words);
  const review = useReview();
  const asOf = useSignal("");
  const failure = useSignal<Error>();
  const busy = useSignal(false);
  const draft = review.room.draft.value.value;
  if (!draft) return null;
  const close = () => {
    review.over.value = undefined;
  };
  async function confirm() {
    if (busy.value) return;
    busy.value = true;
    failure.value = undefined;
    try {
      await regenerate(review, asOf.value ? `${asOf.value}:00Z` : undefined);
      close();
    } catch (error) {
      failure.value = error as Error;
    } finally {
      busy.value = false;
    }
  }
  return (
    <Dialog about={w.about} title={draft.title} onClose={close} onConfirm={() => void confirm()}>
      <section class="part reason">
        <label for="as-of">{w.asOf}</label>
        <p class="field as-of">
          <input
            id="as-of"
            type="datetime-local"
            value={asOf.value}
            onInput={({currentTarget}) => {
              asOf.value = currentTarget.value;
            }}
          />
          UTC
        </p>
        <p class="small soft below">{w.costs}</p>
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
          {w.notYet} <Key of="esc" />
        </button>
        <button class="btn main" type="button" onClick={() => void confirm()}>
          {w.regenerate} <ConfirmKey />
        </button>
      </footer>
    </Dialog>
  );
}
