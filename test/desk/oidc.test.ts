import {afterAll, beforeAll, expect, test} from "vitest";
import {sessionSchema} from "../../src/desk/api/peopleShapes.ts";
import {
  type Account,
  clientId,
  clientSecret,
  signInThere,
  startOidcServer,
} from "../servers/oidcServer.ts";
import {type Browser, type PeopleRoom, password, peopleRoom} from "./peopleRoom.ts";
import {access} from "./reviewRoom.ts";

const accounts = new Map<string, Account>([
  ["emil", {email: "emil@elsewhere.example", name: "Emil", verified: true}],
  ["nina", {email: "nina@example.org", name: "Nina", verified: true}],
  ["nina2", {email: "nina2@example.org", name: "Nina", verified: true}],
  ["eve", {email: "eve@elsewhere.example", name: "Eve", verified: true}],
  ["mallory", {email: "mallory@example.org", name: "Mallory", verified: false}],
  ["fake", {email: "olga@example.org", name: "Olga", verified: false}],
  ["olga", {email: "olga@example.org", name: "Somebody", verified: true}],
  ["planner", {email: "plan@example.org", name: "planner", verified: true}],
]);

let provider: Awaited<ReturnType<typeof startOidcServer>>;
let room: PeopleRoom;
let olga: Browser;
beforeAll(async () => {
  provider = await startOidcServer(accounts, `${access.origin}/api/session/callback/oidc`);
  const {issuer} = provider;
  const oidc = {issuer, clientId, clientSecret, domains: {"example.org": "viewer"}} as const;
  room = await peopleRoom({oidc});
  olga = await room.owner();
});
afterAll(async () => {
  await room?.close();
  await provider?.[Symbol.asyncDispose]();
});

async function leave(browser: Browser): Promise<URL> {
  const answer = await browser.ask("/api/session/oidc");
  expect(answer.status).toBe(302);
  return new URL(answer.headers.get("location") ?? "");
}

const arrive = async (browser: Browser, back: URL): Promise<string | null> =>
  (
    await browser.ask(`${back.pathname}${back.search}`, {
      headers: {"sec-fetch-site": "cross-site"},
    })
  ).headers.get("location");

async function comeIn(login: string, browser = room.browser()) {
  const location = await arrive(browser, await signInThere((await leave(browser)).href, login));
  const answer = await browser.ask("/api/session");
  return {location, who: answer.ok ? sessionSchema.parse(await answer.json()) : answer.status};
}

test("the way there carries PKCE, a state and a nonce of its own", async () => {
  const [one, two] = [await leave(room.browser()), await leave(room.browser())];
  expect(one.searchParams.get("code_challenge_method")).toBe("S256");
  expect(one.searchParams.get("redirect_uri")).toBe(`${access.origin}/api/session/callback/oidc`);
  for (const name of ["state", "nonce", "code_challenge"]) {
    expect(one.searchParams.get(name)).toMatch(/^[\w-]{20,}$/);
    expect(one.searchParams.get(name)).not.toBe(two.searchParams.get(name));
  }
});

test("who is invited by address comes in with the invitation's role, and again with the same", async () => {
  const body = {role: "editor", email: "emil@elsewhere.example"};
  expect((await olga.ask("/api/invitations", {body})).status).toBe(201);
  const expected = {name: "Emil", role: "editor", by: "session", password: false};
  expect(await comeIn("emil")).toMatchObject({location: "/", who: expected});
  expect(await comeIn("emil")).toMatchObject({location: "/", who: expected});
});

test("an address of a named domain comes in with its role, under a name of its own", async () => {
  expect(await comeIn("nina")).toMatchObject({who: {name: "Nina", role: "viewer"}});
  expect(await comeIn("nina2")).toMatchObject({who: {name: "Nina 2", role: "viewer"}});
  expect(await comeIn("planner")).toMatchObject({who: {name: "plan", role: "viewer"}});
});

test("nobody else comes in, and no unverified address", async () => {
  for (const login of ["eve", "mallory", "fake"]) {
    const {location, who} = await comeIn(login);
    expect([login, who, location]).toEqual([
      login,
      401,
      expect.stringMatching(/^\/sign-in\?error=/),
    ]);
  }
  const names = await room.db.selectFrom("people").select("name").execute();
  expect(names.map(({name}) => name).toSorted()).toEqual([
    "Emil",
    "Nina",
    "Nina 2",
    "Olga",
    "plan",
  ]);
});

