import {expect, test} from "vitest";
import {readFrontMatter} from "../../src/markdown/frontMatter.ts";

test("front matter is taken off, and read as data", () => {
  const {data, body, bodyOffset, problems} = readFrontMatter(
    '---\ntitle: "A \\"title\\""\ntags: [a, b]\n---\n\n# A\n',
  );
  expect(data).toEqual({title: 'A "title"', tags: ["a", "b"]});
  expect([body, bodyOffset, problems]).toEqual(["\n# A\n", 42, []]);
});

test.each([
  ['title: "It\'s 5%"', '"It\'s 5%"'],
  ["title: 'It''s 5%' # why", "'It''s 5%'"],
  ["title:   It's 5%  ", "It's 5%"],
  ["title: >-\n  It's\n  5%", undefined],
  ['"title": "It\\u0027s 5%"', '"It\\u0027s 5%"'],
])("a title is found however YAML writes it: %j", (line, written) => {
  const {title, source} = readFrontMatter(`---\nlang: en\n${line}\n---\nText`);
  expect(title?.text).toBe("It's 5%");
  if (written)
    expect(source.slice(title?.from, title?.to)).toBe(written.replace(/^["']|["']$/g, ""));
});

test("a byte-order mark and other line ends change no line and no column", () => {
  const text = "---\ntitle: A\n---\nText\n";
  const {title, source, body} = readFrontMatter(`\uFEFF${text.replaceAll("\n", "\r\n")}`);
  expect([title?.text, source, body]).toEqual(["A", text, "Text\n"]);
});

test.each([
  "# A\n\n---\n",
  "---\n\nText.\n\n---\nMore",
  "--- \ntitle: x\n",
  "text\n---\na: 1\n---\n",
  "",
])("%j has none", text => {
  const {data, body, bodyOffset} = readFrontMatter(text);
  expect([data, body, bodyOffset]).toEqual([{}, text, 0]);
});

test("what is wrong is told with its place, and the rest is read", () => {
  const {title, problems, body} = readFrontMatter(
    "---\ntitle: A\ndescription: one: two\n---\nText",
  );
  expect([title?.text, body]).toEqual(["A", "Text"]);
  expect(problems[0]).toMatchObject({at: expect.any(Number), message: expect.any(String)});
});

test.each([
  ["nested without end", `a: ${"[".repeat(4_900)}`],
  ["of aliases", "a: &a [1, 2]\nb: [*a, *a]"],
  ["longer than anybody writes", `a: ${"x".repeat(20_000)}`],
  ["with a key of the language's own", "__proto__: {title: B}\nconstructor: 1"],
])("front matter %s breaks nothing", (_what, yaml) => {
  const {body, title} = readFrontMatter(`---\n${yaml}\n---\nText`);
  expect([body, title]).toEqual(["Text", undefined]);
  expect("title" in {}).toBe(false);
});
