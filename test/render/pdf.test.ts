import {createServer} from "node:http";
import type {AddressInfo} from "node:net";
import {PDFDict, PDFDocument, PDFName} from "@cantoo/pdf-lib";
import {afterAll, beforeAll, describe, expect, test, vi} from "vitest";
import {type Printer, withBrowser} from "../../src/render/browser.ts";
import {type Page, renderHtml} from "../../src/render/html.ts";
import {renderPdf} from "../../src/render/pdf.ts";
import {samplePage, sampleProperties} from "./fixtures/sample.ts";
import {ask, pageTexts} from "./tools.ts";

const properties = sampleProperties();
const {date} = properties;

let printer: Printer;
let done: () => void;
let closed: Promise<void>;
beforeAll(async () => {
  await new Promise<void>((resolve, reject) => {
    closed = withBrowser(
      async opened => {
        printer = opened;
        resolve();
        await new Promise<void>(finish => {
          done = finish;
        });
      },
      {pages: 2},
    );
    closed.catch(reject);
  });
});
afterAll(async () => {
  done();
  await closed;
});

async function print(change: Partial<Page> = {}, rows?: number): Promise<Uint8Array> {
  return renderPdf(await renderHtml(samplePage(change, rows)), properties, printer);
}

describe("the sample note", () => {
  let pdf: Uint8Array;
  beforeAll(async () => {
    pdf = await print({banner: "SIMULATED MARKET"});
  });

  test("is tagged, titled, in its language, outlined and dated", async () => {
    const document = await PDFDocument.load(pdf, {updateMetadata: false});
    const catalog = document.catalog;
    expect(catalog.lookup(PDFName.of("MarkInfo"), PDFDict).toString()).toContain("/Marked true");
    expect(catalog.get(PDFName.of("Lang"))?.toString()).toBe("(en)");
    expect(catalog.lookup(PDFName.of("ViewerPreferences"), PDFDict).toString()).toContain(
      "/DisplayDocTitle true",
    );
    expect(catalog.lookup(PDFName.of("Outlines"), PDFDict).toString()).toContain("/Count");
    expect(document.getTitle()).toBe(samplePage().title);
    expect(document.getCreationDate()).toEqual(date);
    expect(document.getModificationDate()).toEqual(date);
  });

  test("is sound", context => {
    expect(ask(context, "qpdf", ["--check"], pdf)).toContain("No syntax or stream encoding errors");
  });

  test("has fonts of our own only, all embedded", context => {
    const fonts = ask(context, "pdffonts", [], pdf).trim().split("\n").slice(2);
    expect(fonts.length).toBeGreaterThanOrEqual(4);
    for (const font of fonts) {
      expect(font).toMatch(/Inter|SourceSerif4/);
      expect(font).toMatch(/ yes yes yes /);
    }
  });

  test("has a heading, tables with headers, and figures with words for them", context => {
    const structure = ask(context, "pdfinfo", ["-struct-text"], pdf);
    for (const tag of ["H1", "H2", "H3", "Table", "TH", "Figure", "Caption", "BlockQuote", "L "])
      expect(structure).toContain(tag);
    const raw = ask(context, "qpdf", ["--qdf", "--object-streams=disable", "-"], pdf);
    expect(raw.match(/\/S \/Figure/g)).toHaveLength(4);
    expect(raw.match(/\/Alt \(/g)).toHaveLength(4);
    expect(raw).toContain("/Scope /Row");
    expect(raw).toContain("/Scope /Column");
  });

  test("has an outline that names its sections", context => {
    const outlines = ask(context, "qpdf", ["--json", "--json-key=outlines"], pdf);
    for (const heading of ["What to watch", "What would count as a break", "Evidence"])
      expect(outlines).toContain(`"title": "${heading}"`);
  });

  test("has its header, banner and page number on every page", context => {
    const pages = pageTexts(context, pdf);
    expect(pages.length).toBeGreaterThan(5);
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(samplePage().header);
      expect(page).toContain("SIMULATED MARKET");
      expect(page).toContain(`${index + 1} of ${pages.length}`);
    }
  });

  test("keeps exhibits whole and headings with their text", context => {
    const pages = pageTexts(context, pdf);
    const pageOf = (words: string) =>
      pages.findIndex(page => page.replace(/\s+/g, " ").includes(words));
    const together = [
      ["Exhibit 1. Price and volume", "Source: exchange closes; CoinGecko."],
      [
        "Exhibit 2. Dependence",
        "30 days 0.65",
        "90 days 0.74",
        "Source: exchange closes of 18 March",
      ],
      ["Exhibit 3. Rank correlation", "Source: exchange closes; own calculation."],
      ["Exhibit 4. Change over", "Source: CoinGecko, trending list."],
      ["Exhibit 5. Three cases", "Bear 25%", "Bull 25%", "Source: own simulation, 10,000"],
      ["Exhibit 6. The fan", "Source: exchange closes; own simulation."],
      ["In brief", "What did change is the size"],
      ["Does TAO still follow", "Yes, as far as can be seen."],
      ["What we do not know", "Why it rose: nothing"],
    ];
    for (const [first, ...others] of together) {
      expect(pageOf(first!), first).toBeGreaterThanOrEqual(0);
      for (const other of others) expect(pageOf(other), other).toBe(pageOf(first!));
    }
  });

  test("repeats the head of a table that is longer than a page", context => {
    const pages = pageTexts(context, pdf);
    const evidence = pages.filter(page => page.includes("change24h."));
    expect(evidence.length).toBeGreaterThan(1);
    for (const page of evidence) expect(page).toContain("Place in the recorded");
  });
});

