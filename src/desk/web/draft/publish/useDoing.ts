import {useSignal} from "@preact/signals";
import {useReview} from "../judge/review.ts";

/** Does what a dialog is for, once, and closes it; where it is refused the dialog stays and says why. */
export function useDoing(act: () => Promise<void>, said: string, show = true) {
  const review = useReview();
  const busy = useSignal(false);
  const failure = useSignal<Error>();
  const close = () => {
    review.over.value = undefined;
  };
  async function confirm() {
    if (busy.value) return;
    busy.value = true;
    failure.value = undefined;
    try {
      await act();
      review.said.value = said;
      if (show) review.view.value = "out";
      close();
    } catch (error) {
      failure.value = error as Error;
    } finally {
      busy.value = false;
    }
  }
  return {busy: busy.value, failure: failure.value, close, confirm};
}
