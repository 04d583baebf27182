import {execFileSync, spawn} from "node:child_process";
import {once} from "node:events";
import {mkdtempSync, readdirSync, rmSync, statSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {afterEach, beforeEach, expect, test, vi} from "vitest";
import {RenderingFailed} from "../../src/model/errors.ts";
import {findBrowser, withBrowser} from "../../src/render/browser.ts";
import {candidates} from "../../src/render/candidates.ts";

const module = fileURLToPath(new URL("../../src/render/browser.ts", import.meta.url));
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "assay-test-"));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, {recursive: true, force: true});
});

/** Processes of browsers whose profile lies in our folder; the dead ones that wait for init have no name. */
function running(): string[] {
  return execFileSync("ps", ["-eo", "pid,args"], {encoding: "utf8"})
    .split("\n")
    .filter(line => line.includes(`--user-data-dir=${folder}`));
}

async function untilNoneRuns(): Promise<void> {
  for (let tries = 0; tries < 50 && running().length > 0; tries += 1)
    await new Promise(resolve => setTimeout(resolve, 100));
  expect(running()).toEqual([]);
}

test("a browser is found, with its version and the reason for it", async () => {
  const found = await findBrowser();
  expect(found.version).toMatch(/\d+\.\d+\.\d+/);
  expect(found.why).not.toBe("");
  expect(statSync(found.executable).isFile()).toBe(true);
});

test("no browser is left after a return or a throw, and no profile", async () => {
  vi.stubEnv("TMPDIR", folder);
  await withBrowser(async () => expect(running().length).toBeGreaterThan(0));
  expect(running()).toEqual([]);
  await expect(withBrowser(() => Promise.reject(new Error("mine")))).rejects.toThrow("mine");
  expect(running()).toEqual([]);
  expect(readdirSync(folder)).toEqual([]);
});

test.each(["SIGKILL", "SIGTERM", "SIGINT"] as const)(
  "no browser outlives us after %s",
  async signal => {
    const script = `import {withBrowser} from ${JSON.stringify(module)};
    await withBrowser(async () => { console.log("open"); await new Promise(r => setTimeout(r, 60_000)); });`;
    const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
      env: {...process.env, TMPDIR: folder},
    });
    await once(child.stdout, "data");
    expect(running().length).toBeGreaterThan(0);
    child.kill(signal);
    const [, how] = await once(child, "exit");
    expect(how).toBe(signal);
    await untilNoneRuns();
    if (signal !== "SIGKILL") expect(readdirSync(folder)).toEqual([]);
  },
);

test("a browser that dies while it prints is an expected failure, not a hang", async () => {
  vi.stubEnv("TMPDIR", folder);
  const printing = withBrowser(async printer => {
    const [line] = running().filter(text => !text.includes("--type="));
    const print = printer.print("<p>x".repeat(200_000));
    process.kill(Number(line!.trim().split(" ")[0]), "SIGKILL");
    return print;
  });
  await expect(printing).rejects.toThrow(RenderingFailed);
  expect(running()).toEqual([]);
});

test("a browser named in the environment is tried alone, and said to be missing", async () => {
  vi.stubEnv("CHROME_PATH", join(folder, "none"));
  await expect(findBrowser()).rejects.toThrow(/CHROME_PATH names no program: .*none/);
  await expect(withBrowser(async () => 1)).rejects.toThrow(RenderingFailed);
});

test("a program that is no browser is reported with what it said", async () => {
  const path = join(folder, "chrome");
  writeFileSync(path, "#!/bin/sh\necho 'libnss3.so: cannot open' >&2\nexit 127\n", {mode: 0o755});
  vi.stubEnv("PUPPETEER_EXECUTABLE_PATH", path);
  await expect(withBrowser(async () => 1)).rejects.toThrow(
    /ended with code 127: libnss3\.so: cannot open/,
  );
});

test("a browser that never answers is given up within its patience, and what to do is said", async () => {
  const path = join(folder, "chrome");
  writeFileSync(path, "#!/bin/sh\nexec sleep 600\n", {mode: 0o755});
  vi.stubEnv("PUPPETEER_EXECUTABLE_PATH", path);
  await expect(withBrowser(async () => 1, {patience: 500})).rejects.toThrow(
    /did not answer within 0\.5 seconds: run it again .* PUPPETEER_EXECUTABLE_PATH, or make the note without its PDF/,
  );
});

test("a browser that falls silent while it prints is given up, and ended", async () => {
  vi.stubEnv("TMPDIR", folder);
  const printing = withBrowser(
    async printer => {
      await printer.print("<p>x");
      for (const line of running()) process.kill(Number(line.trim().split(" ")[0]), "SIGSTOP");
      return printer.print("<p>x");
    },
    {patience: 20_000},
  );
  await expect(printing).rejects.toThrow(/did not answer within 20 seconds/);
  expect(running()).toEqual([]);
});

test("an installed browser comes first, ours last", async () => {
  const path = join(folder, "google-chrome");
  writeFileSync(path, "", {mode: 0o755});
  const all = candidates({PATH: folder});
  expect(await all[0]!()).toMatchObject({executable: path, kind: "installed"});
  expect(all.length).toBe(2);
});

test("an installed browser that does not start gives way to ours", async () => {
  const path = join(folder, "google-chrome");
  writeFileSync(path, "#!/bin/sh\nexit 1\n", {mode: 0o755});
  vi.stubEnv("PATH", `${folder}:${process.env.PATH}`);
  expect(await withBrowser(async printer => (await printer.print("<p>x")).length)).toBeGreaterThan(
    500,
  );
});

test("three processes that unpack at once each get a browser", async () => {
  const script = `import {withBrowser} from ${JSON.stringify(module)};
    await withBrowser(async printer => console.log((await printer.print("<p>x")).length));`;
  const runs = Array.from({length: 3}, async () => {
    const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
      env: {...process.env, XDG_CACHE_HOME: folder},
    });
    let said = "";
    child.stderr.on("data", data => {
      said += data;
    });
    const [code] = await once(child, "exit");
    return `${code} ${said}`;
  });
  expect(await Promise.all(runs)).toEqual(["0 ", "0 ", "0 "]);
  expect(readdirSync(join(folder, "assay"))).toEqual([expect.stringMatching(/^chromium-/)]);
  expect(statSync(join(folder, "assay")).mode & 0o777).toBe(0o700);
}, 120_000);
