import {readFile} from "node:fs/promises";
import {createRequire} from "node:module";
import type {Page} from "puppeteer-core";
import {afterAll, beforeAll, expect, test} from "vitest";
import {commentsSchema, revisionsSchema} from "../../../src/desk/api/reviewShapes.ts";
import {answered} from "../reviewRoom.ts";
import {
  type DeskInBrowser,
  deskInBrowser,
  waitForText,
  withControl,
  withFault,
} from "./deskInBrowser.ts";

const require = createRequire(import.meta.url);
let desk: DeskInBrowser;
beforeAll(async () => {
  desk = await deskInBrowser();
});
afterAll(() => desk.close());

const bar = ".textcol .bar";
const textOf = async (id: string) => (await desk.ask("vera", `/api/drafts/${id}/text`)).text();

/** The editor of the draft, checked. */
async function write(id: string, person: "will" | "wanda" = "will") {
  const page = await desk.show(person, `/drafts/${id}`);
  await page.waitForSelector(".cm-content .f");
  return page;
}

/** The cursor at the end of the first line that holds the words. */
async function goBehind(page: Page, words: string) {
  await page.evaluate(words => {
    const lines = [...document.querySelectorAll(".cm-line")];
    const line = lines.find(({textContent}) => textContent?.includes(words));
    line?.scrollIntoView({block: "center"});
    const range = document.createRange();
    if (line) range.selectNodeContents(line);
    range.collapse(false);
    getSelection()?.removeAllRanges();
    getSelection()?.addRange(range);
    document.querySelector<HTMLElement>(".cm-content")?.focus();
  }, words);
  await page.waitForFunction(
    words => document.querySelector(".cm-activeLine")?.textContent?.includes(words),
    {},
    words,
  );
}

test("what is typed is checked at once, and saved by itself", async () => {
  const id = await desk.fresh();
  const page = await write(id);
  await goBehind(page, "# ");
  await page.keyboard.type(", by 77.7%");
  await page.waitForSelector(".cm-line .f.bad, .cm-line .f.none");
  await waitForText(page, bar, /r2/);
  expect(await textOf(id)).toContain(", by 77.7%\n");
  for (let i = 0; i < ", by 77.7%".length; i++) await page.keyboard.press("Backspace");
  await page.waitForFunction(() => !document.querySelector(".f.bad, .f.none"));
  await waitForText(page, bar, /r3/);
  expect(await textOf(id)).not.toContain("77.7");
});

test("a planted fault is mended by two keys", async () => {
  const id = await desk.fresh();
  const whole = await textOf(id);
  await desk.ask("wanda", `/api/drafts/${id}/text`, {
    method: "PUT",
    body: withFault(whole),
    headers: {"if-match": '"1"'},
  });
  const page = await write(id);
  await page.waitForSelector(".cm-line .fix");
  await page.focus(".cm-content");
  await page.keyboard.press("F8");
  await withControl(page, ".");
  await page.waitForFunction(() => !document.querySelector(".f.bad, .f.none"));
  await waitForText(page, bar, /r3/);
  expect(await textOf(id)).toBe(whole);
});

test("words that could not be sent outlive a reload, and are sent once the desk is there", async () => {
  const id = await desk.fresh();
  let away = true;
  const page = await desk.show("will", `/drafts/${id}`, async page => {
    await page.setRequestInterception(true);
    page.on("request", request => {
      if (away && request.method() === "PUT") void request.abort("connectionrefused");
      else void request.continue();
    });
    page.on("dialog", dialog => void dialog.accept());
  });
  await page.waitForSelector(".cm-content .f");
  await goBehind(page, "# ");
  await page.keyboard.type(" heldhere");
  await page.waitForSelector(".saving .banner.red");
  await page.reload();
  await page.waitForSelector(".cm-content .f");
  await waitForText(page, ".cm-content", / heldhere/);
  expect(await textOf(id)).not.toContain(" heldhere");
  away = false;
  await waitForText(page, bar, /r2/);
  expect(await textOf(id)).toContain(" heldhere\n");
});

test("words that could not be sent wait for who typed them, whoever signs in there meanwhile", async () => {
  const id = await desk.fresh();
  let away = true;
  const page = await desk.show("will", `/drafts/${id}`, async page => {
    await page.setRequestInterception(true);
    page.on("request", request => {
      if (away && request.method() === "PUT") void request.abort("connectionrefused");
      else void request.continue();
    });
    page.on("dialog", dialog => void dialog.accept());
  });
  await page.waitForSelector(".cm-content .f");
  await goBehind(page, "# ");
  await page.keyboard.type(" heldhere");
  await page.waitForSelector(".saving .banner.red");
  const openAs = async (person: "will" | "wanda") => {
    await page.setExtraHTTPHeaders({authorization: `Bearer ${desk.tokens.get(person)}`});
    await page.reload();
    await page.waitForSelector(".cm-content .f");
  };
  await openAs("wanda");
  const shown = await page.$eval(".cm-content", ({textContent}) => textContent);
  expect(shown).not.toContain(" heldhere");
  away = false;
  await openAs("will");
  await waitForText(page, bar, /r2/);
  expect(await textOf(id)).toContain(" heldhere\n");
  const answer = await desk.ask("vera", `/api/drafts/${id}/revisions`);
  const {revisions} = await answered(revisionsSchema, answer);
  expect(revisions.map(({author}) => author)).toEqual(["will", expect.stringContaining("assay")]);
});

