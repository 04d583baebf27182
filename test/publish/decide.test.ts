import {expect, test} from "vitest";
import {decide} from "../../src/publish/decide.ts";
import type {Standing} from "../../src/publish/target.ts";

const release = {digest: "b".repeat(64)};
const receipt = (digest: string, stamp = "1", stored = "stored") => ({
  id: "p1",
  address: "https://blog.example/x/",
  digest: digest.repeat(64),
  stamp,
  stored,
});
const ours = (one: ReturnType<typeof receipt>, shown = true): Standing => ({
  state: "ours",
  receipt: one,
  shown,
});
const never = {again: false, overwrite: false};
const begun = (...digests: string[]) => new Set(digests.map(one => one.repeat(64)));

test.each([
  ["nothing there and nothing known", {state: "absent"}, undefined, begun(), never, "put"],
  ["nothing there, interrupted before", {state: "absent"}, undefined, begun("b"), never, "put"],
  ["removed", {state: "gone"}, receipt("a"), begun(), never, "again"],
  ["not found though it was put there", {state: "absent"}, receipt("a"), begun(), never, "again"],
  [
    "removed, and wanted again",
    {state: "gone"},
    receipt("a"),
    begun(),
    {...never, again: true},
    "put",
  ],
  ["an older version, as we left it", ours(receipt("a")), receipt("a"), begun(), never, "put"],
  ["touched, the text as we left it", ours(receipt("a", "2")), receipt("a"), begun(), never, "put"],
  ["edited by hand", ours(receipt("a", "2", "theirs")), receipt("a"), begun(), never, "overwrite"],
  [
    "edited by hand in the same second",
    ours(receipt("a", "1", "theirs")),
    receipt("a"),
    begun(),
    never,
    "overwrite",
  ],
  [
    "edited by hand, and to be written over",
    ours(receipt("a", "2", "theirs")),
    receipt("a"),
    begun(),
    {...never, overwrite: true},
    "put",
  ],
  [
    "done, the answer lost",
    ours(receipt("b", "2", "new")),
    receipt("a"),
    begun("b"),
    never,
    "nothing",
  ],
  [
    "done, the store restored",
    ours(receipt("b", "2", "new")),
    undefined,
    begun(),
    never,
    "nothing",
  ],
  ["made hidden, the answer lost", ours(receipt("b"), false), undefined, begun("b"), never, "put"],
  [
    "hidden, of what was never approved",
    ours(receipt("c"), false),
    undefined,
    begun(),
    never,
    "put",
  ],
  [
    "a newer version, the store restored",
    ours(receipt("c")),
    undefined,
    begun(),
    never,
    "overwrite",
  ],
  [
    "an older version whose answer was lost",
    ours(receipt("a", "2", "new")),
    undefined,
    begun("a"),
    never,
    "put",
  ],
  [
    "done, then edited by hand",
    ours(receipt("b", "2", "x")),
    receipt("b"),
    begun(),
    never,
    "overwrite",
  ],
  [
    "somebody else's",
    {state: "foreign", address: "", title: ""},
    undefined,
    begun(),
    {again: true, overwrite: true},
    "refuse",
  ],
] as const)("%s", (_, standing, receipt, begun, leave, expected) => {
  const decision = decide(standing as Standing, release, {receipt, begun}, leave);
  expect(decision.do === "ask" ? decision.for : decision.do).toBe(expected);
});