test("the bytes are those of the page and the date, whatever was printed before or beside", async () => {
  const first = await print();
  await print({title: "Another"}, 3);
  const [second, third] = await Promise.all([print(), print()]);
  expect(Buffer.compare(first, second)).toBe(0);
  expect(Buffer.compare(first, third)).toBe(0);
});

test("another time zone, clock and browser change no byte", async () => {
  const here = await print();
  vi.stubEnv("TZ", "Pacific/Auckland");
  try {
    const html = await renderHtml(samplePage());
    const there = await withBrowser(async other => {
      await new Promise(resolve => setTimeout(resolve, 1_100));
      return renderPdf(html, properties, other);
    });
    expect(Buffer.compare(here, there)).toBe(0);
  } finally {
    vi.unstubAllEnvs();
  }
});

test("paper is what was asked for", async () => {
  for (const [paper, width, height] of [
    ["A4", 595, 842],
    ["Letter", 612, 792],
  ] as const) {
    const document = await PDFDocument.load(await print({paper}, 3));
    const size = document.getPage(0).getSize();
    expect(Math.abs(size.width - width)).toBeLessThan(1);
    expect(Math.abs(size.height - height)).toBeLessThan(1);
  }
});

const hostile = [
  "<script>alert(1)</script></style></title>",
  "*/ } @page { size: 1mm } \" ' \\",
  "line one\nline two\r\nline three",
  "zero\u200Bwidth\u2060 and \u202Eturned round",
  "rocket 🚀 and family 👩‍👩‍👧",
  "İğüşöç IĞDIR ıstanbul",
  `${"very long ".repeat(60)}`,
  "\uD800 half a character",
  "(node00000042) \\) /CreationDate (D:20200101000000+00'00')",
];

test.each(hostile)("a hostile title does no harm: %j", async title => {
  const markdown = "# A\n\nText\n";
  const pdf = await print({title, header: title, banner: title, description: title, markdown});
  const document = await PDFDocument.load(pdf, {updateMetadata: false});
  expect(document.getPageCount()).toBe(1);
  expect(document.getCreationDate()).toEqual(date);
  expect(document.getPage(0).getSize().width).toBeGreaterThan(590);
});

