import {computed, type ReadonlySignal, type Signal, signal} from "@preact/signals";
import type {PublicationAnswer} from "../../../../model/publication.ts";
import type {DraftState} from "../../../../model/review.ts";
import type {
  CorrectionRequest,
  CorrectionSummary,
  Corrections,
  PublicationRequest,
  Publications,
  Rehearsals,
} from "../../../api/publicationShapes.ts";
import {ask, askJson} from "../../api.ts";
import {type Resource, resource} from "../../resource.ts";
import type {Room} from "../room.ts";

/** Where one draft stands, or is to stand, and what is being put right in it. */
export interface Publishing {
  readonly publications: Resource<Publications>;
  readonly corrections: Resource<Corrections>;
  /** The correction that is neither approved nor taken back. */
  readonly open: ReadonlySignal<CorrectionSummary | undefined>;
  /** The target that a dialog is about. */
  readonly target: Signal<string | undefined>;
  order(order: PublicationRequest): Promise<void>;
  /** What would be sent to one target; nothing is. */
  rehearse(target: string, at?: string): Promise<Rehearsals["rehearsals"][number] | undefined>;
  reschedule(target: string, at: string): Promise<void>;
  cancel(target: string): Promise<void>;
  /** Says what is asked of it, where nothing is sent for that. */
  answer(target: string, answer: PublicationAnswer): Promise<void>;
  correct(correction: CorrectionRequest): Promise<void>;
  retract(reason: string): Promise<void>;
  approve(
    correction: string,
    accepted: readonly {readonly fault: string; readonly reason: string}[],
  ): Promise<void>;
  takeBack(correction: string): Promise<void>;
  /** Fetches it for a draft that is approved or beyond. */
  refresh(state: DraftState): void;
}

/** From here on a draft may stand somewhere. */
const leaving: readonly DraftState[] = [
  "approved",
  "scheduled",
  "published",
  "corrected",
  "retracted",
];

export function openPublishing(room: Room): Publishing {
  const path = `/api/drafts/${encodeURIComponent(room.id)}`;
  const at = (target: string) => `${path}/publications/${encodeURIComponent(target)}`;
  const publications = resource(stop =>
    askJson<Publications>(`${path}/publications`, {signal: stop}),
  );
  const corrections = resource(stop => askJson<Corrections>(`${path}/corrections`, {signal: stop}));
  /** The draft is told anew of itself, and with it all that is here. */
  async function did(act: Promise<unknown>) {
    await act;
    await room.draft.refresh();
  }
  return {
    publications,
    corrections,
    open: computed(() => corrections.value.value?.corrections.find(({state}) => state === "open")),
    target: signal<string>(),
    order: body => did(ask(`${path}/publications`, {method: "POST", body})),
    async rehearse(target, hour) {
      const body = {targets: [target], dryRun: true, ...(hour !== undefined && {at: hour})};
      const {rehearsals} = await askJson<Rehearsals>(`${path}/publications`, {
        method: "POST",
        body,
      });
      return rehearsals[0];
    },
    reschedule: (target, hour) => did(ask(at(target), {method: "PATCH", body: {at: hour}})),
    cancel: target => did(ask(at(target), {method: "DELETE"})),
    answer: (target, answer) => did(ask(at(target), {method: "PATCH", body: {answer}})),
    correct: body => did(ask(`${path}/corrections`, {method: "POST", body})),
    retract: reason => did(ask(`${path}/retractions`, {method: "POST", body: {reason}})),
    approve: (id, accepted) =>
      did(ask(`${path}/corrections/${id}/approval`, {method: "POST", body: {accepted}})),
    async takeBack(id) {
      await did(ask(`${path}/corrections/${id}`, {method: "DELETE"}));
      // The text is again the one that is out.
      await room.load();
    },
    refresh(state) {
      if (!leaving.includes(state)) return;
      void publications.refresh();
      void corrections.refresh();
    },
  };
}
