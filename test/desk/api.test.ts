import {once} from "node:events";
import {request} from "node:http";
import type {AddressInfo} from "node:net";
import {text} from "node:stream/consumers";
import {serve} from "@hono/node-server";
import {getConnInfo} from "@hono/node-server/conninfo";
import {expect, test} from "vitest";
import {alarmsSchema} from "../../src/desk/api/alarmsShapes.ts";
import {coinsSchema, orderChoicesSchema} from "../../src/desk/api/choicesShapes.ts";
import {hookDeliveriesSchema, hooksSchema} from "../../src/desk/api/hooksShapes.ts";

import {differencesSchema, judgementsSchema} from "../../src/desk/api/judgingShapes.ts";
import {
  invitationsSchema,
  invitedSchema,
  peopleSchema,
  sessionSchema,
  tokenMadeSchema,
  tokensSchema,
  writersSchema,
} from "../../src/desk/api/peopleShapes.ts";
import {
  correctionSchema,
  correctionsSchema,
  publicationsSchema,
  rehearsalSchema,
  targetsSchema,
} from "../../src/desk/api/publicationShapes.ts";
import {readiness} from "../../src/desk/api/ready.ts";
import {recordedLineSchema} from "../../src/desk/api/recordedShapes.ts";
import {
  approvalsSchema,
  checkedSchema,
  commentSchema,
  commentsSchema,
  eventsSchema,
  revisionSchema,
  revisionsSchema,
} from "../../src/desk/api/reviewShapes.ts";
import {scanSchema, scansSchema} from "../../src/desk/api/scansShapes.ts";
import {
  draftSchema,
  draftsSchema,
  orderedSchema,
  problemSchema,
  runSchema,
  runsSchema,
  scheduleDetailSchema,
  scheduleSchema,
  schedulesSchema,
} from "../../src/desk/api/shapes.ts";
import {placeOf} from "../../src/desk/place.ts";
import {SourceUnavailable, UsageError} from "../../src/model/errors.ts";
import {includesRole, type Role, roles} from "../../src/model/person.ts";
import {newsroom, openDesk, tokens} from "./newsroom.ts";

const remark = {anchor: {quote: "Şöyle"}, text: "Why?"};

const ordered = {targets: ["blog"]};
const nine = "2026-11-30T09:00";
const refiled = {kind: "refiled", reason: "A typo"};

