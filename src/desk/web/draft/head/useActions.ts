import {useSignal} from "@preact/signals";
import type {DraftSummary} from "../../../api/shapes.ts";
import {useKeys} from "../../keys.ts";
import {session} from "../../session/session.ts";
import {inLocale, locale} from "../../words/locale.ts";
import {useReview} from "../judge/review.ts";
import {type Action, actionsOf} from "./standing.ts";
import {words} from "./words.ts";

/** The actions with what each does. */
export function useActions(draft: DraftSummary) {
  const review = useReview();
  const w = inLocale(words);
  const failure = useSignal<Error>();
  const busy = useSignal(false);
  const actions = actionsOf({
    state: draft.state,
    role: session.value?.role ?? "viewer",
    own: review.own.value.at(-1),
    unsaved: review.room.saving.value.kind !== "saved",
    lack: review.lack.value,
    checked: review.room.checked.value !== undefined,
    unsettled: review.newest.value.value?.merge?.conflicts.length ?? 0,
    headlineLeft: review.isCurrent.value ? review.headlineLeft.value : undefined,
  });
  const act = async ({kind, why}: Action) => {
    failure.value = undefined;
    if (why || busy.value) return;
    if (kind !== "send") {
      review.over.value = kind;
      return;
    }
    busy.value = true;
    try {
      await review.move("in-review");
      review.said.value = w.sent;
    } catch (error) {
      failure.value = error as Error;
    } finally {
      busy.value = false;
    }
  };
  return {actions, act, failure: failure.value};
}

/** Ctrl or ⌘ and Enter approves. */
export function useApproveKey(act: () => void, given: readonly unknown[]): void {
  const w = inLocale(words);
  useKeys(
    () => [{key: "mod+Enter", says: w.keys.approve, act, whileTyping: true}],
    [locale.value, ...given],
  );
}
