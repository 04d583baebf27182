import {expect, test} from "vitest";
import {openBackoff} from "../../src/desk/api/backoff.ts";
import {askerOf, placeOf} from "../../src/desk/place.ts";
import {newsroom, openDesk, tokens} from "./newsroom.ts";
import {type Asking, newsroomDesk} from "./standingDesk.ts";

const wish = {host: "127.0.0.1", trustProxy: [], tls: false};
const proxied = placeOf({
  host: "0.0.0.0",
  url: "https://desk.example",
  trustProxy: ["10.0.0.1", "172.16.0.0/12"],
  tls: false,
});

test.each([
  [{host: "0.0.0.0"}, "--url"],
  [{host: "192.0.2.5", tls: true}, "--url"],
  [{host: "0.0.0.0", url: "http://desk.example", trustProxy: ["10.0.0.1"]}, "https"],
  [{host: "0.0.0.0", url: "http://localhost:4100"}, "https"],
  [{host: "0.0.0.0", url: "https://desk.example"}, "--trust-proxy"],
  [{url: "https://desk.example"}, "--trust-proxy"],
  [{url: "http://desk.example"}, "https"],
  [{url: "https://desk.example/news", trustProxy: ["127.0.0.1"]}, "nothing more"],
  [{url: "https://u:p@desk.example", trustProxy: ["127.0.0.1"]}, "nothing more"],
  [{url: "desk.example"}, "such as https://desk.example"],
  [{trustProxy: ["proxy.example"]}, "addresses or networks"],
  [{trustProxy: ["0.0.0.0/0"]}, "addresses or networks"],
  [{trustProxy: ["10.0.0.1/33"]}, "addresses or networks"],
])("where it would stand unsafely it does not start: %j", (changes, told) => {
  expect(() => placeOf({...wish, ...changes})).toThrow(told);
});

test.each([
  [{}],
  [{host: "0.0.0.0", url: "https://desk.example:4100", tls: true}],
  [{host: "10.0.0.5", url: "https://desk.example", trustProxy: ["10.0.0.1"]}],
  [{url: "https://desk.example", trustProxy: ["127.0.0.1", "::1"]}],
  [{url: "http://localhost:4100"}],
])("where nobody can read along it does: %j", changes => {
  expect(placeOf({...wish, ...changes})).toMatchObject({});
});

test.each([
  // What anybody writes is not believed.
  [
    "192.0.2.7",
    {"x-forwarded-for": "198.51.100.1", "x-forwarded-proto": "https"},
    "192.0.2.7",
    false,
  ],
  [
    "10.0.0.1",
    {"x-forwarded-for": "198.51.100.1", "x-forwarded-proto": "https"},
    "198.51.100.1",
    true,
  ],
  ["::ffff:10.0.0.1", {"x-forwarded-for": "198.51.100.1"}, "198.51.100.1", false],
  // Of what was there before, only what a proxy of ours added counts.
  ["10.0.0.1", {"x-forwarded-for": "127.0.0.1, 203.0.113.9, 172.16.3.4"}, "203.0.113.9", false],
  ["10.0.0.1", {"x-forwarded-for": "198.51.100.1, 203.0.113.9:51000"}, "203.0.113.9", false],
  ["10.0.0.1", {"x-forwarded-for": "198.51.100.1, [2001:db8::1]:443"}, "2001:db8::1", false],
  ["10.0.0.1", {"x-forwarded-for": "198.51.100.1, unknown"}, "10.0.0.1", false],
  ["10.0.0.1", {"x-forwarded-proto": "https, http"}, "10.0.0.1", false],
] as const)("from %s with %j it is %s", (peer, headers: Record<string, string>, address, safe) => {
  expect(askerOf(proxied, peer, name => headers[name])).toEqual({address, safe});
});

const https = {"x-forwarded-proto": "https", "x-forwarded-for": "198.51.100.1"};

test.each([
  ["10.0.0.1", "desk.example", https, 401],
  ["10.0.0.1", "desk.example:443", https, 401],
  ["10.0.0.1", "evil.example", https, 403],
  ["10.0.0.1", "desk.example.evil.example", https, 403],
  ["10.0.0.1", "desk.example:8443", https, 403],
  ["10.0.0.1", "localhost", https, 403],
  // By the proxy without TLS, or past it.
  ["10.0.0.1", "desk.example", {"x-forwarded-proto": "http"}, 403],
  ["10.0.0.1", "desk.example", {}, 403],
  ["192.0.2.7", "desk.example", https, 403],
  // This machine itself.
  ["127.0.0.1", "localhost:4100", {}, 401],
  ["127.0.0.1", "evil.example", {}, 403],
] as const)("behind a proxy, from %s as %s with %j: %d", async (peer, host, headers, status) => {
  const ask = newsroomDesk(proxied, () => peer);
  expect((await ask("/api/runs", {headers: {host, ...headers}})).status).toBe(status);
});

