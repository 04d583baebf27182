import {expect, test} from "vitest";
import {UsageError} from "../../src/model/errors.ts";
import {aboutOf, requirePrintable} from "../../src/render/about.ts";
import {draftOf} from "../walk.ts";

const {draft} = await draftOf({
  coin: "tessilith",
  data: "samples/simulated",
  asOf: "2025-07-02T00:00:00Z",
});
const {markdown} = draft;
const deck = /^\*.*\*$/m;
const of = (text: string) => aboutOf(draft, text);

test("title, deck and key data that a person has changed are what is told of the note", () => {
  const text = markdown
    .replace(/^# .*$/m, "# A *quiet* week")
    .replace(deck, "*Nothing happened.*")
    .replace(/^\| Price \| .*$/m, "| Price | not asked |");
  expect(of(text)).toMatchObject({title: "A quiet week", description: "Nothing happened."});
  expect(of(text).keyData[0]).toEqual({label: "Price", value: "not asked"});
});

test.each([
  ["the deck", deck],
  ["the title", /^# .*$/m],
])("without %s the description is still the one that the text has", (_, part) => {
  expect(of(markdown.replace(part, "")).description).toBe(of(markdown).description);
});

test("a description of a person's own stays beside any deck", () => {
  const text = markdown.replace(/^description: .*$/m, 'description: "Ours"');
  expect(of(text.replace(deck, "*Nothing happened.*")).description).toBe("Ours");
});

test("a text without front matter, title and table is told of by what the draft knows", () => {
  for (const text of ["", "Some words.\n", "---\ntitle: [a\n---\n"])
    expect(of(text)).toMatchObject({title: draft.evidence.note.title, keyData: []});
});

const front = markdown.slice(0, markdown.indexOf("\n---\n") + 5);
test.each([
  ["nothing", "", "is empty"],
  ["white space", " \r\n\n", "is empty"],
  ["front matter", front, "is empty"],
  ["no title", markdown.replace(/^# .*$/m, ""), "has no title"],
  ["an empty title", markdown.replace(/^# .*$/m, "# "), "has no title"],
  ["a title further down in rank", markdown.replace(/^# /m, "## "), "has no title"],
  ["words and no title", "Some words.\n", "has no title"],
])("a text of %s is not printed", (_, text, says) => {
  expect(() => requirePrintable(draft, text)).toThrow(UsageError);
  expect(() => requirePrintable(draft, text)).toThrow(says);
});

test("one whose title is left to the front matter by its template is", () => {
  const untitled = {...draft, markdown: markdown.replace(/^# .*$/m, "")};
  expect(() => requirePrintable(untitled, `${untitled.markdown}\nMore.\n`)).not.toThrow();
  expect(() => requirePrintable(draft, `# Another\n\nMore.\n`)).not.toThrow();
});