/** Every route that needs a token, the role it needs, and what it answers when all is well. */
const table = [
  ["POST", "/api/notes", "writer", 202, orderedSchema, {coin: "bitcoin"}],
  ["GET", "/api/runs", "viewer", 200, runsSchema, undefined],
  ["GET", "/api/runs/scheduled", "viewer", 200, runSchema, undefined],
  ["POST", "/api/runs/ordered/cancel", "writer", 200, runSchema, undefined],
  ["POST", "/api/runs/scheduled/cancel", "publisher", 200, runSchema, undefined],
  ["GET", "/api/drafts", "viewer", 200, draftsSchema, undefined],
  ["GET", "/api/drafts/d1", "viewer", 200, draftSchema, undefined],
  ["GET", "/api/drafts/d1/text", "viewer", 200, undefined, undefined],
  ["PUT", "/api/drafts/d1/text", "writer", 200, revisionSchema, "# Şöyle\n"],
  ["POST", "/api/drafts/d1/check", "viewer", 200, checkedSchema, {text: "# Şöyle\n"}],
  ["GET", "/api/drafts/d1/revisions", "viewer", 200, revisionsSchema, undefined],
  ["GET", "/api/drafts/d1/revisions/4", "viewer", 200, revisionSchema, undefined],
  ["GET", "/api/drafts/d1/events", "viewer", 200, eventsSchema, undefined],
  ["POST", "/api/drafts/d1/transitions", "writer", 200, draftSchema, {to: "in-review"}],
  ["GET", "/api/drafts/d1/approvals", "viewer", 200, approvalsSchema, undefined],
  ["PATCH", "/api/drafts/d1", "writer", 200, draftSchema, {assignee: "emil"}],
  ["GET", "/api/drafts/d1/comments", "viewer", 200, commentsSchema, undefined],
  ["POST", "/api/drafts/d1/comments", "writer", 201, commentSchema, remark],
  ["PATCH", "/api/comments/c1", "writer", 200, commentSchema, {resolved: true}],
  ["GET", "/api/drafts/d1/note.html", "viewer", 200, undefined, undefined],
  ["GET", "/api/drafts/d1/note.pdf", "viewer", 200, undefined, undefined],
  ["GET", "/api/drafts/d1/evidence.json", "viewer", 200, undefined, undefined],
  ["GET", "/api/drafts/d1/judgements", "viewer", 200, judgementsSchema, undefined],
  [
    "GET",
    "/api/drafts/d1/answers/001.json?pointer=/0",
    "viewer",
    200,
    recordedLineSchema,
    undefined,
  ],
  ["GET", "/api/drafts/d1/differences", "viewer", 200, differencesSchema, undefined],
  ["POST", "/api/drafts/d1/regenerate", "writer", 202, orderedSchema, {}],
  ["GET", "/api/schedules", "viewer", 200, schedulesSchema, undefined],
  ["POST", "/api/schedules/morning/run", "publisher", 202, orderedSchema, undefined],
  ["PATCH", "/api/schedules/morning", "publisher", 200, scheduleSchema, {paused: true}],
  ["GET", "/api/stream", "viewer", 200, undefined, undefined],
  ["GET", "/api/coins", "viewer", 200, coinsSchema, undefined],
  ["GET", "/api/writers", "writer", 200, writersSchema, undefined],
  ["GET", "/api/order-choices", "viewer", 200, orderChoicesSchema, undefined],
  ["POST", "/api/scans", "writer", 202, orderedSchema, {top: 10}],
  ["GET", "/api/scans", "viewer", 200, scansSchema, undefined],
  ["GET", "/api/scans/scanned", "viewer", 200, scanSchema, undefined],
  ["POST", "/api/runs/failed/retry", "writer", 202, runSchema, undefined],
  ["GET", "/api/schedules/morning", "viewer", 200, scheduleDetailSchema, undefined],
  ["GET", "/api/alarms", "viewer", 200, alarmsSchema, undefined],
  ["GET", "/api/hooks", "owner", 200, hooksSchema, undefined],
  ["GET", "/api/hooks/cms/deliveries", "owner", 200, hookDeliveriesSchema, undefined],
  ["GET", "/api/targets", "viewer", 200, targetsSchema, undefined],
  ["GET", "/api/drafts/d1/publications", "viewer", 200, publicationsSchema, undefined],
  ["POST", "/api/drafts/d1/publications", "publisher", 202, publicationsSchema, ordered],
  [
    "POST",
    "/api/drafts/d1/publications",
    "publisher",
    200,
    rehearsalSchema,
    {...ordered, dryRun: true},
  ],
  ["PATCH", "/api/drafts/d1/publications/blog", "publisher", 200, publicationsSchema, {at: nine}],
  ["DELETE", "/api/drafts/d1/publications/blog", "publisher", 200, publicationsSchema, undefined],
  ["GET", "/api/drafts/d1/releases/1/note.html", "viewer", 200, undefined, undefined],
  ["GET", "/api/drafts/d1/releases/1/note.pdf", "viewer", 200, undefined, undefined],
  ["GET", "/api/drafts/d1/releases/1/evidence.json", "viewer", 200, undefined, undefined],
  ["GET", "/api/drafts/d1/corrections", "viewer", 200, correctionsSchema, undefined],
  ["POST", "/api/drafts/d1/corrections", "publisher", 201, correctionSchema, refiled],
  ["POST", "/api/drafts/d1/retractions", "publisher", 201, correctionSchema, {reason: "Wrong"}],
  ["POST", "/api/drafts/d1/corrections/k1/approval", "publisher", 202, correctionSchema, {}],
  ["DELETE", "/api/drafts/d1/corrections/k1", "publisher", 200, correctionSchema, undefined],
  ["GET", "/api/session", "viewer", 200, sessionSchema, undefined],
  ["DELETE", "/api/session", "viewer", 403, problemSchema, undefined],
  ["PUT", "/api/session/password", "viewer", 403, problemSchema, {current: "a", next: "b"}],
  ["GET", "/api/sessions", "viewer", 403, problemSchema, undefined],
  ["DELETE", "/api/sessions", "viewer", 403, problemSchema, undefined],
  ["DELETE", "/api/sessions/s1", "viewer", 403, problemSchema, undefined],
  ["GET", "/api/people", "owner", 200, peopleSchema, undefined],
  ["PATCH", "/api/people/p1", "owner", 404, problemSchema, {role: "editor"}],
  ["DELETE", "/api/people/p1/sessions", "owner", 404, problemSchema, undefined],
  ["POST", "/api/invitations", "owner", 201, invitedSchema, {role: "editor"}],
  ["GET", "/api/invitations", "owner", 200, invitationsSchema, undefined],
  ["DELETE", "/api/invitations/i1", "owner", 404, problemSchema, undefined],
  ["GET", "/api/tokens", "owner", 200, tokensSchema, undefined],
  ["POST", "/api/tokens", "owner", 201, tokenMadeSchema, {name: "ci", role: "writer"}],
  ["DELETE", "/api/tokens/t1", "owner", 404, problemSchema, undefined],
] as const;

