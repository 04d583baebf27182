import {rmSync} from "node:fs";
import {join} from "node:path";
import {parseArgs} from "node:util";
import {sql} from "kysely";
import puppeteer, {type Browser, type Page} from "puppeteer-core";
import {build} from "vite";
import {draftsSchema} from "../../src/desk/api/shapes.ts";
import {findBrowser} from "../../src/render/browser.ts";
import {openStore} from "../../src/store/open.ts";
import {assay} from "../../test/cli/support.ts";
import {ask, startDesk} from "../../test/desk/process.ts";
import {until} from "../../test/jobs/newsroom.ts";
import {temporary} from "../../test/store/testStore.ts";
import {atMost, type Goal, type Row, report, rounded} from "../pairs.ts";
import {bytesUntil, quantile, timesToLetter, timeToChange, timeToDrawn} from "./measure.ts";

/**
 * How soon the desk's page is there in a real browser, how soon a letter is drawn and a text is
 * checked, and what goes over the wire: with the demo's notes and a thousand drafts.
 */
const {values} = parseArgs({
  options: {json: {type: "boolean", default: false}, quick: {type: "boolean", default: false}},
});
const rounds = values.quick ? 3 : 15;
const letters = values.quick ? 60 : 400;

const folder = temporary();
const desk = await startDesk(folder, ["--demo"]);
const project = ["--store", ".assay/demo", "--config", ".assay/demo/assay.config.json"];
const made = await assay(folder, [
  ...["token", "create", "--name", "bench", "--role", "editor", "--json"],
  ...project,
]);
const {token} = JSON.parse(made.stdout) as {token: string};
const list = async () =>
  draftsSchema.parse(await (await ask(desk.address, "/api/drafts", {token})).json()).drafts;
/** The mistyped one stays in review; the one that the demo publishes is there for a moment only. */
const mistyped = async () =>
  (await list()).find(({state, faults}) => state === "in-review" && faults > 0);
await until(async () => (await mistyped()) !== undefined, 120_000);
const draft = (await mistyped())?.id ?? "";
await multiply(1000);

const {executable} = await findBrowser();
const browser = await puppeteer.launch({
  executablePath: executable,
  headless: "shell",
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
const rows: Row[] = [];
const goals: Goal[] = [];
try {
  const at = (path: string) => new URL(path, desk.address).href;
  const openings = {
    "an empty page": {url: at("/healthz"), selector: "body"},
    "the list, 1,000 drafts": {url: at("/"), selector: ".row a"},
    "a draft, its text editable": {
      url: at(`/drafts/${draft}`),
      selector: ".cm-content[contenteditable=true] .cm-line",
    },
  };
  const medians = new Map<string, number>();
  for (const [name, {url, selector}] of Object.entries(openings)) {
    const times: number[] = [];
    for (let round = -1; round < rounds; round++) {
      const page = await fresh(browser);
      const ms = await timeToDrawn(page, url, selector);
      if (round >= 0) times.push(ms);
      await page.close();
    }
    medians.set(name, quantile(times, 0.5));
    rows.push({
      name,
      "median ms": rounded(quantile(times, 0.5)),
      "p95 ms": rounded(quantile(times, 0.95)),
      "to the empty page": rounded(quantile(times, 0.5) / (medians.get("an empty page") ?? 1)),
    });
  }
  goals.push(
    atMost("ms to the list", 300, medians.get("the list, 1,000 drafts") ?? 0),
    atMost("ms to a draft", 400, medians.get("a draft, its text editable") ?? 0),
  );

  const page = await fresh(browser);
  const wire = await bytesUntil(page, at(`/drafts/${draft}`), ".cm-content .cm-line");
  goals.push(atMost("kB over the wire until the editor shows", 250, wire / 1000));

  await page.waitForSelector(".cm-content .f");
  const words = await (await ask(desk.address, `/api/drafts/${draft}/text`, {token})).text();
  const keys = "as the market moves on ".repeat(50).slice(0, letters);
  await cursorAtEndOf(page, ".cm-line:nth-of-type(3)");
  const ours = await timesToLetter(page, keys);
  const checks: number[] = [];
  for (let nth = 0; nth < rounds; nth++) checks.push(await timeToChange(page));
  const bare = await bareEditor(browser, words);
  await cursorAtEndOf(bare, ".cm-line:nth-of-type(3)");
  const plain = await timesToLetter(bare, keys);
  for (const [name, times] of Object.entries({"a bare editor": plain, "ours, checked": ours}))
    rows.push({
      name: `a letter in ${name}, ${words.split(/\s+/).length} words`,
      "median ms": rounded(quantile(times, 0.5)),
      "p99 ms": rounded(quantile(times, 0.99)),
    });
  rows.push({
    name: "from a wrong figure to its mark",
    "median ms": rounded(quantile(checks, 0.5)),
    "p95 ms": rounded(quantile(checks, 0.95)),
  });
  goals.push(
    atMost(
      "ms a letter takes beyond the bare editor, p99",
      16,
      quantile(ours, 0.99) - quantile(plain, 0.99),
    ),
    atMost("ms from a change to its mark", 100, quantile(checks, 0.5)),
  );
} finally {
  await browser.close();
  desk.child.kill("SIGTERM");
  await desk.ended;
  rmSync(folder, {recursive: true, force: true});
}
report([{title: "the desk in a browser", rows}], goals, values.json);

async function fresh(browser: Browser): Promise<Page> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({width: 1440, height: 1000});
  await page.setExtraHTTPHeaders({authorization: `Bearer ${token}`});
  return page;
}

async function cursorAtEndOf(page: Page, line: string) {
  await page.click(line);
  await page.keyboard.press("End");
}

async function bareEditor(browser: Browser, text: string): Promise<Page> {
  const built = await build({
    logLevel: "warn",
    build: {
      write: false,
      lib: {entry: join(import.meta.dirname, "bareEditor.ts"), formats: ["es"]},
    },
  });
  const [{output}] = [built].flat() as {output: {code?: string}[]}[] as [
    {output: {code?: string}[]},
  ];
  const page = await fresh(browser);
  await page.goto("about:blank");
  await page.addScriptTag({content: output[0]?.code ?? "", type: "module"});
  await page.waitForFunction("globalThis.openBareEditor !== undefined");
  await page.evaluate(doc => {
    const {openBareEditor} = globalThis as unknown as {openBareEditor(doc: string): void};
    openBareEditor(doc);
  }, text);
  return page;
}

/** So many drafts in all: copies of those there are. */
async function multiply(count: number) {
  const socket = join(folder, ".assay/demo/pg");
  const url = `postgres://assay@localhost/assay?host=${encodeURIComponent(socket)}`;
  const store = await openStore({url, folder, notify: () => {}});
  const columns = (await store.db.introspection.getTables())
    .find(({name}) => name === "drafts")
    ?.columns.map(({name}) => name)
    .filter(name => !["id", "task"].includes(name));
  const named = sql.join((columns ?? []).map(name => sql.ref(name)));
  await sql`insert into assay.drafts (id, ${named})
    select gen_random_uuid(), ${named} from assay.drafts, generate_series(1, ${Math.ceil(count / 9)})
    limit ${count}`.execute(store.db);
  await store.close();
}
