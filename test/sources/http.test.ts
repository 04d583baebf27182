import {afterEach, beforeEach, describe, expect, test, vi} from "vitest";
import {SourceUnavailable} from "../../src/model/errors.ts";
import {readRetryAfter} from "../../src/model/retryAfter.ts";
import {type HttpOptions, httpFetcher} from "../../src/sources/http.ts";
import {
  type AnswerServer,
  cut,
  gzipped,
  hang,
  json,
  redirect,
  reset,
  stall,
  startAnswerServer,
  status,
} from "../servers/answerServer.ts";
import {type FakeTime, fakeTime} from "../servers/fakeTime.ts";

let server: AnswerServer;
let time: FakeTime;

beforeEach(async () => {
  vi.stubEnv("NO_PROXY", "127.0.0.1,localhost");
  server = await startAnswerServer();
  time = fakeTime();
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await server.close();
});

const fetcher = (options: Partial<HttpOptions> = {}) =>
  httpFetcher({callsPerMinute: 1000, ...options}, time);
const asked = (path: string, headers = {}) => ({
  source: "test",
  endpoint: path,
  query: {},
  url: server.url + path,
  headers,
});
const failure = (promise: Promise<unknown>): Promise<Error> =>
  promise.then(
    () => {
      throw new Error("expected it to fail");
    },
    error => error,
  );

describe("an answer", () => {
  test("keeps the bytes, the request and the instant, and no header", async () => {
    const body = Buffer.from([0x7b, 0x20, 0xef, 0xbb, 0xbf, 0xff, 0x00, 0x7d]);
    server.on("/a", {body});
    expect(await fetcher()(asked("/a", {"x-key": "secret-key"}))).toEqual({
      source: "test",
      endpoint: "/a",
      query: {},
      url: `${server.url}/a`,
      fetchedAt: "2026-03-20T01:53:00.000Z",
      mediaType: "application/json",
      body,
    });
    expect(server.seen[0]?.headers["x-key"]).toBe("secret-key");
  });

  test("is unpacked where it came compressed", async () => {
    server.on("/a", gzipped({a: 1}));
    expect((await fetcher()(asked("/a"))).body.toString()).toBe('{"a":1}');
  });

  test("is JSON whatever its content type says, except CSV", async () => {
    server.on("/a", {body: "{}", headers: {"content-type": "text/plain"}});
    server.on("/b", {body: "a,b", headers: {"content-type": "text/csv; charset=utf-8"}});
    expect((await fetcher()(asked("/a"))).mediaType).toBe("application/json");
    expect((await fetcher()(asked("/b"))).mediaType).toBe("text/csv");
  });
});

describe("a failure that may pass is tried again", () => {
  test("500 and 503, after times that double and are halved to full at random", async () => {
    server.on("/a", status(500, "{}"), status(503, "{}"), json({ok: true}));
    expect((await fetcher()(asked("/a"))).body.toString()).toBe('{"ok":true}');
    expect(time.slept).toEqual([750, 1500]);
    expect(time.notices.filter(({kind}) => kind === "waiting")).toHaveLength(2);
  });

  test.each([
    ["a connection that is reset", reset],
    ["a body that breaks off", cut({a: "b".repeat(1000)})],
    ["no answer in time", hang],
    ["a body that stalls", stall({a: "b".repeat(1000)})],
  ])("%s", async (_, fault) => {
    server.on("/a", fault, json({ok: true}));
    const answer = await fetcher({timeoutMs: 500})(asked("/a"));
    expect(answer.body.toString()).toBe('{"ok":true}');
    expect(server.seen).toHaveLength(2);
  });

  test("and given up after the retries, with what was tried, where, and what to do", async () => {
    server.on("/a", status(500, {status: 500, error: "Internal Server Error"}));
    const error = await failure(fetcher({retries: 2})(asked("/a")));
    expect(error).toBeInstanceOf(SourceUnavailable);
    expect(error.message).toMatch(/500, .*Internal Server Error.*3 times.*\/a.*Run it again/);
    expect(server.seen).toHaveLength(3);
  });

  test("and given up where nobody listens, naming the remedy", async () => {
    const {url} = server;
    await server.close();
    const error = await failure(fetcher({retries: 1})({...asked("/a"), url: `${url}/a`}));
    expect(error).toBeInstanceOf(SourceUnavailable);
    expect(error.message).toMatch(/ECONNREFUSED.*2 times.*Check the connection/);
  });

  test("and given up after a time-out each time", async () => {
    server.on("/a", hang);
    const error = await failure(fetcher({retries: 1, timeoutMs: 60})(asked("/a")));
    expect(error.message).toMatch(/no complete answer in time, 2 times/);
  });
});

