import {mkdtempSync} from "node:fs";
import {join} from "node:path";
import fc from "fast-check";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {StoreDamaged} from "../../../src/model/errors.ts";
import {type Blobs, digestOf} from "../../../src/store/blobs/blobs.ts";
import {openBlobs} from "../../../src/store/blobs/open.ts";
import {temporary} from "../../cli/support.ts";
import {fakeTime} from "../../servers/fakeTime.ts";
import {type S3Server, startS3Server} from "../../servers/s3Server.ts";

let server: S3Server;
let place: ReturnType<typeof temporary>;
beforeAll(async () => {
  server = await startS3Server();
  place = temporary();
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  place[Symbol.dispose]();
});

/** A place with nothing in it, and another way to the same. */
const places = {
  "a folder": async () => {
    const folder = mkdtempSync(join(place.path, "blobs-"));
    return {open: () => openBlobs({folder}, {}, fakeTime()), says: `the folder ${folder}`};
  },
  "a bucket": async () => {
    count += 1;
    const prefix = `desk-${count}/2026`;
    const url = `s3://${server.bucket}/${prefix}`;
    return {
      open: () => openBlobs({url}, server.env, fakeTime()),
      says: `${url} at ${server.env.AWS_ENDPOINT_URL_S3}`,
    };
  },
};
let count = 0;

const all = async (blobs: Blobs) => (await Array.fromAsync(blobs.list())).toSorted();
const none = "0".repeat(64);

describe.each(Object.entries(places))("in %s", (_, at) => {
  test("what was put is there under its SHA-256, for others, too", async () => {
    const {open, says} = await at();
    const [blobs, others] = [await open(), await open()];
    const digest = await blobs.put("Bittensor rose");
    expect(digest).toBe(digestOf(Buffer.from("Bittensor rose")));
    expect(await others.has(digest)).toBe(true);
    expect((await others.get(digest)).toString()).toBe("Bittensor rose");
    expect(blobs.describe()).toBe(says);
  });

  test("any bytes come back as they were, none among them, and a part of a larger array", async () => {
    const blobs = await (await at()).open();
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({maxLength: 2_000}), fc.nat(40), async (bytes, from) => {
        const part = bytes.subarray(Math.min(from, bytes.length));
        expect([...(await blobs.get(await blobs.put(part)))]).toEqual([...part]);
      }),
      {numRuns: 30, examples: [[new Uint8Array(), 0]]},
    );
  });

  test("a blob of 8 MB comes back whole", async () => {
    const blobs = await (await at()).open();
    const bytes = Buffer.alloc(8_000_003, "Assay");
    expect((await blobs.get(await blobs.put(bytes))).equals(bytes)).toBe(true);
  });

  test("the same put many times at once is one", async () => {
    const {open} = await at();
    const ways = await Promise.all([open(), open(), open()]);
    const digests = await Promise.all(
      Array.from({length: 30}, (_, i) => ways[i % 3]!.put("the same")),
    );
    expect(new Set(digests)).toEqual(new Set(await all(ways[0]!)));
    expect(digests[0]).toBe(digestOf(Buffer.from("the same")));
  });

  test("all are listed, past the length of a page, and those removed are not", async () => {
    const blobs = await (await at()).open();
    expect(await all(blobs)).toEqual([]);
    const bodies = Array.from({length: 1_001}, (_, i) => `blob ${i}`);
    const digests: string[] = [];
    for (let i = 0; i < bodies.length; i += 50)
      digests.push(...(await Promise.all(bodies.slice(i, i + 50).map(blobs.put))));
    expect(await all(blobs)).toEqual(digests.toSorted());
    await blobs.remove(digests[0]!);
    await blobs.remove(digests[0]!);
    expect(await all(blobs)).toEqual(digests.slice(1).toSorted());
    expect(await blobs.has(digests[0]!)).toBe(false);
  });

  test("one that is not there is told by its digest, with what to do", async () => {
    const {open, says} = await at();
    const blobs = await open();
    expect(await blobs.has(none)).toBe(false);
    const error = await blobs.get(none).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(StoreDamaged);
    expect(error).toHaveProperty("message", expect.stringContaining(`no blob ${none} in ${says}`));
    expect(error).toHaveProperty("message", expect.stringContaining("backup"));
  });

  test.each(["../../etc/passwd", "", "A".repeat(64), "0".repeat(63), `${"0".repeat(64)}/..`])(
    "%j is no name of a blob",
    async name => {
      const blobs = await (await at()).open();
      await expect(blobs.get(name)).rejects.toThrow(StoreDamaged);
      await expect(blobs.has(name)).rejects.toThrow(StoreDamaged);
      await expect(blobs.remove(name)).rejects.toThrow(StoreDamaged);
    },
  );
});

test("two prefixes of one bucket know nothing of each other", async () => {
  const open = (prefix: string) =>
    openBlobs({url: `s3://${server.bucket}${prefix}`}, server.env, fakeTime());
  const [one, other, whole] = [await open("/one"), await open("/one-two"), await open("")];
  const digest = await one.put("mine");
  expect([await all(one), await all(other), await all(whole)]).toEqual([[digest], [], []]);
});
