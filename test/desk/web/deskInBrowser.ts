import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import puppeteer, {type Page} from "puppeteer-core";
import {build} from "vite";
import {invitedSchema} from "../../../src/desk/api/peopleShapes.ts";
import {openPage} from "../../../src/desk/page.ts";
import {serveDesk} from "../../../src/desk/server.ts";
import type {Role} from "../../../src/model/person.ts";
import {findBrowser} from "../../../src/render/browser.ts";
import {password, secretOf} from "../peopleRoom.ts";
import {access, answered, log, type Person, type ReviewRoom, reviewRoom} from "../reviewRoom.ts";

export type DeskInBrowser = Awaited<ReturnType<typeof deskInBrowser>>;

type Changes = Parameters<ReviewRoom["desk"]>[0];

/**
 * A desk on a draft that a worker made, with its page as it is in the source, in a real browser.
 *
 * @param changes what the desk has beside, or otherwise
 */
export async function deskInBrowser(changes: (room: ReviewRoom) => Changes = () => ({})) {
  const folder = await mkdtemp(join(tmpdir(), "assay-page-"));
  await build({
    configFile: join(import.meta.dirname, "../../../vite.config.ts"),
    logLevel: "warn",
    build: {outDir: folder},
  });
  const room = await reviewRoom();
  // The desk has to know its address before it answers there.
  let server = await serveDesk({host: "127.0.0.1", port: 0, fetch: request => app.fetch(request)});
  const {address} = server;
  const {origin, port} = new URL(address);
  const app = room.desk({...changes(room), access: {...access, origin, log}}, openPage(folder));
  const {executable} = await findBrowser();
  const browser = await puppeteer.launch({
    executablePath: executable,
    headless: "shell",
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
  return {
    ...room,
    address,
    /** Each in a browser profile of its own, so that nobody is told by another's tabs. */
    async show(person: Person, path: string, prepare?: (page: Page) => Promise<void>) {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      await page.setViewport({width: 1440, height: 1000});
      await page.setExtraHTTPHeaders({authorization: `Bearer ${room.tokens.get(person)}`});
      await prepare?.(page);
      await page.goto(new URL(path, address).href);
      return page;
    },
    /** Somebody with a password, who has signed in by the form of a browser profile of their own. */
    async signIn({name, role}: {readonly name: string; readonly role: Role}, path: string) {
      const invited = await room.ask("olga", "/api/invitations", {body: {role}});
      const {link} = await answered(invitedSchema, invited);
      const who = {name, email: `${name.toLowerCase()}@example.org`, password};
      const body = {secret: secretOf(link), ...who};
      await room.ask(undefined, "/api/invitations/accept", {body});
      const page = await (await browser.createBrowserContext()).newPage();
      await page.setViewport({width: 1440, height: 1000});
      await page.goto(new URL(path, address).href);
      await page.waitForSelector(".gate input[name=email]");
      await page.type("input[name=email]", who.email);
      await page.type("input[name=password]", password);
      await page.keyboard.press("Enter");
      return page;
    },
    /** It answers nobody, as a process that was killed. */
    die: () => server.close(0),
    /** At the same address, on the same store. */
    async comeBack() {
      server = await serveDesk({host: "127.0.0.1", port: Number(port), fetch: app.fetch});
    },
    async close() {
      await browser.close();
      await server.close(0);
      await room.close();
      await rm(folder, {recursive: true});
    },
  };
}

/** A text with one number that the evidence does not have, in a sentence of its body. */
export function withFault(text: string): string {
  const planted = text.replace(
    /^(Over 30 days it is (?:up|down) \d\.)(\d)%/m,
    (_, before, digit) => `${before}${(Number(digit) + 1) % 10}%`,
  );
  if (planted === text) throw new Error(`no sentence to plant a fault in:\n${text}`);
  return planted;
}

/** A key with Ctrl. */
export async function withControl(page: Page, key: Parameters<Page["keyboard"]["press"]>[0]) {
  await page.keyboard.down("Control");
  await page.keyboard.press(key);
  await page.keyboard.up("Control");
}

export async function waitForText(page: Page, selector: string, pattern: RegExp) {
  const found = page.waitForFunction(
    (where, source) => new RegExp(source).test(document.querySelector(where)?.textContent ?? ""),
    {timeout: 30_000},
    selector,
    pattern.source,
  );
  await found.catch(async error => {
    const shown = await page.evaluate(
      where =>
        [where, "[role=alert]", "dialog[open]"].map(each => [
          each,
          ...[...document.querySelectorAll(each)].map(one => one.textContent),
        ]),
      selector,
    );
    throw new Error(`${pattern} does not come: ${JSON.stringify(shown)}`, {cause: error});
  });
}
