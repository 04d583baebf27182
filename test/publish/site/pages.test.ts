import {existsSync, readFileSync, statSync} from "node:fs";
import {join} from "node:path";
import {HtmlValidate} from "html-validate";
import {afterAll, beforeAll, expect, test} from "vitest";
import {parsePage} from "../../../src/publish/dom.ts";
import {sitePolicy} from "../../../src/publish/site/style.ts";
import {furnished, siteRoom} from "./siteRoom.ts";

const room = siteRoom();
let pages: readonly string[] = [];
beforeAll(async () => {
  await furnished(room);
  pages = room.files().filter(path => path.endsWith(".html"));
}, 60_000);
afterAll(() => room[Symbol.dispose]());

test("every page is valid HTML", async () => {
  const validator = new HtmlValidate({
    extends: ["html-validate:standard", "html-validate:document"],
    rules: {
      // How it is written, and not what it means.
      "void-style": "off",
      "no-trailing-whitespace": "off",
      "attr-quotes": "off",
      "no-inline-style": "error",
      "require-sri": "off",
      "tel-non-breaking": "off",
      // Titles of notes are as long as they are.
      "long-title": "off",
    },
  });
  const wrong: string[] = [];
  for (const path of pages) {
    const {results} = await validator.validateString(room.read(path));
    for (const {messages} of results)
      for (const {line, column, ruleId, message} of messages)
        wrong.push(`${path}:${line}:${column} ${ruleId}: ${message}`);
  }
  expect([...new Set(wrong)].slice(0, 30)).toEqual([]);
});

test("no link of any page leads nowhere, and each place on a page that is named is there", () => {
  const ids = new Map<string, ReadonlySet<string>>();
  const idsOf = (path: string) => {
    const known =
      ids.get(path) ??
      new Set([...room.read(path).matchAll(/\sid="([^"]*)"/g)].map(([, id = ""]) => id));
    ids.set(path, known);
    return known;
  };
  const broken: string[] = [];
  for (const path of pages) {
    const base = new URL(path.replace(/index\.html$/, ""), "https://notes.example/blog/");
    for (const [, attribute = ""] of room.read(path).matchAll(/\s(?:href|src)="([^"]*)"/g)) {
      const address = attribute
        .replace(/&amp;/g, "&")
        .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code));
      if (/^(?:mailto:|https?:\/\/(?!notes\.example\/blog\/))/.test(address)) continue;
      const {pathname, hash} = new URL(address, base);
      const file = decodeURIComponent(pathname.replace("/blog/", "")).replace(
        /(^|\/)$/,
        "$1index.html",
      );
      const there = existsSync(join(room.out, file)) && statSync(join(room.out, file)).isFile();
      const place = decodeURIComponent(hash.slice(1));
      if (!there || (place !== "" && !idsOf(file).has(place))) broken.push(`${path}: ${address}`);
    }
  }
  expect(broken.slice(0, 20)).toEqual([]);
});

test("every figure leads to its line, which leads back to each of its places", () => {
  const page = parsePage(room.read("2025-07-02-tessilith/v1/index.html"));
  const evidence = parsePage(room.read("2025-07-02-tessilith/v1/evidence/index.html"));
  const figures = [...page.querySelectorAll("a.fig")];
  expect(figures.length).toBeGreaterThan(80);
  const lines = new Map(
    [...evidence.querySelectorAll(".line")].map(one => [one.getAttribute("id"), one]),
  );
  for (const figure of figures) {
    const line = lines.get((figure.getAttribute("href") ?? "").split("#")[1] ?? "");
    const back = [...(line?.querySelectorAll(".places a") ?? [])].map(one =>
      one.getAttribute("href"),
    );
    expect(back).toContain(`../#${figure.getAttribute("id")}`);
  }
  const turnover = lines.get("f-turnover");
  expect(turnover?.textContent?.replace(/\s+/g, " ")).toMatch(
    /8\.4% Value0\.08408474 as a fraction; 0\.05 is 5% Formulavolume24h \/ marketCap From volume24h\.usd 154,800,000 marketCap\.usd 1,841,000,000/,
  );
  expect(lines.get("f-volume24h.usd")?.textContent).toMatch(/005-files-figures\.csv/);
});

