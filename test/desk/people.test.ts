import {afterAll, beforeAll, expect, test} from "vitest";
import {peopleSchema, sessionSchema, sessionsSchema} from "../../src/desk/api/peopleShapes.ts";
import {ownerLink} from "../../src/desk/people/links.ts";
import {peopleServices} from "../../src/desk/people/people.ts";
import {verifyEvents} from "../../src/store/events.ts";
import {type Browser, type PeopleRoom, password, peopleRoom, secretOf} from "./peopleRoom.ts";
import {access} from "./reviewRoom.ts";

let room: PeopleRoom;
let olga: Browser;
beforeAll(async () => {
  room = await peopleRoom();
});
afterAll(() => room?.close());

const who = async (browser: Browser) => {
  const answer = await browser.ask("/api/session");
  return answer.status === 200 ? sessionSchema.parse(await answer.json()) : answer.status;
};
const signIn = (browser: Browser, email: string, secret = password) =>
  browser.ask("/api/session", {body: {email, password: secret}});
const idOf = async (name: string) => {
  const {people} = peopleSchema.parse(await (await olga.ask("/api/people")).json());
  return people.find(one => one.name === name)?.id ?? "";
};
const change = async (name: string, body: object) =>
  olga.ask(`/api/people/${await idOf(name)}`, {method: "PATCH", body});

