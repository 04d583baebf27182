import {afterAll, beforeAll, expect, test} from "vitest";
import {z} from "zod";
import {ExpectedError, TargetRefused, TargetUnavailable} from "../../src/model/errors.ts";
import {type Http, httpOf, requirePrivate} from "../../src/publish/http.ts";
import {
  type AnswerServer,
  cut,
  hang,
  html,
  json,
  redirect,
  reset,
  startAnswerServer,
  status,
  truncated,
} from "../servers/answerServer.ts";

const key = "a-very-secret-key";
let server: AnswerServer;
let http: Http;
beforeAll(async () => {
  server = await startAnswerServer();
  http = open();
});
afterAll(() => server.close());

const open = (now = () => new Date()) =>
  httpOf({
    label: "Blog at blog.example",
    base: server.url,
    keyFrom: "BLOG_KEY",
    keys: () => ({authorization: `Bearer ${key}`}),
    secrets: [key],
    now,
    timeoutMs: 400,
  });
const schema = z.object({id: z.number()});
const call = (path: string, by = http) => by.call({step: "take the note", path, schema});
const failure = async (act: Promise<unknown>): Promise<ExpectedError> => {
  const error: unknown = await act.catch((error: unknown) => error);
  expect(error).toBeInstanceOf(ExpectedError);
  expect((error as Error).message).not.toContain(key);
  return error as ExpectedError;
};

test("an answer is read as what it has to be, and its key goes with each call", async () => {
  server.on("/ok", json({id: 1, more: 2}));
  expect(await call("/ok")).toEqual({id: 1});
  expect(server.seen.at(-1)?.headers.authorization).toBe(`Bearer ${key}`);
  server.on("/other", json({id: "one"}));
  const error = await failure(call("/other"));
  expect(error).toBeInstanceOf(TargetRefused);
  expect(error.message).toMatch(/a shape we do not know \(id: /);
});

const words = {error: {message: `No, ${key} is no <b>key</b>`}};
test.each([
  [400, TargetRefused, /Mend what it says/],
  [401, TargetRefused, /put it into BLOG_KEY/],
  [403, TargetRefused, /give its owner the right/],
  [404, TargetRefused, /Check the url/],
  [409, TargetRefused, /changed there meanwhile/],
  [413, TargetRefused, /raise its limit/],
  [422, TargetRefused, /Mend what it says/],
  [429, TargetUnavailable, /asked too much/],
  [500, TargetUnavailable, /at its end/],
  [503, TargetUnavailable, /at its end/],
] as const)("%i is told as what it is, with what to do", async (code, kind, remedy) => {
  server.on("/bad", status(code, words));
  const error = await failure(call("/bad"));
  expect(error).toBeInstanceOf(kind);
  expect(error.message).toMatch(
    new RegExp(`^Blog at blog.example did not take the note: ${code}, No, \\[key\\] is no`),
  );
  expect(error.message).toMatch(remedy);
});

test("how long it asks to wait is passed on", async () => {
  server.on("/busy", status(429, {}, {"retry-after": "90"}));
  expect(await failure(call("/busy"))).toMatchObject({passing: {afterMs: 90_000}});
});

test("a refusal for the clock says so", async () => {
  server.on("/late", status(401, {}));
  const later = open(() => new Date(Date.now() + 3_600_000));
  expect((await failure(call("/late", later))).message).toMatch(/differ by 60 minutes/);
});

test("no answer, half of one and one that is no JSON may pass; a web page does not", async () => {
  for (const [path, reply] of [
    ["/hang", hang],
    ["/reset", reset],
    ["/cut", cut({id: 1})],
    ["/truncated", truncated({id: 1, more: "more"})],
  ] as const) {
    server.on(path, reply);
    expect(await failure(call(path)), path).toBeInstanceOf(TargetUnavailable);
  }
  server.on("/page", html("<title>x</title><p>Please sign in</p>"));
  const error = await failure(call("/page"));
  expect(error).toBeInstanceOf(TargetRefused);
  expect(error.message).toMatch(/a web page instead of JSON \(.*Please sign in\)/);
});

test("a redirect is followed within the host, for what changes nothing, and never with the key elsewhere", async () => {
  server.on("/here", redirect("/ok"));
  expect(await call("/here")).toEqual({id: 1});
  const other = await startAnswerServer();
  try {
    server.on("/there", redirect(`${other.url}/ok`));
    const error = await failure(call("/there"));
    expect(error).toBeInstanceOf(TargetRefused);
    expect(error.message).toMatch(/leads on to http:\/\/127/);
    expect(other.seen).toEqual([]);
  } finally {
    await other.close();
  }
  const post = http.call({step: "take the note", method: "POST", path: "/here", body: {}, schema});
  expect(await failure(post)).toBeInstanceOf(TargetRefused);
  server.on("/circle", redirect("/circle"));
  expect(await failure(call("/circle"))).toBeInstanceOf(TargetRefused);
});

test("a reader sends no key, and a picture is one by its type", async () => {
  server.on("/note/", html("<p>Note</p>"));
  expect(await http.page(`${server.url}/note/`)).toMatchObject({status: 200, html: "<p>Note</p>"});
  expect(server.seen.at(-1)?.headers.authorization).toBeUndefined();
  server.on("/a.png", {body: "x", headers: {"content-type": "image/png"}});
  expect(await http.loads(`${server.url}/a.png`)).toBe(true);
  expect(await http.loads(`${server.url}/note/`)).toBe(false);
  expect(await http.loads(`${server.url}/none.png`)).toBe(false);
  expect(await http.loads("javascript:alert(1)")).toBe(false);
});

test("a key goes over a private line, or stays on this machine", () => {
  expect(requirePrivate("https://blog.example", "targets.x.url")).toBe("https://blog.example");
  expect(requirePrivate("http://localhost:2368", "targets.x.url")).toBe("http://localhost:2368");
  expect(() => requirePrivate("http://blog.example", "targets.x.url")).toThrow(
    /^targets\.x\.url must begin with https:/,
  );
  expect(() => requirePrivate("https://u:p@blog.example", "x")).toThrow(/no user or password/);
});
