import {expect, test} from "vitest";
import {check} from "../../../src/check/check.ts";
import {evidenceWith} from "../evidence.ts";

const evidence = evidenceWith([]);
const page = "# The coin held still. Why?\n\n*The deck says it.*\n\nText.\n";

test.each([
  'title: "The coin held still. Why?"',
  'description: "The deck says it."',
  'description: "The deck says it."\ntitle: "The coin held still. Why?"',
  "title: >-\n  The coin held\n  still. Why?",
])("front matter that is the page's is no fault, whatever of it is there: %j", front =>
  expect(check(`---\n${front}\n---\n\n${page}`, evidence)).toEqual([]),
);

test.each([
  ['title: "The coin fell hard."', "The coin held still. Why?"],
  ["description: Another one", "The deck says it."],
])("front matter that is not the page's is told: %j", (front, suggestion) =>
  expect(check(`---\n${front}\n---\n\n${page}`, evidence)).toMatchObject([
    {line: 2, kind: "contradiction", suggestion},
  ]),
);