test("each price and share of a text leads to its line, or is told with a link to its source", () => {
  for (const id of ["2025-07-02-tessilith/v1", "2026-03-21-bittensor"]) {
    const note = parsePage(room.read(`${id}/index.html`)).querySelector("[data-assay-note]");
    const parts = [...(note?.querySelectorAll("p, li, td, figcaption") ?? [])];
    const amounts = parts.flatMap(part => {
      const figures = [...part.querySelectorAll("a.fig")].map(({textContent}) => textContent ?? "");
      const isSourced = part.querySelector('a[href^="https:"]') !== null;
      const found = part.textContent?.match(/\$\d(?:[\d.,]*\d)?|\d[\d.]*%/g) ?? [];
      return found.map(amount => ({
        amount: `${amount} in ${part.textContent}`,
        isLed: isSourced || figures.some(figure => figure.includes(amount)),
      }));
    });
    expect(amounts.length).toBeGreaterThan(5);
    expect(amounts.filter(({isLed}) => !isLed)).toEqual([]);
  }
});

test("pages load nothing from elsewhere, run nothing of their own, and say so first", () => {
  for (const path of pages) {
    const html = room.read(path);
    const [, policy] =
      /<meta charset="utf-8">\s*<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(
        html,
      ) ?? [];
    expect(policy, path).toBe(sitePolicy.replaceAll("'", "'"));
    expect(html, path).not.toMatch(/\s(?:src|srcset|poster)="(?:https?:)?\/\//);
    expect(html, path).not.toMatch(/<link rel="(?:stylesheet|preload|icon)" [^>]*href="https?:/);
    expect(html, path).not.toMatch(/\sstyle="|<style|\son\w+="|javascript:/i);
    const scripts = [...html.matchAll(/<script([^>]*)>/g)].map(([, attributes = ""]) => attributes);
    for (const attributes of scripts)
      expect(attributes).toMatch(/^ (?:src="[^":]+"(?: defer)?|type="application\/ld\+json")$/);
  }
});

test("the page says to machines what it is, when it was published and what was corrected", () => {
  const html = room.read("2025-07-02-tessilith/index.html");
  const [, json = ""] =
    /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(html) ?? [];
  expect(JSON.parse(json)).toMatchObject({
    "@type": "AnalysisNewsArticle",
    "@id": "https://notes.example/blog/2025-07-02-tessilith/",
    version: 2,
    correction: [{"@type": "CorrectionComment", datePublished: "2025-07-04T09:00:00Z"}],
    isBasedOn: {
      distribution: {contentUrl: "https://notes.example/blog/2025-07-02-tessilith/evidence.json"},
    },
  });
  expect(html).toContain(
    '<link rel="canonical" href="https://notes.example/blog/2025-07-02-tessilith/">',
  );
  expect(html).toContain(
    '<meta property="og:image" content="https://notes.example/blog/2025-07-02-tessilith/card.png">',
  );
  expect(
    readFileSync(join(room.out, "2025-07-02-tessilith/card.png")).subarray(1, 4).toString(),
  ).toBe("PNG");
});

test("a simulated market is marked wherever a note on it is listed", () => {
  const lists = ["notes/index.html", "archive/2025-07/index.html"].filter(path =>
    pages.includes(path),
  );
  expect(lists.length).toBeGreaterThan(0);
  for (const path of lists) {
    const {body} = parsePage(room.read(path));
    const rows = [...body.querySelectorAll("article.item, li")].filter(row =>
      row.querySelector('a[href$="-tessilith/"]'),
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows)
      expect([...row.querySelectorAll(".mark")].map(one => one.textContent)).toContain(
        "Simulated market",
      );
  }
});
