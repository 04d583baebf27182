import {execFileSync} from "node:child_process";
import {mkdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {SourceChanged, SourceUnavailable, UsageError} from "../../src/model/errors.ts";
import type {Answer} from "../../src/model/snapshot.ts";
import {writeFiles} from "../../src/notes/folder.ts";
import {readSnapshot, snapshotFiles} from "../../src/snapshots/folder.ts";
import {record} from "../../src/snapshots/record.ts";
import {filesBelow, temporary} from "../cli/support.ts";

const asset = {id: "gadget", symbol: "GDT", name: "Gadget"};
const answer = (endpoint: string, body: Buffer): Answer => ({
  source: "coingecko",
  endpoint,
  query: {id: "gadget"},
  url: `https://api.example${endpoint}`,
  fetchedAt: "2026-03-20T01:53:00Z",
  mediaType: "application/json",
  body,
});
const snapshot = record(
  {
    asset,
    benchmark: {id: "bitcoin", symbol: "BTC", name: "Bitcoin"},
    simulated: false,
    answers: [
      answer("/coins/{id}", Buffer.from('{"a": 1}\r\n')),
      answer("/../../etc/passwd", Buffer.from([0, 255, 10])),
    ],
  },
  "2026-03-20T02:00:00Z",
);

let place: ReturnType<typeof temporary>;
beforeEach(async () => {
  place = temporary();
  await writeFiles(place.path, snapshotFiles(snapshot));
});
afterEach(() => place[Symbol.dispose]());

const manifest = () => join(place.path, "manifest.json");
const edit = (change: (text: string) => string) =>
  writeFileSync(manifest(), change(readFileSync(manifest(), "utf8")));

test("what is written is read again, byte for byte", async () => {
  expect(await readSnapshot(place.path)).toEqual(snapshot);
  expect(filesBelow(place.path)).toEqual([
    "answers/001-coingecko-coins-id.json",
    "answers/002-coingecko-etc-passwd.json",
    "manifest.json",
  ]);
});

test.each([
  [
    "an answer changed",
    () => writeFileSync(join(place.path, "answers/001-coingecko-coins-id.json"), "{}"),
    /001-coingecko-coins-id\.json was changed after it was recorded: SHA-256/,
  ],
  [
    "an answer missing",
    () => rmSync(join(place.path, "answers"), {recursive: true}),
    /001-coingecko-coins-id\.json is missing from the snapshot/,
  ],
  ["a manifest cut short", () => edit(text => text.slice(0, 99)), /manifest\.json is not JSON/],
  ["an empty manifest", () => edit(() => ""), /manifest\.json is not JSON/],
  ["a manifest of another kind", () => edit(() => "[]"), /is not a snapshot's manifest/],
  [
    "a manifest of more answers than any note rests on",
    () =>
      edit(text => {
        const {answers, ...rest} = JSON.parse(text);
        return JSON.stringify({...rest, answers: Array(5000).fill(answers[0])});
      }),
    /Too big: expected array to have <=2000 items/,
  ],
  [
    "a manifest of 200,000 answers",
    () =>
      edit(text => {
        const {answers, ...rest} = JSON.parse(text);
        return JSON.stringify({...rest, answers: Array(200_000).fill(answers[0])});
      }),
    /manifest\.json has \d+ bytes, and no more than/,
  ],
  [
    "a path that is a folder",
    () => edit(text => text.replace("answers/001-coingecko-coins-id.json", "answers/..")),
    /path/,
  ],
  [
    "a later format",
    () => edit(text => text.replace("snapshot@1", "snapshot@9")),
    /assay\/snapshot@1/,
  ],
  [
    "a path that leaves the folder",
    () => edit(text => text.replace("answers/001", "../001")),
    /path/,
  ],
  [
    "an instant that is none",
    () => edit(text => text.replace("2026-03-20T02:00:00Z", "noon")),
    /asOf/,
  ],
])("%s is refused, and named", async (_, spoil, says) => {
  spoil();
  const failed = await readSnapshot(place.path).catch(error => error);
  expect(failed).toBeInstanceOf(SourceChanged);
  expect(failed.message).toMatch(says);
});

test.skipIf(process.platform === "win32")(
  "a pipe instead of an answer is not waited for",
  async () => {
    const path = join(place.path, "answers/001-coingecko-coins-id.json");
    rmSync(path);
    execFileSync("mkfifo", [path]);
    const failed = await readSnapshot(place.path).catch(error => error);
    expect(failed).toBeInstanceOf(SourceUnavailable);
    expect(failed.message).toContain(`${path} is a pipe (FIFO)`);
  },
);

test("a folder without a manifest is no snapshot", async () => {
  mkdirSync(join(place.path, "empty"));
  const failed = await readSnapshot(join(place.path, "empty")).catch(error => error);
  expect(failed).toBeInstanceOf(UsageError);
  expect(failed.message).toContain("no snapshot in");
});

test("the digest of a snapshot is that of its manifest: any other answer gives another", () => {
  const {asOf, answers, ...rest} = snapshot;
  const changed = [{...answers[0]!, body: Buffer.from("{}")}, answers[1]!];
  expect(record({...rest, answers: changed}, asOf).sha256).not.toBe(snapshot.sha256);
  expect(record({...rest, answers}, asOf).sha256).toBe(snapshot.sha256);
});