/** What is there for whoever has not come in yet. */
const waysIn = [
  "GET /api/session/ways",
  "POST /api/session",
  "POST /api/session/reset",
  "GET /api/session/oidc",
  "GET /api/session/callback/oidc",
  "POST /api/welcome",
  "POST /api/invitations/accept",
];

async function problemOf(response: Response) {
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  const problem = problemSchema.parse(await response.json());
  expect(problem.status).toBe(response.status);
  expect(problem.detail).toMatch(/^[^\n]+[.!?]$/);
  return problem;
}

test.each(table)("%s %s is for a %s", async (method, path, needed, status, schema, body) => {
  const {ask} = openDesk();
  for (const as of roles.filter(role => !includesRole(role, needed))) {
    const refused = await ask(path, {method, as, body});
    expect(refused.status).toBe(403);
    expect((await problemOf(refused)).detail).toContain("needs the role");
  }
  const headers: Record<string, string> = method === "PUT" ? {"if-match": '"4"'} : {};
  const answer = await ask(path, {method, as: needed, body, headers});
  expect(answer.status).toBe(status);
  if (schema) schema.parse(await answer.json());
});

test("without a token that is known nothing is told, not even what there is", async () => {
  const headers: (Record<string, string> | undefined)[] = [
    undefined,
    {authorization: ""},
    {authorization: `Bearer assay_${"y".repeat(40)}`},
    {authorization: `Basic ${btoa(`owner:${tokens.owner}`)}`},
    {authorization: `Bearer ${tokens.owner} ${tokens.owner}`},
    {cookie: `token=${tokens.owner}`},
  ];
  for (const [method, path] of [...table, ["GET", "/api/nothing"] as const]) {
    const {ask} = openDesk();
    for (const one of headers) {
      const answer = await ask(path, {method, ...(one && {headers: one})});
      expect(answer.status).toBe(401);
      expect(answer.headers.get("www-authenticate")).toMatch(/^Bearer/);
      await problemOf(answer);
    }
  }
});

test("who sends wrong tokens is not looked up any more, and whoever was right before still is", async () => {
  const room = newsroom();
  let asked = 0;
  const services = {
    ...room,
    callerOf: (token: string) => {
      asked += 1;
      return room.callerOf(token);
    },
  };
  let address = "192.0.2.7";
  const {ask} = openDesk(services, {addressOf: () => address});
  const guess = (n: number) =>
    ask("/api/runs", {headers: {authorization: `Bearer assay_${String(n).padStart(40, "0")}`}});
  expect((await ask("/api/runs", {as: "viewer"})).status).toBe(200);
  const statuses: number[] = [];
  for (let n = 0; n < 100; n++) statuses.push((await guess(n)).status);
  expect(statuses.slice(0, 20).every(status => status === 401)).toBe(true);
  expect(statuses.slice(20).every(status => status === 429)).toBe(true);
  expect(asked).toBe(21);
  const refused = await guess(0);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  await problemOf(refused);
  expect((await ask("/api/runs", {as: "viewer"})).status).toBe(200);
  expect((await ask("/api/runs", {as: "owner"})).status).toBe(429);
  address = "192.0.2.8";
  expect((await ask("/api/runs", {as: "owner"})).status).toBe(200);
});

