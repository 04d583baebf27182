import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import puppeteer, {type Page} from "puppeteer";
import {findBrowser} from "../../src/render/browser.ts";
import {inTheme, violationsIn} from "../../test/desk/web/axe.ts";
import type {Row} from "../pairs.ts";

const widths = [390, 768, 1440];
const themes = ["light", "dark"] as const;

/** Lends a way to look at pages in a browser, in every width and theme. */
export async function shownPages(
  use: (shown: (html: string) => Promise<Row>) => Promise<void>,
): Promise<void> {
  const {executable} = await findBrowser();
  const browser = await puppeteer.launch({
    executablePath: executable,
    headless: "shell",
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
  const folder = mkdtempSync(join(tmpdir(), "assay-shown-"));
  try {
    await use(async html => {
      const file = join(folder, "note.html");
      writeFileSync(file, html);
      const page = await browser.newPage();
      // The page forbids scripts, and axe is one.
      await page.setBypassCSP(true);
      const row = await lookedAt(page, `file://${file}`);
      await page.close();
      return row;
    });
  } finally {
    await browser.close();
    rmSync(folder, {recursive: true});
  }
}

async function lookedAt(page: Page, address: string): Promise<Row> {
  const faults = new Set<string>();
  let [found, sideways, height, withoutChart] = [0, 0, 0, 0];
  for (const width of widths) {
    await page.setViewport({width, height: width === 390 ? 844 : 900});
    for (const theme of themes) {
      await inTheme(page, theme);
      await page.goto(address);
      const seen = await page.evaluate(() => {
        const {scrollWidth, clientWidth, scrollHeight} = document.documentElement;
        const charts = [...document.querySelectorAll(".chart")];
        const first =
          charts.length === 0 ||
          charts.some(one => one.getBoundingClientRect().top < innerHeight - 100);
        return {wide: scrollWidth > clientWidth, height: scrollHeight, first};
      });
      if (seen.wide) sideways++;
      if (!seen.first) withoutChart++;
      if (width === 390) height = seen.height;
      await page.evaluate(() => {
        for (const one of document.querySelectorAll("details")) one.open = true;
      });
      for (const [id, nodes] of await violationsIn(page)) {
        found += nodes?.length ?? 0;
        faults.add(String(id));
      }
    }
  }
  return {
    "axe faults": found,
    ...(faults.size > 0 && {which: [...faults].join(" ")}),
    sideways,
    "no chart on first screen": withoutChart,
    "px long at 390": height,
  };
}
