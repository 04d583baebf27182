import fc from "fast-check";
import {parseHTML} from "linkedom";
import {expect, test} from "vitest";
import type {Text} from "../../src/model/text.ts";
import {cell, md} from "../../src/render/helpers.ts";
import {renderHtml} from "../../src/render/html.ts";
import {samplePage} from "./fixtures/sample.ts";

/** The addresses that are live on the page of that Markdown. */
async function live(markdown: string): Promise<string[]> {
  const html = await renderHtml(samplePage({markdown, charts: new Map()}));
  const anchors = parseHTML(html).document.querySelectorAll("main a");
  return [...anchors].map(anchor => anchor.getAttribute("href") ?? "");
}

/** The three places where a note links an address from outside. */
const notes = (name: string, href: string): string[] => {
  const linked: Text = ["Up ", {name, href}, " and on"];
  const cited: Text = [{cited: "It is so.", source: {name, href}}];
  return [
    `# A\n\n${md(linked)}\n`,
    `# A\n\n${md(cited)}\n`,
    `# A\n\n## B\n\n| a | b |\n| --- | --- |\n| ${cell(linked)} | end |\n`,
  ];
};

/** An address as an address bar would show it: what is no mark is written by its number. */
const shown = (href: string) => href.toWellFormed().replace(/[\s\p{C}]/gu, encodeURIComponent);

async function leadsThereOnly(name: string, href: string): Promise<void> {
  for (const note of notes(name, href)) expect(await live(note), note).toEqual([shown(href)]);
}

test.each([
  "https://a.example/x)",
  "https://a.example/x) and [more](https://evil.example",
  'https://a.example/x "title',
  "https://a.example/a(b(c",
  "https://a.example/\\)",
  "https://a.example/|b|c",
  "https://a.example/<b>`c`",
  "https://a.example/?a=1&copy;=2&#58;",
  "https://a.example/a\n\n# b",
  "https://[::1]/a",
])("exactly the address that was given is live: %j", async href => {
  await leadsThereOnly("Source", href);
});

test("whatever the address and the name, exactly that address is live", async () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ..."()[]<>\\`*_~|&;#!\"'{}@:.-= \n\t\u202e\u00a0",
      "](",
      ")[x](https://evil.example/",
      "<https://evil.example>",
      "&amp;",
      "&#41;",
      "&rpar;",
      "%29",
      "www.evil.example",
      "https://evil.example",
      "a@evil.example",
      "\n\n[x]: https://evil.example\n\n",
    ),
    fc.string({unit: "grapheme", maxLength: 3}),
  );
  const words = fc.array(piece, {maxLength: 8}).map(parts => parts.join(""));
  await fc.assert(
    fc.asyncProperty(words, words, (name, rest) =>
      leadsThereOnly(`S${name}`, `https://a.example/${rest}`),
    ),
    {numRuns: 150},
  );
}, 120_000);

test.each(["javascript:alert(1)", "data:text/html,x", "//evil.example", "file:///etc/passwd", ""])(
  "%j is not written as a link at all",
  href => {
    expect(md([{name: "Source", href}])).toBe("Source");
  },
);