describe("a failure that will not pass is not tried again", () => {
  test.each([400, 401, 402, 403, 404, 408, 410, 422])("%i", async code => {
    server.on("/a", status(code, {error: "no"}));
    const error = await failure(fetcher()(asked("/a")));
    expect(error).toBeInstanceOf(SourceUnavailable);
    expect(error.message).toContain(`${code}, {"error":"no"}`);
    expect(server.seen).toHaveLength(1);
  });

  test.each([
    "file:///etc/passwd",
    "ftp://a.example/b",
    "javascript:1",
    "data:text/plain,x",
    "http://[",
  ])("a redirect to %s, which is asked once and called what it is", async location => {
    server.on("/a", redirect(location));
    const {message} = await failure(fetcher()(asked("/a")));
    expect(message).toContain("redirected to an address that is not on the web");
    expect(server.seen).toHaveLength(1);
  });

  test.each(["1".padEnd(301, "0"), "1".padEnd(400, "0"), "Fri, 31 Dec 9999 23:59:59 GMT"])(
    "a Retry-After of %s",
    async wait => {
      server.on("/a", status(429, "slow", {"retry-after": wait}));
      const error = await failure(fetcher()(asked("/a")));
      expect(error).toBeInstanceOf(SourceUnavailable);
      expect(error.message).toMatch(/asks to wait 31536000 s .*run it again after 2027-03-20T/);
    },
  );

  test("a redirect in a circle", async () => {
    server.on("/a", redirect("/b"));
    server.on("/b", redirect("/a"));
    expect((await failure(fetcher()(asked("/a")))).message).toContain("redirected in a circle");
    expect(server.seen.length).toBeLessThan(6);
  });

  test.each([
    ["announced", {body: "x".repeat(2000)}],
    ["not announced", {body: "x".repeat(2000), headers: {"transfer-encoding": "chunked"}}],
    ["packed small", gzipped("x".repeat(2000))],
  ])("a body over the limit, %s", async (_, reply) => {
    server.on("/a", reply);
    const error = await failure(fetcher({maxBytes: 1000})(asked("/a")));
    expect(error.message).toContain("larger than we accept");
    expect(server.seen).toHaveLength(1);
  });
});

