import fc from "fast-check";
import {expect, test} from "vitest";
import type {Judgements} from "../../../src/desk/api/judgingShapes.ts";
import {acceptedOf, deltaOf} from "../../../src/desk/web/draft/approve/approval.ts";
import {blocksBetween, piecesBetween} from "../../../src/desk/web/draft/changes/diff.ts";
import {lapseOf} from "../../../src/desk/web/draft/head/lapse.ts";
import {actionsOf} from "../../../src/desk/web/draft/head/standing.ts";
import {storyOf} from "../../../src/desk/web/draft/history/story.ts";
import {moved} from "../../../src/desk/web/draft/judge/moved.ts";
import {
  headlineLeft,
  type Judged,
  neighbour,
  nextUnvisited,
  queueOf,
  visitOf,
} from "../../../src/desk/web/draft/judge/queue.ts";
import {findExactly, findOn, wantedAt} from "../../../src/desk/web/draft/page/inStep.ts";
import type {Fault} from "../../../src/model/fault.ts";

const text = "# One rose 3%\n\n*It rose 3% in a day.* It fell.\n\nWhy is not said.\n";
const at = (words: string) => ({
  from: text.indexOf(words),
  to: text.indexOf(words) + words.length,
});
const items: Judgements["items"] = [
  {
    id: "h1",
    kind: "headline",
    title: "Headline",
    says: "One rose 3%",
    figures: ["a"],
    ...at("One rose 3%"),
  },
  {
    id: "h2",
    kind: "headline",
    title: "Lead",
    says: "It rose 3% in a day.",
    figures: ["a"],
    ...at("It rose 3% in a day."),
  },
  {
    id: "u",
    kind: "unsaid",
    title: "Could not be said",
    says: "Why is not said.",
    figures: [],
    ...at("Why is not said."),
  },
  {id: "fault.x", kind: "fault", title: "Fault", says: "old", figures: [], from: 0, to: 1},
];
const fault = (line: number, column: number, words: string, more: Partial<Fault> = {}): Fault => ({
  line,
  column,
  text: words,
  kind: "unsupported",
  reason: "the evidence has 4% here",
  ...more,
});
const queue = (more: Partial<Judged> = {}) =>
  queueOf({items, of: text, text, checked: {faults: [], marks: []}, ...more});

test("a fault is in the queue as soon as it is typed, and gone once it is mended", () => {
  expect(queue({checked: undefined}).map(({id}) => id)).toContain("fault.x");
  expect(queue().map(({kind}) => kind)).not.toContain("fault");
  const typed = queue({checked: {faults: [fault(5, 1, "Why")], marks: []}});
  expect(typed.at(-1)).toMatchObject({kind: "fault", group: "fault", passage: at("Why")});
});

test("a fault of the lead stands with the lead, with the figure that it is of", () => {
  const place = {from: at("*It rose").from + 9, to: at("*It rose").from + 11};
  const marks = [{...place, status: "wrong" as const, figure: "a"}];
  const found = queue({checked: {faults: [fault(3, 10, "3%")], marks}});
  expect(found.map(({id}) => id.slice(0, 5))).toEqual(["h1", "h2", "fault", "u"]);
  expect(found[2]).toMatchObject({group: "headline", figures: ["a"], passage: place});
});

test("what was visited is to be visited again once its words are others, and the rest is not", () => {
  const visited = new Set(queue().map(visitOf));
  expect(headlineLeft(queue(), visited)).toBe(0);
  const edited = text.replace("It rose 3% in a day.", "It rose 3% in a week.");
  const now = queue({text: edited});
  expect(headlineLeft(now, visited)).toBe(1);
  expect(nextUnvisited(now, undefined, visited)).toMatchObject({
    id: "h2",
    says: "It rose 3% in a week.",
  });
  expect(queue({text: `${edited}\nMore.\n`}).filter(one => visited.has(visitOf(one)))).toHaveLength(
    2,
  );
});

test("the next to judge is the next nobody visited, and round", () => {
  const all = queue();
  const [first, second, third] = all;
  if (!first || !second || !third) throw new Error("there are three");
  const visited = new Set([visitOf(third)]);
  expect(nextUnvisited(all, second.id, visited)).toBe(first);
  expect(nextUnvisited(all, undefined, new Set(all.map(visitOf)))).toBeUndefined();
  expect(neighbour(all, undefined, 1)).toBe(first);
  expect(neighbour(all, third.id, 1)).toBe(third);
});

