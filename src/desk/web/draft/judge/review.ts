import {computed, type ReadonlySignal, type Signal, signal} from "@preact/signals";
import {createContext} from "preact";
import {useContext} from "preact/hooks";
import type {Judgements} from "../../../api/judgingShapes.ts";
import type {Approvals, Comment, Revision, Revisions} from "../../../api/reviewShapes.ts";
import type {DraftSummary} from "../../../api/shapes.ts";
import {ownWords} from "../../../services/ownWords.ts";
import {ask, askJson} from "../../api.ts";
import {type Resource, resource} from "../../resource.ts";
import {session} from "../../session/session.ts";
import {concerns, onChange} from "../../stream.ts";
import {locale} from "../../words/locale.ts";
import {openPublishing, type Publishing} from "../publish/publishing.ts";
import type {Passage, Room} from "../room.ts";
import {anchorOf} from "./anchorOf.ts";
import {headlineLeft, type Item, neighbour, nextUnvisited, queueOf, visitOf} from "./queue.ts";
import {openVisits} from "./visits.ts";

/** What may lie over the screen. */
export type Over =
  | "approve"
  | "changes"
  | "drop"
  | "regenerate"
  | "publish"
  | "hour"
  | "conflict"
  | "correct"
  | "retract"
  | "approve-correction";

/** What is shown of the draft as a whole. */
export const views = ["page", "pdf", "changes", "history", "out"] as const;
export type View = (typeof views)[number];

/** The review of one draft: what is judged, by whom it was approved, whose words are in it. */
export interface Review {
  readonly room: Room;
  readonly judgements: Resource<Judgements & {readonly of: string}>;
  readonly revisions: Resource<Revisions>;
  readonly approvals: Resource<Approvals>;
  /** The newest revision, with what is to be settled in it. */
  readonly newest: Resource<Revision>;
  /** Where it stands, or is to stand. */
  readonly publishing: Publishing;
  /** Undefined until they are there. */
  readonly items: ReadonlySignal<readonly Item[] | undefined>;
  readonly visited: ReadonlySignal<ReadonlySet<string>>;
  readonly headlineLeft: ReadonlySignal<number>;
  /** What is known of the draft is of the revision on the screen. */
  readonly isCurrent: ReadonlySignal<boolean>;
  /** What that one lacks to be laid out. */
  readonly lack: ReadonlySignal<Revision["lack"]>;
  /** Revisions with words of who is at the page that no other has approved. */
  readonly own: ReadonlySignal<readonly number[]>;
  /** Theirs that holds no longer or still does, the newest that was not taken back. */
  readonly approvedByMe: ReadonlySignal<Approvals["approvals"][number] | undefined>;
  /** The item that is open. */
  readonly at: Signal<string | undefined>;
  readonly item: ReadonlySignal<Item | undefined>;
  /** A comment on it is being written: only that, or to be mended as well. */
  readonly writing: Signal<"comment" | "mend" | undefined>;
  readonly over: Signal<Over | undefined>;
  readonly view: Signal<View>;
  /** The revision that the page shows. */
  readonly laidOut: Signal<number | undefined>;
  /** It is the text on the screen. */
  readonly inStep: ReadonlySignal<boolean>;
  /** Said to who hears the page, and shown beside the state. */
  readonly said: Signal<string>;
  /** Opens an item and shows its passage. */
  choose(item: Item | undefined): void;
  step(by: 1 | -1): void;
  /** The item that is open has been looked at; on to the next. */
  accept(): void;
  /** Puts the suggestion of the check in place of the words at fault; without one, goes to it. */
  mend(): void;
  comment(passage: Passage, text: string): Promise<void>;
  /** Begins a comment on the item that is open: in the text, where there is room for one. */
  write(what: "comment" | "mend"): void;
  move(to: string, more?: object): Promise<void>;
  assign(to: string | null): Promise<void>;
  /** Fetches what a new revision or a decision changes. */
  refresh(): Promise<void>;
  /** Keeps up with saves and with what others do, until the returned function is called. */
  follow(): () => void;
}