test("Turkish letters come out as they went in", async context => {
  const words = "Iğdır İstanbul şüphe çöl";
  const pdf = await print({lang: "tr", header: words, markdown: `# ${words}\n\n${words}\n`});
  const [page] = pageTexts(context, pdf);
  expect(page!.split(words)).toHaveLength(4);
});

test("wide tables, long ids, digests and words stay within the margins", async context => {
  const digest = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
  const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const table = (columns: number, cell: string) => [
    row(Array.from({length: columns}, (_, i) => `From own volatility ${i}`)),
    row(Array.from({length: columns}, (_, i) => (i ? "---:" : "---"))),
    ...Array.from({length: 8}, () => row([cell, ...Array(columns - 1).fill("−12,345.67%")])),
  ];
  const markdown = [
    "# Wide",
    ...[
      table(7, "A constituent with a name of several words"),
      table(10, "30 days"),
      table(4, digest),
    ],
    [
      `\`${digest}${digest}\` and ${"unbroken".repeat(30)} and https://example.org/${digest}/${digest}`,
    ],
    [`- ${digest}${digest}`],
    [`> ${digest}${digest}`],
  ].map(block => (typeof block === "string" ? block : block.join("\n")));
  const pdf = await print({markdown: markdown.join("\n\n")});
  const boxes = [
    ...ask(context, "pdftotext", ["-bbox", "-"], pdf).matchAll(/xMin="([\d.]+)".*xMax="([\d.]+)"/g),
  ];
  expect(boxes.length).toBeGreaterThan(200);
  const [left, right] = [20 * (72 / 25.4), 594.96 - 20 * (72 / 25.4)];
  for (const [, from, to] of boxes) {
    expect(Number(from)).toBeGreaterThan(left - 3);
    expect(Number(to)).toBeLessThan(right + 3);
  }
});

test("links of the web and of the page itself can be followed", async context => {
  const markdown = "# A\n\n[Source](https://example.org/a?b=1) and [there](#b)\n\n## B\n\nText\n";
  const raw = ask(
    context,
    "qpdf",
    ["--qdf", "--object-streams=disable", "-"],
    await print({markdown}),
  );
  expect(raw).toContain("/URI (https://example.org/a?b=1)");
  const links = raw.split("endobj").filter(one => one.includes("/Subtype /Link"));
  expect(links).toHaveLength(2);
  expect(links.filter(one => /\/Dest\b|\/GoTo\b/.test(one))).toHaveLength(1);
});

test("nothing is asked of the network, whatever the page wants", async () => {
  let hits = 0;
  const server = createServer((_, response) => {
    hits += 1;
    response.end();
  });
  await new Promise<void>(resolve => server.listen(0, "127.0.0.1", resolve));
  const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const wants = `<link rel=stylesheet href="${at}/a.css"><link rel=preload as=image href="${at}/p">
    <link rel=preconnect href="${at}"><meta http-equiv=refresh content="0;url=${at}/r">
    <style>@import "${at}/i.css"; @font-face {font-family: f; src: url(${at}/f.woff2)}
    p {font-family: f; background: url(${at}/b.png)}</style><script src="${at}/s.js"></script>
    <script>fetch("${at}/fetch"); new Image().src = "${at}/img"</script>
    <p>text</p><img src="${at}/i.png"><iframe src="${at}/frame"></iframe><object data="${at}/o"></object>
    <video src="${at}/v"></video>`;
  const sample = await renderHtml(samplePage({markdown: "# A\n"}, 0));
  try {
    await renderPdf(sample.replace("<main>", `<main>${wants}`), properties, printer);
    await renderPdf(`<!doctype html><title>t</title>${wants}`, properties, printer);
    await new Promise(resolve => setTimeout(resolve, 300));
    expect(hits).toBe(0);
    expect(await print()).toHaveProperty("length");
  } finally {
    server.close();
  }
});
