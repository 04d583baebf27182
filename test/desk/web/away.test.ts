import type {Page} from "puppeteer-core";
import {afterAll, beforeAll, expect, test} from "vitest";
import {password} from "../peopleRoom.ts";
import {inTheme, violationsIn} from "./axe.ts";
import {type DeskInBrowser, deskInBrowser, waitForText, withControl} from "./deskInBrowser.ts";

// Sessions that end, tabs that meet and a desk that dies, under the hands of somebody who types.

let desk: DeskInBrowser;
beforeAll(async () => {
  desk = await deskInBrowser();
});
afterAll(() => desk?.close());

const textOf = async (id: string) => (await desk.ask("vera", `/api/drafts/${id}/text`)).text();

/** To the end of a draft's text, where it is drawn. */
async function goToEnd(page: Page) {
  await page.waitForSelector(".cm-content");
  await page.focus(".cm-content");
  await withControl(page, "End");
}
async function type(page: Page, words: string) {
  await goToEnd(page);
  await page.keyboard.type(words);
}
const shown = (page: Page, words: string) => waitForText(page, ".cm-content", new RegExp(words));
const saved = (id: string, ...words: readonly string[]) =>
  expect
    .poll(
      async () => {
        const text = await textOf(id);
        return words.filter(one => !text.includes(one));
      },
      {timeout: 30_000},
    )
    .toEqual([]);

/** The session ends in the middle of a word. */
async function typeWhileItEnds(page: Page, before: string, after: string) {
  const cookies = await page.cookies();
  await type(page, before);
  await page.deleteCookie(...cookies);
  await page.keyboard.type(after);
}

async function signInAgain(page: Page) {
  await page.waitForSelector("input[name=password]");
  await page.type("input[name=password]", password);
  await page.keyboard.press("Enter");
}

test("words that are typed while a session ends are saved once the same person has signed in again", async () => {
  const id = await desk.fresh();
  const page = await desk.signIn({name: "Nina", role: "writer"}, `/drafts/${id}`);
  await type(page, "Said-before");
  await saved(id, "Said-before");
  await typeWhileItEnds(page, " Said-", "after");
  await page.waitForSelector("dialog[open] input[name=password]");
  await shown(page, "Said-after");
  await signInAgain(page);
  await page.waitForFunction(() => !document.querySelector("dialog[open]"));
  await saved(id, "Said-before", "Said-after");
  // Closed over it, they are there for the same person at the next visit.
  await typeWhileItEnds(page, " Said-", "last");
  await page.waitForSelector("dialog[open]");
  page.once("dialog", asked => void asked.accept());
  await page.reload();
  await page.waitForSelector(".gate input[name=email]");
  await page.type("input[name=email]", "nina@example.org");
  await signInAgain(page);
  await goToEnd(page);
  await shown(page, "Said-last");
  await saved(id, "Said-before", "Said-after", "Said-last");
});

test("two tabs on a draft: what one saves the other takes in, and what both have typed is put together", async () => {
  const id = await desk.fresh();
  const one = await desk.signIn({name: "Nora", role: "writer"}, `/drafts/${id}`);
  await one.waitForSelector(".cm-content");
  const other = await one.browserContext().newPage();
  await other.setViewport({width: 1440, height: 1000});
  await other.goto(one.url());
  await goToEnd(other);
  await one.bringToFront();
  await type(one, " First-of-one");
  await withControl(one, "s");
  await saved(id, "First-of-one");
  await other.bringToFront();
  await shown(other, "First-of-one");
  // Both at once: whoever is second is asked, and has lost nothing.
  await type(other, " Then-of-other");
  await type(one, " Then-of-one");
  await withControl(one, "s");
  await saved(id, "Then-of-one");
  await waitForText(other, ".textcol .banner", /./);
  await shown(other, "Then-of-other");
  await withControl(other, "s");
  await other.waitForSelector("dialog[open] .hunk");
  for (const theme of ["light", "dark"] as const) {
    await inTheme(other, theme);
    expect(await violationsIn(other, "dialog[open]")).toEqual([]);
  }
  await other.keyboard.press("3");
  await other.waitForSelector("dialog[open] .hunk textarea");
  await other.type("dialog[open] .hunk textarea", " Then-of-one Both-together");
  await withControl(other, "Enter");
  await saved(id, "First-of-one", "Then-of-one", "Then-of-other", "Both-together");
  await shown(one, "Both-together");
});

test("a desk that dies is waited for, and has the words once it is back", async () => {
  const id = await desk.fresh();
  const page = await desk.signIn({name: "Nadia", role: "writer"}, `/drafts/${id}`);
  await type(page, "Spoken-first");
  await saved(id, "Spoken-first");
  await desk.die();
  await type(page, " Into-the-void");
  await waitForText(page, ".draft-head .facts", /not saved/);
  await shown(page, "Into-the-void");
  await desk.comeBack();
  await type(page, " Then-heard");
  await saved(id, "Spoken-first", "Into-the-void", "Then-heard");
  await waitForText(page, ".draft-head .facts", /saved/);
});
