// Takes the pictures of docs/publish.md: one note, approved on a desk and published by it to a real
// Ghost, a real WordPress and a site, then corrected, then retracted. Both blogs have to be installed
// (test/servers/ghost.ts and wordpress.ts). node docs/pictures/publish.ts, then
// for f in docs/pictures/publish-*.png; do convert $f +dither -colors 64 -strip $f; done
import {execFileSync, spawn} from "node:child_process";
import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {createInterface} from "node:readline";
import {setTimeout as sleep} from "node:timers/promises";
import {fileURLToPath} from "node:url";
import puppeteer from "puppeteer-core";
import {findBrowser} from "../../src/render/browser.ts";
import {startGhost} from "../../test/servers/ghost.ts";
import {startWordPress} from "../../test/servers/wordpress.ts";

const main = fileURLToPath(new URL("../../src/cli/main.js", import.meta.url));
const samples = fileURLToPath(new URL("../../samples/simulated", import.meta.url));
const noteId = "2025-07-02-tessilith";

await using ghost = await startGhost();
await using wordpress = await startWordPress();
const folder = mkdtempSync(join(tmpdir(), "assay-pictures-"));
const env = {
  ...process.env,
  GHOST_ADMIN_KEY: ghost.adminKey,
  WP_PASSWORD: wordpress.appPassword,
};
writeFileSync(
  join(folder, "assay.config.json"),
  JSON.stringify({
    name: "Blue Note",
    datasets: {samples},
    targets: {
      blog: {kind: "ghost", url: ghost.url, keyFrom: "GHOST_ADMIN_KEY"},
      press: {
        kind: "wordpress",
        url: wordpress.url,
        user: wordpress.user,
        passwordFrom: "WP_PASSWORD",
      },
      site: {kind: "site", out: "public", url: "https://notes.example"},
    },
  }),
);
const desk = spawn(process.execPath, [main, "desk", "--solo", "--port", "0"], {
  cwd: folder,
  env,
  stdio: ["ignore", "pipe", "inherit"],
});
const address = await new Promise<string>(resolve =>
  createInterface(desk.stdout).on("line", line => {
    const [found] = /http:\/\/\S+?\/(?= is the desk)/.exec(line) ?? [];
    if (found) resolve(found);
  }),
);
const {token} = JSON.parse(
  execFileSync(
    process.execPath,
    [main, "token", "create", "--name", "pictures", "--role", "owner", "--json"],
    {cwd: folder, env, encoding: "utf8"},
  ),
);
const {executable} = await findBrowser();
const browser = await puppeteer.launch({
  executablePath: executable,
  headless: "shell",
  args: ["--no-sandbox", "--disable-gpu", "--font-render-hinting=none"],
});
try {
  await walk();
} finally {
  await browser.close();
  desk.kill("SIGTERM");
  await new Promise(resolve => desk.once("close", resolve));
  rmSync(folder, {recursive: true, force: true});
}

async function walk() {
  await ask("POST", "/api/notes", {
    coin: "tessilith",
    source: "files",
    data: "samples",
    asOf: "2025-07-02T00:00:00Z",
  });
  const id = await until(async () => (await ask("GET", "/api/drafts")).drafts[0]?.id);
  const draft = `/api/drafts/${id}`;
  await ask("POST", `${draft}/transitions`, {to: "in-review"});
  await ask("POST", `${draft}/transitions`, {to: "approved"});
  await ask("POST", `${draft}/publications`, {targets: ["blog", "press", "site"]});
  await settled(draft);
  await shootAll(draft, "published");

  const before = await raw(`${draft}/text`);
  const text = await before.text();
  const wrong = /^## (.+)$/m.exec(text)?.[1] ?? "";
  const right = `${wrong}, corrected`;
  await ask("POST", `${draft}/corrections`, {
    kind: "corrected",
    reason: "A reader wrote.",
    wrong,
    right,
  });
  const edited = text.replace(/^## .+$/m, `## ${right}`);
  await raw(`${draft}/text`, {
    method: "PUT",
    headers: {"if-match": before.headers.get("etag") ?? "", "content-type": "text/markdown"},
    body: edited,
  });
  await approveCorrection(draft);
  await settled(draft);
  await shootAll(draft, "corrected");

  await ask("POST", `${draft}/retractions`, {
    reason: "The exchange has withdrawn the volumes that the note rests on.",
  });
  await approveCorrection(draft);
  await settled(draft);
  await shootAll(draft, "retracted");
}

async function approveCorrection(draft: string) {
  const {corrections} = await ask("GET", `${draft}/corrections`);
  await ask("POST", `${draft}/corrections/${corrections[0].id}/approval`, {accepted: []});
}

/** Until it stands at every target as it is to stand. */
function settled(draft: string) {
  return until(async () => {
    const {publications} = await ask("GET", `${draft}/publications`);
    for (const {target, state, reason, differences} of publications)
      if (["refused", "differs"].includes(state))
        throw new Error(`${target}: ${state} ${reason} ${JSON.stringify(differences)}`);
    return publications.every(
      ({state, wanted, standing}: {state: string; wanted: number; standing?: number}) =>
        state === "published" && wanted === standing,
    );
  });
}

async function shootAll(draft: string, what: string) {
  const {publications} = await ask("GET", `${draft}/publications`);
  for (const {target, address} of publications) {
    const page = await browser.newPage();
    await page.setViewport({width: 1100, height: 1500});
    const local = `file://${join(folder, "public", noteId, "index.html")}`;
    await page.goto(target === "site" ? local : address, {waitUntil: "networkidle0"});
    await page.screenshot({
      path: fileURLToPath(
        new URL(`publish-${target}-${what}.png`, import.meta.url),
      ) as `${string}.png`,
    });
    await page.close();
  }
}

async function until<T>(found: () => Promise<T>): Promise<NonNullable<T>> {
  for (;;) {
    const one = await found();
    if (one) return one;
    await sleep(500);
  }
}

function raw(path: string, init: RequestInit = {}) {
  return fetch(new URL(path, address), {
    ...init,
    headers: {authorization: `Bearer ${token}`, ...init.headers},
  });
}

async function ask(method: string, path: string, body?: object) {
  const answer = await raw(path, {
    method,
    ...(body && {body: JSON.stringify(body), headers: {"content-type": "application/json"}}),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}