test("the printed link makes the first owner once, and only the newest", async () => {
  const [old, link] = [
    await ownerLink(room.db, "http://localhost", "test"),
    await ownerLink(room.db, "http://localhost", "test"),
  ];
  expect(link).toMatch(/^http:\/\/localhost\/welcome#[\w-]{43}$/);
  const welcome = (secret: string, name = "Olga") =>
    room.browser().ask("/api/welcome", {
      body: {secret, name, email: `${name.toLowerCase()}@example.org`, password},
    });
  expect((await welcome(secretOf(old))).status).toBe(403);
  expect((await welcome("x".repeat(43))).status).toBe(403);
  const both = await Promise.all([welcome(secretOf(link)), welcome(secretOf(link), "Otto")]);
  expect(both.map(({status}) => status).sort()).toEqual([204, 403]);
  expect(await ownerLink(room.db, "http://localhost", "test")).toBeUndefined();
  const {rows} = await room.store.pool.query(
    "select to_jsonb(i)::text as row from assay.invitations i",
  );
  expect(JSON.stringify(rows)).not.toContain(secretOf(link));
  // Whichever of the two it was.
  olga = room.browser();
  const [first] = await room.db.selectFrom("people").select("email").execute();
  expect((await signIn(olga, first?.email ?? "")).status).toBe(204);
  expect(await who(olga)).toMatchObject({
    role: "owner",
    by: "session",
    solo: false,
    password: true,
  });
  await room.db.updateTable("people").set({name: "Olga", email: "olga@example.org"}).execute();
});

test("who is invited joins with the role of the invitation, under its address, once", async () => {
  const invited = await olga.ask("/api/invitations", {
    body: {role: "editor", email: "Emil@example.org"},
  });
  expect(invited.status).toBe(201);
  const {link} = (await invited.json()) as {link: string};
  const emil = room.browser();
  const accept = (body: object) =>
    emil.ask("/api/invitations/accept", {
      body: {secret: secretOf(link), name: "Emil", email: "emil@example.org", password, ...body},
    });
  expect((await accept({email: "other@example.org"})).status).toBe(422);
  for (const weak of [
    "short",
    "password123456",
    "emil and the lamp",
    "1234567890123456",
    "qwertyuiop12",
  ])
    expect([weak, (await accept({password: weak})).status]).toEqual([weak, 422]);
  for (const name of ["planner", "Olga", "OLGA", "a\nb", "  "])
    expect([name, (await accept({name})).status]).toEqual([name, 422]);
  expect((await accept({})).status).toBe(204);
  expect(await who(emil)).toMatchObject({name: "Emil", role: "editor", email: "emil@example.org"});
  expect(await (await olga.ask("/api/invitations")).json()).toMatchObject({
    invitations: [{state: "used", usedBy: "Emil"}],
  });
  expect((await accept({name: "Again"})).status).toBe(403);
});

test("a withdrawn invitation lets nobody in", async () => {
  const invited = await olga.ask("/api/invitations", {body: {role: "owner"}});
  const {id, link} = (await invited.json()) as {id: string; link: string};
  expect((await olga.ask(`/api/invitations/${id}`, {method: "DELETE"})).status).toBe(204);
  const body = {secret: secretOf(link), name: "Eve", email: "eve@example.org", password};
  expect((await room.browser().ask("/api/invitations/accept", {body})).status).toBe(403);
});

test("names of people and tokens never collide", async () => {
  expect((await olga.ask("/api/tokens", {body: {name: "EMIL", role: "viewer"}})).status).toBe(422);
  const made = await olga.ask("/api/tokens", {body: {name: "ci", role: "writer"}});
  expect(made.status).toBe(201);
  const invited = await olga.ask("/api/invitations", {body: {role: "viewer"}});
  const {link} = (await invited.json()) as {link: string};
  const body = {secret: secretOf(link), name: "CI", email: "ci@example.org", password};
  expect((await room.browser().ask("/api/invitations/accept", {body})).status).toBe(422);
});

test("signing in makes another session, and ends the one that came along", async () => {
  const browser = room.browser();
  await signIn(browser, "emil@example.org");
  const [before] = [...browser.cookies.values()];
  await signIn(browser, "EMIL@example.org");
  const [after] = [...browser.cookies.values()];
  expect(after).not.toBe(before);
  const fixed = room.browser();
  fixed.cookies.set("assay.session_token", before ?? "");
  expect(await who(fixed)).toBe(401);
  expect(await who(browser)).toMatchObject({name: "Emil"});
});

test("a cookie that nobody signed, or of another, is none", async () => {
  const browser = room.browser();
  await signIn(browser, "emil@example.org");
  const [cookie = ""] = [...browser.cookies.values()];
  const {rows} = await room.store.pool.query("select token from assay.sessions");
  const {token} = rows[0] as {token: string};
  for (const forged of [token, `${token}.`, `${token}.${"A".repeat(43)}%3D`, `${cookie}x`, "x"]) {
    const other = room.browser();
    other.cookies.set("assay.session_token", forged);
    expect([forged.length, await who(other)]).toEqual([forged.length, 401]);
  }
});

test("the cookie is kept from scripts and from other pages", async () => {
  const answer = await signIn(room.browser(), "emil@example.org");
  const [cookie = ""] = answer.headers.getSetCookie();
  expect(cookie).toMatch(/^assay\.session_token=/);
  expect(cookie).toMatch(/HttpOnly/i);
  expect(cookie).toMatch(/SameSite=Lax/i);
  expect(cookie).toMatch(/Path=\//i);
});

test("an unknown address, a wrong password and a disabled person are one answer and one work", async () => {
  await room.joined(olga, "Dora", "writer");
  await change("Dora", {disabled: true});
  const tries: [string, string][] = [
    ["nobody@example.org", password],
    ["emil@example.org", "not the lamp on the pier"],
    ["dora@example.org", password],
  ];
  const answers: unknown[] = [];
  for (const [email, secret] of tries) {
    const before = room.work.hash + room.work.verify;
    const answer = await signIn(room.browser(), email, secret);
    answers.push([answer.status, await answer.text(), room.work.hash + room.work.verify - before]);
  }
  expect(new Set(answers.map(one => JSON.stringify(one))).size).toBe(1);
  expect(answers[0]).toMatchObject([401, expect.stringContaining("belong together"), 1]);
});

test("a disabled person's living session ends at once, and another role needs another sign-in", async () => {
  const vera = await room.joined(olga, "Vera", "viewer");
  expect(await who(vera)).toMatchObject({role: "viewer"});
  expect((await change("Vera", {role: "writer"})).status).toBe(200);
  expect(await who(vera)).toBe(401);
  await signIn(vera, "vera@example.org");
  expect(await who(vera)).toMatchObject({role: "writer"});
  await change("Vera", {disabled: true});
  expect(await who(vera)).toBe(401);
  expect((await signIn(vera, "vera@example.org")).status).toBe(401);
  await change("Vera", {disabled: false});
  expect((await signIn(vera, "vera@example.org")).status).toBe(204);
});

test("the last owner stays, also of two who go for each other at once", async () => {
  expect((await change("Olga", {role: "viewer"})).status).toBe(409);
  expect((await change("Olga", {disabled: true})).status).toBe(409);
  const otto = await room.joined(olga, "Otto", "owner");
  const [o, t] = [await idOf("Olga"), await idOf("Otto")];
  const both = await Promise.all([
    olga.ask(`/api/people/${t}`, {method: "PATCH", body: {role: "viewer"}}),
    otto.ask(`/api/people/${o}`, {method: "PATCH", body: {role: "viewer"}}),
  ]);
  const owners = await room.db
    .selectFrom("people")
    .select("name")
    .where("role", "=", "owner")
    .execute();
  expect([owners.length, both.filter(({status}) => status === 200).length]).toEqual([1, 1]);
  // For the tests that follow.
  await room.db.updateTable("people").set({role: "owner"}).where("id", "=", o).execute();
  await signIn(olga, "olga@example.org");
});

test("sessions of one's own are listed and ended, and no other's", async () => {
  const [one, two] = [room.browser(), room.browser()];
  await signIn(one, "emil@example.org");
  await signIn(two, "emil@example.org");
  const list = async (browser: Browser) =>
    sessionsSchema.parse(await (await browser.ask("/api/sessions")).json()).sessions;
  const mine = await list(one);
  expect(mine.filter(({current}) => current)).toHaveLength(1);
  expect(mine[0]).toMatchObject({browser: "Test/1", address: "127.0.0.1"});
  const id = mine.find(({current}) => current)?.id ?? "";
  expect((await olga.ask(`/api/sessions/${id}`, {method: "DELETE"})).status).toBe(404);
  expect((await two.ask(`/api/sessions/${id}`, {method: "DELETE"})).status).toBe(204);
  expect(await who(one)).toBe(401);
  expect(await who(two)).toMatchObject({name: "Emil"});
  await signIn(one, "emil@example.org");
  expect((await two.ask("/api/sessions", {method: "DELETE"})).status).toBe(204);
  expect([await who(one), await who(two), two.cookies.size]).toEqual([401, 401, 0]);
});

test("an owner signs a person out everywhere", async () => {
  const browser = room.browser();
  await signIn(browser, "emil@example.org");
  const path = `/api/people/${await idOf("Emil")}/sessions`;
  expect((await browser.ask(path, {method: "DELETE"})).status).toBe(403);
  expect((await olga.ask(path, {method: "DELETE"})).status).toBe(204);
  expect(await who(browser)).toBe(401);
});

test("signing out ends the session here and for whoever copied the cookie", async () => {
  const browser = room.browser();
  await signIn(browser, "emil@example.org");
  const copy = room.browser();
  for (const [name, value] of browser.cookies) copy.cookies.set(name, value);
  expect((await browser.ask("/api/session", {method: "DELETE"})).status).toBe(204);
  expect([await who(browser), await who(copy), browser.cookies.size]).toEqual([401, 401, 0]);
});

test("another password needs the one that holds, and ends one's other sessions", async () => {
  const wanda = await room.joined(olga, "Wanda", "writer");
  const other = room.browser();
  await signIn(other, "wanda@example.org");
  const next = "seven grey herons waiting";
  const put = (body: object) => wanda.ask("/api/session/password", {method: "PUT", body});
  expect((await put({current: "not the lamp on the pier", next})).status).toBe(422);
  expect((await put({current: password, next: "wanda and her lamp"})).status).toBe(422);
  expect((await put({current: password, next})).status).toBe(204);
  expect([await who(other), await who(wanda)]).toEqual([
    401,
    expect.objectContaining({name: "Wanda"}),
  ]);
  expect((await signIn(other, "wanda@example.org")).status).toBe(401);
  expect((await signIn(other, "wanda@example.org", next)).status).toBe(204);
});

test("a password is what was typed, to the last space", async () => {
  for (const [typed, status] of [
    [`${password} `, 401],
    [password.toUpperCase(), 401],
    [password.slice(0, -1), 401],
    [password, 204],
  ] as const)
    expect([typed, (await signIn(room.browser(), "emil@example.org", typed)).status]).toEqual([
      typed,
      status,
    ]);
});

test("a token of an owner makes tokens, one of less does not, and neither has sessions", async () => {
  const make = async (name: string, role: string, headers = {}) =>
    (await room.browser().ask("/api/tokens", {body: {name, role}, headers})) as Response;
  const asOlga = await olga.ask("/api/tokens", {body: {name: "boss", role: "owner"}});
  const {token} = (await asOlga.json()) as {token: string};
  const boss = {authorization: `Bearer ${token}`};
  const made = await make("made", "publisher", boss);
  expect(made.status).toBe(201);
  const {token: less} = (await made.json()) as {token: string};
  expect((await make("more", "viewer", {authorization: `Bearer ${less}`})).status).toBe(403);
  expect((await room.browser().ask("/api/sessions", {headers: boss})).status).toBe(403);
});

test("a token ends when it was to end, and when it is revoked", async () => {
  const body = {
    name: "brief",
    role: "viewer",
    expiresAt: new Date(Date.now() + 60_000).toISOString(),
  };
  const {token} = (await (await olga.ask("/api/tokens", {body})).json()) as {token: string};
  const headers = {authorization: `Bearer ${token}`};
  const ask = async () => (await room.browser().ask("/api/runs", {headers})).status;
  expect(await ask()).toBe(200);
  await room.db
    .updateTable("tokens")
    .set({expires_at: new Date(Date.now() - 1000)})
    .where("name", "=", "brief")
    .execute();
  expect(await ask()).toBe(401);
  const past = {...body, name: "past", expiresAt: "2020-01-01T00:00:00Z"};
  expect((await olga.ask("/api/tokens", {body: past})).status).toBe(422);
});

test("a session ends when it is not used, and after so long however much it is", async () => {
  const browser = room.browser();
  await signIn(browser, "emil@example.org");
  const idle = {expires_at: new Date(Date.now() - 1000)};
  await room.db.updateTable("sessions").set(idle).execute();
  expect(await who(browser)).toBe(401);
  await signIn(browser, "emil@example.org");
  const old = {created_at: new Date(Date.now() - 8 * 86_400_000)};
  await room.db.updateTable("sessions").set(old).execute();
  expect(await who(browser)).toBe(401);
  await signIn(olga, "olga@example.org");
});

test("whoever only watches does not keep a session from ending idle", async () => {
  const browser = room.browser();
  await signIn(browser, "emil@example.org");
  const quiet = {info() {}, warn() {}, error() {}, child: () => quiet};
  const services = peopleServices(room.db, {...access, log: quiet});
  const [cookie] = [...browser.cookies].map(([name, value]) => `${name}=${value}`);
  const visit = {headers: new Headers({cookie: cookie ?? ""}), address: "127.0.0.1"};
  const soon = new Date(Date.now() + 60_000);
  const expiry = async () => {
    const [row] = await room.db
      .selectFrom("sessions")
      .select("expires_at")
      .orderBy("created_at", "desc")
      .limit(1)
      .execute();
    return row?.expires_at;
  };
  await room.db.updateTable("sessions").set({expires_at: soon}).execute();
  expect(await services.sessionOf(visit, {used: false})).toMatchObject({caller: {name: "Emil"}});
  expect(await expiry()).toEqual(soon);
  expect(await services.sessionOf(visit)).toMatchObject({caller: {name: "Emil"}});
  expect((await expiry())?.getTime()).toBeGreaterThan(soon.getTime());
});

test("no answer about people, sessions, links or tokens holds what lets one in", async () => {
  const {rows} = await room.store.pool.query<{kept: string | null}>(
    `select password as kept from assay.accounts union select token from assay.sessions
      union select digest from assay.invitations
      union select digest from assay.tokens`,
  );
  const secrets = rows.flatMap(({kept}) => kept ?? []);
  expect(secrets.length).toBeGreaterThan(4);
  for (const path of ["people", "sessions", "session", "invitations", "tokens", "session/ways"]) {
    const answer = await olga.ask(`/api/${path}`);
    expect(answer.status).toBe(200);
    const told = await answer.text();
    expect(secrets.filter(secret => told.includes(secret))).toEqual([]);
  }
});

test("all of it stands in the history of events, without secrets or addresses", async () => {
  expect(await verifyEvents(room.db)).toEqual([]);
  const events = await room.db.selectFrom("events").select(["kind", "body"]).execute();
  expect([...new Set(events.map(({kind}) => kind))].sort()).toEqual(
    [
      ...[
        "desk.link",
        "person.accepted",
        "person.disabled",
        "person.enabled",
        "person.invited",
        "person.joined",
      ],
      ...["person.password", "person.role", "person.uninvited", "session.began", "session.ended"],
      "token.created",
    ].sort(),
  );
  const told = JSON.stringify([events, room.logged]);
  for (const secret of [password, "@example.org", "heron"]) expect(told).not.toContain(secret);
  expect(told).not.toMatch(/assay_[\w-]{20}/);
});
