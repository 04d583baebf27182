import {mkdirSync, readdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import fc from "fast-check";
import {afterEach, beforeEach, expect, test, vi} from "vitest";
import {run} from "../../src/cli/run.ts";
import {type AnswerServer, startAnswerServer} from "../servers/answerServer.ts";
import {serveMadeUpCoinGecko} from "../servers/madeUpCoinGecko.ts";
import {expectRefusal, temporary} from "./support.ts";

let server: AnswerServer;
let place: ReturnType<typeof temporary>;

beforeEach(async () => {
  server = await startAnswerServer();
  serveMadeUpCoinGecko(server);
  place = temporary();
  mkdirSync(join(place.path, "work"));
  vi.spyOn(process, "cwd").mockReturnValue(join(place.path, "work"));
  vi.stubEnv("COINGECKO_BASE_URL", server.url);
  vi.stubEnv("XDG_CACHE_HOME", join(place.path, "cache"));
  vi.stubEnv("NO_PROXY", "127.0.0.1");
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  place[Symbol.dispose]();
  await server.close();
});

/** Runs a command in this process. */
async function assay(args: readonly string[]) {
  const said = {stdout: "", stderr: ""};
  const spies = (["stdout", "stderr"] as const).map(name =>
    vi.spyOn(process[name], "write").mockImplementation(text => {
      said[name] += String(text);
      return true;
    }),
  );
  try {
    return {code: await run(args), ...said};
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

/** Refused as wrong usage, before any source was asked and anything was written. */
async function expectRefusedBeforehand(args: readonly string[], ...says: (string | RegExp)[]) {
  expectRefusal(await assay(args), 2, ...says);
  expect(server.seen).toEqual([]);
  expect(readdirSync(join(place.path, "work"))).toEqual([]);
}

test.each([
  [["note", "near", "--locale", "de"], /'de' is invalid.*en, tr/],
  [["note", "near", "--locale", "__proto__"], /'__proto__' is invalid.*en, tr/],
  [["note", "near", "--source", "flies"], /There are coingecko, files, .*\. Did you mean files\?/],
  [["note", "near", "--paper", "lettr"], /Did you mean Letter\?/],
  [
    ["note", "near", "--format", "md,htlm"],
    /"htlm" is none of md, html, pdf\. Did you mean html\?/,
  ],
  [["note", "near", "--template", "nope"], /no template "nope"/],
  [["note", "near", "--template", "coin-nte"], /did you mean coin-note\?/],
  [["note", "near", "--template", "__proto__"], /no template "__proto__"/],
  [["note", "near", "--watch", "--template", "nope"], /no template "nope"/],
  [["note", "near", "--profiles", "/nowhere/p"], /no folder of profiles at \/nowhere\/p/],
  [["note", "near", "--out", "/proc/notes"], /\/proc\/notes could not be written.*--out/],
  [["note", "near", "--out", "/dev/null"], /a file stands where a folder should be.*--out/],
  [["note", "near", "--out", "/dev/null/x"], /a file stands where a folder should be.*--out/],
  [["snapshot", "near", "--out", "/proc/notes"], /\/proc\/notes could not be written/],
  [["scan", "--write", "1", "--out", "/proc/notes"], /\/proc\/notes could not be written/],
  [["note", "near", "--source", "files"], /needs a folder.*--data DIR/],
  [["note", "near", "--source", "snapshot"], /needs a folder.*--data DIR/],
  [["scan", "--source", "files"], /needs a folder.*--data DIR/],
  [["note", "near", "--as-of", "2026-03-20"], /CoinGecko answers for now only/],
])("%j is refused before a source is asked", (args, says) => expectRefusedBeforehand(args, says));

test.each([
  [{ASSAY_LOCALE: "de"}, /ASSAY_LOCALE is "de": there are en, tr/],
  [{ASSAY_LOCALE: "constructor"}, /ASSAY_LOCALE is "constructor"/],
  [{ASSAY_OUT: "/proc/notes"}, /\/proc\/notes could not be written/],
  [{ASSAY_CONFIG: "nowhere.json"}, /no configuration at .*nowhere\.json/],
])("the environment is held to the same: %j", async (env, says) => {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  await expectRefusedBeforehand(["note", "near"], says);
  await expectRefusedBeforehand(["snapshot", "near"], says);
});

test.each([
  [{locale: "de"}, /work\/assay\.config\.json: locale is "de": it must be en or tr/],
  [{template: "nope"}, /no template "nope"/],
  [{out: "/proc/notes"}, /\/proc\/notes could not be written/],
  [{source: "flies"}, /source is "flies": .*did you mean files\?/],
  [{profiles: "nowhere"}, /no folder of profiles at .*nowhere/],
  [{templates: "nowhere"}, /no folder of templates at .*nowhere/],
])("the configuration is held to the same: %j", async (config, says) => {
  const file = join(place.path, "work/assay.config.json");
  writeFileSync(file, JSON.stringify(config));
  vi.spyOn(process, "cwd").mockReturnValue(place.path);
  expectRefusal(await assay(["note", "near", "--config", file]), 2, says);
  expect(server.seen).toEqual([]);
});

test("a word that no option knows is refused, whatever it is and whoever says it", async () => {
  const known = ["en", "tr", "md", "html", "pdf", "coingecko", "files", "currency-api", "snapshot"];
  const words = fc
    .oneof(
      fc.string({minLength: 1, unit: "grapheme"}),
      fc.constantFrom("__proto__", "constructor", "toString", "hasOwnProperty", "E N", "en,tr"),
    )
    .filter(text => !text.includes("\0") && !known.includes(text.trim().toLowerCase()));
  await fc.assert(
    fc.asyncProperty(words, async word => {
      for (const option of ["locale", "source", "paper", "format"])
        expectRefusal(await assay(["note", "near", `--${option}=${word}`]), 2);
      vi.stubEnv("ASSAY_LOCALE", word);
      expectRefusal(await assay(["note", "near"]), 2, "ASSAY_LOCALE");
      vi.stubEnv("ASSAY_LOCALE", "");
    }),
    {numRuns: 60},
  );
  expect(server.seen).toEqual([]);
});
