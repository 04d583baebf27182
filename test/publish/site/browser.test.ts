import {readFileSync, statSync} from "node:fs";
import {createServer} from "node:http";
import {createRequire} from "node:module";
import type {AddressInfo} from "node:net";
import {extname, join} from "node:path";
import {brotliCompressSync} from "node:zlib";
import puppeteer, {type Browser, type Page} from "puppeteer-core";
import {afterAll, beforeAll, expect, test} from "vitest";
import {findBrowser} from "../../../src/render/browser.ts";
import {furnished, siteRoom} from "./siteRoom.ts";

const room = siteRoom();
const types: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".png": "image/png",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
};

/** Any host: files of a folder, `index.html` of a folder of it, and `404.html` for what is not there. */
const host = createServer((request, response) => {
  const path = decodeURIComponent(new URL(request.url ?? "", "http://host").pathname).replace(
    /^\/blog\//,
    "",
  );
  const file = join(room.out, path.replace(/(^|\/)$/, "$1index.html"));
  const there = statSync(file, {throwIfNoEntry: false})?.isFile();
  response.writeHead(there ? 200 : 404, {
    "content-type": types[there ? extname(file) : ".html"] ?? "text/plain",
  });
  response.end(readFileSync(there ? file : join(room.out, "404.html")));
});
let browser: Browser;
let base: string;

