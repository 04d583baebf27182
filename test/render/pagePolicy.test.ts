import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {UsageError} from "../../src/model/errors.ts";
import {renderHtml} from "../../src/render/html.ts";
import {ownTemplates, readTemplates} from "../../src/render/templates.ts";
import {temporary} from "../cli/support.ts";
import {samplePage} from "./fixtures/sample.ts";

const ours = (await readTemplates()).get("page.hbs")?.text ?? "";
let place: ReturnType<typeof temporary>;
beforeEach(() => {
  place = temporary();
});
afterEach(() => place[Symbol.dispose]());

/** The page by a person's own template. */
async function pageBy(template: string): Promise<string> {
  const folder = join(place.path, "templates");
  mkdirSync(folder, {recursive: true});
  writeFileSync(join(folder, "page.hbs"), template);
  return renderHtml(samplePage({templates: await readTemplates(folder)}, 3));
}

const within = (words: string) => ours.replace("<main>", `${words}\n<main>`);

test("a template that changes the layout is taken", async () => {
  const header =
    '<header class="top" data-kind="x"><nav><a href="https://a.example/">Home</a></nav></header>';
  expect(await pageBy(within(header))).toContain(header);
  expect(await pageBy(ours)).toBe(await renderHtml(samplePage({}, 3)));
});

test.each([
  ["no policy", ours.replace(/<meta http-equiv.*\n/, "")],
  ["a weaker policy", ours.replace("default-src 'none'", "default-src *")],
  ["a script before the policy", ours.replace("<meta charset", "<script>1</script><meta charset")],
  ["a policy in a comment", ours.replace(/(<meta http-equiv.*)\n/, "<!-- $1 -->\n")],
  ["something before the page", `<p>hello</p>${ours}`],
  ["another character set", ours.replace("utf-8", "utf-7")],
])("%s is refused, and what to do is said", async (_, template) => {
  const failed = await pageBy(template).catch(error => error);
  expect(failed).toBeInstanceOf(UsageError);
  expect(failed.message).toContain(join(place.path, "templates/page.hbs"));
  expect(failed.message).toContain(`begin with the first five lines of ${ownTemplates}/page.hbs`);
});

test.each([
  ["<script>alert(1)</script>", "<script"],
  ['<script src="https://a.example/x.js"></script>', "<script"],
  ['<script type="module">1</script>', "<script"],
  ['<p onclick="alert(1)">x</p>', "onclick"],
  ["<p ONCLICK=alert(1)>x</p>", "onclick"],
  ['<iframe srcdoc="x"></iframe>', "<iframe"],
  ["<object data=x></object>", "<object"],
  ['<base href="https://evil.example/">', "<base"],
  ['<form action="/x"></form>', "<form"],
  ['<link rel="stylesheet" href="https://a.example/x.css">', "<link"],
  ['<meta http-equiv="refresh" content="0;url=https://evil.example">', 'http-equiv="refresh"'],
  ['<a href=" javascript:alert(1)">x</a>', "href"],
  ['<img src="https://a.example/x.png" alt="">', "src"],
  ['<svg><a xlink:href="javascript:1">x</a></svg>', "xlink:href"],
  ["{{#if (is title title)}}<script>1</script>{{/if}}", "<script"],
])("%s is refused by name and place", async (words, found) => {
  const template = within(words);
  const line = template.split("\n").findIndex(one => one.includes(words)) + 1;
  const failed = await pageBy(template).catch(error => error);
  expect(failed).toBeInstanceOf(UsageError);
  expect(failed.message).toContain(`a page may not hold ${found}`);
  if (found.startsWith("<")) expect(failed.message).toContain(`page.hbs:${line}:`);
});
