import {readFile} from "node:fs/promises";
import {createRequire} from "node:module";
import {sql} from "kysely";
import type {Page} from "puppeteer-core";
import {afterAll, beforeAll, expect, test} from "vitest";
import {ownerLink} from "../../../src/desk/people/links.ts";
import {asOf} from "../../cli/madeUpData.ts";
import {type DeskInBrowser, deskInBrowser, waitForText} from "./deskInBrowser.ts";

const require = createRequire(import.meta.url);
let desk: DeskInBrowser;

beforeAll(async () => {
  desk = await deskInBrowser();
  for (const [state, newsworthiness, title] of [
    ["in-review", 0.5, "The second that waits"],
    ["in-review", 3, "The first that waits"],
    ["published", 9, "One that is out"],
  ] as const)
    await sql`update assay.drafts set state = ${state}, newsworthiness = ${newsworthiness},
      title = ${title} where id = ${await desk.fresh()}`.execute(desk.store.db);
});
afterAll(() => desk?.close());

const titles = (page: Page) =>
  page.$$eval("[data-draft]", rows => rows.map(({textContent}) => textContent));
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent);

test("an editor goes along the list, opens a draft and comes back to it, all by keys", async () => {
  const page = await desk.show("emil", "/");
  await page.waitForSelector("[data-draft]");
  expect((await titles(page)).slice(0, 2)).toEqual([
    "The first that waits",
    "The second that waits",
  ]);
  expect((await titles(page)).at(-1)).toBe("One that is out");
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  expect(await focused(page)).toBe("The second that waits");
  await page.keyboard.press("k");
  expect(await focused(page)).toBe("The first that waits");
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => location.pathname.startsWith("/drafts/"));
  await page.goBack();
  await page.waitForSelector("[data-draft]");
  await page.waitForFunction(() => document.activeElement?.textContent === "The second that waits");
  await page.close();
});

test("what is sought stands in the address, and nothing found says what to do", async () => {
  const page = await desk.show("vera", "/");
  await page.waitForSelector("[data-draft]");
  await page.keyboard.press("/");
  await page.keyboard.type("second waits");
  await page.waitForFunction(() => document.querySelectorAll("[data-draft]").length === 1);
  expect(new URL(page.url()).search).toBe("?q=second+waits");
  await page.keyboard.type(" lisbon");
  await waitForText(page, ".empty", /lisbon/);
  await page.click(".empty a");
  await page.waitForFunction(() => document.querySelectorAll("[data-draft]").length > 2);
  await page.close();
});

test("a refused order says which field is wrong, and a right one opens its draft", async () => {
  desk.work({concurrency: 1});
  const page = await desk.show("will", "/");
  await page.waitForSelector("[data-draft]");
  await page.keyboard.press("n");
  await page.waitForSelector("dialog select[name=from] option");
  await page.select("dialog select[name=from]", "files/recorded");
  await page.type("dialog input[name=coin]", "gadgte");
  await page.click("dialog button[type=submit]");
  await waitForText(page, "dialog .control.wrong", /did you mean gadget/);
  await page.$eval("dialog input[name=coin]", field => (field as HTMLInputElement).select());
  await page.keyboard.type("gadg");
  await page.waitForSelector("dialog [role=option]");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  expect(
    await page.$eval("dialog input[name=coin]", field => (field as HTMLInputElement).value),
  ).toBe("gadget");
  await page.$eval(
    "dialog input[name=asOf]",
    (field, value) => {
      (field as HTMLInputElement).value = value;
      field.dispatchEvent(new Event("input", {bubbles: true}));
    },
    asOf.slice(0, 16),
  );
  await page.focus("dialog button[type=submit]");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => !document.querySelector("dialog form"));
  await page.waitForFunction(() => document.activeElement !== document.body);
  await page.waitForFunction(() => location.pathname.startsWith("/drafts/"), {timeout: 20_000});
  expect(await page.$("dialog")).toBe(null);
  await page.close();
});

test("after a dialog that a key opened the focus is on the screen's heading", async () => {
  const page = await desk.show("emil", "/");
  await page.waitForSelector("[data-draft]");
  await page.keyboard.press("?");
  await page.waitForSelector("dialog[open]");
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => document.activeElement?.tagName === "H1");
  await page.close();
});

