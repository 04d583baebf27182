import {inspect} from "node:util";
import {afterAll, afterEach, beforeAll, expect, test} from "vitest";
import {StoreDamaged, StoreUnavailable} from "../../../src/model/errors.ts";
import {digestOf} from "../../../src/store/blobs/blobs.ts";
import {openBlobs} from "../../../src/store/blobs/open.ts";
import {type FakeTime, fakeTime} from "../../servers/fakeTime.ts";
import {type S3Fault, type S3Server, startS3Server} from "../../servers/s3Server.ts";
import {failure} from "./failure.ts";

let server: S3Server;
let unchecked: S3Server;
beforeAll(async () => {
  [server, unchecked] = await Promise.all([startS3Server(), startS3Server({checksums: false})]);
});
afterEach(() => {
  for (const one of [server, unchecked]) {
    one.fail();
    one.failAlways(undefined);
  }
});
afterAll(async () => {
  await Promise.all([server, unchecked].map(one => one[Symbol.asyncDispose]()));
});

const open = (at: S3Server, time: FakeTime, env: Readonly<Record<string, string>> = {}) =>
  openBlobs({url: `s3://${at.bucket}/desk`}, {...at.env, ...env}, {...time, timeoutMs: 300});

const body = "Bittensor rose by 3 %";
const digest = digestOf(Buffer.from(body));

test.each<S3Fault>([500, 503, 429, {status: 400, code: "RequestTimeout"}, "hang", "reset", "cut"])(
  "%j once or thrice is lived through, at times that double",
  async fault => {
    const time = fakeTime();
    const blobs = await open(server, time);
    server.fail(fault);
    expect(await blobs.put(body)).toBe(digest);
    const before = time.slept.length;
    server.fail(fault, fault, fault);
    expect((await blobs.get(digest)).toString()).toBe(body);
    expect(time.slept.slice(before)).toEqual([187.5, 375, 750]);
    server.fail(fault);
    expect(await Array.fromAsync(blobs.list())).toContain(digest);
  },
);

test.each<S3Fault>([500, "hang", "reset"])(
  "%j is lived through by what has no body",
  async fault => {
    const blobs = await open(server, fakeTime());
    const put = await blobs.put("soon gone");
    server.fail(fault);
    expect(await blobs.has(put)).toBe(true);
    server.fail(fault);
    await blobs.remove(put);
    expect(await blobs.has(put)).toBe(false);
  },
);

test.each<[S3Fault, RegExp]>([
  [500, /answered 500 Trouble, \d\d times/],
  ["reset", /network failure UND_ERR_SOCKET|network failure ECONNRESET/],
])("%j for minutes is told after two of them, without keys", async (fault, reason) => {
  const time = fakeTime();
  const blobs = await open(server, time);
  server.failAlways(fault);
  const error = await failure(blobs.get(digest));
  expect(error).toBeInstanceOf(StoreUnavailable);
  expect(error.message).toMatch(reason);
  expect(error.message).toContain(blobs.describe());
  const waited = time.slept.reduce((sum, ms) => sum + ms, 0);
  expect(waited).toBeGreaterThan(110_000);
  expect(waited).toBeLessThanOrEqual(120_000);
  expect(Math.max(...time.slept)).toBeLessThanOrEqual(8_000);
});

test("a server that is away for a minute is waited for", async () => {
  const time = fakeTime();
  const start = time.now().getTime();
  const blobs = await open(server, {
    ...time,
    async sleep(ms) {
      await time.sleep(ms);
      if (time.now().getTime() - start > 60_000) server.failAlways(undefined);
    },
  });
  server.failAlways("reset");
  expect(await blobs.put("after a minute")).toBe(digestOf(Buffer.from("after a minute")));
});

test("a clock that is set back a day meanwhile does not make it try for a day", async () => {
  const time = fakeTime();
  const blobs = await open(server, {...time, now: () => new Date(0)});
  server.failAlways(500);
  expect(await failure(blobs.get(digest))).toBeInstanceOf(StoreUnavailable);
  expect(time.slept.length).toBeLessThan(100);
});

test("nothing that listens there is told with its reason", async () => {
  const nobody = await startS3Server();
  await nobody[Symbol.asyncDispose]();
  const blobs = await open(nobody, fakeTime());
  const error = await failure(blobs.put(body));
  expect(error).toBeInstanceOf(StoreUnavailable);
  expect(error.message).toMatch(/network failure ECONNREFUSED, \d+ times\. Check that it runs/);
});

test("other bytes on the way here are read again", async () => {
  const blobs = await open(server, fakeTime());
  await blobs.put(body);
  server.fail("other", "other");
  expect((await blobs.get(digest)).toString()).toBe(body);
});

