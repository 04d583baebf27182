import {existsSync, readFileSync, writeFileSync} from "node:fs";
import {request} from "node:http";
import {join} from "node:path";
import puppeteer from "puppeteer-core";
import {expect, test} from "vitest";
import {findBrowser} from "../../src/render/browser.ts";
import {assay, expectRefusal, type Started, start, temporary} from "./support.ts";

const sample = ["--source", "files", "--data", "samples/simulated"];
const order = ["tessilith", ...sample, "--as-of", "2025-07-02T00:00:00Z", "--format", "md,html"];
const note = "output/2025-07-02-tessilith/note.md";

/** A project from `init`, watched; ended with the test. */
async function watched(...more: string[]) {
  const place = temporary();
  expect(await assay(place.path, ["init"])).toMatchObject({code: 0});
  const run = start(place.path, ["note", ...order, "--watch", ...more]);
  const address = await addressOf(run);
  const template = join(place.path, "templates/coin-note.md.hbs");
  return {
    path: place.path,
    run,
    address,
    template,
    text: readFileSync(template, "utf8"),
    async [Symbol.asyncDispose]() {
      run.child.kill("SIGINT");
      await run.ended;
      place[Symbol.dispose]();
    },
  };
}

function addressOf({child, ended}: Started): Promise<string> {
  let said = "";
  return new Promise((resolve, reject) => {
    child.stdout!.on("data", text => {
      said += text;
      const [address] = /http:\/\/127\.0\.0\.1:\d+\//.exec(said) ?? [];
      if (address) resolve(address);
    });
    void ended.then(({stderr}) => reject(new Error(`it ended: ${stderr}`)));
  });
}

interface State {
  readonly version: string;
  readonly error?: string;
}

/** What the browser is told, one state after another. */
async function* states(address: string, signal: AbortSignal): AsyncGenerator<State> {
  const {body} = await fetch(`${address}events`, {signal});
  let text = "";
  for await (const chunk of body!.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    const events = text.split("\n\n");
    text = events.pop()!;
    for (const event of events) yield JSON.parse(/^data: (.*)$/m.exec(event)![1]!);
  }
}

async function nextState(
  told: AsyncGenerator<State>,
  holds: (state: State) => boolean,
): Promise<State> {
  for (;;) {
    const {value, done} = await told.next();
    if (done) throw new Error("no more states");
    if (holds(value)) return value;
  }
}

test("the note follows its template, its configuration and its styles; a fault is told and mended", async () => {
  await using project = await watched();
  const {address, template, text, path} = project;
  using listening = new DisposableStack();
  const abort = listening.adopt(new AbortController(), one => one.abort());
  const told = states(address, abort.signal);
  const first = await nextState(told, ({version}) => version !== "");
  const page = async () => (await fetch(`${address}note/note.html`)).text();
  expect(await page()).toBe(
    readFileSync(join(path, "output/2025-07-02-tessilith/note.html"), "utf8"),
  );

  writeFileSync(template, text.replace("{{summaryHeading}}", "Our view"));
  const second = await nextState(told, ({version}) => version !== first.version);
  expect(await page()).toContain("<b>Our view</b>");

  const written = readFileSync(join(path, note), "utf8");
  writeFileSync(template, text.replace("# {{md title}}", "# {{md titel}}"));
  const {error} = await nextState(told, one => one.error !== undefined);
  expect(error).toMatch(/templates\/coin-note\.md\.hbs:\d+:8: there is no field "titel" here; did/);
  expect(readFileSync(join(path, note), "utf8")).toBe(written);

  writeFileSync(template, text);
  await nextState(told, one => one.error === undefined && one.version !== second.version);
  expect(await page()).not.toContain("<b>Our view</b>");

  const config = join(path, "assay.config.ts");
  const configured = readFileSync(config, "utf8");
  writeFileSync(config, configured.replace("My research", "Blue Note"));
  await nextState(told, one => one.error === undefined);
  expect(await page()).toContain("Blue Note · Tessilith");

  writeFileSync(config, configured.replace("#0b4a6f", "#ffee00"));
  expect((await nextState(told, one => one.error !== undefined)).error).toMatch(
    /^assay\.config\.ts: colours\.accent is "#ffee00": its contrast with white is/,
  );
  writeFileSync(config, configured);
  await nextState(told, one => one.error === undefined);

  writeFileSync(join(path, "templates/page.css"), "body{color:#123456}");
  await nextState(told, one => one.error === undefined);
  expect(await page()).toContain("body{color:#123456}");
});