test("what is not there is 404, in a sentence that names it", async () => {
  const {ask} = openDesk();
  const as: Role = "owner";
  for (const [path, method, body] of [
    ["/api/runs/none", "GET"],
    ["/api/runs/none/cancel", "POST"],
    ["/api/drafts/none", "GET"],
    ["/api/drafts/none/text", "GET"],
    ["/api/drafts/none/revisions", "GET"],
    ["/api/drafts/none/revisions/1", "GET"],
    ["/api/drafts/none/events", "GET"],
    ["/api/drafts/none/transitions", "POST", {to: "in-review"}],
    ["/api/drafts/none/approvals", "GET"],
    ["/api/drafts/none/comments", "GET"],
    ["/api/drafts/none/comments", "POST", remark],
    ["/api/comments/none", "PATCH", {resolved: true}],
    ["/api/drafts/none", "PATCH", {assignee: null}],
    ["/api/drafts/none/note.pdf", "GET"],
    ["/api/schedules/none/run", "POST"],
    ["/api/schedules/none", "PATCH", {paused: true}],
    ["/api/none", "GET"],
    ["/none", "GET"],
  ] as const) {
    const answer = await ask(path, {as, method, body});
    expect(answer.status).toBe(404);
    expect((await problemOf(answer)).detail).toContain("none");
  }
});

test("a repeated order with the same key is one run, and another's key is another's", async () => {
  const room = newsroom();
  const {ask} = openDesk(room);
  const order = async (as: Role, key?: string) => {
    const headers = key === undefined ? {} : {"idempotency-key": key};
    const answer = await ask("/api/notes", {as, body: {coin: "bitcoin"}, headers});
    return orderedSchema.parse(await answer.json()).run;
  };
  expect(await order("writer", "monday")).toBe("run-1");
  expect(await order("writer", "monday")).toBe("run-1");
  expect(await order("editor", "monday")).toBe("run-2");
  expect(await order("writer")).toBe("run-3");
  expect(await order("writer")).toBe("run-4");
  expect(room.orders).toHaveLength(4);
});

test.each([
  [{}, ["coin"]],
  [{coin: "two words"}, ["coin"]],
  [{coin: "bitcoin", locale: "xx", asOf: "yesterday"}, ["locale", "asOf"]],
  [{coin: "bitcoin", data: "../../etc"}, ["data"]],
  [{coin: "bitcoin", data: "/etc"}, ["data"]],
  [{coin: "bitcoin", colour: "red"}, ["colour"]],
  [{coin: "bitcoin", edition: "Not A Slug"}, ["edition"]],
  [[], ["the body"]],
])("the order %j is refused with each field that is wrong", async (body, fields) => {
  const room = newsroom();
  const answer = await openDesk(room).ask("/api/notes", {as: "writer", body});
  expect(answer.status).toBe(422);
  const {errors = [], detail} = await problemOf(answer);
  expect(errors.map(({field}) => field).sort()).toEqual([...fields].sort());
  for (const field of fields) expect(detail).toContain(field);
  expect(room.orders).toEqual([]);
});

test("what is wrong with query, header, body or kind of content is said too", async () => {
  const {ask} = openDesk();
  const refused = async (path: string, asking: Parameters<typeof ask>[1]) => {
    const answer = await ask(path, {as: "owner", ...asking});
    await problemOf(answer);
    return answer.status;
  };
  const body = {coin: "bitcoin"};
  expect(await refused("/api/runs?limit=0", {})).toBe(422);
  expect(await refused("/api/runs?limit=many", {})).toBe(422);
  expect(await refused("/api/runs?state=asleep", {})).toBe(422);
  expect(await refused("/api/runs?schedule=%00", {})).toBe(422);
  expect(await refused("/api/drafts?coin=%00", {})).toBe(422);
  expect(await refused("/api/drafts?q=a%00", {})).toBe(422);
  for (const coin of ["bit\0coin", "bit\ud800coin", "\u001b[31mbitcoin", "bit\u202ecoin"])
    expect(await refused("/api/notes", {body: {coin}})).toBe(422);
  expect(await refused("/api/notes", {body, headers: {"idempotency-key": "a b"}})).toBe(422);
  expect(await refused("/api/schedules/morning", {method: "PATCH", body: {paused: "yes"}})).toBe(
    422,
  );
  expect(
    await refused("/api/notes", {body: '{"coin":', headers: {"content-type": "application/json"}}),
  ).toBe(400);
  expect(await refused("/api/notes", {body: "x", headers: {"content-type": "text/plain"}})).toBe(
    415,
  );
  expect(await refused("/api/notes", {body: {coin: "x".repeat(2 ** 20)}})).toBe(413);
});

