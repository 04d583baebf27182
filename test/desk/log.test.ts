import axios from "axios";
import fc from "fast-check";
import {expect, test} from "vitest";
import {type LogOptions, logObservation, openLog, secretsOf} from "../../src/desk/log.ts";
import {UsageError} from "../../src/model/errors.ts";
import {freePort} from "../servers/listen.ts";

function kept(options: Omit<LogOptions, "write"> = {}) {
  const lines: string[] = [];
  return {log: openLog({...options, write: line => void lines.push(line)}), lines};
}

test("an event is a line of JSON with its time, its words, and the run and schedule it is of", () => {
  const {log, lines} = kept();
  log.child({schedule: "morning"}).child({run: "41"}).info({calls: 7}, "gathered");
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^[^\n]+\n$/);
  expect(JSON.parse(lines[0]!)).toMatchObject({
    level: "info",
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    schedule: "morning",
    run: "41",
    calls: 7,
    message: "gathered",
  });
});

test("what a worker is about is told with its run, and louder where it failed", () => {
  const {log, lines} = kept();
  const task = {kind: "task", run: "41", schedule: "morning", key: "bitcoin", seconds: 1} as const;
  logObservation(log, {...task, outcome: "done"});
  logObservation(log, {...task, outcome: "failed", reason: "429"});
  logObservation(log, {...task, outcome: "dead", reason: "TypeError"});
  logObservation(log, {kind: "trouble", what: "hold", why: "the store is away"});
  expect(lines.map(line => JSON.parse(line))).toMatchObject([
    {level: "info", run: "41", schedule: "morning", key: "bitcoin", message: "task: done"},
    {level: "warn", run: "41", reason: "429", message: "task: failed"},
    {level: "error", reason: "TypeError", message: "task: dead"},
    {level: "warn", what: "hold", why: "the store is away"},
  ]);
});

test("an expected failure is told in its words, a bug with where it is", () => {
  const {log, lines} = kept();
  log.warn({error: new UsageError("no such list", {cause: new Error("beneath")})}, "refused");
  log.error({error: new TypeError("x is undefined")}, "a bug");
  const [expected, bug] = lines.map(line => JSON.parse(line).error);
  expect(expected).toMatchObject({name: "UsageError", message: "no such list"});
  expect(expected).not.toHaveProperty("stack");
  expect(expected.cause.message).toBe("beneath");
  expect(bug.stack).toContain("log.test.ts");
});

const planted = {
  COINGECKO_API_KEY: "CG-planted-in-env",
  GHOST_ADMIN_KEY: '65f0:"planted\\quotes"\n',
  MY_SMTP: "smtps://desk:pl%40nted-in-url@mail.example",
  DATABASE_URL: "postgres://assay:planted-in-database@db.example/assay",
  PLAIN: "planted-by-name",
};
const secrets = secretsOf(planted, ["PLAIN"]);

test("no secret of the environment is in a line, wherever it was told", async () => {
  const {log, lines} = kept({secrets});
  const key = planted.COINGECKO_API_KEY;
  for (const secret of [...Object.values(planted), "pl@nted-in-url"]) {
    log.info({url: `https://api.example/?key=${encodeURIComponent(secret)}`}, `asked ${secret}`);
    log.error({error: new Error(`failed with ${secret}`, {cause: new Error(secret)})}, "failed");
    log.child({config: {deep: {deeper: [secret]}}}).info({}, "configured");
    log.info({basic: Buffer.from(secret).toString("base64")}, "encoded");
  }
  const failed: unknown = await axios
    .get(`http://127.0.0.1:${await freePort()}/`, {headers: {"x-cg-key": key}})
    .catch((error: unknown) => error);
  log.error({error: failed}, "an error that carries its request");
  expect(lines.length).toBeGreaterThan(20);
  expect(lines.join("")).not.toMatch(/planted|pl@nted|pl%40nted|CG-/);
  for (const line of lines) expect(() => JSON.parse(line)).not.toThrow();
});

test("what looks like a secret is hidden though nobody has named it", () => {
  const {log, lines} = kept();
  const token = `assay_${"x7Q-_".repeat(8)}`;
  log.info({authorization: "x", request: {headers: {cookie: "sid=1"}, cookie: "sid=1"}}, token);
  log.warn({}, `Authorization: Bearer ${token}, or whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw`);
  log.warn({}, "postgres://assay:hunter2@db.example:5432/assay");
  const text = lines.join("");
  expect(text).not.toMatch(/x7Q|sid=1|MfKQ|hunter2/);
  expect(text).toContain("postgres://assay:[hidden]@db.example:5432/assay");
});

test("addresses and names that are no secrets stay as they are", () => {
  const {log, lines} = kept({secrets: ["a", "", "short"]});
  const words = "http://127.0.0.1:8080/a@b assay_last_tick_timestamp_seconds Basic authentication";
  log.info({}, words);
  expect(JSON.parse(lines[0]!).message).toBe(words);
});

test("no line obeys: it stays one line, and a terminal sees no command", () => {
  const {log, lines} = kept();
  fc.assert(
    fc.property(fc.string({unit: "binary"}), text => {
      lines.length = 0;
      log.info({text}, text);
      expect(lines).toHaveLength(1);
      expect(lines[0]!.slice(0, -1)).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
      const {message, text: field} = JSON.parse(lines[0]!);
      expect(field).toBe(text.toWellFormed() === text ? text : field);
      expect(message).toBe(field);
    }),
  );
});
