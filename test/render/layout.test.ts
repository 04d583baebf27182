import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import type {Article} from "../../src/model/article.ts";
import {UsageError} from "../../src/model/errors.ts";
import {plainHouse} from "../../src/model/house.ts";
import {chartStyle} from "../../src/render/charts/pageStyle.ts";
import {renderHtml} from "../../src/render/html.ts";
import {renderMarkdown} from "../../src/render/markdown.ts";
import {styleDigest} from "../../src/render/style.ts";
import {readTemplates} from "../../src/render/templates.ts";
import {samplePage} from "./fixtures/sample.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "assay-layout-"));
});

afterEach(() => rmSync(folder, {recursive: true}));

const article: Article = {
  id: "2026-03-20-coin",
  locale: "en",
  asOf: "2026-03-20T02:00:00Z",
  asset: {id: "coin", symbol: "*CN*", name: "A <b>coin</b> [x](https://evil.example)"},
  news: {lead: "quiet", score: 0},
  title: ["Up ", {name: "a*b"}],
  deck: ["Deck."],
  description: "Deck.",
  byline: ["By"],
  minutes: 1,
  header: "Header",
  pageOf: "{page} of {pages}",
  keyData: [{label: ["Price"], value: ["$1"]}],
  keyDataSource: ["Source"],
  summaryHeading: "In brief",
  summary: [["One"]],
  sections: [{heading: ["Section"], blocks: [{kind: "paragraph", text: ["Words"]}]}],
  tags: ["*CN*", "<b>"],
  authorship: {
    unchanged: "untouched",
    changed: "touched",
    faulty: "touched ({count})",
    same: "the same",
    former: "the one before",
  },
};

const put = (name: string, text: string) => writeFileSync(join(folder, name), text);

async function write(template: string, others: Readonly<Record<string, string>> = {}) {
  put("own.md.hbs", template);
  for (const [name, text] of Object.entries(others)) put(name, text);
  return renderMarkdown(article, "own", await readTemplates(folder));
}

async function complaint(template: string, others?: Readonly<Record<string, string>>) {
  const error = await write(template, others).catch(cause => cause);
  expect(error).toBeInstanceOf(UsageError);
  return (error as Error).message.replaceAll(`${folder}/`, "");
}

