import type {Page} from "puppeteer-core";
import {afterAll, beforeAll, expect, test} from "vitest";
import {draftSchema} from "../../../src/desk/api/shapes.ts";
import {answered} from "../reviewRoom.ts";
import {violationsIn} from "./axe.ts";
import {
  type DeskInBrowser,
  deskInBrowser,
  waitForText,
  withControl,
  withFault,
} from "./deskInBrowser.ts";

let desk: DeskInBrowser;
beforeAll(async () => {
  desk = await deskInBrowser();
});
afterAll(() => desk?.close());

const stateOf = async (id: string) =>
  (await answered(draftSchema, await desk.ask("vera", `/api/drafts/${id}`))).state;

/** The draft with the first thing to judge open. */
async function judge(id: string, person: "edna" | "will" = "edna") {
  const page = await desk.show(person, `/drafts/${id}`);
  await page.waitForSelector(".queue details[open]");
  await page.waitForSelector(".cm-content .f");
  return page;
}

/** How many keys it took. */
const keys = (page: Page) => {
  let count = 0;
  return {
    async press(key: "a" | "." | "j") {
      count++;
      await page.keyboard.press(key);
    },
    async approve() {
      count++;
      await withControl(page, "Enter");
    },
    count: () => count,
  };
};

const numberDone = (page: Page) => page.$$eval(".queue summary.done", found => found.length);

test("from an open draft without faults to approved it is twelve keys at most", async () => {
  const id = await desk.fresh();
  const page = await judge(id);
  const {press, approve, count} = keys(page);
  const all = await page.$$eval(".queue summary", found => found.length);
  for (let done = 0; done < all; done++) {
    await press("a");
    await page.waitForFunction(
      n => document.querySelectorAll(".queue summary.done").length > n,
      {},
      done,
    );
  }
  await approve();
  await page.waitForSelector("dialog[open] .btn.main");
  await approve();
  await waitForText(page, ".facts", /Approved/);
  expect(await stateOf(id)).toBe("approved");
  expect(count()).toBeLessThanOrEqual(12);
});

test("until the headline's claims are visited nobody approves, and the page says so", async () => {
  const id = await desk.fresh();
  const page = await judge(id);
  await withControl(page, "Enter");
  expect(await page.$("dialog[open]")).toBeNull();
  await waitForText(page, "#why-not", /still to visit/);
  while (await page.$("#why-not")) {
    const before = await numberDone(page);
    await page.keyboard.press("a");
    await page.waitForFunction(
      n => document.querySelectorAll(".queue summary.done").length > n,
      {},
      before,
    );
  }
  // What was visited is so after a reload.
  const done = await numberDone(page);
  await page.reload();
  await page.waitForFunction(
    n => document.querySelectorAll(".queue summary.done").length === n,
    {},
    done,
  );
});

/** A text with a number that the evidence does not have. */
async function planted(): Promise<{readonly id: string; readonly right: string}> {
  const id = await desk.fresh();
  const right = await (await desk.ask("vera", `/api/drafts/${id}/text`)).text();
  await desk.ask("wanda", `/api/drafts/${id}/text`, {
    method: "PUT",
    body: withFault(right),
    headers: {"if-match": '"1"'},
  });
  return {id, right};
}

test("from a planted fault to mended it is three keys at most, and costs nobody the right to approve", async () => {
  const {id, right} = await planted();
  const page = await judge(id);
  await page.waitForSelector(".queue .kind");
  const {press, count} = keys(page);
  await press(".");
  await page.waitForFunction(() => document.querySelector(".queue details[open] .kind"));
  await press(".");
  await page.waitForFunction(() => !document.querySelector(".queue .kind"));
  await waitForText(page, ".textcol .bar", /r3/);
  expect(await (await desk.ask("vera", `/api/drafts/${id}/text`)).text()).toBe(right);
  expect(count()).toBeLessThanOrEqual(3);
  expect(await page.$eval(".draft-head .acts", one => one.textContent)).not.toMatch(/yours/);
});