test("other bytes for good are refused, with which blob and what to do", async () => {
  const blobs = await open(server, fakeTime());
  await blobs.put(body);
  const asked = server.seen.length;
  server.failAlways("other");
  const error = await failure(blobs.get(digest));
  expect(error).toBeInstanceOf(StoreDamaged);
  expect(error.message).toContain(`blob ${digest} in ${blobs.describe()} has other bytes`);
  expect(error.message).toContain("backup");
  expect(server.seen.length - asked).toBe(3);
});

test("bytes spoilt on the way there are noticed by a server that reckons", async () => {
  const blobs = await open(server, fakeTime());
  server.fail("spoil");
  expect((await failure(blobs.put("spoilt"))).message).toContain("400 BadDigest");
  expect(await blobs.has(digestOf(Buffer.from("spoilt")))).toBe(false);
});

test.each<S3Fault>(["spoil", "short", "page"])(
  "%j on the way there is noticed by reading back where the server does not reckon, and mended",
  async fault => {
    const blobs = await open(unchecked, fakeTime());
    const text = `put through ${JSON.stringify(fault)}`;
    unchecked.fail(fault);
    const put = await blobs.put(text);
    expect((await blobs.get(put)).toString()).toBe(text);
  },
);

test("a server that keeps other bytes each time acknowledges nothing", async () => {
  const blobs = await open(unchecked, fakeTime());
  unchecked.fail("spoil", undefined, "spoil", undefined, "spoil", undefined);
  expect(await failure(blobs.put("never right"))).toBeInstanceOf(StoreDamaged);
});

test("putting it again mends a blob with other bytes", async () => {
  const blobs = await open(unchecked, fakeTime());
  unchecked.fail("spoil", undefined, "spoil", undefined, "spoil", undefined);
  await failure(blobs.put("to be mended"));
  const put = await blobs.put("to be mended");
  expect((await blobs.get(put)).toString()).toBe("to be mended");
});

test("a web page instead of a list is not an empty bucket", async () => {
  const blobs = await open(server, fakeTime());
  server.failAlways("page");
  const error = await failure(Array.fromAsync(blobs.list()));
  expect(error).toBeInstanceOf(StoreUnavailable);
  expect(error.message).toContain("its list of blobs is not one");
});

test("a list that breaks off in the middle goes on where it was", async () => {
  const blobs = await open(server, fakeTime());
  await blobs.put(body);
  server.fail("cut", 503);
  expect(await Array.fromAsync(blobs.list())).toContain(digest);
});

test("without its bucket nothing is missing: the bucket is", async () => {
  const effects = {...fakeTime(), timeoutMs: 300};
  const blobs = await openBlobs({url: "s3://no-such-bucket"}, server.env, effects);
  const list = () => Array.fromAsync(blobs.list());
  for (const call of [() => blobs.get(digest), () => blobs.has(digest), list]) {
    const error = await failure(call());
    expect(error).toBeInstanceOf(StoreUnavailable);
    expect(error.message).toContain("there is no bucket for s3://no-such-bucket");
  }
  expect((await failure(blobs.put(body))).message).toContain("404 NoSuchBucket");
});

test.each<[S3Fault, string]>([
  [{status: 403, code: "AccessDenied"}, "s3:GetObject, s3:PutObject, s3:DeleteObject"],
  [{status: 403, code: "RequestTimeTooSkewed"}, "clocks here and there differ"],
  [{status: 301, code: "PermanentRedirect"}, "AWS_REGION"],
])("%j is told at once, with what to do", async (fault, advice) => {
  const time = fakeTime();
  const blobs = await open(server, time);
  server.fail(fault);
  const error = await failure(blobs.put(body));
  expect(error).toBeInstanceOf(StoreUnavailable);
  expect(error.message).toContain(advice);
  expect(time.slept).toEqual([]);
});

test("wrong keys are told, and no key is in the error or in what hangs on it", async () => {
  const secret = "wJalrXUtnFEMI-K7MDENG-bPxRfiCY";
  const wrong = await open(server, fakeTime(), {AWS_SECRET_ACCESS_KEY: secret});
  const unknown = await open(server, fakeTime(), {AWS_ACCESS_KEY_ID: "AKIANOBODY"});
  const errors = [await failure(wrong.put(body)), await failure(unknown.put(body))];
  expect(errors[0]?.message).toContain("Check AWS_SECRET_ACCESS_KEY");
  expect(errors[1]?.message).toContain("It does not know AWS_ACCESS_KEY_ID");
  const shown = inspect(errors, {depth: 9, showHidden: true});
  expect(shown).not.toMatch(/wJalrXU|AKIANOBODY|S3RVER|Signature=/);
  expect(inspect([wrong, unknown], {depth: 9})).not.toMatch(/wJalrXU|AKIANOBODY/);
});
