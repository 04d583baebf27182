import {createHash} from "node:crypto";
import {mkdirSync, symlinkSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {record} from "../../src/snapshots/record.ts";
import {gatherEarlier} from "../../src/sources/earlier.ts";
import {readMarket} from "../../src/sources/market.ts";
import {temporary} from "../cli/support.ts";

const gadget = {id: "gadget", symbol: "GDT", name: "Gadget"};
const asOf = "2026-03-20T02:00:00Z";
let place: ReturnType<typeof temporary>;
beforeEach(() => {
  place = temporary();
});
afterEach(() => place[Symbol.dispose]());

const figure = (id: string, value: number, at: string) => ({
  id,
  value,
  unit: "USD",
  asOf: at,
  origin: {parameter: "made up"},
  printed: [],
});
const base = {name: "base", horizon: "2026-04-01", days: 30, probability: 0.5, unit: "USD"};

/** Evidence as a note leaves it, as far as a later one reads it. */
const evidence = (at: string, {note = {}, ...fields}: Record<string, object> = {}) => ({
  schema: "assay/evidence@1",
  note: {
    id: at.slice(0, 10),
    title: `As of ${at}`,
    asset: "gadget",
    asOf: at,
    locale: "en",
    ...note,
  },
  figures: [
    figure("price.usd", 20, at),
    figure("rank", 7, at),
    figure("turnover", 0.1, at),
    figure("benchmark.price.usd", 60_000, at),
    ...[30, 60, 90].flatMap(window => [
      figure(`decoupling.${window}d.spearman`, window / 100, at),
      figure(`decoupling.${window}d.p`, 1 / window, at),
    ]),
  ],
  findings: [30, 60, 90].map(window => ({
    kind: "decoupling",
    verdict: "no-change-found",
    window,
    leading: window === 60,
    decoupled: false,
    figures: [],
  })),
  cases: [
    {...base, name: "bear", low: 0, high: 18},
    {...base, low: 18, high: 25},
    {...base, name: "bull", low: 25, high: null},
  ],
  ...fields,
});

function write(name: string, content: unknown): string {
  const path = join(place.path, name, "evidence.json");
  mkdirSync(dirname(path), {recursive: true});
  const text = typeof content === "string" ? content : JSON.stringify(content);
  writeFileSync(path, text);
  return createHash("sha256").update(text).digest("hex");
}
const gather = (locale = "en") => gatherEarlier(place.path, gadget, {asOf, locale});
/** What a reader makes of what was gathered. */
async function read(locale?: string) {
  const {answer} = await gather(locale);
  const gathered = {asset: gadget, benchmark: gadget, simulated: false};
  return readMarket(record({...gathered, answers: answer ? [answer] : []}, asOf)).earlier;
}

test("an earlier note is taken with what a later one speaks of, and its evidence is named", async () => {
  const sha256 = write("one", evidence("2026-03-01T02:00:00Z"));
  const {answer, missing} = await gather();
  expect(missing).toEqual([]);
  expect(JSON.parse(String(answer!.body)).notes).toMatchObject([{sha256}]);
  expect(await read()).toMatchObject([
    {
      id: "2026-03-01",
      title: "As of 2026-03-01T02:00:00Z",
      price: {value: 20, asOf: "2026-03-01T02:00:00Z", pointer: "/notes/0/price/value"},
      benchmarkPrice: {value: 60_000},
      rank: {value: 7},
      turnover: {value: 0.1},
      dependence: {window: {value: 60}, verdict: "no-change-found", rho: {value: 0.6}},
      cases: [{horizon: {value: 30}, date: "2026-04-01", low: {value: 18}, high: {value: 25}}],
    },
  ]);
});

const windows = (fields: (window: number) => object) =>
  [30, 60, 90].map(window => ({kind: "decoupling", window, figures: [], ...fields(window)}));

test("the window that a note led with is the one that its evidence says", async () => {
  const findings = windows(window => ({verdict: "weakened", leading: window === 90}));
  write("one", evidence("2026-03-01T02:00:00Z", {findings}));
  const [note] = await read();
  expect(note!.dependence).toMatchObject({window: {value: 90}, verdict: "weakened"});
});

test("evidence of before it said which window leads is read, and tells of no dependence", async () => {
  write(
    "one",
    evidence("2026-03-01T02:00:00Z", {findings: windows(() => ({verdict: "weakened"}))}),
  );
  const [note] = await read();
  expect(note).toMatchObject({id: "2026-03-01", price: {value: 20}});
  expect(note!.dependence).toBeUndefined();
});

test("the newest comes first; notes of the same day or later, and on other coins, are none", async () => {
  write("c", evidence("2026-02-01T02:00:00Z"));
  write("a", evidence("2026-03-19T23:00:00Z"));
  write("b", evidence("2026-03-20T01:00:00Z"));
  write("d", evidence("2026-03-20T02:00:00Z"));
  write("e", evidence("2026-04-01T02:00:00Z"));
  write("f", evidence("2026-03-01T02:00:00Z", {note: {asset: "widget"}}));
  expect((await read()).map(note => note.asOf)).toEqual([
    "2026-03-19T23:00:00Z",
    "2026-02-01T02:00:00Z",
  ]);
});

test("of older notes only those are kept whose cases the last one could not tell the end of", async () => {
  const older = (at: string, horizon: string) =>
    evidence(at, {cases: [{...base, horizon, low: 1, high: 2}]});
  write("a", older("2026-01-01T02:00:00Z", "2026-02-28"));
  write("b", older("2026-01-02T02:00:00Z", "2026-03-01"));
  write("c", older("2026-03-01T02:00:00Z", "2026-02-01"));
  const found = await read();
  expect(found.map(note => note.asOf)).toEqual(["2026-03-01T02:00:00Z", "2026-01-02T02:00:00Z"]);
  expect(found[1]).toMatchObject({cases: [{date: "2026-03-01"}]});
  expect(found[1]!.rank).toBeUndefined();
});

test("of one note in two languages the one in the language of this note counts, once", async () => {
  const at = "2026-03-01T02:00:00Z";
  write("one", evidence(at, {note: {title: "English"}}));
  write("one-tr", evidence(at, {note: {title: "Türkçe", locale: "tr"}}));
  expect((await read("tr")).map(note => note.title)).toEqual(["Türkçe"]);
  expect((await read("en")).map(note => note.title)).toEqual(["English"]);
  expect((await read("de")).map(note => note.title)).toEqual(["English"]);
});

describe("what cannot be read is named and passed over", () => {
  const at = "2026-03-01T02:00:00Z";
  test.each<[string, unknown, RegExp]>([
    ["half written", JSON.stringify(evidence(at)).slice(0, 500), /JSON/],
    ["of another kind", {about: "gadget"}, /schema: /],
    ["without a price", evidence(at, {figures: []}), /price: /],
    ["with a price of nothing", evidence(at, {figures: [figure("price.usd", 0, at)]}), /price/],
    [
      "that knows what came after it",
      evidence(at, {figures: [figure("price.usd", 20, "2026-03-21T00:00:00Z")]}),
      /later than the note/,
    ],
    [
      "with a range turned round",
      evidence(at, {cases: [{...base, low: 9, high: 8}]}),
      /low is not/,
    ],
    ["with an id that is a path", evidence(at, {note: {id: "../../etc/passwd"}}), /id: /],
    ["without an end of JSON", '{"asset": "gadget", "a": '.repeat(1000), /JSON/],
  ])("evidence %s", async (_, content, reason) => {
    write("bad", content);
    write("good", evidence("2026-02-01T02:00:00Z"));
    const {missing, answer} = await gather();
    expect(missing).toMatchObject([
      {endpoint: join(place.path, "bad/evidence.json"), reason: expect.stringMatching(reason)},
    ]);
    expect(JSON.parse(String(answer!.body)).notes).toHaveLength(1);
  });

  test("a folder for a file, a link to nowhere, a file among the folders: nothing stops", async () => {
    mkdirSync(join(place.path, "odd", "evidence.json"), {recursive: true});
    mkdirSync(join(place.path, "linked"));
    symlinkSync("nowhere", join(place.path, "linked", "evidence.json"));
    writeFileSync(join(place.path, "notes.txt"), "gadget");
    mkdirSync(join(place.path, ".assay-00000000-1-0"), {recursive: true});
    write("good", evidence(at));
    const {missing, answer} = await gather();
    expect(missing.map(({reason}) => reason)).toEqual(["no evidence of a note: it is no file"]);
    expect(answer).toBeDefined();
  });
});

test("a title is shown without what is not seen", async () => {
  write("one", evidence("2026-03-01T02:00:00Z", {note: {title: "Up\u202e and\n down"}}));
  expect((await read())[0]!.title).toBe("Up and down");
});

test("no folder, or a file in its place, holds no notes", async () => {
  const nowhere = (path: string) => gatherEarlier(path, gadget, {asOf, locale: "en"});
  expect(await nowhere(join(place.path, "no"))).toEqual({missing: []});
  writeFileSync(join(place.path, "file"), "");
  expect(await nowhere(join(place.path, "file"))).toEqual({missing: []});
});