test("the state of things answers 409, the day's budget 429 with when, a source that is away 503", async () => {
  const room = newsroom();
  const {ask} = openDesk({
    ...room,
    drafts: () => Promise.reject(new SourceUnavailable("the store is away")),
  });
  const ended = await ask("/api/runs/ended/cancel", {as: "writer", method: "POST"});
  expect(ended.status).toBe(409);
  expect((await problemOf(ended)).detail).toContain("has ended");
  const busy = await ask("/api/notes", {as: "writer", body: {coin: "busy"}});
  expect([busy.status, busy.headers.get("retry-after")]).toEqual([429, "62"]);
  await problemOf(busy);
  const unknown = await ask("/api/notes", {as: "writer", body: {coin: "a", data: "unknown"}});
  expect(unknown.status).toBe(422);
  await problemOf(unknown);
  const away = await ask("/api/drafts", {as: "viewer"});
  expect([away.status, away.headers.get("retry-after")]).toEqual([503, "30"]);
});

test("a bug of ours is told to the log alone", async () => {
  const {ask, logged} = openDesk({
    ...newsroom(),
    drafts: () => Promise.reject(new Error("select * from drafts where key = 'k'")),
  });
  const answer = await ask("/api/drafts", {as: "viewer"});
  expect(answer.status).toBe(500);
  expect((await problemOf(answer)).detail).not.toContain("select");
  expect(logged).toEqual([
    [expect.objectContaining({path: "/api/drafts", error: expect.any(Error)}), expect.any(String)],
  ]);
});

test("a draft's text has its revision as its tag, and is not sent again to who has it", async () => {
  const {ask} = openDesk();
  const answer = await ask("/api/drafts/d1/text", {as: "viewer"});
  expect(answer.headers.get("content-type")).toBe("text/markdown; charset=utf-8");
  expect([answer.headers.get("etag"), await answer.text()]).toEqual(['"4"', "# Şöyle\n"]);
  const known = (tags: string) =>
    ask("/api/drafts/d1/text", {as: "viewer", headers: {"if-none-match": tags}});
  expect((await known('"3", "4"')).status).toBe(304);
  expect((await known('"3"')).status).toBe(200);
});

test("a save says what it was written on, in Markdown of a size, or is refused", async () => {
  const {ask} = openDesk();
  const save = async (
    headers: Record<string, string>,
    body: string,
    path = "/api/drafts/d1/text",
  ) => {
    const answer = await ask(path, {as: "writer", method: "PUT", body, headers});
    if (answer.status !== 200) await problemOf(answer);
    return [answer.status, answer.headers.get("etag")];
  };
  const on = {"if-match": '"4"'};
  expect(await save(on, "# A")).toEqual([200, '"5"']);
  expect(await save({"if-match": 'W/"4"'}, "# A")).toEqual([200, '"5"']);
  expect(await save({}, "# A")).toEqual([428, null]);
  for (const tag of ["*", "4", '"4", "5"', '"four"'])
    expect(await save({"if-match": tag}, "# A")).toEqual([422, null]);
  expect(await save({...on, "content-type": "application/json"}, "{}")).toEqual([415, null]);
  expect(await save({...on, "content-type": "text/markdown; charset=latin1"}, "")).toEqual([
    415,
    null,
  ]);
  expect(await save(on, "x".repeat(2 ** 18))).toEqual([200, '"5"']);
  expect(await save(on, "x".repeat(2 ** 18 + 1))).toEqual([413, null]);
  expect(await save(on, "# A", "/api/drafts/none/text")).toEqual([404, null]);
});

test("a draft's files come as what they are, and run nothing", async () => {
  const {ask} = openDesk();
  const page = await ask("/api/drafts/d1/note.html", {as: "viewer"});
  expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(page.headers.get("content-security-policy")).toMatch(/^default-src 'none'; style-src/);
  const pdf = await ask("/api/drafts/d1/note.pdf", {as: "viewer"});
  expect(pdf.headers.get("content-type")).toBe("application/pdf");
  expect(Buffer.from(await pdf.arrayBuffer()).toString("latin1")).toBe("%PDF-1.7 ÿ");
});

test("every answer, of whatever status, is kept, framed and guessed at by nobody", async () => {
  const {ask} = openDesk();
  for (const answer of [
    await ask("/healthz"),
    await ask("/api/drafts", {as: "viewer"}),
    await ask("/api/drafts"),
    await ask("/nowhere"),
    await ask("http://evil.example/healthz"),
  ]) {
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    for (const name of answer.headers.keys()) expect(name).not.toMatch(/^access-control-/);
  }
});

