import {computed, type ReadonlySignal, type Signal, signal} from "@preact/signals";
import type {Evidence} from "../../../model/evidence.ts";
import type {Mark} from "../../../model/mark.ts";
import {takesEdits} from "../../../model/review.ts";
import type {Checked, Comments} from "../../api/reviewShapes.ts";
import type {DraftSummary} from "../../api/shapes.ts";
import {ask, askJson} from "../api.ts";
import {type Resource, resource} from "../resource.ts";
import {may} from "../session/session.ts";
import type {Passage} from "./passage.ts";
import type {Saving} from "./saving.ts";

export type {Passage} from "./passage.ts";
export type {Saving};

/** What the editor does for the other parts of the screen; the read-only view does it as far as it can. */
export interface Hand {
  /** Brings the passage into sight and puts the cursor there. */
  show(passage: Passage, options?: {readonly focus?: boolean}): void;
  /** Opens a field for a comment on it, where there is room for one. */
  comment?(passage: Passage): void;
  /** Puts other words there, as if they had been typed. */
  replace(passage: Passage, words: string): void;
}

/** One draft on the screen: what its parts share. */
export interface Room {
  readonly id: string;
  readonly draft: Resource<DraftSummary>;
  readonly evidence: Resource<Evidence>;
  readonly comments: Resource<Comments>;
  /** As it is on the screen; undefined until it is there. */
  readonly text: Signal<string | undefined>;
  /** The revision it rests on: the desk has that one. */
  readonly revision: Signal<number | undefined>;
  readonly saving: Signal<Saving>;
  /** What the check says of the text on the screen; of an older one while it is at work. */
  readonly checked: Signal<Checked | undefined>;
  /** Where the cursor is, or what was pointed at. */
  readonly here: Signal<Passage | undefined>;
  /** The innermost mark there. */
  readonly markHere: ReadonlySignal<Mark | undefined>;
  readonly hand: Signal<Hand | undefined>;
  /** Whether who is at the page may write in it. */
  readonly writable: ReadonlySignal<boolean>;
  /** Who takes in what the desk has, once somebody may be typing; until then it is put on the screen. */
  readonly taker: Signal<((revision: number, text: string) => void) | undefined>;
  /** Fetches the newest text. What is typed stays. */
  load(): Promise<void>;
}

export function openRoom(id: string): Room {
  const path = `/api/drafts/${encodeURIComponent(id)}`;
  const draft = resource(stop => askJson<DraftSummary>(path, {signal: stop}));
  const checked = signal<Checked>();
  const here = signal<Passage>();
  const text = signal<string>();
  const revision = signal<number>();
  const taker = signal<(revision: number, text: string) => void>();
  return {
    id,
    draft,
    evidence: resource(stop => askJson<Evidence>(`${path}/evidence.json`, {signal: stop})),
    comments: resource(stop => askJson<Comments>(`${path}/comments`, {signal: stop})),
    text,
    revision,
    saving: signal<Saving>({kind: "saved"}),
    checked,
    here,
    markHere: computed(() => {
      const at = here.value;
      return at && checked.value?.marks.findLast(({from, to}) => from <= at.from && at.to <= to);
    }),
    hand: signal<Hand>(),
    writable: computed(() => {
      const now = draft.value.value;
      return may("writer") && now !== undefined && takesEdits(now.state, now.correcting);
    }),
    taker,
    async load() {
      const answer = await ask(`${path}/text`);
      const newest = await answer.text();
      const number = Number(/\d+/.exec(answer.headers.get("ETag") ?? "")?.[0]);
      if (taker.value) taker.value(number, newest);
      else {
        text.value = newest;
        revision.value = number;
      }
    },
  };
}
