import fc from "fast-check";
import {beforeAll, expect, test} from "vitest";
import {check} from "../../src/check/check.ts";
import {type Merged, mergeByStatement, type Written} from "../../src/merge/merge.ts";
import {unitsOf} from "../../src/merge/units.ts";
import {draftOf} from "../walk.ts";

let may: Written;
let june: Written;
let july: Written;
let turkish: {readonly june: Written; readonly july: Written};
beforeAll(async () => {
  [may, june, july] = [
    await written("2025-05-20T00:00:00Z"),
    await written("2025-07-01T00:00:00Z"),
    await written("2025-07-02T00:00:00Z"),
  ];
  turkish = {
    june: await written("2025-07-01T00:00:00Z", "tr"),
    july: await written("2025-07-02T00:00:00Z", "tr"),
  };
});

async function written(asOf: string, locale = "en"): Promise<Written> {
  const wish = {coin: "tessilith", source: "files", data: "samples/simulated", asOf} as const;
  const {draft} = await draftOf({...wish, locale});
  return {text: draft.markdown, evidence: draft.evidence};
}

const lineOf = (text: string, pattern: RegExp) => {
  const line = text.split("\n").find(one => pattern.test(one));
  if (line === undefined) throw new Error(`no line like ${pattern}`);
  return line;
};
const edit = (text: string, from: string, to: string) => {
  expect(text).toContain(from);
  return text.replace(from, to);
};

test("what nobody touched is the new text, and what is made of the same data the edited one", () => {
  for (const [base, renewed] of [
    [may, july],
    [july, may],
    [june, july],
    [turkish.june, turkish.july],
  ] as const)
    expect(mergeByStatement(base, base.text, renewed)).toEqual({
      text: renewed.text,
      again: [],
      conflicts: [],
    });
  const edited = `${edit(july.text, "## Method", "Words of mine.\n\n## Method")}\nMore of them.\n`;
  expect(mergeByStatement(july, edited, july)).toEqual({text: edited, again: [], conflicts: []});
});

test("touched, with its figures the same, it is the editor's", () => {
  const heading = lineOf(june.text, /^- A quote’s own move follows/);
  const edited = edit(june.text, heading, "- A quote has a move of its own.");
  const {text, again, conflicts} = mergeByStatement(june, edited, july);
  expect(text).toBe(edit(july.text, heading, "- A quote has a move of its own."));
  expect([again, conflicts]).toEqual([[], []]);
});

test("touched, with figures that changed and say the same, it is the editor's words with the new figures, to be read again", () => {
  const was = lineOf(june.text, /^\| Range of a year, closes/);
  const is = lineOf(july.text, /^\| Range of a year, closes/);
  const own = (line: string) => line.replace("Range of a year, closes", "Lowest and highest close");
  const bit = lineOf(june.text, /^Over the last 90 days TSLTH/);
  const bits = lineOf(july.text, /^Over the last 90 days TSLTH/);
  expect(bit).not.toBe(bits);
  const say = (line: string) =>
    line.replace(
      "Over the last 90 days TSLTH has moved with Ostrabell",
      "TSLTH has, over the last 90 days, moved with Ostrabell",
    );
  const {text, again, conflicts} = mergeByStatement(
    june,
    edit(edit(june.text, was, own(was)), bit, say(bit)),
    july,
  );
  expect(text).toContain(say(bits));
  expect(text).toContain(own(is));
  expect(again.map(one => one.text)).toContain(say(bits));
  expect(conflicts).toEqual([]);
});

test("touched, with a direction that is another now, it is a conflict, and the new one stands", () => {
  const was = lineOf(may.text, /^\*?.*Over 30 days/);
  const edited = edit(may.text, was, was.replace("Over 30 days", "In the course of 30 days"));
  const {text, conflicts} = mergeByStatement(may, edited, july);
  const own = conflicts.find(one => one.edited.includes("In the course of"));
  expect(own).toMatchObject({base: was});
  expect(text).not.toContain("In the course of");
  if (own?.renewed !== undefined) expect(text).toContain(own.renewed);
});

