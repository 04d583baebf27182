import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {variables} from "../../src/cli/doctor/configured.ts";
import {type AnswerServer, json, startAnswerServer, status} from "../servers/answerServer.ts";
import {assay, temporary} from "./support.ts";

interface Finding {
  readonly what: string;
  readonly ok: boolean;
  readonly says: string;
  readonly settings?: readonly {readonly name: string; readonly value: unknown; origin: string}[];
}

let server: AnswerServer;
let place: ReturnType<typeof temporary>;
beforeAll(async () => {
  server = await startAnswerServer();
  place = temporary();
});
afterAll(async () => {
  place[Symbol.dispose]();
  await server.close();
});

/** `assay doctor --json` in a project with that configuration. */
async function doctor(config: object, args: readonly string[] = [], env = {}) {
  writeFileSync(join(place.path, "assay.config.json"), JSON.stringify(config));
  const run = await assay(place.path, ["doctor", "--json", ...args], env);
  const {ok, findings} = JSON.parse(run.stdout) as {ok: boolean; findings: Finding[]};
  expect(run.code).toBe(ok ? 0 : 2);
  return {...run, find: (what: string) => findings.find(one => one.what === what)};
}

test("doctor knows every variable that docs/cli.md has, but those that only say where programs are", () => {
  const text = readFileSync(join(import.meta.dirname, "../../docs/cli.md"), "utf8");
  const section = text.split("\n## Environment variables\n")[1]!;
  const documented = [...section.matchAll(/^\| (.*?) \|/gm)].flatMap(([, names]) =>
    [...names!.matchAll(/`([A-Z][A-Z0-9_]+)`/g)].map(([, name]) => name!),
  );
  expect(documented.length).toBeGreaterThan(20);
  expect([...variables]).toEqual(
    expect.arrayContaining(documented.filter(name => name !== "PATH")),
  );
  for (const name of variables) expect(section).toContain(`\`${name}\``);
});

test("no secret is shown, whoever holds it, and each is said to be set or not", async () => {
  const secret = "hunter2hunter2";
  const env = {
    ...Object.fromEntries(
      variables.filter(name => /KEY|TOKEN/.test(name)).map(name => [name, secret]),
    ),
    DATABASE_URL: `postgres://me:${secret}@127.0.0.1:1/db?password=${secret}`,
    ASSAY_SMTP_URL: `smtps://me:${secret}@mail.invalid/${secret}`,
    HTTPS_PROXY: `http://me:${secret}@proxy.invalid:3128`,
    HTTP_PROXY: `me:${secret}@proxy.invalid:3128`,
    BLOG_KEY: `${"a".repeat(24)}:${"b".repeat(64)}`,
    HOOK: secret,
  };
  const config = {
    targets: {blog: {kind: "ghost", url: "https://blog.invalid", keyFrom: "BLOG_KEY"}},
    hooks: {
      chat: {url: `https://chat.invalid/${secret}`, secretFrom: "HOOK", on: ["draft.written"]},
    },
    alerts: {heartbeat: `https://beat.invalid/${secret}`, webhook: undefined},
    desk: {secretFrom: "NOT_THERE"},
  };
  const {stdout, stderr, find} = await doctor(config, [], env);
  const text = await assay(place.path, ["doctor"], env);
  for (const said of [stdout, stderr, text.stdout, text.stderr]) {
    expect(said).not.toContain(secret);
    expect(said).not.toContain("b".repeat(64));
  }
  const settings = find("configuration")?.settings ?? [];
  const held = (name: string) => settings.find(one => one.name === name)?.value;
  expect(held("targets.blog.keyFrom")).toBe("BLOG_KEY, which is set");
  expect(held("desk.secretFrom")).toBe("NOT_THERE, which is NOT set");
  expect(held("hooks.chat.url")).toBe("https://chat.invalid/…");
  expect(find("environment")?.settings).toContainEqual({
    name: "DATABASE_URL",
    value: "postgres://127.0.0.1:1/db?…",
    origin: "environment",
  });
});

test("what the file leaves open is told as a default, beside what it says", async () => {
  const {find} = await doctor({review: {stale: "2h"}, schedules: {early: schedule("bitcoin")}});
  const settings = find("configuration")?.settings ?? [];
  const file = join(place.path, "assay.config.json");
  expect(settings).toEqual(
    expect.arrayContaining([
      {name: "review.stale", value: "2h", origin: file},
      {name: "alerts.lateAfter", value: "15m", origin: "default"},
      {name: "schedules.early.misfire", value: "latest", origin: "default"},
      {name: "cache.most", value: "500MB", origin: "default"},
    ]),
  );
  expect(find("schedules")?.says).toMatch(
    /^early next at \d{4}-.*; they run while assay desk does$/,
  );
  expect(find("cache")?.says).toMatch(/ of at most 500 MB in /);
  expect(find("disk")?.says).toMatch(/ free at output/);
  expect(find("fonts")?.says).toMatch(/Korean: /);
});

const schedule = (coin: string) => ({cron: "30 7 * * *", what: {coins: [coin]}});

test("each line that fails says what to do", async () => {
  const {find} = await doctor(
    {
      targets: {blog: {kind: "ghost", url: "https://blog.invalid", keyFrom: "NO_BLOG_KEY"}},
      hooks: {chat: {url: "https://chat.invalid", secretFrom: "NO_HOOK", on: ["draft.written"]}},
      alerts: {mail: ["ayse@example.org"]},
      schedules: {early: {...schedule("bitcoin"), template: "nowhere"}},
      desk: {tls: {key: "nowhere.pem", cert: "nowhere.pem"}},
      out: "assay.config.json",
    },
    [],
    {COINGECKO_DEMO_API_KEY: "short"},
  );
  const expected = {
    "target blog": /NO_BLOG_KEY/,
    hooks: /NO_HOOK/,
    alerts: /set ASSAY_SMTP_URL to an address such as smtps:/,
    schedules: /no template "nowhere"/,
    desk: /nowhere\.pem/,
    output: /assay\.config\.json/,
    CoinGecko: /COINGECKO_DEMO_API_KEY is no key/,
  };
  for (const [what, says] of Object.entries(expected))
    expect(find(what), what).toMatchObject({ok: false, says: expect.stringMatching(says)});
});

test("with --online the sources and the desk are asked, and what they answer is told", async () => {
  server.on("/ping", json({gecko_says: "(V3) To the Moon!"}), status(401, {error: "no"}));
  const env = {
    COINGECKO_BASE_URL: server.url,
    CURRENCY_API_BASE_URL: `${server.url}/{date}`,
    CURRENCY_API_FALLBACK_URL: `${server.url}/{date}`,
    COINGECKO_DEMO_API_KEY: "CG-a-demo-key",
    NO_PROXY: "127.0.0.1",
  };
  const config = {desk: {url: server.url}};
  const {find} = await doctor(config, ["--online"], env);
  expect(find("CoinGecko")).toMatchObject({ok: true, says: expect.stringMatching(/^answers in /)});
  expect(find("currency-api")).toMatchObject({ok: false, says: expect.stringMatching(/no file/)});
  expect(find("desk")).toMatchObject({ok: false, says: expect.stringMatching(/with assay desk$/)});
  const refused = await doctor(config, ["--online"], env);
  expect(refused.find("CoinGecko")).toMatchObject({
    ok: false,
    says: expect.stringMatching(/check COINGECKO_DEMO_API_KEY/),
  });
});