test("an address of nothing says so, and waits for nothing", async () => {
  for (const path of ["/drafts/nonsense", "/runs/nonsense"]) {
    const page = await desk.show("emil", path);
    await waitForText(page, "main h1", /nothing here/);
    expect(await page.$("main [role=status], .cols")).toBe(null);
    await page.close();
  }
  const page = await desk.show("emil", "/scan/nonsense");
  await waitForText(page, "main .failure", /could not be fetched/);
  expect(await page.$("[aria-busy=true]")).toBe(null);
  await page.close();
});

test("a desk that does not answer is told of, and what is shown stays", async () => {
  const page = await desk.show("emil", "/");
  await page.waitForSelector("[data-draft]");
  await page.setOfflineMode(true);
  await page.click(".chip");
  await waitForText(page, ".banner", /has not answered since/);
  expect(await titles(page)).not.toHaveLength(0);
  await page.setOfflineMode(false);
  await page.click(".banner button");
  await page.waitForFunction(() => !document.querySelector(".banner"));
  await page.close();
});

test("the first owner comes in by the link, and a session that ends leaves what is open", async () => {
  const link = new URL((await ownerLink(desk.store.db, desk.address, "test")) ?? "");
  const page = await desk.show("vera", "/nowhere", page => page.setExtraHTTPHeaders({}));
  await page.goto(new URL(link.pathname.slice(1) + link.hash, desk.address).href);
  const password = "a lamp on the quiet pier";
  await page.waitForSelector("input[name=name]");
  await page.type("input[name=name]", "Olga Yeni");
  await page.type("input[name=email]", "olga@example.org");
  await page.type("input[name=password]", password);
  await page.click("button[type=submit]");
  await page.waitForSelector("[data-draft]");
  expect(new URL(page.url()).hash).toBe("");
  await page.keyboard.press("/");
  await page.keyboard.type("waits");
  await page.waitForFunction(() => document.querySelectorAll("[data-draft]").length === 2);
  // By the stream: sooner than the page would ask by itself.
  const first = await page.$eval("[data-draft]", row => row.getAttribute("data-draft"));
  await desk.ask("emil", `/api/drafts/${first}`, {method: "PATCH", body: {assignee: "emil"}});
  await page.waitForFunction(() => document.querySelector(".whoc")?.textContent === "emil", {
    timeout: 12_000,
  });
  await page.deleteCookie(...(await page.cookies()));
  await page.click(".chip");
  await page.waitForSelector("dialog input[name=password]");
  await page.type("dialog input[name=password]", "a lamp on another pier");
  await page.click("dialog button[type=submit]");
  await waitForText(page, "dialog [role=alert]", /do not belong together/);
  await page.type("dialog input[name=password]", password);
  await page.click("dialog button[type=submit]");
  await page.waitForFunction(() => !document.querySelector("dialog"));
  expect(new URL(page.url()).searchParams.get("q")).toBe("waits");
  await page.close();
});

const screens = ["/", "/runs", "/schedules", "/scan", "/people", "/account", "/nowhere/at-all"];

test("axe finds nothing on any screen, light or dark, and each says what it is", async () => {
  const page = await desk.show("olga", "/healthz");
  await page.evaluate(() => localStorage.setItem("assay.locale", "tr"));
  await page.evaluateOnNewDocument(await readFile(require.resolve("axe-core/axe.min.js"), "utf8"));
  const told = new Set<string>();
  for (const path of screens) {
    await page.goto(new URL(path, desk.address).href);
    await page.waitForSelector("h1");
    await page.waitForFunction(() => !document.querySelector(".fetching"));
    for (const value of ["light", "dark"]) {
      await page.emulateMediaFeatures([{name: "prefers-color-scheme", value}]);
      const found = await page.evaluate(async () => {
        const {axe} = window as unknown as {axe: {run(): Promise<{violations: {id: string}[]}>}};
        return (await axe.run()).violations.map(({id}) => id);
      });
      expect([path, ...found]).toEqual([path]);
    }
    told.add(await page.title());
  }
  expect(told.size).toBe(screens.length);
  for (const title of told) expect(title).toMatch(/^.+ · Assay$/);
  await page.close();
});