test("who saves second puts the two together, piece by piece", async () => {
  const id = await desk.fresh();
  const page = await write(id);
  const theirs = (await textOf(id)).replace(/^# .*$/m, "$& theirs").replace(/\n## /, "\n## So: ");
  await goBehind(page, "# ");
  await page.keyboard.type(" mine");
  const saved = await desk.ask("wanda", `/api/drafts/${id}/text`, {
    method: "PUT",
    body: theirs,
    headers: {"if-match": '"1"'},
  });
  expect(saved.status).toBe(200);
  await page.waitForSelector(".saving .banner.amber");
  await page.keyboard.type(" too");
  await withControl(page, "s");
  await page.waitForSelector(".conflict-dialog[open] .hunk[aria-current]");
  await page.keyboard.press("2");
  await withControl(page, "Enter");
  await waitForText(page, bar, /r3/);
  const merged = await textOf(id);
  expect(merged).toMatch(/^# .* mine too$/m);
  expect(merged).toContain("\n## So: ");
  expect(merged).not.toContain(" theirs");
});

test("what another saves is taken in where nothing is typed", async () => {
  const id = await desk.fresh();
  const page = await write(id);
  const theirs = (await textOf(id)).replace(/^# .*$/m, "$& anew");
  await desk.ask("wanda", `/api/drafts/${id}/text`, {
    method: "PUT",
    body: theirs,
    headers: {"if-match": '"1"'},
  });
  // Without the stream it is learned of when one comes back to the page.
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await waitForText(page, bar, /r2/);
  await waitForText(page, ".cm-content", / anew/);
});

test("a comment stands under its line until it is settled", async () => {
  const id = await desk.fresh();
  const page = await write(id);
  await goBehind(page, "# ");
  await page.keyboard.down("Shift");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.up("Shift");
  await page.keyboard.down("Alt");
  await withControl(page, "m");
  await page.keyboard.up("Alt");
  await page.waitForSelector(".note-block.new textarea:focus");
  await page.keyboard.type("Says who?");
  await withControl(page, "Enter");
  await waitForText(page, ".note-block:not(.new)", /Says who\?/);
  const {comments} = await answered(
    commentsSchema,
    await desk.ask("vera", `/api/drafts/${id}/comments`),
  );
  expect(comments).toMatchObject([{text: "Says who?", placed: true}]);
  await page.click(".note-block .acts button:last-child");
  await page.waitForFunction(() => !document.querySelector(".note-block"));
});

test("words are found by the editor's own search, at the first press", async () => {
  const page = await write(await desk.fresh());
  await goBehind(page, "# ");
  await withControl(page, "f");
  await page.waitForSelector(".cm-search input[name=search]:focus");
  await page.keyboard.type("the");
  await page.waitForSelector(".cm-searchMatch");
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => !document.querySelector(".cm-search"));
});

test("on a phone it is a plain field, saved all the same", async () => {
  const id = await desk.fresh();
  const page = await desk.show("will", `/drafts/${id}`, page =>
    page.setViewport({width: 390, height: 844}),
  );
  const field = "textarea.plain-text";
  await page.waitForSelector(field);
  const before = await textOf(id);
  expect(before).toMatch(/^---\n/);
  const shown = await page.$eval(field, element => (element as HTMLTextAreaElement).value);
  expect(shown).not.toMatch(/^---/);
  expect(before.endsWith(shown)).toBe(true);
  expect(await page.$eval(".more-btn", button => button.checkVisibility())).toBe(true);
  await page.$eval(field, element => {
    const area = element as HTMLTextAreaElement;
    area.setRangeText(
      "Anew. ",
      area.value.lastIndexOf("\n\n") + 2,
      area.value.lastIndexOf("\n\n") + 2,
    );
    area.dispatchEvent(new Event("input", {bubbles: true}));
  });
  await waitForText(page, bar, /r2/);
  const saved = await textOf(id);
  expect(saved).toContain("\n\nAnew. ");
  const folded = before.length - shown.length;
  expect(saved.slice(0, folded)).toBe(before.slice(0, folded));
});

test("axe finds nothing in it", async () => {
  const page = await write(await desk.fresh());
  await page.evaluate(await readFile(require.resolve("axe-core/axe.min.js"), "utf8"));
  const found = await page.evaluate(async () => {
    const {axe} = window as unknown as {axe: {run(where: string): Promise<{violations: object[]}>}};
    return (await axe.run(".textcol")).violations;
  });
  expect(found).toEqual([]);
});