test.each([
  [
    "a\n  {{md titel}}",
    /^own\.md\.hbs:2:8: there is no field "titel" here; did you mean "title"\? There are banner, image, id, /,
  ],
  [
    "{{asset.nme}}",
    /:1:3: there is no field "nme" here; did you mean "name"\? There are id, symbol, name$/,
  ],
  ["{{#if baner}}x{{/if}}", /:1:7: there is no field "baner" here; did you mean "banner"/],
  [
    "{{#each keyData}}\n{{md lable}}\n{{/each}}",
    /:2:6: .*"lable".*did you mean "label"\? There are label, value/,
  ],
  ["{{#each keyData}}{{md title}}{{/each}}", /:1:23: .*the whole has it: write @root\.title/],
  ["{{#each keyData as |one|}}{{md one.vaule}}{{/each}}", /:1:32: .*"vaule".*"value"/],
  ["{{#each keyData}}{{md ../titel}}{{/each}}", /:1:23: .*"titel".*"title"/],
  ["{{@root.titel}}", /:1:3: .*did you mean "title"/],
  ["{{keyData.label}}", /:1:3: .*[Tt]his is a list: take its items with \{\{#each\}\}/],
  ["{{locale.x.y}}", /:1:3: .*no field "x": what it is asked of has no fields/],
])("a field that does not exist is named with its place: %s", async (template, says) => {
  expect(await complaint(template)).toMatch(says);
});

test.each([
  ["{{markdown title}}", /^own\.md\.hbs:1:1: there is no helper markdown; .*there are md, cell, /],
  ["x {{#if (iss locale 1)}}{{/if}}", /:1:9: there is no helper iss; did you mean is\?/],
  ["{{#eahc keyData}}{{/eahc}}", /:1:1: there is no block #eahc; did you mean #each\?/],
  ["{{#if}}{{/if}}", /:1:1: #if takes one value, and this has 0/],
  ["{{> blokc}}", /:1:1: there is no partial blokc; did you mean block\?/],
  ["{{@idnex}}", /:1:3: there is no value @idnex; did you mean @index\?/],
  ['{{#*inline "x"}}{{/inline}}', /:1:1: inline partials.*not used here/],
  ['{{> (lookup . "x")}}', /:1:1: the name of a partial is written out/],
  ["{{nope 1}}\n{{nor 2}}", /own\.md\.hbs:1:1: .*nope.*\nown\.md\.hbs:2:1: .*nor/],
])("what cannot be called is named with its place: %s", async (template, says) => {
  expect(await complaint(template)).toMatch(says);
});

test.each([
  ["a\n{{#if locale}}\nb", /^own\.md\.hbs:3:2: .*ends within a block that is not closed/],
  ["a\nb {{md title}\nc", /^own\.md\.hbs:2:13: this is not Handlebars: "\}/],
  ["{{#if locale}}\n{{/each}}", /^own\.md\.hbs:1:4: if doesn't match each/],
  ["{{foo", /^own\.md\.hbs:1:\d+: this is not Handlebars/],
])("what is no Handlebars is named with its place: %j", async (template, says) => {
  expect(await complaint(template)).toMatch(says);
});

test.each([
  [
    "nested blocks",
    "{{#if locale}}".repeat(41) + "{{/if}}".repeat(41),
    /:1:\d+: blocks stand more than 40 deep/,
  ],
  [
    "9,000 nested blocks",
    "{{#if locale}}".repeat(9_000) + "{{/if}}".repeat(9_000),
    /it has 18000 tags/,
  ],
  ["9,000 open blocks", "{{#if locale}}\n".repeat(9_000), /it has 9000 tags/],
  ["a chain", `{{#if locale}}${"{{else if locale}}".repeat(900)}{{/if}}`, /more than 40 deep/],
  ["many tags", "{{locale}}\n".repeat(50_000), /it has 50000 tags, and the most is 1000/],
  ["a long path", `x\n{{${"locale.".repeat(9_000)}}}`, /:2:1: a tag of more than 1000 characters/],
  [
    "nested calls",
    `{{#if ${"(is ".repeat(9_000)}1${" 1)".repeat(9_000)}}}{{/if}}`,
    /a tag of more than/,
  ],
  [
    "a long text that is none",
    `${"words\n".repeat(50_000)}{{#if locale}}`,
    /^own\.md\.hbs:50001:15: .*not closed/,
  ],
])("a template of %s is refused at once", async (_, template, says) => {
  const start = performance.now();
  expect(await complaint(template)).toMatch(says);
  expect(performance.now() - start).toBeLessThan(10_000);
});

test("as much as is allowed is laid out", async () => {
  const nested = `${"{{#if locale}}".repeat(40)}in${"{{/if}}".repeat(40)}`;
  expect(await write(`${nested}{{!-- ${"a long comment ".repeat(100)} --}}`)).toBe("in\n");
});

test.each([
  ["{{asset}}", /:1:3: this is an object: name one of its fields, id, symbol, name/],
  ["{{keyData}}", /:1:3: this is a list/],
  ["{{md asset.name}}", /:1:1: md takes a text of the article, and this is words/],
  ["{{md}}", /:1:1: md takes a text.*nothing/],
  ["{{quoted title}}", /:1:1: quoted takes words, and this is a list/],
])("a value that does not fit is named with its place: %s", async (template, says) => {
  expect(await complaint(template)).toMatch(says);
});

test("a note with nothing to take away has no heading over it", async () => {
  const own = await readTemplates();
  expect(renderMarkdown(article, "coin-note", own)).toContain("**In brief**");
  expect(renderMarkdown({...article, summary: []}, "coin-note", own)).not.toContain("In brief");
});

test("a fault in a partial names the partial", async () => {
  expect(await complaint("\n{{> mine}}", {"mine.md.hbs": "x\n{{md titel}}"})).toMatch(
    /^mine\.md\.hbs:2:6: .*titel/,
  );
});

test("a partial that includes itself without end is named", async () => {
  expect(await complaint("{{> mine}}", {"mine.md.hbs": "{{> mine}}"})).toMatch(
    /mine\.md\.hbs: it includes itself without end/,
  );
});

test("an unknown template is named, with those that there are", async () => {
  const templates = await readTemplates(folder);
  expect(() => renderMarkdown(article, "coin-nte", templates)).toThrow(
    /no template "coin-nte"; did you mean coin-note\? There are: block, coin-note, table/,
  );
  await expect(readTemplates(join(folder, "none"))).rejects.toThrow(/no folder of templates at/);
});

test.each(["Coin.md.hbs", "coin-note.hbs", "screen.css"])(
  "a file that nothing would use is refused: %s",
  async name => {
    put(name, "");
    await expect(readTemplates(folder)).rejects.toThrow(/nothing uses a file of this name/);
  },
);

test("words from outside come out escaped, however a template prints them", async () => {
  const escaped = "A \\<b\\>coin\\</b\\> \\[x\\](https\\://evil.example)";
  for (const way of [
    "{{asset.name}}",
    "{{{asset.name}}}",
    "{{&asset.name}}",
    '{{lookup asset "name"}}',
  ])
    expect(await write(way)).toBe(`${escaped}\n`);
  expect(await write("{{#with asset}}{{name}}{{/with}}")).toBe(`${escaped}\n`);
  expect(await write("{{#each asset}}{{this}};{{/each}}")).toBe(`coin;\\*CN\\*;${escaped};\n`);
  expect(await write("{{title}} {{md title}}")).toBe("Up a\\*b Up a\\*b\n");
  expect(await write("{{#each tags}}{{this}}{{md this}} {{/each}}{{json tags}}")).toBe(
    '\\*CN\\*\\*CN\\* \\<b\\>\\<b\\> ["*CN*","<b>"]\n',
  );
  expect(await write("{{md (lookup tags 0)}}")).toBe("\\*CN\\*\n");
});

test.each(["constructor", "__proto__", "asset.constructor.name", "title.map", "locale.trim"])(
  "nothing is reached by way of a prototype: %s",
  async path => {
    expect(await complaint(`{{${path}}}`)).toMatch(/there is no field/);
    expect(await complaint(`{{lookup this "${path.split(".")[0]}x"}}`)).toMatch(/no field/);
  },
);

test("a user's partial takes the place of ours, and new ones can be used", async () => {
  put("block.md.hbs", "B{{> mine}}");
  put("mine.md.hbs", "({{kind}})");
  const templates = await readTemplates(folder);
  expect(renderMarkdown(article, "coin-note", templates)).toContain("\nB(paragraph)\n");
  expect(renderMarkdown(article, "coin-note", await readTemplates())).toContain("\nWords\n");
});

test("a changed template is seen the next time", async () => {
  expect(await write("one")).toBe("one\n");
  expect(await write("two")).toBe("two\n");
});

test("the digest of the style changes with what the note uses, and with nothing else", async () => {
  const digest = async (name = "coin-note", house = plainHouse) =>
    styleDigest(house, name, await readTemplates(folder));
  const before = await digest();
  put("unused.md.hbs", "x");
  expect(await digest()).toBe(before);
  expect(await digest("coin-note", {...plainHouse, name: "Other"})).not.toBe(before);
  put("page.css", "p{}");
  const styled = await digest();
  expect(styled).not.toBe(before);
  put("table.md.hbs", "x");
  expect(await digest()).not.toBe(styled);
});

const page = async (files: Readonly<Record<string, string>>) => {
  for (const [name, text] of Object.entries(files)) put(name, text);
  return renderHtml(
    samplePage({
      markdown: "Words",
      title: "<script>1</script>",
      templates: await readTemplates(folder),
    }),
  );
};

test("a user's page and styles take the place of ours, and can print no words raw", async () => {
  const ours = (await readTemplates()).get("page.hbs")?.text ?? "";
  const beginning = ours.split("\n").slice(0, 5).join("\n").replace("{{lang}}", "en");
  const html = await page({
    "page.hbs": `${beginning}<title>{{{title}}}</title><style>{{{style}}}</style>{{content}}`,
    "page.css": "p > a{}",
  });
  expect(html).toBe(
    `${beginning}<title>&lt;script&gt;1&lt;/script&gt;</title><style>${chartStyle}\np > a{}</style><p>Words</p>`,
  );
});

test("a fault of the page names its place; a style sheet cannot end the page", async () => {
  await expect(page({"page.hbs": "\n{{titel}}"})).rejects.toThrow(
    /page\.hbs:2:3: there is no field "titel" here; did you mean "title"/,
  );
  await expect(page({"page.css": "</STYLE><script>"})).rejects.toThrow(/page\.css: .*<\/style/);
});

test("a folder may hold other things", async () => {
  mkdirSync(join(folder, "old"));
  put("README.md", "x");
  put(".page.hbs.swp", "x");
  expect((await readTemplates(folder)).size).toBe((await readTemplates()).size);
});