test("what an editor put in stays where it was, and what they took out stays out", () => {
  const method = lineOf(june.text, /^- A quote’s own move follows/);
  const edited = edit(
    edit(june.text, `${method}\n`, ""),
    "## Method",
    "Nobody knows what comes.\n\n## Method",
  );
  const {text, conflicts} = mergeByStatement(june, edited, july);
  expect(text).toContain("Nobody knows what comes.\n\n## Method");
  expect(text).not.toContain(method);
  expect(conflicts).toEqual([]);
});

test("what the program says no longer, and an editor has touched, is a conflict without a place", () => {
  const sentence = "An old paragraph of the program.";
  const old = {...june, text: edit(june.text, "## Method", `${sentence}\n\n## Method`)};
  const edited = edit(old.text, sentence, "An old paragraph, reworded.");
  const {text, conflicts} = mergeByStatement(old, edited, july);
  expect(text + conflicts.map(one => one.edited).join()).toContain("An old paragraph, reworded.");
});

/** Words that no note has, and that claim nothing. */
const marker = fc.stringMatching(/^zq[a-y]{6}$/);
const change = fc.record({
  at: fc.nat(),
  kind: fc.constantFrom("word", "paragraph", "item", "out", "swap", "whole"),
  marker,
});
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

/** The text edited, and the words that were put in and not taken out again. */
function editedBy(text: string, changes: readonly Change[]): string {
  let units = unitsOf(text).map(one => one.before + one.text);
  const end = units.findIndex((one, i) => i > 0 && one.trim() === "---");
  for (const {at, kind, marker} of changes) {
    const i = end + 1 + (at % (units.length - end - 1));
    const one = units[i] ?? "";
    // A table that is torn apart is no table any more.
    if ([one, units[i + 1], units[i + 2]].some(unit => unit?.trim().startsWith("|"))) continue;
    if (kind === "word" && !/^\n*[|!]/.test(one))
      units[i] = one.replace(/(\p{L}{3,}) /u, `$1 ${marker} `);
    if (kind === "whole" && !/^\n*[|!#]/.test(one)) units[i] = `\n\n${marker} and nothing else.`;
    if (kind === "paragraph") units.splice(i + 1, 0, `\n\nHere is ${marker}.`);
    if (kind === "item" && /^\n+- /.test(one)) units.splice(i + 1, 0, `\n- Here is ${marker}.`);
    if (kind === "out") units = units.toSpliced(i, 1);
    if (kind === "swap" && i + 1 < units.length)
      [units[i], units[i + 1]] = [units[i + 1] ?? "", one];
  }
  return `${units.join("").trim()}\n`;
}

const words = (text: string) => new Set(text.match(/zq[a-y]{6}/g));
const numeric = new Set([
  "wrong-rounding",
  "wrong-direction",
  "wrong-unit",
  "wrong-quantity",
  "stale",
  "unsupported",
]);

test("no word of an editor is lost, and no number is unsupported unless it is to be read again", () => {
  const pair = fc.constantFrom("june", "may", "back", "turkish");
  fc.assert(
    fc.property(pair, fc.array(change, {minLength: 1, maxLength: 8}), (which, changes) => {
      const [base, renewed] = {
        june: [june, july],
        may: [may, july],
        back: [july, may],
        turkish: [turkish.june, turkish.july],
      }[which] as [Written, Written];
      const edited = editedBy(base.text, changes);
      const merged = mergeByStatement(base, edited, renewed);
      const kept = words(merged.text + merged.conflicts.map(one => one.edited).join("\n"));
      for (const word of words(edited)) expect(kept).toContain(word);
      for (const {kind, line, reason, text} of check(merged.text, renewed.evidence))
        if (numeric.has(kind) && /\d/.test(text))
          expect([reason, isMarked(merged, line)]).toEqual([reason, true]);
    }),
    {numRuns: 16},
  );
}, 60_000);

function isMarked({text, again}: Merged, line: number): boolean {
  const said = text.split("\n")[line - 1] ?? "";
  return again.some(one => one.text.split("\n").includes(said));
}
