import {mkdtemp, readdir, readFile, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {brotliDecompressSync} from "node:zlib";
import puppeteer, {type Browser} from "puppeteer-core";
import {build} from "vite";
import {afterAll, beforeAll, expect, test} from "vitest";
import {openPage} from "../../../src/desk/page.ts";
import {type DeskServer, serveDesk} from "../../../src/desk/server.ts";
import {findBrowser} from "../../../src/render/browser.ts";
import {draft, newsroom, openDesk, tokens} from "../newsroom.ts";

// The page as it is served, and what a browser makes of it.

const hostile = `<img src="/x" onerror="document.title='run'"><script>document.title='run'</script>`;

let folder: string;
let desk: ReturnType<typeof openDesk>;
let server: DeskServer;
let browser: Browser;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "assay-page-"));
  await build({
    configFile: join(import.meta.dirname, "../../../vite.config.ts"),
    logLevel: "warn",
    build: {outDir: folder},
  });
  const titled = {...draft, title: hostile, assignee: hostile};
  const services = {...newsroom(), drafts: async () => ({drafts: [titled]})};
  desk = openDesk(services, {page: openPage(folder)});
  server = await serveDesk({host: "127.0.0.1", port: 0, fetch: desk.app.fetch});
  const {executable} = await findBrowser();
  browser = await puppeteer.launch({
    executablePath: executable,
    headless: "shell",
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
});
afterAll(async () => {
  await browser?.close();
  await server?.close(0);
  await rm(folder, {recursive: true, force: true});
});

const policyOf = (answer: Response) =>
  new Map(
    (answer.headers.get("content-security-policy") ?? "").split("; ").map(directive => {
      const [name = "", ...sources] = directive.split(" ");
      return [name, sources.join(" ")];
    }),
  );

test("the page runs scripts of this desk's own files alone, and speaks to nobody else", async () => {
  for (const path of ["/", "/drafts/d1", "/sign-in", "/runs/scheduled"]) {
    const answer = await desk.ask(path);
    expect(answer.headers.get("content-type")).toBe("text/html; charset=UTF-8");
    const policy = policyOf(answer);
    expect(policy.get("default-src")).toBe("'none'");
    for (const name of ["script-src", "worker-src", "connect-src", "font-src", "frame-src"])
      expect(policy.get(name)).toBe("'self'");
    for (const name of ["base-uri", "form-action", "frame-ancestors"])
      expect(policy.get(name)).toBe("'none'");
    expect(policy.get("img-src")).toBe("'self' data:");
    expect(policy.get("style-src")).toMatch(/^'self' 'nonce-[\w+/]{22}=='$/);
    expect(policy.get("object-src")).toBeUndefined(); // default-src holds
  }
  const nonces = [await desk.ask("/"), await desk.ask("/")].map(one =>
    policyOf(one).get("style-src"),
  );
  expect(nonces[0]).not.toBe(nonces[1]);
});

test("the page has no script or style in it, none from elsewhere, and no policy but the server's", async () => {
  const html = await (await desk.ask("/")).text();
  expect(html).not.toMatch(/http-equiv|<style|\sstyle=|\son\w+=/i);
  for (const [, attributes = "", inside] of html.matchAll(/<script\b([^>]*)>([^<]*)<\/script>/g)) {
    expect(attributes).toMatch(/ src="\/assets\/[\w-]+\.js"/);
    expect(inside).toBe("");
  }
  for (const [, address] of html.matchAll(/\b(?:src|href)="([^"]*)"/g))
    expect(address).toMatch(/^\/(?!\/)/);
});

