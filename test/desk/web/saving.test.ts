import fc from "fast-check";
import {expect, test} from "vitest";
import {
  type Act,
  begin,
  type Desk,
  type Happening,
  isUnsaved,
  type Kept,
  rest,
  type State,
  savingOf,
  step,
} from "../../../src/desk/web/draft/saving.ts";

const canonical = (text: string) => `${text.replace(/ ?\(edited\)/g, "").trimEnd()} (edited)\n`;
const same = (one: string, other: string) => canonical(one) === canonical(other);
const wordsOf = (text: string) => new Set(text.match(/\w+\d+/g) ?? []);

/** The desk as it is: the newest text over again is no new revision, a save on an older one is outrun. */
class ModelDesk {
  revisions: string[] = ["a0 b0\n"];
  get newest(): Desk {
    return {revision: this.revisions.length, text: this.revisions.at(-1)!};
  }
  save(text: string, revision: number): {saved: Desk} | {outrun: Desk; base: string} {
    if (canonical(text) === this.newest.text) return {saved: this.newest};
    if (revision !== this.newest.revision)
      return {outrun: this.newest, base: this.revisions[revision - 1]!};
    this.revisions.push(canonical(text));
    return {saved: this.newest};
  }
}

/** A tab, with what the browser keeps over a reload. */
class Tab {
  desk: ModelDesk;
  now = 0;
  state: State;
  screen: string;
  kept: Kept | undefined;
  aside: Kept[] = [];
  timer: number | undefined;
  /** Sent, and neither taken nor answered. */
  request: {text: string; revision: number} | undefined;
  answer: Happening | undefined;
  /** Read at the desk, and on the way. */
  fetched: Desk | undefined;

  constructor(desk: ModelDesk) {
    this.desk = desk;
    this.screen = desk.newest.text;
    [this.state] = begin(desk.newest, undefined, same, 0);
  }
  happen(happening: Happening) {
    const [state, acts] = step(this.state, happening, same);
    this.state = state;
    this.carryOut(acts, happening.kind);
  }
  carryOut(acts: readonly Act[], why: string) {
    for (const act of acts) {
      if (act.kind === "send") {
        expect(this.request).toBeUndefined();
        this.request = act;
      } else if (act.kind === "wait") this.timer = act.until;
      else if (act.kind === "keep") this.kept = act.kept;
      else if (act.kind === "forget") this.kept = undefined;
      else if (act.kind === "aside") this.aside.push(act.kept);
      else if (act.kind === "fetch") this.fetched = this.desk.newest;
      else if (act.kind === "show") {
        // The text never jumps under typing: no word of it goes.
        if (why !== "begin")
          expect(wordsOf(act.text)).toEqual(wordsOf(act.text).union(wordsOf(this.screen)));
        this.screen = act.text;
      }
    }
    expect(this.screen).toBe(this.state.text);
  }
  type(word: string) {
    this.screen = `${this.screen.trimEnd()} ${word}\n`;
    this.happen({kind: "typed", text: this.screen, at: this.now});
  }
  tick(ms: number) {
    this.now += ms;
    if (this.timer === undefined || this.now < this.timer) return;
    this.timer = undefined;
    this.happen({kind: "due", at: this.now});
  }
  /** The desk takes the request; its answer is on the way. */
  arrive() {
    if (!this.request) return;
    const result = this.desk.save(this.request.text, this.request.revision);
    this.request = undefined;
    this.answer =
      "saved" in result
        ? {kind: "acknowledged", desk: result.saved, at: this.now}
        : {kind: "outrun", theirs: result.outrun, base: result.base, by: "W", at: this.now};
  }
  hear(lost = false) {
    const {answer} = this;
    if (!answer) return;
    this.answer = undefined;
    this.happen(lost ? {kind: "away", why: "gone", at: this.now} : {...answer, at: this.now});
  }
  load() {
    const {fetched} = this;
    this.fetched = undefined;
    if (fetched) this.happen({kind: "loaded", desk: fetched, at: this.now});
  }
  fail() {
    if (!this.request) return;
    this.request = undefined;
    this.happen({kind: "away", why: "gone", at: this.now});
  }
  reload() {
    this.request = this.answer = this.timer = this.fetched = undefined;
    const {newest} = this.desk;
    const [state, acts] = begin(newest, this.kept, same, this.now);
    this.state = state;
    this.screen = newest.text;
    this.carryOut(acts, "begin");
  }
  settle() {
    const {hold, text: mine} = this.state;
    if (hold?.kind !== "conflict") return;
    this.happen({kind: "settled", mine, text: together(hold.theirs.text, mine), at: this.now});
  }
  /** Until nothing is open, over a network that works. */
  calm() {
    for (let i = 0; i < 20; i++) {
      this.arrive();
      this.hear();
      this.load();
      this.settle();
      this.tick(40_000);
    }
    for (const kept of this.aside.splice(0)) {
      this.screen = together(this.screen, kept.text);
      this.happen({kind: "typed", text: this.screen, at: this.now});
    }
  }
}

