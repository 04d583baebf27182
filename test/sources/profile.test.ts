import {readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join, resolve} from "node:path";
import {describe, expect, test} from "vitest";
import {parse, stringify} from "yaml";
import {record} from "../../src/snapshots/record.ts";
import {readMarket} from "../../src/sources/market.ts";
import {gatherProfile, profileSchema} from "../../src/sources/profile.ts";
import {temporary} from "../cli/support.ts";

const asset = {id: "gadget", symbol: "GDT", name: "Gadget"};
const asOf = "2026-03-20T02:00:00Z";
const fact = (fields = {}) => ({
  id: "purpose",
  topic: "purpose",
  statement: {en: "Gadget turns.", tr: "Gadget döner."},
  source: {name: "Gadget, manual", href: "https://gadget.example/manual"},
  date: "2026-01-02",
  expires: "2026-12-31",
  ...fields,
});
const profile = (...facts: unknown[]) => ({schema: "assay/profile@1", asset: "gadget", facts});

/** What a reader makes of the file as of the instant. */
async function read(content: unknown, at = asOf) {
  using place = temporary();
  const text = typeof content === "string" ? content : stringify(content);
  writeFileSync(join(place.path, "gadget.yaml"), text);
  const answer = await gatherProfile(place.path, asset, at);
  const gathered = {asset, benchmark: asset, simulated: false, answers: [answer!]};
  return readMarket(record(gathered, at)).profile!;
}

test("a fact that is cited, dated and not expired is used, word for word", async () => {
  const {facts, leftOut, file} = await read(profile(fact()));
  expect(facts).toEqual([fact()]);
  expect(leftOut).toEqual([]);
  expect(file).toBe("answers/001-profile-gadget.yaml");
});

test("a fact may be used on the day of its date and on the day it expires, not around them", async () => {
  const one = profile(fact({date: "2026-03-20", expires: "2026-03-21"}));
  const used = async (at: string) => (await read(one, at)).facts.length;
  expect(await used("2026-03-19T23:59:59Z")).toBe(0);
  expect(await used("2026-03-20T00:00:00Z")).toBe(1);
  expect(await used("2026-03-21T23:59:59Z")).toBe(1);
  expect(await used("2026-03-22T00:00:00Z")).toBe(0);
});

test.each([..." ()[]<>\"'`\\^{|}\u202e"])(
  "an address with %j in it, which may end a link, is no source",
  async letter => {
    const href = `https://bank.example/a${letter}b`;
    const {facts, leftOut} = await read(profile(fact({source: {name: "Gadget", href}})));
    expect(facts).toEqual([]);
    expect(leftOut).toMatchObject([
      {reason: expect.stringMatching(/^uncited: source\.href is .*: it must be an address/)},
    ]);
  },
);

describe("a fact that may not be used is left out alone and named", () => {
  const source = {name: "Gadget, manual"};
  test.each<[string, unknown, RegExp]>([
    ["expired", fact({expires: "2026-03-19"}), /^expired on 2026-03-19$/],
    ["later than the note", fact({date: "2026-03-21"}), /^dated 2026-03-21, later than the note$/],
    [
      "uncited",
      fact({source: undefined}),
      /^uncited: source is missing: it must be \{name, href\}/,
    ],
    [
      "without an address",
      fact({source}),
      /^uncited: source\.href is missing: it must be an address that begins with https:/,
    ],
    [
      "cited without https",
      fact({source: {...source, href: "http://gadget.example"}}),
      /^uncited: source\.href is "http:\/\/gadget\.example": it must be an address that begins with https:/,
    ],
    [
      "with a user's name before the host",
      fact({source: {...source, href: "https://bank.example@evil.example/"}}),
      /^uncited: source\.href is .*: it must be an address without user/,
    ],
    [
      "cited with a script",
      fact({source: {...source, href: "javascript:alert(1)"}}),
      /^uncited: source\.href is .*: it must be an address/,
    ],
    [
      "whose user is hidden behind a backslash",
      fact({source: {...source, href: "https://bank.example\\@evil.example/"}}),
      /^uncited: source\.href is .*: it must be an address/,
    ],
    [
      "no whole sentence",
      fact({statement: {en: "Turns"}}),
      /^statement\.en is "Turns": it must be a whole sentence/,
    ],
    ["without a topic", fact({topic: "hope"}), /^topic is "hope": it must be one of purpose, /],
    [
      "on a day that is none",
      fact({date: "2026-02-30"}),
      /^date is "2026-02-30": it must be a day/,
    ],
    ["expiring before its date", fact({expires: "2025-12-31"}), /before its date/],
    [
      "with a field nobody knows",
      fact({mood: "good"}),
      /^there is no field mood; there are id, topic, /,
    ],
  ])("%s", async (_, wrong, reason) => {
    const {facts, leftOut} = await read(profile(wrong, fact({id: "other"})));
    expect(facts.map(({id}) => id)).toEqual(["other"]);
    expect(leftOut).toEqual([{what: "gadget/purpose", reason: expect.stringMatching(reason)}]);
  });

  test("a second fact with the same id, and one without any", async () => {
    const {facts, leftOut} = await read(profile(fact(), fact(), null));
    expect(facts).toHaveLength(1);
    expect(leftOut.map(({what}) => what)).toEqual(["gadget/purpose", "gadget/facts.2"]);
  });
});

