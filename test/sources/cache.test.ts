import {spawn} from "node:child_process";
import {mkdtemp, readdir, readFile, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {SourceChanged} from "../../src/model/errors.ts";
import {cachedFetcher, cacheKey} from "../../src/sources/cache.ts";
import type {Fetcher, FetchRequest} from "../../src/sources/http.ts";
import {type FakeTime, fakeTime} from "../servers/fakeTime.ts";

let folder: string;
let time: FakeTime;
let calls: number;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "assay-cache-"));
  time = fakeTime();
  calls = 0;
});
afterEach(() => rm(folder, {recursive: true, force: true}));

const request = (fields: Partial<FetchRequest> = {}): FetchRequest => ({
  source: "coingecko",
  endpoint: "/coins/markets",
  query: {vs_currency: "usd", page: "1"},
  url: "https://api.example/api/v3/coins/markets?vs_currency=usd&page=1",
  headers: {"x-key": "CG-very-secret-key"},
  ...fields,
});
const source: Fetcher = async ({source, endpoint, query, url}) => ({
  source,
  endpoint,
  query,
  url,
  fetchedAt: time.now().toISOString(),
  mediaType: "application/json",
  body: Buffer.from(`{"call": ${++calls}}`),
});
const cached = (options: Partial<Parameters<typeof cachedFetcher>[1]> = {}) =>
  cachedFetcher(source, {folder, maxAgeMs: () => 60_000, count: () => 1, ...options}, time);
const said = async (fetch: Fetcher, fields = {}) => (await fetch(request(fields))).body.toString();
const troubles = () => time.notices.filter(({kind}) => kind === "cache-trouble");

async function files(inside: string): Promise<string[]> {
  const entries = await readdir(inside, {recursive: true, withFileTypes: true});
  return entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name));
}

describe("an answer in the cache", () => {
  test("is given again with its own instant, until it is too old", async () => {
    const first = await cached()(request());
    time.pass(60_000);
    expect(await cached()(request())).toEqual(first);
    time.pass(1);
    expect(await said(cached())).toBe('{"call": 2}');
  });

  test("that cannot change is kept for ever; one that must not be kept is not", async () => {
    const forever = cached({maxAgeMs: () => Number.POSITIVE_INFINITY});
    await said(forever);
    time.pass(1e11);
    expect(await said(forever)).toBe('{"call": 1}');
    const never = cached({maxAgeMs: () => 0});
    expect(await said(never)).toBe('{"call": 2}');
    expect(await said(never)).toBe('{"call": 3}');
  });

  test("from the future, after the clock was set back, is not used", async () => {
    await said(cached());
    time.pass(-3_600_000);
    expect(await said(cached())).toBe('{"call": 2}');
  });

  test("is only one that is what was asked for", async () => {
    const count = () => {
      throw new SourceChanged("not this shape");
    };
    await expect(cached({count})(request())).rejects.toThrow("not this shape");
    expect(await said(cached())).toBe('{"call": 2}');
    await expect(cached({count})(request())).rejects.toThrow("not this shape");
  });

  test("is never an empty one, not even where an older version kept it", async () => {
    const empty = () => cached({count: () => 0});
    expect(await said(empty())).toBe('{"call": 1}');
    expect(await said(empty())).toBe('{"call": 2}');
    await said(cached());
    expect(await said(cached())).toBe('{"call": 3}');
    expect(await said(empty())).toBe('{"call": 4}');
  });

  test("is on disk without any key", async () => {
    await said(cached());
    const found = await files(folder);
    expect(found.length).toBeGreaterThan(0);
    for (const file of found) expect(await readFile(file, "latin1")).not.toContain("CG-very");
  });
});

describe("a cache that fails is a miss and one notice", () => {
  test("where its content was changed", async () => {
    await said(cached());
    for (const file of await files(join(folder, "content-v2"))) await writeFile(file, "tampered");
    expect(await said(cached())).toBe('{"call": 2}');
    expect(troubles()).toHaveLength(1);
    expect(await said(cached())).toBe('{"call": 2}');
  });

  test("where its content was changed, and is whole again after it", async () => {
    const same: Fetcher = async request => ({
      ...(await source(request)),
      body: Buffer.from("same"),
    });
    const fetch = () => cachedFetcher(same, {folder, maxAgeMs: () => 60_000, count: () => 1}, time);
    await said(fetch());
    for (const file of await files(join(folder, "content-v2"))) await writeFile(file, "samE");
    await said(fetch());
    expect(await said(fetch())).toBe("same");
    expect(calls).toBe(2);
    expect(troubles()).toHaveLength(1);
  });

  test("where its index was changed", async () => {
    await said(cached());
    for (const file of await files(join(folder, "index-v5"))) await writeFile(file, "\nxyz\t{}");
    expect(await said(cached())).toBe('{"call": 2}');
  });

  test("where it cannot be written", async () => {
    const file = join(folder, "file");
    await writeFile(file, "not a folder");
    const fetch = cached({folder: file});
    expect(await said(fetch)).toBe('{"call": 1}');
    expect(await said(fetch)).toBe('{"call": 2}');
    expect(troubles()).toHaveLength(1);
    expect(JSON.stringify(troubles())).toContain("going on without it");
  });
});