test("a person with a password is the same person, and keeps name and role", async () => {
  expect(await comeIn("olga")).toMatchObject({
    location: "/",
    who: {name: "Olga", role: "owner", password: true},
  });
});

test("whoever joined under an address that nobody invited is not taken for its owner", async () => {
  const invited = await olga.ask("/api/invitations", {body: {role: "viewer"}});
  const {link} = (await invited.json()) as {link: string};
  const body = {
    secret: link.slice(link.indexOf("#") + 1),
    name: "Trudy",
    email: "victim@example.org",
    password,
  };
  expect((await room.browser().ask("/api/invitations/accept", {body})).status).toBe(204);
  accounts.set("victim", {email: "victim@example.org", name: "Victim", verified: true});
  expect(await comeIn("victim")).toMatchObject({who: 401});
});

test("a disabled person does not come in by the provider either", async () => {
  const emil = await room.db
    .selectFrom("people")
    .select("id")
    .where("name", "=", "Emil")
    .executeTakeFirstOrThrow();
  await olga.ask(`/api/people/${emil.id}`, {method: "PATCH", body: {disabled: true}});
  expect(await comeIn("emil")).toMatchObject({who: 401});
});

test("an answer of the provider is of use to the browser that asked, and once", async () => {
  const [mine, another] = [room.browser(), room.browser()];
  const back = await signInThere((await leave(mine)).href, "nina");
  // Whoever is made to follow the link of another would be signed in as them.
  await arrive(another, back);
  expect((await another.ask("/api/session")).status).toBe(401);
  const forged = new URL(back);
  forged.searchParams.set("state", "x".repeat(32));
  await arrive(mine, forged);
  expect((await mine.ask("/api/session")).status).toBe(401);
});

test("wherever a link would lead, it is to the provider, and from there to the desk", async () => {
  const browser = room.browser();
  const elsewhere = encodeURIComponent("https://elsewhere.example/");
  const wishes = ["callbackURL", "errorCallbackURL", "newUserCallbackURL", "redirect_uri", "next"]
    .map(name => `${name}=${elsewhere}`)
    .join("&");
  const answer = await browser.ask(`/api/session/oidc?${wishes}`);
  const there = new URL(answer.headers.get("location") ?? "");
  expect(there.origin).toBe(new URL(provider.issuer).origin);
  expect(there.href).not.toContain("elsewhere.example");
  const back = await signInThere(there.href, "nina");
  expect(await arrive(browser, new URL(`${back.href}&${wishes}`))).toBe("/");
  const failed = new URL(`/api/session/callback/oidc?error=x&${wishes}`, access.origin);
  expect(await arrive(browser, failed)).toMatch(/^\/sign-in\?error=\w+$/);
});

test("tokens of the provider are not kept", async () => {
  const rows = await room.db
    .selectFrom("accounts")
    .select(["access_token", "refresh_token", "id_token"])
    .where("provider_id", "=", "oidc")
    .execute();
  expect(rows.length).toBeGreaterThan(3);
  for (const row of rows) expect(Object.values(row)).toEqual([null, null, null]);
});

test("a provider that cannot be reached stands in the way of nobody with a password", async () => {
  const oidc = {issuer: "http://127.0.0.1:9", clientId, clientSecret, domains: {}};
  const browser = room.browser(room.open({oidc}));
  const body = {email: "olga@example.org", password};
  expect((await browser.ask("/api/session", {body})).status).toBe(204);
  expect((await browser.ask("/api/session/oidc")).status).toBe(503);
});

test("a provider that calls itself by another name is refused", async () => {
  // The same provider by another of this machine's names: it says 127.0.0.1 of itself.
  const issuer = provider.issuer.replace("127.0.0.1", "localhost");
  const browser = room.browser(room.open({oidc: {issuer, clientId, clientSecret, domains: {}}}));
  const answer = await browser.ask("/api/session/oidc");
  expect([answer.status, await answer.text()]).toEqual([503, expect.stringContaining(issuer)]);
});