test("an open fault is approved with a reason, and not without", async () => {
  const {id} = await planted();
  const page = await judge(id);
  await page.waitForSelector(".queue .kind");
  while (await page.$("#why-not")) {
    await page.keyboard.press("a");
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  await withControl(page, "Enter");
  await page.waitForSelector("dialog[open] .accept textarea");
  await withControl(page, "Enter");
  expect(await stateOf(id)).toBe("draft");
  for (const area of await page.$$("dialog[open] .accept textarea"))
    await area.type("Told by the house itself.");
  await withControl(page, "Enter");
  await waitForText(page, ".facts", /Approved/);
});

test("a figure is walked back to the recorded line", async () => {
  const page = await judge(await desk.fresh());
  await page.waitForSelector(".trail .walk");
  await page.click(".trail .walk");
  await page.waitForSelector(".trail .back");
  // Down until there is a line of an answer.
  while (!(await page.$(".trail .ans b"))) {
    await page.waitForSelector(".trail li.wide .walk, .trail .ans b");
    const [walk] = await page.$$(".trail li.wide .walk");
    if (!walk) break;
    await walk.click();
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  await page.waitForSelector(".trail .ans b");
});

test("the page stands beside the text, runs nothing, and marks what is judged", async () => {
  const page = await judge(await desk.fresh());
  const frame = await page.waitForSelector("iframe.shown");
  expect(await frame?.evaluate(one => one.getAttribute("sandbox"))).toBe("allow-same-origin");
  await marks(page);
});

/** The page has followed the text to what is to be judged, and is scrolled there. */
const marks = (page: Page) =>
  page.waitForFunction(() => {
    const {contentWindow} = document.querySelector<HTMLIFrameElement>("iframe.shown") ?? {};
    return (contentWindow as (Window & typeof globalThis) | null)?.CSS.highlights.size === 1;
  });

test("what is pointed at on the page is shown in the text and marked on the page", async () => {
  const page = await judge(await desk.fresh());
  const frame = await (await page.waitForSelector("iframe.shown"))?.contentFrame();
  await marks(page);
  const cell = await frame?.waitForSelector(".key-data td");
  // Where it stands in its own page: what is around the frame scrolls when a mouse comes to it.
  await cell?.evaluate(one => {
    one.scrollIntoView({block: "center", behavior: "instant"});
    const {x, y, height} = one.getBoundingClientRect();
    const at = {clientX: x + 4, clientY: y + height / 2, bubbles: true};
    one.dispatchEvent(new MouseEvent("click", at));
  });
  await page.waitForFunction(() =>
    document.querySelector(".cm-activeLine")?.textContent?.startsWith("|"),
  );
  // And marked on the page, in its own row.
  const marked = () =>
    page.evaluate(() => {
      const {contentWindow} = document.querySelector<HTMLIFrameElement>("iframe.shown") ?? {};
      const realm = contentWindow as (Window & typeof globalThis) | null;
      const [range] = [...(realm?.CSS.highlights.values() ?? [])].flatMap(one => [...one]);
      const node = range?.startContainer.parentElement;
      return node?.closest("td") !== null && node?.closest(".key-data") !== null;
    });
  await expect.poll(marked, {timeout: 20_000}).toBe(true);
});

test("on a phone a fault is found and mended in the plain field, by the same keys or a finger", async () => {
  const {id, right} = await planted();
  const page = await desk.show("will", `/drafts/${id}`, one =>
    one.setViewport({width: 390, height: 844, isMobile: true, hasTouch: true}),
  );
  await page.waitForSelector(".queue .kind");
  await page.evaluate(() => {
    const tabs = [...document.querySelectorAll<HTMLElement>(".phone-tabs button")];
    tabs.find(one => one.textContent === "Text")?.click();
  });
  await page.waitForSelector(".plain-acts button");
  await page.focus(".plain-text");
  await page.keyboard.press("F8");
  await waitForText(page, ".plain-acts", /→ /);
  expect(await violationsIn(page, ".textcol")).toEqual([]);
  await withControl(page, ".");
  await page.waitForFunction(() => !document.querySelector(".plain-acts .btn:not(.plain)"));
  await expect
    .poll(async () => (await desk.ask("vera", `/api/drafts/${id}/text`)).text(), {timeout: 20_000})
    .toBe(right);
});

test("an old text is put back from the history as a new revision, and stays there to be seen", async () => {
  const {id, right} = await planted();
  const page = await judge(id, "will");
  await page.keyboard.press("4");
  await page.waitForSelector(".story details");
  const [, first] = await page.$$(".story summary");
  await first?.click();
  await page.waitForSelector(".revision-change .btn");
  await page.click(".revision-change .btn");
  await waitForText(page, ".textcol .bar", /r3/);
  expect(await (await desk.ask("vera", `/api/drafts/${id}/text`)).text()).toBe(right);
  await page.waitForFunction(() => document.querySelectorAll(".story details").length === 3);
});

test("a draft is dropped with a reason, and not without", async () => {
  const id = await desk.fresh();
  const page = await judge(id);
  await page.click(".more-btn");
  await page.waitForSelector("#draft-more:popover-open button:last-child");
  await page.click("#draft-more button:last-child");
  await page.waitForSelector("dialog[open] #reason");
  await withControl(page, "Enter");
  expect(await stateOf(id)).toBe("draft");
  await page.type("dialog[open] #reason", "The day brought nothing.");
  await withControl(page, "Enter");
  await waitForText(page, ".facts", /Dropped/);
  expect(await stateOf(id)).toBe("dropped");
  await page.waitForSelector("dialog", {hidden: true});
  await page.keyboard.press("4");
  await waitForText(page, ".story", /The day brought nothing/);
});

test("newer figures are taken by the dialog, and what is not certain is settled on the page", async () => {
  const id = await desk.fresh();
  const written = await (await desk.ask("vera", `/api/drafts/${id}/text`)).text();
  const price = written.split("\n").find(line => line.startsWith("| Price |")) ?? "";
  const mine = "| Price | about a hundred and eleven dollars |";
  const headers = {"if-match": '"1"'};
  const body = written.replace(price, mine);
  await desk.ask("edna", `/api/drafts/${id}/text`, {method: "PUT", body, headers});
  const page = await judge(id);
  await page.click(".more-btn");
  await page.waitForSelector("#draft-more:popover-open button");
  await page.click("#draft-more button");
  await page.waitForSelector("dialog[open] #as-of");
  await page.$eval("dialog[open] #as-of", field => {
    (field as HTMLInputElement).value = "2026-03-19T02:00";
    field.dispatchEvent(new Event("input", {bubbles: true}));
  });
  await withControl(page, "Enter");
  await waitForText(page, ".draft-head ~ .banner, .over .banner", /Being regenerated/);
  const worker = desk.work({concurrency: 1});
  await page.waitForSelector(".settle article .btn", {timeout: 60_000});
  await worker.stop(20_000);
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press("2");
  await waitForText(page, ".textcol .bar", /r4/);
  expect(await (await desk.ask("vera", `/api/drafts/${id}/text`)).text()).toContain(mine);
  await page.waitForFunction(() => !document.querySelector(".settle"));
});

test("axe finds nothing to mend in any view, wide or narrow", async () => {
  const id = await desk.fresh();
  const page = await judge(id);
  expect(await violationsIn(page)).toEqual([]);
  for (const [key, selector] of [
    ["3", ".changes-view .sec"],
    ["4", ".story li"],
  ] as const) {
    await page.keyboard.press(key);
    await page.waitForSelector(selector);
    expect(await violationsIn(page)).toEqual([]);
  }
  await page.setViewport({width: 390, height: 844});
  expect(await violationsIn(page)).toEqual([]);
  await page.goto(`${desk.address}drafts/${id}?view=read`.replace(/([^:])\/\//, "$1/"));
  await page.waitForSelector(".queue summary");
  expect(await violationsIn(page)).toEqual([]);
});
