import {readFileSync} from "node:fs";
import {expect, test} from "vitest";
import {faultLine} from "../../src/check/fault.ts";
import {faultsSchema} from "../../src/model/fault.ts";

test("docs/check.md explains every kind of fault, and no other", () => {
  const text = readFileSync(new URL("../../docs/check.md", import.meta.url), "utf8");
  const explained = [...text.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, kind]) => kind!);
  const kinds = faultsSchema.shape.faults.element.shape.kind.options;
  expect(explained.toSorted()).toEqual(kinds.toSorted());
});

test("a line for people holds one line, whatever the text holds", () => {
  const fault = {line: 3, column: 7, text: "a\n\u001b[2Jb", kind: "cause", reason: "why"} as const;
  expect(faultLine("n.md", fault)).toBe("n.md:3:7  cause  “a [2Jb”  why");
  expect(faultLine("n.md", {...fault, suggestion: "c"})).toBe("n.md:3:7  cause  “a [2Jb”  why → c");
});