test("whoever looks after containers asks by any name, and is told nothing more", async () => {
  const ask = newsroomDesk(proxied, () => "172.16.0.9");
  const headers = {host: "172.16.0.5:4100"};
  expect((await ask("/healthz", {headers})).status).toBe(200);
  expect((await ask("/readyz", {headers})).status).toBe(200);
  expect((await ask("/", {headers})).status).toBe(403);
});

const cookie = "assay.session_token=x";
const bearer = {authorization: `Bearer assay_${"y".repeat(40)}`};
const own = {origin: "http://localhost:4100"};

test.each([
  ["another site", {cookie, "sec-fetch-site": "cross-site"}, 403],
  ["a neighbour", {cookie, "sec-fetch-site": "same-site", ...own}, 403],
  ["another origin", {cookie, origin: "https://evil.example"}, 403],
  ["a sandboxed frame", {cookie, origin: "null"}, 403],
  ["another port of this machine", {cookie, origin: "http://localhost:8000"}, 403],
  ["a page that hides itself", {cookie}, 403],
  ["another site, to sign in", {"sec-fetch-site": "cross-site"}, 403],
  ["our own page", {cookie, "sec-fetch-site": "same-origin", ...own}, 401],
  ["our own page in an older browser", {cookie, ...own}, 401],
  ["a program with a token", {...bearer, "sec-fetch-site": "cross-site"}, 401],
  ["a program without anything", {}, 401],
] as const)("what changes something is refused from %s, or not: %j", async (_, headers, status) => {
  const asking: Asking = {
    method: "POST",
    body: {email: "a@example.org", password: "x"},
    headers: {host: "localhost:4100", ...headers},
  };
  const ask = newsroomDesk(placeOf(wish));
  // A token is not looked at where people sign in.
  expect((await ask("/api/session", asking)).status).toBe(status);
  expect((await ask("/api/runs", {headers: {host: "localhost:4100", ...headers}})).status).toBe(
    401,
  );
});

test("who guesses at one account waits longer each time, and right after it is forgotten", () => {
  let now = 0;
  const backoff = openBackoff(() => now);
  for (let n = 0; n < 5; n++) expect(backoff.attempt("192.0.2.7", "a")).toBeUndefined();
  for (const wait of [1000, 2000, 4000, 8000, 16_000]) {
    expect(backoff.attempt("192.0.2.7", "a")).toBe(wait);
    now += wait;
    expect(backoff.attempt("192.0.2.7", "a")).toBeUndefined();
  }
  expect(backoff.attempt("192.0.2.8", "a")).toBeUndefined();
  backoff.right("192.0.2.7", "a");
  expect(backoff.attempt("192.0.2.7", "a")).toBeUndefined();
});

test("many guesses at once are many, of one address, and at one account from everywhere", () => {
  const passed = (attempts: readonly [string, string][]) => {
    const backoff = openBackoff(() => 0);
    return attempts.filter(([address, account]) => backoff.attempt(address, account) === undefined)
      .length;
  };
  const hundred = Array.from({length: 100}, (_, i) => i);
  expect(passed(hundred.map(() => ["192.0.2.7", "a"]))).toBe(5);
  expect(passed(hundred.map(i => ["192.0.2.7", `${i}`]))).toBe(20);
  expect(passed(hundred.map(i => [`192.0.2.${i}`, "a"]))).toBe(50);
  // Whoever has an address of IPv6 has as many as they like.
  expect(passed(hundred.map(i => [`2001:db8:0:1::${i}`, `${i}`]))).toBe(20);
});

test("an office behind one address signs in as often as it likes", () => {
  const backoff = openBackoff(() => 0);
  for (let i = 0; i < 100; i++) {
    expect(backoff.attempt("192.0.2.7", `${i}`)).toBeUndefined();
    backoff.right("192.0.2.7", `${i}`);
  }
});

test("a guesser is slowed by the door, whatever address it writes, with when to come again", async () => {
  const ask = newsroomDesk(placeOf(wish), () => "127.0.0.1");
  const statuses: number[] = [];
  let last: Response | undefined;
  for (let i = 0; i < 8; i++) {
    last = await ask("/api/session", {
      method: "POST",
      body: {email: "olga@example.org", password: `guess ${i}`},
      headers: {host: "localhost", "x-forwarded-for": `198.51.100.${i}`},
    });
    statuses.push(last.status);
  }
  expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429, 429]);
  expect(Number(last?.headers.get("retry-after"))).toBeGreaterThan(0);
});

test("what is refused is told to the log, with the address of whoever asked", async () => {
  const {app, logged} = openDesk(newsroom(), {place: proxied, addressOf: () => "10.0.0.1"});
  const headers = {host: "desk.example", ...https, authorization: `Bearer ${tokens.viewer}`};
  await app.request("/api/people", {headers});
  expect(logged).toEqual([
    [
      expect.objectContaining({status: 403, path: "/api/people", address: "198.51.100.1"}),
      "a request was refused",
    ],
  ]);
});