test("what a source says with a refusal cannot act on the terminal", async () => {
  server.on("/a", status(403, "no\u001b[2J\u0007 \u202eway\r\n".repeat(200)));
  const {message} = await failure(fetcher()(asked("/a")));
  expect(message).toMatch(/no\[2J way no/);
  expect(message).toMatch(/^[^\p{C}]+$/u);
  expect(message.length).toBeLessThan(400);
});

describe("the rate", () => {
  const mostInAMinute = (times: readonly number[]) =>
    Math.max(...times.map(from => times.filter(t => t >= from && t < from + 60_000).length));

  test("counts every attempt, failed ones and retries among them", async () => {
    server.on("/a", status(500, "{}"), status(500, "{}"), json({}));
    server.on("/b", status(503, "{}"), json({}));
    const fetch = fetcher({callsPerMinute: 3});
    await Promise.all([fetch(asked("/a")), fetch(asked("/b")), fetch(asked("/b"))]);
    expect(time.asked).toHaveLength(server.seen.length);
    expect(time.asked).toHaveLength(6);
    expect(mostInAMinute(time.asked)).toBe(3);
  });

  test("holds over many calls, and lets a first burst through", async () => {
    server.on("/a", json({}));
    const fetch = fetcher({callsPerMinute: 10});
    await Promise.all(Array.from({length: 25}, () => fetch(asked("/a"))));
    expect(mostInAMinute(time.asked)).toBe(10);
    expect(time.asked.filter(t => t === 0)).toHaveLength(10);
    expect(time.asked.at(-1)).toBe(120_000);
  });

  test("slows down twofold with each 429 and recovers only slowly", async () => {
    server.on("/limited", status(429, "{}", {"retry-after": "1"}), json({}));
    server.on("/again", status(429, "{}", {"retry-after": "1"}), json({}));
    server.on("/a", json({}));
    const fetch = fetcher({callsPerMinute: 60, concurrency: 1});
    await fetch(asked("/limited"));
    await fetch(asked("/again"));
    const before = time.asked.length;
    for (let i = 0; i < 40; i++) await fetch(asked("/a"));
    const gaps = time.asked
      .slice(before)
      .map((t, i, all) => t - (all[i - 1] ?? t))
      .slice(1);
    expect(gaps[0]).toBeGreaterThan(1000);
    expect(gaps[0]).toBeLessThan(2000);
    expect(gaps[5]).toBeLessThan(gaps[0]!);
    expect(gaps[5]).toBeGreaterThan(gaps[0]! * 0.5);
    expect(gaps.at(-1)).toBe(0);
  });

  test("counts several 429 of one moment as one", async () => {
    server.on(
      "/a",
      ...Array.from({length: 4}, () => status(429, "{}", {"retry-after": "1"})),
      json({}),
    );
    const fetch = fetcher({callsPerMinute: 60, concurrency: 4});
    await Promise.all(Array.from({length: 4}, () => fetch(asked("/a"))));
    expect(time.asked.at(-1)).toBeLessThan(10_000);
  });

  test("does not wait for a clock that was set back", async () => {
    server.on("/a", json({}));
    const fetch = fetcher({callsPerMinute: 1});
    await fetch(asked("/a"));
    time.pass(-3_600_000);
    await fetch(asked("/a"));
    expect(Math.max(0, ...time.slept)).toBeLessThanOrEqual(150_000);
  });
});

describe("Retry-After", () => {
  test("in seconds is waited for by all, and then asked again", async () => {
    server.on("/a", status(429, "{}", {"retry-after": "119"}), json({ok: true}));
    server.on("/b", json({}));
    const fetch = fetcher({concurrency: 1});
    await Promise.all([fetch(asked("/a")), fetch(asked("/b"))]);
    expect(time.asked[0]).toBe(0);
    expect(time.asked[1]).toBeGreaterThanOrEqual(119_000);
  });

  test("as a date is waited for, after 503 too", async () => {
    const until = "Fri, 20 Mar 2026 01:53:40 GMT";
    server.on("/a", status(503, "{}", {"retry-after": until}), json({}));
    await fetcher()(asked("/a"));
    expect(time.asked).toEqual([0, 40_000]);
  });

  test("beyond the longest wait gives up at once and says until when", async () => {
    server.on("/a", status(429, "{}", {"retry-after": "3600"}));
    const error = await failure(fetcher()(asked("/a")));
    expect(error).toBeInstanceOf(SourceUnavailable);
    expect(error.message).toMatch(/wait 3600 s.*longer than the 150 s.*after 2026-03-20T02:53:00Z/);
    expect(server.seen).toHaveLength(1);
  });

  test("is read in seconds and as a date; anything else is none", () => {
    const now = new Date("2026-03-20T01:53:00Z");
    expect(readRetryAfter("119", now)).toBe(119_000);
    expect(readRetryAfter("0.5", now)).toBe(500);
    expect(readRetryAfter("Fri, 20 Mar 2026 01:53:10 GMT", now)).toBe(10_000);
    expect(readRetryAfter("Fri, 20 Mar 2020 01:53:10 GMT", now)).toBe(0);
    expect(readRetryAfter("soon", now)).toBeUndefined();
    expect(readRetryAfter(undefined, now)).toBeUndefined();
  });

  test("absent, a 429 is asked again after seconds that double", async () => {
    server.on("/a", status(429, "{}"), status(429, "{}"), json({}));
    await fetcher()(asked("/a"));
    expect(time.asked).toEqual([0, 3750, 11_250]);
  });
});

describe("a key", () => {
  const key = {"x-cg-demo-api-key": "CG-very-secret-key"};

  test("that a refusal repeats is in no error, cause or notice", async () => {
    server.on("/a", status(401, {error: `bad key CG-very-secret-key`}));
    const error = await failure(fetcher()(asked("/a", key)));
    const told = JSON.stringify([
      error,
      error.message,
      error.stack,
      String(error.cause),
      time.notices,
    ]);
    expect(told).not.toContain("CG-very-secret-key");
    expect(error.message).toContain("bad key [key]");
  });

  test("that an answer repeats makes it unfit to be recorded", async () => {
    server.on("/a", json({you: "CG-very-secret-key"}));
    const error = await failure(fetcher()(asked("/a", key)));
    expect(error.message).toContain("repeats the API key");
    expect(error.message).not.toContain("CG-very-secret-key");
  });

  test("is not in the error of a network failure, however deep", async () => {
    const {inspect} = await import("node:util");
    server.on("/a", reset);
    const error = await failure(fetcher({retries: 0})(asked("/a", key)));
    expect(inspect(error, {depth: 20, showHidden: true})).not.toContain("CG-very-secret-key");
  });

  test("is not sent on to another host", async () => {
    const other = await startAnswerServer();
    other.on("/b", json({}));
    server.on("/a", redirect(`${other.url.replace("127.0.0.1", "localhost")}/b`));
    await fetcher()(asked("/a", key));
    expect(server.seen[0]?.headers["x-cg-demo-api-key"]).toBe("CG-very-secret-key");
    expect(other.seen[0]?.headers["x-cg-demo-api-key"]).toBeUndefined();
    await other.close();
  });
});

test("a proxy from the environment is used", async () => {
  vi.stubEnv("NO_PROXY", "");
  vi.stubEnv("HTTP_PROXY", server.url);
  vi.stubEnv("http_proxy", server.url);
  server.on("/a", json({proxied: true}));
  const answer = await fetcher()({...asked("/a"), url: "http://nowhere.invalid/a"});
  expect(answer.body.toString()).toBe('{"proxied":true}');
});
