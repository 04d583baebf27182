import {effect, type ReadonlySignal, type Signal, signal} from "@preact/signals";
import {undisclosed} from "../../../check/authorship.ts";
import {canonicalText} from "../../services/canonicalText.ts";
import {ended, session} from "../session/session.ts";
import {concerns, onChange} from "../stream.ts";
import {type Keeping, openKeeping} from "./keeping.ts";
import type {Room} from "./room.ts";
import {
  type Act,
  begin,
  type Desk,
  type Happening,
  isUnsaved,
  type Kept,
  type Same,
  type State,
  savingOf,
  step,
} from "./saving.ts";
import {sendText} from "./sending.ts";

/** Another tab of this person has saved. */
interface Told {
  readonly draft: string;
  readonly desk: Desk;
}

export interface Saver {
  /** Words kept in this browser that rest on an older revision than the desk has. */
  readonly aside: ReadonlySignal<readonly Kept[]>;
  /** The desk has this one, and what is typed rests on an older. */
  readonly newer: ReadonlySignal<number | undefined>;
  /** The conflict is put together: of what was on the screen came this. */
  settle(mine: string, text: string): void;
  /** What was kept aside is on the screen by now, or nobody wants it. */
  discard(kept: Kept): void;
  saveNow(): void;
  close(): void;
}

/** Keeps the text of the room and that of the desk one, from when it has come. */
export async function openSaver(room: Room): Promise<Saver> {
  await room.load();
  const keeping = await openKeeping(room.id, session.peek()?.name ?? "");
  // Whether the desk has what was kept is told apart from its disclosure, whose words the evidence has.
  if (keeping.kept && !room.evidence.value.peek()) await room.evidence.refresh();
  return startSaver(room, keeping);
}

function startSaver(room: Room, keeping: Keeping): Saver {
  const path = `/api/drafts/${encodeURIComponent(room.id)}`;
  const aside: Signal<readonly Kept[]> = signal(keeping.aside);
  const newer = signal<number>();
  const tabs = new BroadcastChannel("assay.saved");
  let timer: ReturnType<typeof setTimeout> | undefined;
  let closed = false;
  const same: Same = (one, other) => plain(one) === plain(other);
  const plain = (text: string) => {
    const authorship = room.evidence.value.peek()?.authorship;
    const canonical = canonicalText(text);
    return authorship ? undisclosed(canonical, authorship).text : canonical;
  };

  const desk: Desk = {revision: room.revision.peek() ?? 0, text: room.text.peek() ?? ""};
  let state: State;
  carryOut(begin(desk, keeping.kept, same, Date.now()));

  function carryOut([next, acts]: readonly [State, readonly Act[]]) {
    state = next;
    room.revision.value = state.base.revision;
    const {newest = 0, base} = state;
    newer.value = newest > base.revision ? newest : undefined;
    for (const act of acts) perform(act);
    const saving = savingOf(state);
    if (JSON.stringify(saving) !== JSON.stringify(room.saving.peek())) room.saving.value = saving;
  }
  function happen(happening: Happening) {
    carryOut(step(state, happening, same));
  }
  function now(kind: "save" | "due" | "again") {
    happen({kind, at: Date.now()});
  }

  function perform(act: Act) {
    switch (act.kind) {
      case "send":
        keeping.flush();
        void sendText(path, act).then(one => happen(one.kind === "outrun" ? ofTab(one) : one));
        return;
      case "wait":
        clearTimeout(timer);
        if (!closed) timer = setTimeout(now, Math.max(0, act.until - Date.now()), "due");
        return;
      case "keep":
        keeping.keep(act.kept);
        return;
      case "forget":
        keeping.keep(undefined);
        return;
      case "aside":
        setAside([...aside.peek(), act.kept]);
        return;
      case "show":
        room.text.value = act.text;
        return;
      case "fetch":
        void room.load().catch(() => {});
        return;
      case "tell":
        if (closed) return;
        tabs.postMessage({draft: room.id, desk: act.desk} satisfies Told);
        void room.draft.refresh();
        void room.comments.refresh();
    }
  }
  /** What we saved ourselves, as in another tab, nobody else has saved. */
  function ofTab<Outrun extends {readonly by: string}>(one: Outrun): Outrun {
    return one.by === session.peek()?.name ? {...one, by: ""} : one;
  }
  function setAside(all: readonly Kept[]) {
    aside.value = all;
    keeping.keepAside(all);
  }

  room.taker.value = (revision, text) =>
    happen({kind: "loaded", desk: {revision, text}, at: Date.now()});
  tabs.onmessage = ({data: {draft, desk}}: MessageEvent<Told>) => {
    if (draft === room.id) happen({kind: "news", ...desk, at: Date.now()});
  };
  const stops = [
    effect(() => {
      const text = room.text.value;
      if (text !== undefined && text !== state.text) happen({kind: "typed", text, at: Date.now()});
    }),
    effect(() => {
      if (!ended.value) now("again");
    }),
    // What somebody else saved shows in the draft's summary.
    effect(() => {
      const revision = room.draft.value.value?.revision;
      if (revision !== undefined) happen({kind: "news", revision, at: Date.now()});
    }),
    onChange(change => {
      if (concerns(change, "draft", room.id)) void room.draft.refresh();
      if (concerns(change, "comment", room.id)) void room.comments.refresh();
    }),
    listen(window, "online", () => now("again")),
    listen(document, "visibilitychange", () => {
      if (document.visibilityState === "hidden") {
        now("save");
        keeping.flush();
      }
      // Who comes back to the page sees it as it is.
      else void room.draft.refresh();
    }),
    listen(window, "beforeunload", event => {
      if (!isUnsaved(state)) return;
      now("save");
      keeping.flush();
      event.preventDefault();
    }),
  ];
  return {
    aside,
    newer,
    settle: (mine, text) => happen({kind: "settled", mine, text, at: Date.now()}),
    discard: kept => setAside(aside.peek().filter(one => one !== kept)),
    saveNow: () => now(room.saving.peek().kind === "not-saved" ? "again" : "save"),
    close() {
      now("save");
      keeping.flush();
      closed = true;
      for (const stop of stops) stop();
      clearTimeout(timer);
      tabs.close();
      room.taker.value = undefined;
    },
  };
}

function listen(target: EventTarget, kind: string, act: (event: Event) => void): () => void {
  target.addEventListener(kind, act);
  return () => target.removeEventListener(kind, act);
}