const together = (one: string, other: string) =>
  `${[...wordsOf(one).union(wordsOf(other))].join(" ")}\n`;

const moves = fc.oneof(
  {weight: 4, arbitrary: fc.constant("type" as const)},
  {weight: 3, arbitrary: fc.constant("tick" as const)},
  {weight: 3, arbitrary: fc.constant("arrive" as const)},
  {weight: 2, arbitrary: fc.constant("hear" as const)},
  fc.constantFrom(
    "lose" as const,
    "fail" as const,
    "reload" as const,
    "other" as const,
    "load" as const,
    "news" as const,
    "save" as const,
    "settle" as const,
    "again" as const,
    "signed-out" as const,
  ),
);

test("no word that was typed is lost, whatever the network does, and the text never jumps under typing", () => {
  fc.assert(
    fc.property(fc.array(moves, {maxLength: 60, size: "max"}), sequence => {
      const desk = new ModelDesk();
      const tab = new Tab(desk);
      const typed = new Set<string>();
      for (const [i, move] of sequence.entries()) {
        const at = tab.now;
        if (move === "type") {
          typed.add(`w${i}`);
          tab.type(`w${i}`);
        } else if (move === "tick") tab.tick(700);
        else if (move === "arrive") tab.arrive();
        else if (move === "hear") tab.hear();
        else if (move === "lose") tab.hear(true);
        else if (move === "load") tab.load();
        else if (move === "fail") tab.fail();
        else if (move === "reload") tab.reload();
        else if (move === "other") {
          typed.add(`o${i}`);
          desk.save(`${desk.newest.text} o${i}`, desk.newest.revision);
        } else if (move === "news") tab.happen({kind: "news", revision: desk.newest.revision, at});
        else if (move === "settle") tab.settle();
        else if (move === "signed-out") {
          if (tab.request) {
            tab.request = undefined;
            tab.happen({kind: "signed-out", at});
          }
        } else tab.happen({kind: move, at});
      }
      tab.happen({kind: "again", at: tab.now});
      tab.calm();
      tab.calm();
      tab.happen({kind: "news", revision: desk.newest.revision, at: tab.now});
      tab.load();
      expect(isUnsaved(tab.state)).toBe(false);
      expect(savingOf(tab.state).kind).toBe("saved");
      expect([...typed].filter(word => !wordsOf(desk.newest.text).has(word))).toEqual([]);
      expect(tab.kept).toBeUndefined();
      expect(same(tab.screen, desk.newest.text)).toBe(true);
    }),
    {numRuns: 3_000},
  );
});

const desk = {revision: 4, text: "one\n"};
const start = () => begin(desk, undefined, same, 0)[0];
const kinds = (acts: readonly Act[]) => acts.map(({kind}) => kind);

