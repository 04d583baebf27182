import {symlinkSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import puppeteer from "puppeteer-core";
import {afterAll, beforeAll, expect, test} from "vitest";
import {serveDesk} from "../../src/desk/server.ts";
import {findBrowser} from "../../src/render/browser.ts";
import {publish, releaseOf} from "../publish/releases.ts";
import {siteRoom} from "../publish/site/siteRoom.ts";
import {newsroom, openDesk} from "./newsroom.ts";

const room = siteRoom({url: null});
const desk = openDesk(newsroom(), {site: room.out});
beforeAll(async () => {
  await publish(room.site, await releaseOf("bittensor"));
});
afterAll(() => room[Symbol.dispose]());

test("the desk shows the site, as any host would serve its folder", async () => {
  expect((await desk.ask("/site")).headers.get("location")).toBe("/site/");
  const front = await desk.ask("/site/");
  expect(front.headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(await front.text()).toBe(room.read("index.html"));
  expect((await desk.ask("/site/2026-03-21-bittensor")).headers.get("location")).toBe(
    "/site/2026-03-21-bittensor/",
  );
  const missing = await desk.ask("/site/2020-01-01-nothing/");
  expect(missing.status).toBe(404);
  expect(await missing.text()).toBe(room.read("404.html"));
});

test("it shows nothing that is hidden, and nothing outside of the folder", async () => {
  writeFileSync(join(room.folder, "secret.txt"), "nobody reads this");
  symlinkSync(join(room.folder, "secret.txt"), join(room.out, "way-out.txt"));
  for (const path of [
    "/site/.assay/site.json",
    "/site/%2e%2e/secret.txt",
    "/site/..%2fsecret.txt",
    "/site/..%5csecret.txt",
    "/site/way-out.txt",
    "/site/%00",
    "/site/%E0%A4%A",
    `/site/${"a".repeat(5000)}`,
  ]) {
    const answer = await desk.ask(path);
    expect(answer.status, path).toBe(404);
    expect(await answer.text(), path).not.toContain("nobody reads");
  }
});

test("a desk without a site has no page of that name", async () => {
  expect((await openDesk().ask("/site/")).status).toBe(404);
});

test("what is in the folder runs as a stranger: it looks as on its host, and reaches nothing of the desk", async () => {
  const policy = (await desk.ask("/site/")).headers.get("content-security-policy") ?? "";
  expect(policy).toMatch(/sandbox(?!.*allow-same-origin)/);
  writeFileSync(
    join(room.out, "theirs.js"),
    `fetch("/api/session").then(a => document.title = "read " + a.status, () => document.title = "refused");`,
  );
  writeFileSync(
    join(room.out, "theirs.html"),
    '<!doctype html><title>-</title><script src="theirs.js"></script><p>x',
  );
  const server = await serveDesk({host: "127.0.0.1", port: 0, fetch: desk.app.fetch});
  const {executable} = await findBrowser();
  const browser = await puppeteer.launch({
    executablePath: executable,
    headless: "shell",
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
  try {
    const page = await browser.newPage();
    const faults: string[] = [];
    page.on("console", message => message.type() === "error" && faults.push(message.text()));
    await page.goto(new URL("/site/2026-03-21-bittensor/", server.address).href);
    await page.evaluate("document.fonts.ready");
    expect(await page.evaluate("document.fonts.check('16px \"Source Serif 4\"')")).toBe(true);
    expect(
      await page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily"),
    ).toMatch(/Source Serif/);
    await page.click("article p a.fig");
    await page.waitForSelector(".panel[open] .line");
    expect(faults).toEqual([]);
    await page.goto(new URL("/site/theirs.html", server.address).href);
    await page.waitForFunction("document.title !== '-'");
    expect(await page.title()).toBe("refused");
  } finally {
    await browser.close();
    await server.close(0);
  }
}, 60_000);
