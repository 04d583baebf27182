import {execFileSync} from "node:child_process";
import {mkdirSync, readFileSync, rmSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {
  draftsSchema,
  orderedSchema,
  problemSchema,
  runsSchema,
  schedulesSchema,
} from "../../src/desk/api/shapes.ts";
import {asOf} from "../cli/madeUpData.ts";
import {assay, expectRefusal, filesBelow} from "../cli/support.ts";
import {until} from "../jobs/newsroom.ts";
import {type MailServer, startMailServer} from "../servers/mailServer.ts";
import {temporary} from "../store/testStore.ts";
import {
  type Asking,
  ask,
  configure,
  type DeskProcess,
  layProject,
  runOver,
  startDesk,
  tokenFor,
} from "./process.ts";

const planted = {
  COINGECKO_DEMO_API_KEY: "CG-planted-key-0123456789",
  HOOK_SECRET: "whsec_cGxhbnRlZC1zZWNyZXQtMDEyMzQ1Njc4OQ==",
  OTHER_TOKEN: "planted-token-0123456789",
};
const schedules = {
  morning: {
    cron: "30 7 * * *",
    zone: "Europe/Istanbul",
    what: {coins: ["gadget", "ethereum"]},
    tell: ["ayse@example.org"],
  },
};

let folder: string;
let mail: MailServer;
let desk: DeskProcess;
let token: string;
let viewer: string;
beforeAll(async () => {
  folder = temporary();
  mail = await startMailServer();
  layProject(folder, {
    schedules,
    alerts: {
      mail: ["desk@example.org"],
      webhook: {url: "http://127.0.0.1:9/", secretFrom: "HOOK_SECRET"},
    },
  });
  const smtp = mail.url.replace("//", "//desk:planted-password@");
  desk = await startDesk(folder, [], {...planted, ASSAY_SMTP_URL: smtp});
  token = await tokenFor(folder, "ci", "owner");
  viewer = await tokenFor(folder, "reader", "viewer");
});
afterAll(async () => {
  desk?.child.kill("SIGTERM");
  await desk?.ended;
  await mail?.[Symbol.asyncDispose]();
  rmSync(folder, {recursive: true, force: true});
});

const at = (path: string, asking: Asking = {}) => ask(desk.address, path, {token, ...asking});
const order = async (body: object, headers = {}) =>
  orderedSchema.parse(await (await at("/api/notes", {body, headers})).json()).run;

test("it is alive and ready, and says where the way in is", async () => {
  expect((await at("/healthz")).status).toBe(200);
  expect((await at("/readyz")).status).toBe(200);
  const page = await at("/");
  expect(page.headers.get("content-type")).toContain("text/html");
  expect(await page.text()).toContain("/api/openapi.json");
});

test("a note is ordered, made, and read as a draft with text, PDF and evidence", async () => {
  const run = await order({coin: "gadget", data: "recorded", asOf}, {"idempotency-key": "one"});
  const done = await runOver(desk.address, token, run);
  expect(done).toMatchObject({state: "done", outcome: "draft", by: "ci", priority: "urgent"});
  expect(done.steps.map(({name}) => name)).toEqual(["gather", "write", "press", "draft"]);
  const draft = `/api/drafts/${done.draft}`;
  expect(await (await at(draft)).json()).toMatchObject({
    noteId: "2026-03-20-gadget",
    asset: "gadget",
    asOf,
    state: "draft",
    revision: 1,
    run,
  });
  const text = await at(`${draft}/text`);
  expect(text.headers.get("etag")).toBe('"1"');
  expect(await text.text()).toContain("# Gadget");
  const pdf = Buffer.from(await (await at(`${draft}/note.pdf`)).arrayBuffer());
  expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
  expect(await (await at(`${draft}/evidence.json`)).json()).toMatchObject({
    note: {id: "2026-03-20-gadget"},
  });
  expect(await (await at(`${draft}/note.html`)).text()).toMatch(/^<!doctype html>/i);
  expect(await order({coin: "gadget", data: "recorded", asOf}, {"idempotency-key": "one"})).toBe(
    run,
  );
  const other = await at("/api/notes", {
    body: {coin: "ethereum", data: "recorded", asOf},
    headers: {"idempotency-key": "one"},
  });
  expect(other.status).toBe(409);
  problemSchema.parse(await other.json());
});

test("a worker whose blobs are not those of the store is refused", async () => {
  const elsewhere = join(folder, "elsewhere");
  mkdirSync(elsewhere);
  const {code, stderr} = await assay(folder, ["worker"], {ASSAY_BLOBS: elsewhere});
  expect([code, stderr]).toEqual([2, expect.stringContaining("are not those of the store")]);
});

test("a schedule is run by hand, paused, and gone on with", async () => {
  const answer = await at("/api/schedules/morning/run", {method: "POST"});
  expect(answer.status).toBe(202);
  const {run} = orderedSchema.parse(await answer.json());
  const over = await runOver(desk.address, token, run);
  expect(over).toMatchObject({schedule: "morning", by: "ci"});
  expect(over.notes.map(({coin}) => coin)).toEqual(["ethereum", "gadget"]);
  const patch = async (paused: boolean) =>
    (await at("/api/schedules/morning", {method: "PATCH", body: {paused}})).json();
  expect(await patch(true)).toMatchObject({paused: true, last: {run}});
  expect(await patch(false)).toMatchObject({paused: false, next: expect.any(String)});
  const listed = schedulesSchema.parse(await (await at("/api/schedules")).json());
  expect(listed.schedules.map(({name}) => name)).toEqual(["morning"]);
  expect((await at("/api/schedules/evening/run", {method: "POST"})).status).toBe(404);
});

test.each([
  [{coin: "gadgt"}, "coin", "did you mean gadget"],
  [{coin: "gadget", data: "record"}, "data", "did you mean recorded"],
  [{coin: "gadget", template: "coin-not"}, "template", "did you mean coin-note"],
  [{coin: "gadget", source: "coingecko", data: "recorded"}, "data", "takes none"],
  [{coin: "gadget", source: "coingecko", asOf}, "asOf", "answers for now only"],
])("the order %j is refused at the door, for its %s", async (body, field, says) => {
  const answer = await at("/api/notes", {body});
  expect(answer.status).toBe(422);
  const {detail, errors} = problemSchema.parse(await answer.json());
  expect(errors?.map(one => one.field)).toEqual([field]);
  expect(detail).toContain(says);
  expect(detail).not.toContain(folder);
});

test("lists come in pages, newest first, and what is sought is found", async () => {
  const pages: string[][] = [];
  for (let cursor = ""; pages.length < 10; ) {
    const page = runsSchema.parse(await (await at(`/api/runs?limit=1${cursor}`)).json());
    pages.push(page.runs.map(({id}) => id));
    if (page.cursor === undefined) break;
    cursor = `&cursor=${page.cursor}`;
  }
  const all = runsSchema.parse(await (await at("/api/runs")).json()).runs;
  expect(pages.flat()).toEqual(all.map(({id}) => id));
  const nominals = all.map(({nominal}) => nominal);
  expect(nominals).toEqual(nominals.toSorted().reverse());
  const found = async (query: string) =>
    draftsSchema.parse(await (await at(`/api/drafts?${query}`)).json()).drafts.length;
  expect(await found("q=gadget%20GDT")).toBe(1);
  expect(await found("q=100%25")).toBe(0);
  expect(await found("coin=gadget&state=draft")).toBe(1);
  expect(await found("coin=bitcoin")).toBe(0);
  expect((await at("/api/runs?cursor=nonsense")).status).toBe(422);
  expect((await at("/api/runs/not-an-id")).status).toBe(404);
});

test("metrics tell what the store knows", async () => {
  const text = await (await at("/metrics")).text();
  expect(text).toMatch(/^assay_runs\{schedule="by-hand",state="done"\} 1$/m);
  expect(text).toMatch(/^assay_workers 1$/m);
});

test("a token that is revoked lets nobody in, and one that may not does not", async () => {
  const refused = await at("/api/notes", {token: viewer, body: {coin: "gadget"}});
  expect(refused.status).toBe(403);
  await assay(folder, ["token", "revoke", "reader"]);
  expect((await at("/api/runs", {token: viewer})).status).toBe(401);
});

test("a configuration that changed is read on SIGHUP, and one that is wrong changes nothing", async () => {
  const config = {
    schedules: {
      ...schedules,
      evening: {every: "1d", what: {coins: ["ethereum"]}, edition: "evening"},
    },
  };
  configure(folder, config);
  desk.child.kill("SIGHUP");
  const names = async () =>
    schedulesSchema
      .parse(await (await at("/api/schedules")).json())
      .schedules.map(({name}) => name);
  await until(async () => (await names()).includes("evening"));
  configure(folder, {schedules: {morning: {cron: "61 7 * * *", what: {coins: ["gadget"]}}}});
  desk.child.kill("SIGHUP");
  await until(async () => desk.log().includes("what held before goes on"));
  expect(await names()).toEqual(["evening", "morning"]);
  configure(folder, config);
});

test("another desk on the port is refused, and one that others reach without TLS", async () => {
  const {port} = new URL(desk.address);
  const env = {ASSAY_SMTP_URL: mail.url};
  const taken = await assay(folder, ["desk", "--port", port], env);
  expect(taken.code).toBe(2);
  expect(taken.stderr).toMatch(/^error: port \d+ of 127\.0\.0\.1 is taken, maybe by another desk/m);
  expectRefusal(await assay(folder, ["desk", "--host", "0.0.0.0"], env), 2, "--trust-proxy");
  const proxied = ["--url", "https://desk.example", "--trust-proxy", "192.0.2.1"];
  const open = await startDesk(folder, ["--host", "0.0.0.0", ...proxied], env);
  await until(async () => open.log().includes("another process plans, and this one does not"));
  open.child.kill("SIGTERM");
  expect((await open.ended).code).toBe(0);
  expect((await at("/readyz")).status).toBe(200);
});

test("a mail server or a secret that is missing is said at the start", async () => {
  configure(folder, {alerts: {mail: ["desk@example.org"]}});
  expectRefusal(await assay(folder, ["desk", "--port", "0"]), 2, "ASSAY_SMTP_URL");
});

test("it stops when it is told to, and no secret that it was given is anywhere", async () => {
  const answers = await Promise.all(
    ["/api/runs", "/api/drafts", "/api/schedules", "/metrics"].map(async path =>
      (await at(path)).text(),
    ),
  );
  desk.child.kill("SIGTERM");
  const ended = await desk.ended;
  expect(ended.code).toBe(0);
  const secrets = [...Object.values(planted), "planted-password", token.slice(6)];
  const store = join(folder, ".assay");
  const files = filesBelow(store).map(name => readFileSync(join(store, name), "latin1"));
  for (const secret of secrets)
    for (const text of [ended.stdout, ended.stderr, ...answers, ...files])
      expect(text.includes(secret)).toBe(false);
  const left = execFileSync("ps", ["-eo", "args"], {encoding: "utf8"});
  expect(left).not.toContain(folder);
});