test("it is alive without a store, and ready with one", async () => {
  const room = newsroom();
  expect((await openDesk(room).ask("/readyz")).status).toBe(200);
  const {ask} = openDesk({...room, ready: () => Promise.reject(new Error("ECONNREFUSED"))});
  expect((await ask("/healthz")).status).toBe(200);
  const answer = await ask("/readyz");
  expect(answer.status).toBe(503);
  expect((await problemOf(answer)).detail).not.toContain("ECONNREFUSED");
});

test("whether it is ready is known in time, though the store hangs", async () => {
  let asked = 0;
  const ready = readiness(() => {
    asked += 1;
    return new Promise(() => {});
  }, 20);
  for (const one of await Promise.allSettled([ready(), ready(), ready()]))
    expect(one).toMatchObject({status: "rejected", reason: {message: "no answer within 20 ms"}});
  expect(asked).toBe(1);
});

test("no answer tells where things lie on this machine", async () => {
  const {ask} = openDesk({
    ...newsroom(),
    drafts: () => Promise.reject(new UsageError("no folder of data at /srv/desk/data: make it")),
  });
  const {detail} = await problemOf(await ask("/api/drafts", {as: "viewer"}));
  expect(detail).toBe("no folder of data at …/data: make it.");
});

test("metrics are for this machine's own programs, and for whoever has a token", async () => {
  const place = placeOf({
    host: "0.0.0.0",
    url: "https://desk.example",
    trustProxy: ["192.0.2.1"],
    tls: true,
  });
  const remote = {place, addressOf: () => "192.0.2.7"};
  expect((await openDesk().ask("/metrics")).status).toBe(200);
  const proxied = {headers: {"x-forwarded-for": "192.0.2.7"}};
  expect((await openDesk().ask("/metrics", proxied)).status).toBe(401);
  const metrics = "https://desk.example/metrics";
  expect((await openDesk(newsroom(), remote).ask(metrics)).status).toBe(401);
  const answer = await openDesk(newsroom(), remote).ask(metrics, {as: "viewer"});
  expect(await answer.text()).toBe("assay_workers 1\n");
});

test("the document names every route with what it takes and gives", async () => {
  const answer = await openDesk().ask("/api/openapi.json");
  const document = (await answer.json()) as {
    paths: Record<string, Record<string, {responses: object}>>;
    components: {securitySchemes: object; schemas: object};
  };
  const named = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map(method => `${method.toUpperCase()} ${path}`),
  );
  const expected = table.map(([method, path]) =>
    `${method} ${path}`
      .replace(/(runs|drafts|comments|scans)\/(scheduled|ordered|failed|scanned|d1|c1)/, "$1/{id}")
      .replace("revisions/4", "revisions/{n}")
      .replace(/answers\/.*/, "answers/{file}")
      .replace("schedules/morning", "schedules/{name}")
      .replace("hooks/cms", "hooks/{name}")
      .replace("publications/blog", "publications/{target}")
      .replace("releases/1", "releases/{version}")
      .replace("corrections/k1", "corrections/{correction}")
      .replace(/(sessions|people|invitations|tokens)\/[a-z]1/, "$1/{id}"),
  );
  expect(named.sort()).toEqual([...new Set([...expected, ...waysIn])].sort());
  expect(Object.keys(document.components.schemas)).toEqual(
    expect.arrayContaining(["NoteRequest", "Run", "Draft", "Schedule", "Problem"]),
  );
  expect(document.components.securitySchemes).toHaveProperty("token");
});

test("over a real connection, names that others have pointed here are refused", async () => {
  const {app} = openDesk(newsroom(), {addressOf: context => getConnInfo(context).remote.address});
  const server = serve({fetch: app.fetch, hostname: "127.0.0.1", port: 0});
  await once(server, "listening");
  const {port} = server.address() as AddressInfo;
  const ask = async (path: string, host: string) => {
    const sent = request({host: "127.0.0.1", port, path, headers: {host}}).end();
    const [answer] = await once(sent, "response");
    await text(answer);
    return answer.statusCode as number;
  };
  try {
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, "[::1]:80"])
      expect(await ask("/metrics", host)).toBe(200);
    for (const host of ["evil.example", `127.0.0.1.evil.example:${port}`, "192.0.2.7"])
      expect(await ask("/healthz", host)).toBe(403);
  } finally {
    await new Promise(resolve => server.close(resolve));
  }
});
