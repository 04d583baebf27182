import type {Page} from "puppeteer-core";
import {afterAll, beforeAll, expect, test} from "vitest";
import {invitedSchema} from "../../../src/desk/api/peopleShapes.ts";
import {answered, type Person} from "../reviewRoom.ts";
import {inTheme, violationsIn} from "./axe.ts";
import {type DeskInBrowser, deskInBrowser, waitForText, withControl} from "./deskInBrowser.ts";

let desk: DeskInBrowser;
beforeAll(async () => {
  desk = await deskInBrowser();
  // Somebody to hand a draft to: those of the room come by tokens, which are no people.
  const invited = await desk.ask("olga", "/api/invitations", {body: {role: "editor"}});
  const {link} = await answered(invitedSchema, invited);
  const who = {name: "Nina", email: "nina@example.org", password: "a lamp on the quiet pier"};
  const body = {secret: link.slice(link.indexOf("#") + 1), ...who};
  await desk.ask(undefined, "/api/invitations/accept", {body});
});
afterAll(() => desk?.close());

/** What lies over a screen, and the way to it. */
interface Over {
  readonly name: string;
  readonly who: Person;
  readonly open: (page: Page) => Promise<unknown>;
  /** Where the focus is after it is closed. */
  readonly back: string;
}

const fromMenu = (says: RegExp) => async (page: Page) => {
  await page.click(".more-btn");
  for (const one of await page.$$("#draft-more button"))
    if (says.test((await one.evaluate(it => it.textContent)) ?? "")) return one.click();
  throw new Error(`no ${says} in the menu`);
};
const press = (says: RegExp, within: string) => async (page: Page) => {
  for (const one of await page.$$(`${within} button`))
    if (says.test((await one.evaluate(it => it.textContent)) ?? "")) {
      await one.focus();
      return page.keyboard.press("Enter");
    }
  throw new Error(`no button ${says}`);
};

const overDraft: readonly Over[] = [
  {name: "keys", who: "edna", open: page => page.keyboard.press("?"), back: ".queue summary"},
  {name: "an order", who: "edna", open: page => page.keyboard.press("n"), back: ".queue summary"},
  {name: "approve", who: "edna", open: page => withControl(page, "Enter"), back: ".queue summary"},
  {
    name: "ask for changes",
    who: "edna",
    open: press(/Ask for changes/, ".acts"),
    back: ".draft-head .acts button",
  },
  {name: "drop", who: "edna", open: fromMenu(/Drop/), back: "h1, .more-btn"},
  {name: "regenerate", who: "edna", open: fromMenu(/Regenerate/), back: "h1, .more-btn"},
  {name: "hand over", who: "edna", open: press(/Hand over/, ".owner"), back: ".hand-over"},
];
const overPeople: readonly Over[] = [
  {name: "invitation", who: "olga", open: press(/Make a link/, "main"), back: "button"},
  {
    name: "token",
    who: "olga",
    async open(page) {
      await page.type('input[maxlength="60"]', "cms");
      await page.keyboard.press("Enter");
    },
    back: "input",
  },
];

async function holds(page: Page, {name, open, back}: Over) {
  await open(page);
  const over = ":is(dialog[open], [popover]:popover-open)";
  await page.waitForSelector(over).catch(() => expect(name).toBe("open"));
  await page
    .waitForFunction(
      selector => document.querySelector(selector)?.contains(document.activeElement),
      {timeout: 5_000},
      over,
    )
    .catch(() => expect(name).toBe("in focus"));
  for (const theme of ["light", "dark"] as const) {
    await inTheme(page, theme);
    expect([name, theme, await violationsIn(page, over)]).toEqual([name, theme, []]);
  }
  await page.keyboard.press("Escape");
  await page.waitForFunction(selector => !document.querySelector(selector), {}, over);
  const where = () =>
    page.evaluate(
      selector => document.activeElement?.matches(selector) || document.activeElement?.outerHTML,
      back,
    );
  await expect.poll(async () => [name, await where()]).toEqual([name, true]);
}

test("what lies over a draft takes the focus, stands up to axe in both themes, and gives the focus back at Escape", async () => {
  const id = await desk.fresh();
  await desk.ask("wanda", `/api/drafts/${id}/transitions`, {body: {to: "in-review"}});
  const page = await desk.show("edna", `/drafts/${id}`);
  await page.waitForSelector(".queue details[open]");
  await page.waitForSelector(".cm-content .f");
  while (await page.$("#why-not")) {
    await page.keyboard.press("a");
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  for (const over of overDraft) await holds(page, over);
});

test("a draft is handed over to one of the people who may write", async () => {
  const id = await desk.fresh();
  const page = await desk.show("edna", `/drafts/${id}`);
  await page.waitForSelector(".hand-over");
  await page.click(".hand-over");
  await page.waitForSelector("#hand-over button");
  expect(await page.$$eval("#hand-over button", all => all.map(one => one.textContent))).toEqual([
    "Nina editor",
  ]);
  await page.keyboard.press("Enter");
  await waitForText(page, ".owner", /with Nina/);
});

test("so does what an owner is shown once", async () => {
  const page = await desk.show("olga", "/people");
  await page.waitForSelector("main .sec table");
  for (const over of overPeople) await holds(page, over);
});
