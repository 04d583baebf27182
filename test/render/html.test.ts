import {expect, test} from "vitest";
import {cssString} from "../../src/render/css.ts";
import {type Page, renderHtml} from "../../src/render/html.ts";
import {samplePage} from "./fixtures/sample.ts";

const svg =
  '<svg width="680" height="300" viewBox="0 0 680 300"><defs><clipPath id="a"></clipPath></defs>' +
  '<g clip-path="url(#a)"></g><text>12</text></svg>';

async function content(markdown: string, change: Partial<Page> = {}): Promise<string> {
  const html = await renderHtml(
    samplePage({markdown, charts: new Map([["c.svg", svg]]), ...change}),
  );
  return /<main>\n([\s\S]*)<\/main>/.exec(html)![1]!.trim();
}

test("front matter is left out, and a rule in the text is not taken for it", async () => {
  expect(await content("---\ntitle: x\n---\n# A\n\n---\n")).toBe('<h1 id="a">A</h1>\n<hr>');
});

test("the emphasised paragraph below the title is the deck, the next one the dateline", async () => {
  const html = await content("# A\n\n*Deck.*\n\n20 March\n\nText\n\n*Later.*");
  expect(html).toContain(
    '<p class="deck">Deck.</p>\n<p class="dateline">20 March</p>\n<p>Text</p>',
  );
  expect(html).toContain("<p><i>Later.</i></p>");
});

test("a headless table above the first section is the key data, with row headers", async () => {
  const table = "| | |\n| --- | --- |\n| Price | $1 |\n";
  const html = await content(`# A\n\n${table}\n## B\n\n${table}`);
  expect(html.match(/key-data/g)).toHaveLength(1);
  expect(html).toContain('<tr><th scope="row">Price</th><td>$1</td></tr>');
});

test("an exhibit is one figure: caption, chart or table, source", async () => {
  const html = await content("**Exhibit 1. Price**\n\n![It rose](c.svg)\n\n*Source: X.*\n\nText");
  expect(html).toMatch(
    /^<figure>\n<figcaption><b>Exhibit 1. Price<\/b><\/figcaption>\n<div class="chart"><div class="drawing" role="img" aria-label="It rose"><svg[\s\S]*<\/svg><\/div><\/div>\n<p class="source">Source: X.<\/p>\n<\/figure>\n<p>Text<\/p>$/,
  );
});

test("a chart is one picture: of its two drawings the page shows one, in the page's colours", async () => {
  const charts = new Map([
    ["charts/price.svg", svg.replace("<text>", '<text fill="#0b5cab">')],
    ["charts/price-narrow.svg", svg.replaceAll("680", "320")],
    ["charts/price.csv", "date\r\n"],
  ]);
  const html = await content("![It rose](charts/price.svg)", {charts});
  expect(html.match(/role="img" aria-label="It rose"/g)).toHaveLength(1);
  expect(html.match(/role="img"|aria-label=|<title>It|<desc/g)).toHaveLength(2);
  expect(html.match(/<svg[^>]* class="(?:wide|narrow)"/g)).toHaveLength(2);
  expect(html).toContain('fill="var(--chart-coin)"');
  expect(html).toContain('<a class="data" href="charts/price.csv" download>price.csv</a>');
  const alone = await content("![It rose](c.svg)");
  expect(alone).not.toMatch(/class="(?:wide|narrow|data)"/);
});

test("an exhibit without a source line, and a strong paragraph alone, lose nothing", async () => {
  expect(await content("**E**\n\n| a |\n| --- |\n| b |\n\nText")).toMatch(
    /<\/figure>\n<p>Text<\/p>$/,
  );
  expect(await content("**Only this.**\n\nText")).toBe("<p><b>Only this.</b></p>\n<p>Text</p>");
});