test("what is typed is sent after a rest, and what is typed meanwhile waits for the answer", () => {
  const [typed, first] = step(start(), {kind: "typed", text: "one two\n", at: 0}, same);
  expect(first).toContainEqual({kind: "wait", until: rest});
  const [sending, acts] = step(typed, {kind: "due", at: rest}, same);
  expect(acts).toContainEqual({kind: "send", text: "one two\n", revision: 4});
  const [more, none] = step(sending, {kind: "typed", text: "one two three\n", at: 1_300}, same);
  expect(kinds(none)).toEqual(["keep"]);
  const answer = {revision: 5, text: "one two (edited)\n"};
  const [after, next] = step(more, {kind: "acknowledged", desk: answer, at: 1_400}, same);
  expect(after.text).toBe("one two three\n");
  expect(kinds(next)).toEqual(["tell", "keep", "wait"]);
});

test("blanks at the end stay under the cursor, and are no reason to save again", () => {
  const [typed] = step(start(), {kind: "typed", text: "one\n\n", at: 0}, same);
  const [sending] = step(typed, {kind: "due", at: rest}, same);
  const [after, acts] = step(sending, {kind: "acknowledged", desk, at: 1_300}, same);
  expect(kinds(acts)).not.toContain("show");
  expect(isUnsaved(after)).toBe(false);
});

test("a text that is refused is sent again once it is another", () => {
  const [typed] = step(start(), {kind: "typed", text: "bad\n", at: 0}, same);
  const [sending] = step(typed, {kind: "due", at: rest}, same);
  const [refused] = step(sending, {kind: "refused", why: "no", at: 1_300}, same);
  expect(savingOf(refused)).toEqual({kind: "refused", why: "no"});
  const [, acts] = step(refused, {kind: "typed", text: "better\n", at: 1_400}, same);
  expect(kinds(acts)).toEqual(["keep", "wait"]);
});

test("who writes alone is in conflict with nobody, whichever answers get lost", () => {
  const alone = fc.constantFrom("type", "tick", "arrive", "hear", "lose", "fail", "again");
  fc.assert(
    fc.property(fc.array(alone, {maxLength: 60, size: "max"}), sequence => {
      const tab = new Tab(new ModelDesk());
      for (const [i, move] of sequence.entries()) {
        if (move === "type") tab.type(`w${i}`);
        else if (move === "tick") tab.tick(700);
        else if (move === "arrive") tab.arrive();
        else if (move === "again") tab.happen({kind: "again", at: tab.now});
        else if (move === "fail") tab.fail();
        else tab.hear(move === "lose");
        expect(savingOf(tab.state).kind).not.toBe("conflict");
      }
    }),
  );
});

test("who is away is tried again, less and less often, and since when is told", () => {
  let state = step(start(), {kind: "typed", text: "two\n", at: 0}, same)[0];
  let at = rest;
  const waits: number[] = [];
  for (let i = 0; i < 8; i++) {
    state = step(state, {kind: "due", at}, same)[0];
    const [held, acts] = step(state, {kind: "away", why: "gone", at}, same);
    state = held;
    const wait = acts.find(act => act.kind === "wait");
    waits.push((wait?.until ?? 0) - at);
    at = wait?.until ?? at;
  }
  expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
  expect(savingOf(state)).toMatchObject({kind: "not-saved", since: new Date(rest)});
});

test("another tab's save is taken where nothing is typed, and otherwise is a conflict at once", () => {
  const other = {kind: "news", revision: 5, text: "other\n", by: "E", at: 1} as const;
  expect(step(start(), other, same)[0]).toMatchObject({text: "other\n", base: {revision: 5}});
  const [typed] = step(start(), {kind: "typed", text: "mine\n", at: 0}, same);
  expect(savingOf(step(typed, other, same)[0])).toMatchObject({
    kind: "conflict",
    base: "one\n",
    theirs: "other\n",
  });
});
