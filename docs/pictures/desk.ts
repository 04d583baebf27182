// Takes the pictures of docs/desk.md of the demo's desk, on the way from the printed link to an
// published note: node docs/pictures/desk.ts (after npm ci and npm run page), then
// for f in docs/pictures/desk-*.png; do convert $f +dither -colors 64 -strip $f; done
import {spawn} from "node:child_process";
import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {createInterface} from "node:readline";
import {fileURLToPath} from "node:url";
import puppeteer, {type Page} from "puppeteer-core";
import {findBrowser} from "../../src/render/browser.ts";

const main = fileURLToPath(new URL("../../src/cli/main.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "assay-pictures-"));
const desk = spawn(process.execPath, [main, "desk", "--demo", "--port", "0"], {
  cwd: folder,
  stdio: ["ignore", "pipe", "inherit"],
});
const link = await new Promise<string>(resolve =>
  createInterface(desk.stdout).on("line", line => {
    const [found] = /http\S+\/try#\S+/.exec(line) ?? [];
    if (found) resolve(found);
  }),
);
const {executable} = await findBrowser();
const browser = await puppeteer.launch({
  executablePath: executable,
  headless: "shell",
  args: ["--no-sandbox", "--disable-gpu", "--font-render-hinting=none"],
});
const page = await browser.newPage();
try {
  await walk(page);
} finally {
  await browser.close();
  desk.kill("SIGTERM");
  await new Promise(resolve => desk.once("close", resolve));
  rmSync(folder, {recursive: true, force: true});
}

async function walk(page: Page) {
  await page.setViewport({width: 1360, height: 860});
  await page.goto(link);
  await page.waitForSelector(".row");
  // Until the last has come in, mistyped.
  await page.waitForFunction(() => document.body.innerText.includes("1 fault"), {
    timeout: 120_000,
  });
  await quiet(page);
  await shoot("desk-drafts");

  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".cm-content");
  await page.waitForSelector(".queue details");
  await quiet(page);
  await shoot("desk-draft");
  // The mistyped figure, with what the evidence has.
  while (!(await page.$(".queue details[open] .kind"))) await press(page, "j");
  await quiet(page);
  await shoot("desk-fault");

  // One of the figures that stand behind it.
  await page.waitForSelector(".trail li.in .walk");
  await (await page.$$(".trail li.in .walk")).at(-1)?.click();
  await quiet(page);
  await shoot("desk-evidence");

  await page.keyboard.press(".");
  await page.waitForFunction(() => !document.querySelector(".queue .kind"));
  while (await page.$("#why-not")) await press(page, "a");
  await quiet(page);
  await control(page, "Enter");
  await page.waitForSelector("dialog[open] .btn.main");
  await quiet(page);
  await shoot("desk-approve");

  await page.click("dialog[open] .btn.main");
  await page.waitForFunction(() =>
    document.querySelector(".facts")?.textContent?.includes("Approved"),
  );
  await page.setViewport({width: 390, height: 760});
  await quiet(page);
  await shoot("desk-phone");
  await page.setViewport({width: 1360, height: 860});

  await page.waitForSelector(".draft-head .acts .btn.main");
  await control(page, "Enter");
  await page.waitForSelector("dialog[open] .where :checked");
  await click(page, "dialog[open] button", "Rehearse");
  await page.waitForSelector("dialog .rehearsal details");
  await quiet(page);
  await shoot("desk-publish");
  await control(page, "Enter");
  await page.waitForSelector('.at[data-state="published"]', {timeout: 60_000});
  await click(page, ".draft-head button", "Correct");
  await page.waitForSelector("dialog[open] .area textarea");
  const told = ["over 90 days", "over the last 90 days", "Which days they are was left open."];
  for (const area of await page.$$("dialog .area textarea")) await area.type(told.shift() ?? "");
  await control(page, "Enter");
  await page.waitForSelector(".in-progress");
  await quiet(page);
  await shoot("desk-correction");
}

async function click(page: Page, selector: string, says: string) {
  for (const one of await page.$$(selector))
    if ((await one.evaluate(it => it.textContent))?.startsWith(says)) return one.click();
  throw new Error(`nothing says ${says}`);
}

async function control(page: Page, key: "Enter") {
  await page.keyboard.down("Control");
  await page.keyboard.press(key);
  await page.keyboard.up("Control");
}

async function press(page: Page, key: "a" | "j") {
  await page.keyboard.press(key);
  await new Promise(resolve => setTimeout(resolve, 200));
}

async function quiet(page: Page) {
  await page.waitForNetworkIdle({idleTime: 1500, concurrency: 1}).catch(() => {});
}

async function shoot(name: string) {
  await page.screenshot({
    path: fileURLToPath(new URL(`${name}.png`, import.meta.url)) as `${string}.png`,
  });
}