test("what is served is what was built, without its source, and nothing beside it", async () => {
  const names = await readdir(join(folder, "assets"));
  expect(names.filter(name => /\.(?:map|tsx?)$/.test(name))).toEqual([]);
  for (const name of names) {
    const answer = await desk.ask(`/assets/${name}`);
    expect([name, answer.status]).toEqual([name, 200]);
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.headers.get("content-type")).toMatch(
      /^font\/woff2?$|^(?:text|image)\/[\w+]+; charset=utf-8$/,
    );
    expect(policyOf(answer).get("default-src")).toBe("'none'");
    const plain = Buffer.from(await answer.arrayBuffer());
    const packed = await desk.ask(`/assets/${name}`, {headers: {"Accept-Encoding": "gzip, br"}});
    expect(packed.headers.get("content-encoding")).toBe(/\.woff2?$/.test(name) ? null : "br");
    const sent = Buffer.from(await packed.arrayBuffer());
    expect(/\.woff2?$/.test(name) ? sent : brotliDecompressSync(sent)).toEqual(plain);
    if (/\.(?:js|css)$/.test(name))
      expect(await readFile(join(folder, "assets", name), "utf8")).not.toContain(
        "sourceMappingURL",
      );
  }
  for (const path of [
    "..%2findex.html",
    "..%2f..%2fpackage.json",
    "%2e%2e%2f%2e%2e%2fetc%2fpasswd",
    "..%5c..%5cpackage.json",
    "%252e%252e%252findex.html",
    "%2fetc%2fpasswd",
    "__proto__",
    "constructor",
    "",
    ".",
    "main.tsx",
    `${names.find(name => name.endsWith(".js"))}.map`,
  ]) {
    const answer = await desk.ask(`/assets/${path}`);
    const text = await answer.text();
    if (answer.status !== 404) expect(text).toContain("<!doctype html>");
    expect(text).not.toMatch(/"name": "assay"|root:/);
  }
});

test("only the files whose names change with them are kept by a browser, and nothing of a person", async () => {
  for (const path of [
    "/",
    "/drafts/d1",
    "/api/drafts",
    "/api/drafts/d1/note.pdf",
    "/api/session/ways",
  ])
    expect((await desk.ask(path, {as: "viewer"})).headers.get("cache-control")).toBe("no-store");
  const [name = ""] = await readdir(join(folder, "assets"));
  const kept = await desk.ask(`/assets/${name}`);
  expect(kept.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  expect((await desk.ask(`/api/drafts/d1/${name}`, {as: "viewer"})).status).toBe(404);
});

test("markup in a title is a title, and a script that got into the page is not run", async () => {
  const page = await browser.newPage();
  await page.setExtraHTTPHeaders({authorization: `Bearer ${tokens.viewer}`});
  await page.goto(server.address);
  await page.waitForSelector("[data-draft]");
  const row = await page.$eval("[data-draft]", one => ({
    words: one.textContent,
    elements: one.querySelectorAll("img, script").length,
  }));
  expect(row).toEqual({words: expect.stringContaining(hostile), elements: 0});
  expect(await page.title()).not.toBe("run");

  const refused = await page.evaluate(async words => {
    const told = new Set<string>();
    const all = new Promise<void>(resolve => {
      document.addEventListener("securitypolicyviolation", ({effectiveDirective}) => {
        if (told.add(effectiveDirective).size === 3) resolve();
      });
    });
    document.body.insertAdjacentHTML("beforeend", words);
    const script = document.createElement("script");
    script.textContent = "document.title = 'run'";
    document.body.append(script);
    const away = await fetch("https://elsewhere.example/").catch(() => "refused");
    await all;
    return {told: [...told].sort(), away};
  }, hostile);
  expect(refused).toEqual({
    told: ["connect-src", "script-src-attr", "script-src-elem"],
    away: "refused",
  });
  expect(await page.title()).not.toBe("run");
});

test("a password is masked, and may be pasted and filled in by a program that keeps it", async () => {
  const page = await browser.newPage();
  await page.goto(new URL("/sign-in", server.address).href);
  await page.waitForSelector("input[name=password]");
  const field = await page.$eval("input[name=password]", one => ({
    type: one.getAttribute("type"),
    fills: one.getAttribute("autocomplete"),
    longest: one.getAttribute("maxlength"),
    pastes: one.dispatchEvent(new ClipboardEvent("paste", {bubbles: true, cancelable: true})),
  }));
  expect(field).toEqual({
    type: "password",
    fills: "current-password",
    longest: null,
    pastes: true,
  });
});