test("a table may break over pages from 26 rows on, not before", async () => {
  const table = (rows: number) => `| a |\n| ---: |\n${"| 1 |\n".repeat(rows)}`;
  expect(await content(table(25))).not.toContain("long");
  expect(await content(table(26))).toContain('<div class="table long"');
  expect(await content(`**E**\n\n${table(26)}`)).toContain('<figure class="long">');
  expect(await content(table(1))).toContain('<td class="right">1</td>');
});

test("each chart keeps its ids to itself and has one text alternative", async () => {
  const html = await content('![He said "up" & <b>](c.svg)\n\n![Two](c.svg)');
  expect(html).toContain('aria-label="He said &#34;up&#34; &amp; &#60;b&#62;"');
  for (const id of ["c1-a", "c2-a"]) {
    expect(html).toContain(`id="${id}"`);
    expect(html).toContain(`url(#${id})`);
  }
  expect(html).not.toContain('width="680"');
});

test("a picture that is not a chart of the note shows its words and loads nothing", async () => {
  expect(await content("![A cat](https://example.org/cat.png)")).toBe(
    '<p><span class="missing">A cat</span></p>',
  );
});

test.each([
  "<script>alert(1)</script>",
  "<style>body{display:none}</style>",
  "text <img src=x onerror=alert(1)> text",
  "<!-- comment -->",
  "<svg/onload=alert(1)>",
])("raw HTML is shown as text: %s", async markdown => {
  const html = await content(markdown);
  expect(html).not.toMatch(/<(?:script|style|img|svg|!)/);
  expect(html).toMatch(/&(?:#60|lt);/);
});

test.each([
  "javascript:alert(1)",
  "JavaScript&#58;alert(1)",
  "java&#115;cript:alert(1)",
  "data:text/html,x",
  "vbscript:x",
  "file:///etc/passwd",
  "//evil.example/x",
  "\\\\evil.example\\x",
  " javascript:alert(1)",
])("a link to %s is not a link", async href => {
  expect(await content(`[go](<${href}>)`)).not.toContain("<a ");
});

test.each([
  "https://a.b/?x=1&y=2#z",
  "mailto:a@b.c",
  "#method",
  "evidence.json",
  "charts/a%20b.svg",
])("a link to %s is kept", async href => {
  expect(await content(`[go](${href})`)).toContain(
    `<a href="${href.replace("&", "&amp;")}">go</a>`,
  );
});

test.each([
  "<script>1</script>",
  '<path onclick="x"/>',
  '<image href="http://x/y"/>',
  "<foreignObject/>",
])("a chart that holds %s is refused", async inner => {
  const charts = new Map([["c.svg", `<svg viewBox="0 0 1 1">${inner}</svg>`]]);
  await expect(content("![x](c.svg)", {charts})).rejects.toThrow("a chart may not hold");
});

test("hostile words in head and margins stay words", async () => {
  const hostile = '</style><script>x</script> */ } "\\ \n\u202E\u0000 İğüşöç 🚀';
  const html = await renderHtml(
    samplePage({
      charts: new Map(),
      title: hostile,
      description: hostile,
      header: hostile,
      banner: hostile,
      lang: '"><x',
    }),
  );
  expect(html).not.toContain("<script");
  expect(html).not.toContain("<x");
  expect(html.match(/<\/style>/g)).toHaveLength(1);
  expect(html).not.toContain("\u202E");
});

test("a CSS string holds nothing that could end it", () => {
  expect(cssString('a"b\\c</style>\n')).toBe('"a\\22 b\\5c c\\3c \\2f style\\3e \\a "');
});

test("the page forbids itself to load or run anything", async () => {
  const html = await renderHtml(samplePage());
  expect(html).toContain(
    "content=\"default-src 'none'; style-src 'unsafe-inline'; font-src data:;",
  );
  expect(html).not.toMatch(
    /\b(?:src|href)="?(?:https?:)?\/\/(?!(?:example\.org|www\.coingecko\.com)\/?)/,
  );
});

test("the same page gives the same HTML", async () => {
  expect(await renderHtml(samplePage())).toBe(await renderHtml(samplePage()));
});
