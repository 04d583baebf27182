import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import puppeteer, {type Browser, type Page} from "puppeteer-core";
import {build} from "vite";
import {afterAll, beforeAll, expect, test} from "vitest";
import {openPage} from "../../../src/desk/page.ts";
import {type DeskServer, serveDesk} from "../../../src/desk/server.ts";
import {findBrowser} from "../../../src/render/browser.ts";
import {type Account, clientId, clientSecret, startOidcServer} from "../../servers/oidcServer.ts";
import {type PeopleRoom, peopleRoom} from "../peopleRoom.ts";
import {waitForText} from "./deskInBrowser.ts";

const accounts = new Map<string, Account>([
  ["emil", {email: "emil@elsewhere.example", name: "Emil", verified: true}],
  ["eve", {email: "eve@elsewhere.example", name: "Eve", verified: true}],
]);

let folder: string;
let provider: Awaited<ReturnType<typeof startOidcServer>>;
let room: PeopleRoom;
let server: DeskServer;
let browser: Browser;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "assay-page-"));
  await build({
    configFile: join(import.meta.dirname, "../../../vite.config.ts"),
    logLevel: "warn",
    build: {outDir: folder},
  });
  // The desk has to know its address, and the provider the desk's, before it answers.
  server = await serveDesk({host: "127.0.0.1", port: 0, fetch: request => room.app.fetch(request)});
  const {origin} = new URL(server.address);
  provider = await startOidcServer(accounts, `${origin}/api/session/callback/oidc`);
  const oidc = {issuer: provider.issuer, clientId, clientSecret, domains: {}};
  room = await peopleRoom({origin, oidc}, {page: openPage(folder)});
  const olga = await room.owner();
  await olga.ask("/api/invitations", {body: {role: "editor", email: "emil@elsewhere.example"}});
  const {executable} = await findBrowser();
  browser = await puppeteer.launch({
    executablePath: executable,
    headless: "shell",
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
});
afterAll(async () => {
  await browser?.close();
  await server?.close(0);
  await provider?.[Symbol.asyncDispose]();
  await room?.close();
  await rm(folder, {recursive: true, force: true});
});

/** By the button of the sign-in screen, and through the provider's own pages. */
async function goThere(login: string): Promise<Page> {
  const page = await (await browser.createBrowserContext()).newPage();
  await page.goto(server.address);
  await page.waitForSelector('a[href="/api/session/oidc"]');
  await page.click('a[href="/api/session/oidc"]');
  await page.waitForSelector("input[name=login]");
  await page.type("input[name=login]", login);
  await page.type("input[name=password]", "whatever");
  await Promise.all([page.waitForNavigation(), page.click("button[type=submit]")]);
  await page.click("button[type=submit]");
  return page;
}

test("who is invited comes in by the button, under their name", async () => {
  const page = await goThere("emil");
  await waitForText(page, ".me-button", /Emil/);
  expect(new URL(page.url()).pathname).toBe("/");
});

test("who is not is told so in words, and what to do", async () => {
  const page = await goThere("eve");
  await waitForText(page, ".gate [role=alert]", /Nobody has invited your address/);
  expect(await page.$('a[href="/api/session/oidc"]')).not.toBeNull();
});