test("a passage is found again wherever else the text was changed", () => {
  const words = fc.string({unit: fc.constantFrom("a", "b", " ", "\n"), maxLength: 12});
  fc.assert(
    fc.property(words, words, words, words, (head, passage, tail, put) => {
      const before = `${head}«${passage}»${tail}`;
      const place = {from: head.length, to: head.length + passage.length + 2};
      for (const after of [`${put}${before}`, `${before}${put}`, `«${passage}»${tail}`]) {
        const there = moved(place, before, after);
        expect(there && after.slice(there.from, there.to)).toBe(`«${passage}»`);
      }
    }),
  );
});

test("a judgement never has more than its line, whatever text it is shown in", () => {
  const line = fc.string({unit: fc.constantFrom("a", "b", " ", "#"), maxLength: 6});
  const lines = fc.array(line, {minLength: 1, maxLength: 8});
  fc.assert(
    fc.property(lines, lines, fc.nat(7), (before, after, nth) => {
      const [of, now] = [before.join("\n"), after.join("\n")];
      const from = before.slice(0, nth % before.length).join("\n").length;
      const place = {from, to: from + (before[nth % before.length] ?? "").length};
      if (of.slice(place.from, place.to).includes("\n")) return;
      const there = moved(place, of, now);
      expect(there === undefined ? "" : now.slice(there.from, there.to)).not.toContain("\n");
      expect(there?.to ?? 0).toBeLessThanOrEqual(now.length);
    }),
  );
  const rewritten = text.replace(/^# .*\n\n.*\n/, "Other\n\n## Words\n\nof another\n");
  const shown = queue({text: rewritten}).map(({says}) => says);
  expect(shown.filter(says => says.includes("\n") || says.length > 40)).toEqual([]);
});

test("each may do what leads on, and is told before what stands in the way", () => {
  const standing = {
    state: "in-review",
    role: "editor",
    own: undefined,
    unsaved: false,
    lack: undefined,
    checked: true,
    headlineLeft: 0,
    unsettled: 0,
  } as const;
  const approve = (more: object) =>
    actionsOf({...standing, ...more}).find(({kind}) => kind === "approve");
  expect(approve({})).toEqual({kind: "approve"});
  expect(approve({headlineLeft: 2})?.why).toEqual({kind: "visit", count: 2});
  expect(approve({own: 5})?.why).toEqual({kind: "own", revision: 5});
  expect(approve({unsettled: 1})?.why).toEqual({kind: "settle", count: 1});
  expect(approve({unsaved: true, own: 5})?.why).toEqual({kind: "unsaved"});
  // Nobody approves what cannot be laid out, or what nobody has checked.
  expect(approve({lack: "title", own: 5})?.why).toEqual({kind: "lack", lack: "title"});
  expect(approve({checked: false})?.why).toEqual({kind: "unchecked"});
  expect(approve({headlineLeft: undefined})?.why).toEqual({kind: "unknown"});
  expect(approve({role: "writer"})).toBeUndefined();
  // One person is not made to send it to themselves first.
  expect(approve({state: "draft"})).toEqual({kind: "approve"});
  expect(approve({state: "published"})).toBeUndefined();
  expect(actionsOf({...standing, role: "viewer"})).toEqual([]);
});

test("of two texts the difference has all words of both", () => {
  const sentence = fc.array(fc.constantFrom("it", "rose", "3%", "4%,", "fell", "−2.1%"), {
    minLength: 1,
    maxLength: 8,
  });
  fc.assert(
    fc.property(sentence, sentence, (a, b) => {
      const pieces = piecesBetween(a.join(" "), b.join(" "));
      const read = (not: "in" | "out") =>
        pieces
          .filter(({kind}) => kind !== not)
          .map(({words}) => words)
          .join("")
          .split(/\s+/)
          .filter(Boolean);
      expect(read("in")).toEqual(a);
      expect(read("out")).toEqual(b);
    }),
  );
});

test("what is as it was is folded, and a line is beside the one it has become", () => {
  const [same, changed, ...rest] = blocksBetween(text, text.replace("in a day", "in a week"));
  expect(same).toMatchObject({kind: "same", blocks: [{shape: "title"}]});
  expect(changed).toMatchObject({kind: "changed", shape: "paragraph"});
  expect(rest.map(({kind}) => kind)).toEqual(["same"]);
});

test("before an approval the sentences that changed are read, and nothing else", () => {
  const long = `One is here. ${"Another is there. ".repeat(9)}It rose 3% in a day. The end is near.`;
  const {blocks, more} = deltaOf(long, long.replace("3%", "4%"));
  expect(more).toBe(0);
  expect(blocks.map(pieces => pieces.map(({words}) => words).join("|"))).toEqual([
    "… It rose |3%|4%| in a day. …",
  ]);
  expect(deltaOf(long, long)).toEqual({blocks: [], more: 0, head: false});
});

test("an approval is ready once each open fault has its reason", () => {
  const found = [{...fault(1, 1, "x"), id: "f1"}];
  expect(acceptedOf({found}, new Map([["f1", "  "]]))).toBeUndefined();
  expect(acceptedOf({found}, new Map([["f1", " so "]]))).toEqual([{fault: "f1", reason: "so"}]);
  expect(acceptedOf({found: []}, new Map())).toEqual([]);
});

test("the words under the cursor are found on the page, of lines that are alike the right one", () => {
  const markdown = "- It rose **3%**.\n- It fell 2%.\n- It rose **3%**.\n";
  const page = "It rose 3%. It fell 2%. It rose 3%.";
  const from = markdown.lastIndexOf("3%");
  const wanted = wantedAt(markdown, {from, to: from + 2});
  expect(wanted && findOn(page, wanted)).toEqual({from: 32, to: 34});
  expect(wantedAt("| | |\n", {from: 0, to: 0})).toBeUndefined();
});

test("what was done stands in the order in which it was done, a text once", () => {
  const revision = {
    number: 1,
    kind: "written",
    author: "assay",
    at: "2026-11-28T05:00:00Z",
    sha256: "",
    suggested: false,
    faults: 0,
  } as const;
  const event = (seq: number, kind: string, instant: string) => ({
    seq,
    at: instant,
    actor: "emil",
    kind,
    data: {},
  });
  const steps = storyOf(
    [{...revision, number: 2, kind: "edited", at: "2026-11-28T06:00:00Z"}, revision],
    [
      event(3, "draft.in-review", "2026-11-28T07:00:00Z"),
      event(2, "draft.edited", "2026-11-28T06:00:00Z"),
      event(1, "draft.written", "2026-11-28T05:00:00Z"),
    ],
  );
  expect(steps.map(({key}) => key)).toEqual(["e3", "r2", "r1"]);
});

test("on a page of another text only the very words are marked", () => {
  const shown = "It rose 3% in a day, which is what it did in the week before that. It fell.";
  const typed = "It rose 3% in a day, which is what it did in the week before 99.9% that.";
  const wanted = (line: string, words: string) => ({line, words, nth: 0});
  expect(findOn(shown, wanted(typed, "99.9%"))).toBeDefined();
  expect(findExactly(shown, wanted(typed, "99.9%"))).toBeUndefined();
  expect(findExactly(shown, wanted("It fell.", "fell"))).toEqual(
    findOn(shown, wanted("It fell.", "fell")),
  );
  expect(findExactly(shown, {...wanted("It fell.", "fell"), nth: 1})).toBeUndefined();
});

test("who changes what is approved is told that its approval ends, and who finds it so what ended it", () => {
  const approval = {
    ...{id: "a", revision: 3, text: "t", snapshot: "s", style: "y", by: "emil", accepted: []},
    at: "2026-01-01T00:00:00Z",
    holds: true,
  };
  const held = {state: "approved", approvals: [approval], unsaved: false, sha256: "t"} as const;
  expect(lapseOf(held)).toBeUndefined();
  expect(lapseOf({...held, unsaved: true})).toEqual({kind: "ends", revision: 3});
  const lapsed = {...held, state: "in-review", approvals: [{...approval, holds: false}]} as const;
  expect(lapseOf({...lapsed, sha256: "u"})).toEqual({kind: "text", revision: 3});
  expect(lapseOf(lapsed)).toEqual({kind: "style", revision: 3});
  const takenBack = [{...approval, holds: false, withdrawnAt: "2026-01-02T00:00:00Z"}];
  expect(lapseOf({...lapsed, approvals: takenBack})).toBeUndefined();
});