test("it serves the note's own files on this machine by its own name, and nothing else", async () => {
  await using project = await watched();
  const {address, path} = project;
  using listening = new DisposableStack();
  const abort = listening.adopt(new AbortController(), one => one.abort());
  await nextState(states(address, abort.signal), ({version}) => version !== "");
  const status = async (at: string) => (await fetch(new URL(at, address))).status;
  for (const at of ["", "watch.js", "note/note.md", "note/evidence.json", "note/charts/cases.svg"])
    expect(await status(at), at).toBe(200);
  for (const at of [
    "note/snapshot/manifest.json",
    "note/..%2f..%2fassay.config.ts",
    "assay.config.ts",
    "note/",
  ])
    expect(await status(at), at).toBe(404);
  const byName = (host: string) =>
    new Promise<number>((resolve, reject) => {
      const asked = request(new URL("note/note.md", address), {headers: {host}}, answer => {
        answer.resume();
        resolve(answer.statusCode!);
      });
      asked.on("error", reject).end();
    });
  const {port, host} = new URL(address);
  expect(await byName(host)).toBe(200);
  expect(await byName(`localhost:${port}`)).toBe(200);
  for (const other of ["evil.example", `evil.example:${port}`, "127.0.0.1:1"])
    expect(await byName(other), other).toBe(403);
  const taken = await assay(path, ["note", ...order, "--watch", "--port", port]);
  expectRefusal(taken, 2, /port \d+ cannot be used \(EADDRINUSE\).*--port/);
});

test("Ctrl-C ends it well", async () => {
  await using project = await watched();
  const {run, address, path} = project;
  using listening = new DisposableStack();
  const abort = listening.adopt(new AbortController(), one => one.abort());
  await nextState(states(address, abort.signal), ({version}) => version !== "");
  run.child.kill("SIGINT");
  expect(await run.ended).toMatchObject({code: 0});
  await expect(fetch(address)).rejects.toThrow();
  expect(existsSync(join(path, note))).toBe(true);
});

test("a browser shows the note, follows a change, and shows what is wrong", async () => {
  await using project = await watched();
  const {address, template, text} = project;
  const {executable} = await findBrowser();
  await using stack = new AsyncDisposableStack();
  const browser = stack.adopt(
    await puppeteer.launch({executablePath: executable, headless: "shell", args: ["--no-sandbox"]}),
    one => one.close(),
  );
  const page = await browser.newPage();
  const errors: unknown[] = [];
  page.on("pageerror", error => errors.push(error));
  await page.goto(address);
  const shows = (words: string) =>
    page.waitForFunction(
      `document.querySelector("iframe").contentDocument?.querySelector(".brief .label")?.textContent.includes(${JSON.stringify(words)})`,
      {timeout: 60_000},
    );
  await shows("In brief");
  writeFileSync(template, text.replace("{{summaryHeading}}", "Our view"));
  await shows("Our view");
  writeFileSync(template, text.replace("# {{md title}}", "# {{md title}"));
  await page.waitForSelector("pre:not([hidden])", {timeout: 60_000});
  expect(await page.$eval("pre", alarm => alarm.textContent)).toMatch(
    /coin-note\.md\.hbs:\d+:\d+: this is not Handlebars/,
  );
  await page.reload();
  await page.waitForSelector("pre:not([hidden])", {timeout: 60_000});
  await shows("Our view");
  writeFileSync(template, text);
  await page.waitForSelector("pre[hidden]", {timeout: 60_000});
  await shows("In brief");
  expect(errors).toEqual([]);
});
