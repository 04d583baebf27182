import {signal} from "@preact/signals";
import type {Run} from "../../../api/shapes.ts";
import {askJson} from "../../api.ts";
import type {Review} from "../judge/review.ts";

/** Of each draft, the run that makes it anew, and how that ended. */
export type Regenerating =
  | {readonly kind: "under"; readonly run: string}
  | {readonly kind: "done"; readonly revision: number}
  | {readonly kind: "failed"; readonly why: string};
export const regenerating = signal<ReadonlyMap<string, Regenerating>>(new Map());

const tell = (draft: string, how: Regenerating) => {
  regenerating.value = new Map(regenerating.value).set(draft, how);
};

const pause = () => new Promise(go => setTimeout(go, 2_000));

/**
 * Orders the draft anew and follows its run to the end.
 *
 * @throws Refused or Unreachable where it is not taken
 */
export async function regenerate({room, refresh}: Review, asOf?: string): Promise<void> {
  const path = `/api/drafts/${encodeURIComponent(room.id)}/regenerate`;
  const body = asOf === undefined ? {} : {asOf};
  const {run} = await askJson<{run: string}>(path, {method: "POST", body});
  tell(room.id, {kind: "under", run});
  void followRun(run);

  async function followRun(run: string): Promise<void> {
    for (;;) {
      await pause();
      const found = await askJson<Run>(`/api/runs/${run}`).catch(() => undefined);
      if (!found || found.state === "waiting" || found.state === "running") continue;
      const note = found.notes[0];
      if (found.state !== "done" || (note && note.state !== "done")) {
        tell(room.id, {kind: "failed", why: note?.reason ?? found.reason ?? found.state});
        return;
      }
      const typed = room.saving.peek().kind !== "saved";
      if (!typed) await room.load();
      await Promise.all([refresh(), room.evidence.refresh()]);
      tell(room.id, {kind: "done", revision: room.draft.value.peek()?.revision ?? 0});
      return;
    }
  }
}
