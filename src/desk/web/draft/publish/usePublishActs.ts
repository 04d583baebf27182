import {useEffect} from "preact/hooks";
import type {DraftSummary} from "../../../api/shapes.ts";
import {session} from "../../session/session.ts";
import {inLocale} from "../../words/locale.ts";
import {words as headWords} from "../head/words.ts";
import {type Over, useReview} from "../judge/review.ts";
import {isSameText, type PublishAct, publishActs} from "./acts.ts";
import {targets} from "./targets.ts";
import {words} from "./words.ts";

const overOf: Readonly<Record<PublishAct["kind"], Over>> = {
  publish: "publish",
  elsewhere: "publish",
  correct: "correct",
  retract: "retract",
  "approve-correction": "approve-correction",
};

/** What can be done to bring the draft out or put it right, with what each does and why it cannot. */
export function usePublishActs(draft: DraftSummary) {
  const w = inLocale(words);
  const head = inLocale(headWords);
  const review = useReview();
  const {publishing, room} = review;
  useEffect(() => {
    if (targets.value.peek() === undefined) void targets.refresh();
  }, []);
  const standing = publishing.publications.value.value;
  const taken = new Set(
    (standing?.publications ?? [])
      .filter(({state}) => state !== "withdrawn")
      .map(({target}) => target),
  );
  const acts = publishActs({
    state: draft.state,
    role: session.value?.role ?? "viewer",
    me: session.value?.name ?? "",
    solo: session.value?.solo ?? false,
    left: (targets.value.value ?? []).filter(({name}) => !taken.has(name)).length,
    open: publishing.open.value,
    same: isSameText(
      review.revisions.value.value?.revisions ?? [],
      standing?.releases.at(-1)?.revision,
      room.revision.value,
    ),
    unsaved: room.saving.value.kind !== "saved",
    lack: review.lack.value,
    checked: room.checked.value !== undefined,
    own: review.own.value.at(-1),
  });
  const retracts = publishing.open.value?.kind === "retracted";
  return acts.map(({kind, why}) => ({
    kind,
    says: kind === "approve-correction" && retracts ? w.acts.approveRetraction : w.acts[kind],
    why: !why
      ? undefined
      : why.kind === "opened" || why.kind === "same"
        ? w.why[why.kind]
        : head.why(why),
    act() {
      if (why) return;
      review.over.value = overOf[kind];
    },
  }));
}