describe("the key of the cache", () => {
  const different: [string, Partial<FetchRequest>][] = [
    ["the source", {source: "currency-api"}],
    ["the endpoint", {endpoint: "/coins/market"}],
    ["the base", {url: "https://pro.example/api/v3/coins/markets?vs_currency=usd&page=1"}],
    ["the path", {url: "https://api.example/api/v4/coins/markets?vs_currency=usd&page=1"}],
    ["the scheme", {url: "http://api.example/api/v3/coins/markets?vs_currency=usd&page=1"}],
    ["the port", {url: "https://api.example:444/api/v3/coins/markets?vs_currency=usd&page=1"}],
    ["a value of the query", {query: {vs_currency: "usd", page: "2"}}],
    ["a name of the query", {query: {vs_currency: "usd", pages: "1"}}],
    ["a further parameter", {query: {vs_currency: "usd", page: "1", days: "30"}}],
    ["a parameter left out", {query: {vs_currency: "usd"}}],
    ["an empty parameter", {query: {vs_currency: "usd", page: "1", days: ""}}],
    ["values exchanged", {query: {vs_currency: "1", page: "usd"}}],
    ["a value that holds a separator", {query: {vs_currency: "usd&page=1"}}],
    ["a parameter of the address", {url: `${request().url}&days=30`}],
  ];

  test.each(different)("tells %s apart", (_, fields) => {
    expect(cacheKey(request(fields))).not.toBe(cacheKey(request()));
  });

  test("tells all of these apart from one another", () => {
    const keys = different.map(([, fields]) => cacheKey(request(fields)));
    expect(new Set(keys).size).toBe(keys.length);
  });

  test("tells any two different queries apart, and only those", () => {
    const values = ["", "1", "2", "12", "a=1", "a&b", "null", "[]"];
    const queries = values.flatMap(a => [{a}, {b: a}, ...values.map(b => ({a, b}))]);
    const keys = queries.map(query => cacheKey(request({query})));
    expect(new Set(keys).size).toBe(queries.length);
  });

  test("does not depend on the order of parameters, nor on headers", () => {
    const other = request({
      query: {page: "1", vs_currency: "usd"},
      url: "https://api.example/api/v3/coins/markets?page=1&vs_currency=usd",
      headers: {"x-key": "another"},
    });
    expect(cacheKey(other)).toBe(cacheKey(request()));
  });
});

test("two processes may use one cache at once", async () => {
  const module = pathToFileURL(join(import.meta.dirname, "../../src/sources/cache.ts")).href;
  const script = `
    const {cachedFetcher} = await import(${JSON.stringify(module)});
    const notices = [];
    const fetch = cachedFetcher(
      async ({headers, ...request}) => ({
        ...request, fetchedAt: new Date().toISOString(), mediaType: "application/json",
        body: Buffer.from(JSON.stringify(request.query)),
      }),
      {folder: ${JSON.stringify(folder)}, maxAgeMs: () => 60_000, count: () => 1},
      {now: () => new Date(), notify: notice => notices.push(notice)},
    );
    for (let round = 0; round < 3; round++) {
      await Promise.all(Array.from({length: 40}, async (_, i) => {
        const query = {page: String(i)};
        const answer = await fetch({source: "s", endpoint: "/e", query, url: "http://a.example/e"});
        if (answer.body.toString() !== JSON.stringify(query)) throw new Error("another's answer");
      }));
    }
    if (notices.some(({kind}) => kind === "cache-trouble")) throw new Error(JSON.stringify(notices));
  `;
  const run = () =>
    new Promise<string>(resolve => {
      let output = "";
      const child = spawn(process.execPath, ["--input-type=module", "-e", script]);
      child.stderr.on("data", text => {
        output += text;
      });
      child.on("close", code => resolve(code === 0 ? "done" : output));
    });
  expect(await Promise.all([run(), run()])).toEqual(["done", "done"]);
});
