import {randomUUID} from "node:crypto";
import {mkdtemp, readFile, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {Page} from "puppeteer-core";
import {afterAll, beforeAll, expect, test} from "vitest";
import {targetSchema} from "../../../src/config/targets.ts";
import {draftSchema} from "../../../src/desk/api/shapes.ts";
import {startPublisher} from "../../../src/jobs/publishing/publisher.ts";
import {targetSet} from "../../../src/publish/targetSet.ts";
import {quiet} from "../../publish/room.ts";
import {answered, type Person} from "../reviewRoom.ts";
import {inTheme, violationsIn} from "./axe.ts";
import {type DeskInBrowser, deskInBrowser, waitForText, withControl} from "./deskInBrowser.ts";

let folder: string;
let desk: DeskInBrowser;
let publisher: ReturnType<typeof startPublisher>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "assay-site-"));
  desk = await deskInBrowser(({store, blobs, wish}) => {
    const {workspace} = wish();
    const targets = targetSet(
      {site: targetSchema.parse({kind: "site", out: "site", url: "https://notes.example"})},
      {env: {}, house: workspace.house, folder, now: () => new Date()},
    );
    publisher = startPublisher({
      db: store.db,
      blobs,
      targets,
      workspace,
      log: quiet,
      worker: randomUUID(),
      random: Math.random,
      leaseMs: 30_000,
      everyMs: 100,
    });
    return {targets};
  });
});
afterAll(async () => {
  await publisher?.stop();
  await desk?.close();
  await rm(folder, {recursive: true});
});

/** The draft with its publication in sight. */
async function watch(id: string, person: Person) {
  const page = await desk.show(person, `/drafts/${id}`);
  await page.waitForSelector(".queue summary");
  await page.keyboard.press("5");
  await page.waitForSelector(".out-view");
  return page;
}

async function press(page: Page, within: string, says: RegExp) {
  for (const one of await page.$$(`${within} :is(button, summary, label)`))
    if (says.test((await one.evaluate(it => it.textContent)) ?? "")) {
      await one.focus();
      return one.click();
    }
  throw new Error(`no ${says}`);
}

const standsAs = (page: Page, state: string, says: RegExp) =>
  page
    .waitForSelector(`.at[data-target="site"][data-state="${state}"]`)
    .then(() => waitForText(page, ".at", says));

/** Confirms the dialog once it can be, from the keyboard. */
async function confirm(page: Page) {
  await page.waitForSelector("dialog[open] footer .btn.main");
  await withControl(page, "Enter");
  await page.waitForFunction(() => !document.querySelector("dialog[open]"));
}

async function write(page: Page, ...words: readonly string[]) {
  await page.waitForSelector("dialog[open] .area textarea");
  const areas = await page.$$("dialog .area textarea");
  for (const [i, one] of words.entries()) await areas[i]?.type(one);
}

/** Nothing to mend in either theme, and nothing beside the screen of a phone. */
async function holdsUp(page: Page, selector: string) {
  for (const theme of ["light", "dark"] as const) {
    await inTheme(page, theme);
    expect([theme, await violationsIn(page, selector)]).toEqual([theme, []]);
  }
  await page.setViewport({width: 390, height: 844});
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await page.setViewport({width: 1440, height: 1000});
}

async function edit(id: string, from: RegExp, to: string) {
  const answer = await desk.ask("wanda", `/api/drafts/${id}/text`);
  const saved = await desk.ask("wanda", `/api/drafts/${id}/text`, {
    method: "PUT",
    body: (await answer.text()).replace(from, to),
    headers: {"if-match": answer.headers.get("etag") ?? ""},
  });
  expect(saved.status).toBe(200);
}

const stateOf = async (id: string) =>
  (await answered(draftSchema, await desk.ask("vera", `/api/drafts/${id}`))).state;

test("what is approved is rehearsed, published, corrected over somebody's edit, and retracted", async () => {
  const id = await desk.fresh();
  for (const to of ["in-review", "approved"])
    await desk.ask("edna", `/api/drafts/${id}/transitions`, {body: {to}});
  const paul = await watch(id, "paul");

  await paul.waitForSelector(".draft-head .acts .btn.main");
  await withControl(paul, "Enter");
  await paul.waitForSelector("dialog[open] .where :checked");
  await press(paul, "dialog", /Rehearse/);
  await paul.waitForSelector("dialog .rehearsal details summary");
  await press(paul, "dialog .rehearsal li", /index\.html/);
  await waitForText(paul, "dialog .rehearsal pre", /<!doctype html>/i);
  await holdsUp(paul, "dialog[open]");
  await confirm(paul);
  await standsAs(paul, "published", /Version 1 stands there; read back .+, as approved/);
  expect(await paul.$eval(".at a", one => one.getAttribute("href"))).toMatch(
    /^https:\/\/notes\.example\//,
  );

  // Somebody changes the page there, and an error is found.
  const {noteId} = await answered(draftSchema, await desk.ask("vera", `/api/drafts/${id}`));
  const page = join(folder, "site", noteId, "index.html");
  const html = await readFile(page, "utf8");
  await writeFile(page, html.replace("</h1>", "!</h1>"));
  await press(paul, ".draft-head .acts", /Correct/);
  await write(paul, "in a day", "in one day", "A slip of the pen.");
  await waitForText(paul, "dialog", /was “in a day”, is “in one day”/);
  await holdsUp(paul, "dialog[open]");
  await confirm(paul);
  await paul.waitForSelector(".in-progress");
  await holdsUp(paul, ".out-view");
  await edit(id, /\n\n## /, "\n\nIn one day, not in a day.\n\n## ");
  const olga = await watch(id, "olga");
  await olga.waitForSelector(".in-progress");
  await olga.waitForSelector(".draft-head .acts .btn.main");
  await withControl(olga, "Enter");
  await olga.waitForSelector("dialog[open] .kv");
  for (const area of await olga.$$("dialog .accept textarea")) await area.type("As told.");
  await waitForText(olga, "dialog .delta-list", /In one day/);
  await holdsUp(olga, "dialog[open]");
  await confirm(olga);

  await standsAs(olga, "refused", /Somebody has changed the post there/);
  const list = await desk.show("vera", "/?amiss=1");
  await waitForText(list, ".row", /site: changed there/);
  await press(olga, ".at", /changed there/);
  await waitForText(olga, "dialog .delta-list", /!/);
  await holdsUp(olga, "dialog[open]");
  await confirm(olga);
  await standsAs(olga, "published", /Version 2 stands there/);
  expect(await readFile(page, "utf8")).toContain("in one day");
  expect(await stateOf(id)).toBe("corrected");
  // The version before is read on.
  const old = await olga.$$eval(".versions a", links => links.map(one => one.getAttribute("href")));
  const before = await desk.ask("vera", old.find(href => href?.endsWith("1/note.html")) ?? "");
  expect(await before.text()).not.toContain("In one day");

  await press(olga, ".out-view", /Retract/);
  await write(olga, "It does not hold.");
  await holdsUp(olga, "dialog[open]");
  await confirm(olga);
  await waitForText(olga, "#why-not", /another publisher/);
  await paul.reload();
  await paul.waitForSelector(".draft-head .acts .btn.main");
  await withControl(paul, "Enter");
  await confirm(paul);
  await standsAs(paul, "published", /The notice stands there/);
  expect(await readFile(page, "utf8")).toContain("It does not hold.");
  await expect.poll(() => stateOf(id)).toBe("retracted");
}, 90_000);
