import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import puppeteer, {type Page} from "puppeteer-core";
import {build} from "vite";
import {openPage} from "../../../src/desk/page.ts";
import {serveDesk} from "../../../src/desk/server.ts";
import {findBrowser} from "../../../src/render/browser.ts";
import {type Person, reviewRoom} from "../reviewRoom.ts";

export type DeskInBrowser = Awaited<ReturnType<typeof deskInBrowser>>;

/** A desk on a draft that a worker made, with its page as it is in the source, in a real browser. */
export async function deskInBrowser() {
  const folder = await mkdtemp(join(tmpdir(), "assay-page-"));
  await build({
    configFile: join(import.meta.dirname, "../../../vite.config.ts"),
    logLevel: "warn",
    build: {outDir: folder},
  });
  const room = await reviewRoom();
  const {fetch} = room.desk({}, openPage(folder));
  const server = await serveDesk({host: "127.0.0.1", port: 0, fetch});
  const {executable} = await findBrowser();
  const browser = await puppeteer.launch({
    executablePath: executable,
    headless: "shell",
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
  return {
    ...room,
    address: server.address,
    /** Each in a browser profile of its own, so that nobody is told by another's tabs. */
    async show(person: Person, path: string, prepare?: (page: Page) => Promise<void>) {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      await page.setViewport({width: 1440, height: 1000});
      await page.setExtraHTTPHeaders({authorization: `Bearer ${room.tokens.get(person)}`});
      await prepare?.(page);
      await page.goto(new URL(path, server.address).href);
      return page;
    },
    async close() {
      await browser.close();
      await server.close(0);
      await room.close();
      await rm(folder, {recursive: true});
    },
  };
}

/** A key with Ctrl. */
export async function withControl(page: Page, key: Parameters<Page["keyboard"]["press"]>[0]) {
  await page.keyboard.down("Control");
  await page.keyboard.press(key);
  await page.keyboard.up("Control");
}

export const waitForText = (page: Page, selector: string, pattern: RegExp) =>
  page.waitForFunction(
    (where, source) => new RegExp(source).test(document.querySelector(where)?.textContent ?? ""),
    {timeout: 30_000},
    selector,
    pattern.source,
  );