export function openReview(room: Room): Review {
  const path = `/api/drafts/${encodeURIComponent(room.id)}`;
  const visits = openVisits(room.id, session.peek()?.name ?? "");
  const revisionOf = (number: number, signal: AbortSignal) =>
    askJson<Revision>(`${path}/revisions/${number}`, {signal});
  // Their places are those of the revision that they were made for, whatever is on the screen.
  const judgements = resource(async stop => {
    const found = await askJson<Judgements>(`${path}/judgements?lang=${locale.peek()}`, {
      signal: stop,
    });
    const known = [newest.value.peek()].find(one => one?.number === found.revision);
    return {...found, of: (known ?? (await revisionOf(found.revision, stop))).text};
  });
  const revisions = resource(stop =>
    askJson<Revisions>(`${path}/revisions?limit=200`, {signal: stop}),
  );
  const approvals = resource(stop => askJson<Approvals>(`${path}/approvals`, {signal: stop}));
  const newest = resource(stop => revisionOf(room.revision.peek() ?? 1, stop));
  const publishing = openPublishing(room);
  const hasText = computed(() => room.text.value !== undefined);
  // With each check, not with each key: letters are drawn first.
  const items = computed(() => {
    const found = judgements.value.value;
    const checked = room.checked.value;
    if (!found || !hasText.value) return undefined;
    return queueOf({items: found.items, of: found.of, text: room.text.peek() ?? "", checked});
  });
  const at = signal<string>();
  const item = computed(() => items.value?.find(({id}) => id === at.value));
  const writing = signal<"comment" | "mend">();
  const said = signal("");
  const laidOut = signal<number>();
  const choose = (chosen: Item | undefined) => {
    at.value = chosen?.id;
    writing.value = undefined;
    if (!chosen?.passage) return;
    room.here.value = chosen.passage;
    room.hand.value?.show(chosen.passage);
  };
  const all = () => items.peek() ?? [];
  const ifMatch = () => ({"If-Match": `"${room.revision.peek()}"`});
  const review: Review = {
    room,
    judgements,
    revisions,
    approvals,
    newest,
    publishing,
    items,
    visited: visits.visited,
    headlineLeft: computed(() => headlineLeft(items.value ?? [], visits.visited.value)),
    isCurrent: computed(
      () =>
        items.value !== undefined &&
        judgements.value.value?.revision === room.revision.value &&
        newest.value.value?.number === room.revision.value,
    ),
    lack: computed(() => {
      const found = newest.value.value;
      return found?.number === room.revision.value ? found?.lack : undefined;
    }),
    own: computed(() => {
      const me = session.value;
      if (!me || me.solo) return [];
      const others = (approvals.value.value?.approvals ?? []).filter(
        ({by, withdrawnAt}) => by !== me.name && withdrawnAt === undefined,
      );
      const written = (revisions.value.value?.revisions ?? [])
        .map(({sha256, ...one}) => ({...one, text: sha256}))
        .toReversed();
      return ownWords(written, new Set(others.map(({text}) => text)), me.name);
    }),
    approvedByMe: computed(() =>
      approvals.value.value?.approvals.find(({by}) => by === session.value?.name),
    ),
    at,
    item,
    writing,
    over: signal<Over>(),
    view: signal<View>("page"),
    laidOut,
    inStep: computed(
      () => laidOut.value === room.revision.value && room.saving.value.kind === "saved",
    ),
    said,
    choose,
    step: by => choose(neighbour(all(), at.peek(), by)),
    accept() {
      const now = item.peek();
      if (now) visits.add(visitOf(now));
      choose(nextUnvisited(all(), now?.id, visits.visited.peek()));
    },
    mend() {
      const now = item.peek();
      const suggestion = now?.fault?.suggestion;
      if (now?.passage && suggestion !== undefined && room.writable.peek()) {
        const next = nextUnvisited(
          all().filter(({id}) => id !== now.id),
          neighbour(all(), now.id, -1)?.id,
          visits.visited.peek(),
        );
        room.hand.peek()?.replace(now.passage, suggestion);
        // The cursor stays with the words that have just changed.
        at.value = next?.id;
        return;
      }
      const faults = all().filter(({kind}) => kind === "fault");
      choose(faults.find(({fault}) => fault?.suggestion !== undefined) ?? faults[0] ?? now);
    },
    write(what) {
      const passage = item.peek()?.passage;
      const inText = room.hand.peek()?.comment;
      if (!passage) return;
      if (what === "comment" && inText) inText(passage);
      else writing.value = what;
    },
    async comment(passage, text) {
      const anchor = anchorOf(room.text.peek() ?? "", passage);
      const body = {anchor, text, revision: room.revision.peek()};
      await askJson<Comment>(`${path}/comments`, {method: "POST", body});
      void room.comments.refresh();
    },
    async move(to, more = {}) {
      await askJson<DraftSummary>(`${path}/transitions`, {
        method: "POST",
        body: {to, ...more},
        headers: ifMatch(),
      });
      await review.refresh();
    },
    async assign(to) {
      await ask(path, {method: "PATCH", body: {assignee: to}});
      await room.draft.refresh();
    },
    async refresh() {
      await Promise.all([
        room.draft.refresh(),
        judgements.refresh(),
        revisions.refresh(),
        approvals.refresh(),
        newest.refresh(),
      ]);
    },
    follow() {
      const ends = [
        // Each time that something of it was told.
        room.draft.value.subscribe(draft => {
          if (draft) publishing.refresh(draft.state);
        }),
        // A save of ours has a new revision; its text is what is judged from then on.
        room.revision.subscribe(revision => {
          if (revision === undefined) return;
          if (room.draft.value.peek()?.revision !== revision) void room.draft.refresh();
          void Promise.all([judgements, revisions, approvals, newest].map(one => one.refresh()));
        }),
        onChange(change => {
          if (concerns(change, "comment", room.id)) void room.comments.refresh();
          if (concerns(change, "draft", room.id))
            void Promise.all([room.draft.refresh(), revisions.refresh(), approvals.refresh()]);
        }),
      ];
      return () => {
        for (const end of ends) end();
      };
    },
  };
  return review;
}

const Shared = createContext<Review | undefined>(undefined);
export const ReviewProvider = Shared.Provider;

export function useReview(): Review {
  const review = useContext(Shared);
  if (!review) throw new Error("there is no review around this part of the page");
  return review;
}