beforeAll(async () => {
  await furnished(room);
  await new Promise<void>(resolve => host.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(host.address() as AddressInfo).port}/blog/`;
  const {executable} = await findBrowser();
  browser = await puppeteer.launch({
    executablePath: executable,
    headless: "shell",
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
}, 120_000);
afterAll(async () => {
  await browser.close();
  host.close();
  room[Symbol.dispose]();
});

const kinds = [
  "",
  "2025-07-02-tessilith/",
  "2025-07-02-tessilith/v1/",
  "2026-03-21-bittensor/evidence/",
  "2025-05-20-tessilith/",
  "2026-03-21-bittensor-tr/",
  "notes/",
  "coins/",
  "coins/tessilith/",
  "tags/",
  "tags/tao/",
  "archive/",
  "archive/2025-07/",
  "about/",
  "method/",
  "corrections/",
  "search/",
  "nowhere/at/all",
  "tr/",
  "tr/about/",
];

interface Visit {
  readonly width?: number;
  readonly theme?: "light" | "dark";
  readonly scripts?: boolean;
}

/** A visit in a profile of its own, and every address that it asked for. */
async function visit<T>(
  path: string,
  {width = 1440, theme = "light", scripts = true}: Visit,
  use: (page: Page, asked: ReadonlyMap<string, number>) => Promise<T>,
): Promise<T> {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    const asked = new Map<string, number>();
    const faults: string[] = [];
    page.on("response", response => {
      const {pathname} = new URL(response.url());
      const file = join(
        room.out,
        pathname.replace(/^\/blog\//, "").replace(/(^|\/)$/, "$1index.html"),
      );
      const there = statSync(file, {throwIfNoEntry: false})?.isFile();
      asked.set(response.url(), there ? compressed(file) : 0);
    });
    page.on("pageerror", error => faults.push(String(error)));
    page.on("console", message => {
      if (message.type() === "error" && !/404/.test(message.text())) faults.push(message.text());
    });
    await page.setViewport({width, height: 1000});
    await page.setJavaScriptEnabled(scripts);
    await page.emulateMediaFeatures([{name: "prefers-color-scheme", value: theme}]);
    await page.goto(base + path);
    await page.evaluate("document.fonts.ready");
    const result = await use(page, asked);
    expect(faults, path).toEqual([]);
    expect([...asked.keys()].filter(address => !address.startsWith(base))).toEqual([]);
    return result;
  } finally {
    await context.close();
  }
}

const compressed = (file: string) => {
  const content = readFileSync(file);
  return /\.woff2?$|\.png$/.test(file) ? content.length : brotliCompressSync(content).length;
};

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

test.each(kinds)(
  "nobody is shut out of /%s, on a phone in light and on a desk in dark",
  async path => {
    for (const [theme, width] of [
      ["light", 390],
      ["dark", 1440],
    ] as const)
      await visit(path, {theme, width}, async page => {
        // The policy of the page lets no script in; it is the checker's, and not the page's.
        const session = await page.createCDPSession();
        await session.send("Runtime.evaluate", {expression: axe});
        const found = await page.evaluate(`axe.run().then(({violations}) => violations.map(
        ({id, nodes}) => id + ": " + nodes.slice(0, 3).map(({html}) => html.slice(0, 120)).join(" ")))`);
        expect(found, `${path} ${theme} ${width}`).toEqual([]);
        const over = await page.evaluate(
          "document.documentElement.scrollWidth - document.documentElement.clientWidth",
        );
        expect(over, `${path} at ${width}`).toBeLessThanOrEqual(0);
      });
  },
  60_000,
);

test("without JavaScript a note reads whole, and its figures lead to their lines", () =>
  visit("2025-07-02-tessilith/", {scripts: false, width: 390}, async page => {
    expect(await page.$eval("article", one => one.innerText)).toContain("Over the last 90 days");
    expect(await page.$("[data-theme-switch]:not([hidden])")).toBe(null);
    const href = await page.$eval("article p a.fig", one => one.getAttribute("href"));
    await page.goto(`${page.url()}${href}`);
    expect(await page.$eval(":target", one => one.textContent)).toContain("Value");
  }));

test("without JavaScript the search page says so, and leads to the lists", () =>
  visit("search/", {scripts: false}, async page => {
    expect(await page.$eval("main", one => one.innerText)).toContain("Searching needs JavaScript");
  }));

test("a figure opens its line beside it, and the line leads back", () =>
  visit("2025-07-02-tessilith/v1/", {}, async page => {
    await page.click("article p a.fig");
    await page.waitForSelector(".panel[open] .line");
    expect(await page.$eval(".panel", one => one.textContent)).toMatch(/Formula/);
    await page.keyboard.press("Escape");
    await page.waitForSelector(".panel:not([open])");
    expect(await page.$(".fig:focus")).not.toBe(null);
  }));

test("a search finds notes by their words, in any case and without their marks", () =>
  visit("search/?q=DECOUPLING", {}, async page => {
    const asked = async (query: string, answer: RegExp) => {
      await page.$eval(
        "#q",
        (one, words) => {
          one.value = words;
          one.dispatchEvent(new Event("input"));
        },
        query,
      );
      await page.waitForFunction(`${answer}.test(document.querySelector("main").textContent)`);
      return page.$$eval("#results h2", all => all.map(one => one.textContent));
    };
    expect(await asked("DECOUPLING", /One note/)).toEqual([
      expect.stringContaining("Tessilith has loosened"),
    ]);
    expect(await asked("degisim bittensor", /geriledi/)).toEqual([
      expect.stringContaining("Bittensor bir günde"),
    ]);
    expect(await asked("zzz", /No note has/)).toEqual([]);
  }));

test("the theme that a reader chose holds on the next page", () =>
  visit("", {}, async page => {
    const ground = () =>
      page.evaluate("getComputedStyle(document.documentElement).backgroundColor");
    const light = await ground();
    await page.click("[data-theme-switch]");
    const dark = await ground();
    expect(dark).not.toBe(light);
    await page.goto(`${base}notes/`);
    expect(await ground()).toBe(dark);
  }));

test.each(["2025-07-02-tessilith/", "2026-03-21-bittensor-tr/"])(
  "/%s weighs 150 kB at most with all that it loads but pictures",
  path =>
    visit(path, {}, async (_, asked) => {
      const weight = [...asked]
        .filter(([address]) => !address.endsWith(".png"))
        .reduce((sum, [, size]) => sum + size, 0);
      expect(weight).toBeGreaterThan(20_000);
      expect(weight).toBeLessThanOrEqual(150_000);
    }),
);