test.each<[string, unknown, RegExp]>([
  ["no YAML", "facts: [", /^no YAML: /],
  ["a text", "hello", /^no profile: /],
  [
    "another schema",
    {...profile(), schema: "assay/profile@2"},
    /^no profile: schema is "assay\/profile@2": it must be assay\/profile@1/,
  ],
  [
    "no list of facts",
    {...profile(), facts: {}},
    /^no profile: facts is \{\}: it must be a list of facts/,
  ],
  ["a profile of another coin", {...profile(), asset: "widget"}, /another coin: asset is "widget"/],
  ["larger than any profile", `# ${"x".repeat(300_000)}`, /larger than 256 KiB/],
  ["a bomb of aliases", bomb(), /^no YAML: /],
])("a file that is %s gives no fact, is named, and stops no note", async (_, content, reason) => {
  const {facts, leftOut} = await read(content);
  expect(facts).toEqual([]);
  expect(leftOut).toEqual([
    {what: "profiles/gadget.yaml", reason: expect.stringMatching(reason as RegExp)},
  ]);
});

function bomb(): string {
  const levels = Array.from({length: 12}, (_, i) =>
    i === 0
      ? "a0: &a0 [x, x]"
      : `a${i}: &a${i} [${Array(9)
          .fill(`*a${i - 1}`)
          .join(", ")}]`,
  );
  return levels.join("\n");
}

test("a coin without a profile has none; a folder that is not there is a mistake", async () => {
  using place = temporary();
  expect(await gatherProfile(place.path, asset, asOf)).toBeUndefined();
  await expect(gatherProfile(join(place.path, "no"), asset, asOf)).rejects.toThrow(
    /no folder of profiles at .*no: .*--no-profiles/,
  );
});

test("a hostile id leads nowhere outside the folder", async () => {
  using place = temporary();
  writeFileSync(join(place.path, "secret.yaml"), stringify(profile(fact())));
  const inner = {...asset, id: "../secret"};
  const answer = await gatherProfile(join(place.path, "."), inner, asOf);
  expect(answer).toBeUndefined();
});

describe("the profiles that come along", () => {
  const folder = resolve(import.meta.dirname, "../../profiles");
  const names = readdirSync(folder).filter(name => !name.startsWith("_"));
  const load = (name: string) =>
    profileSchema.parse(parse(readFileSync(join(folder, name), "utf8")));

  test("are of ten protocols", () => expect(names.length).toBeGreaterThanOrEqual(10));

  test.each(names)("%s is whole: each fact in both languages, with four or more of them", name => {
    const {asset: id, facts} = load(name);
    expect(`${id}.yaml`).toBe(name);
    expect(facts.length).toBeGreaterThanOrEqual(4);
    expect(new Set(facts.map(one => one.id)).size).toBe(facts.length);
    for (const one of facts) {
      expect(Object.keys(one.statement)).toEqual(["en", "tr"]);
      expect(one.expires > one.date, one.id).toBe(true);
      // Decimal comma and point in Turkish, the other way round in English.
      expect(one.statement.tr, one.id).not.toMatch(/\d\.\d{1,2}(?!\d)|\d,\d{3}(?!\d)(?! )/);
      expect(one.statement.en, one.id).not.toMatch(/\d,\d{1,2}(?!\d)/);
    }
  });

  test.each(names)("%s has something to say in March and in November 2026", name => {
    const {facts} = load(name);
    for (const day of ["2026-03-20", "2026-11-23"])
      expect(facts.filter(one => one.date <= day && one.expires >= day).length).toBeGreaterThan(2);
  });
});
