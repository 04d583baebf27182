import {cpSync, mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {lay, madeUp} from "./madeUpData.ts";
import {assay, digests, expectRefusal, temporary} from "./support.ts";

// What lies beside the data and goes into a note: profile, sector, earlier notes.

const place = temporary();
afterAll(() => place[Symbol.dispose]());

const profile = (expires: string) => `schema: assay/profile@1
asset: gadget
facts:
  - id: teeth
    topic: supply
    statement: {en: "A gadget has thirty-two teeth."}
    source: {name: "Gadget, manual", href: "https://gadget.example/manual"}
    date: 2025-01-01
    expires: 2027-01-01
  - id: oil
    topic: economics
    statement: {en: "Oil is paid for in GDT."}
    source: {name: "Gadget, manual", href: "https://gadget.example/manual"}
    date: 2025-01-01
    expires: ${expires}
`;
const tools = `schema: assay/sectors@1
sectors:
  - id: tools
    name: {en: tool coins}
    members: [gadget, bitcoin, ethereum, ripple, widget]
`;

beforeAll(() => {
  lay(place.path, {
    ...Object.fromEntries(Object.entries(madeUp()).map(([path, text]) => [`data/${path}`, text])),
    "facts/gadget.yaml": profile("2026-03-01"),
    "facts/_sectors.yaml": tools,
  });
});

const note = (asOf: string, ...args: string[]) => {
  const source = ["--source", "files", "--data", "data", "--as-of", asOf, "--format", "md"];
  return assay(place.path, ["note", "gadget", ...source, ...args]);
};
const evidence = (folder: string) =>
  JSON.parse(readFileSync(join(place.path, folder, "evidence.json"), "utf8"));
const kinds = (folder: string) => evidence(folder).findings.map((one: {kind: string}) => one.kind);

test("a note uses the profile that is given, names what it left out, and replays the same", async () => {
  const run = await note("2026-03-20T02:00:00Z", "--profiles", "facts", "--out", "one");
  expect(run).toMatchObject({code: 0});
  expect(run.stderr).toContain("left out: gadget/oil: expired on 2026-03-01\n");
  const found = evidence("one/2026-03-20-gadget");
  expect(found.leftOut).toContainEqual({what: "gadget/oil", reason: "expired on 2026-03-01"});
  expect(kinds("one/2026-03-20-gadget")).toContain("profile");
  const text = readFileSync(join(place.path, "one/2026-03-20-gadget/note.md"), "utf8");
  expect(text).not.toContain("Oil is paid");
  // The snapshot has them: the note is the same without the folder.
  const moved = join(place.path, "moved");
  mkdirSync(moved);
  cpSync(join(place.path, "one/2026-03-20-gadget"), join(moved, "note"), {recursive: true});
  expect(await assay(moved, ["replay", "note"])).toMatchObject({code: 0});
});

test("a broken profile stops no note and is named; no profile is used where none is wanted", async () => {
  mkdirSync(join(place.path, "broken"));
  writeFileSync(join(place.path, "broken/gadget.yaml"), "facts: [");
  const run = await note("2026-03-20T02:00:00Z", "--profiles", "broken", "--out", "two");
  expect(run).toMatchObject({code: 0});
  expect(run.stderr).toMatch(/^left out: profiles\/gadget\.yaml: no YAML: /m);
  await note("2026-03-20T02:00:00Z", "--no-profiles", "--out", "two");
  expect(evidence("two/2026-03-20-gadget").leftOut).toEqual([]);
  expectRefusal(
    await note("2026-03-20T02:00:00Z", "--profiles", "no", "--out", "three"),
    2,
    "no folder of profiles at no",
  );
});

test("an unknown sector is refused with the ones that are known", async () => {
  const run = await note("2026-03-20T02:00:00Z", "--sector", "toolz", "--profiles", "facts");
  expectRefusal(run, 2, 'no sector "toolz": known are tools');
});

test("a note knows the earlier ones of the same folder, however often it is made", async () => {
  const out = ["--profiles", "facts", "--out", "notes"];
  expect(await note("2026-02-10T02:00:00Z", ...out)).toMatchObject({code: 0});
  expect(kinds("notes/2026-02-10-gadget")).not.toContain("since");
  lay(join(place.path, "notes"), {
    "half/evidence.json": '{"schema": "assay/evidence@1", "note": {"asset": "gadget"',
    "other/readme.txt": "gadget",
  });
  const first = await note("2026-03-20T02:00:00Z", ...out);
  expect(first).toMatchObject({code: 0});
  expect(first.stderr).toContain("goes on without notes/half/evidence.json: no evidence of a note");
  expect(kinds("notes/2026-03-20-gadget")).toContain("since");
  const before = digests(join(place.path, "notes"));
  expect(await note("2026-03-20T02:00:00Z", ...out)).toMatchObject({code: 0});
  expect(digests(join(place.path, "notes"))).toEqual(before);
  const replayed = await assay(place.path, ["replay", "notes/2026-03-20-gadget"]);
  expect(replayed).toMatchObject({code: 0});
});

test("it looks for them elsewhere or not at all where it is told so", async () => {
  const at = "2026-03-20T02:00:00Z";
  expect(await note(at, "--out", "four", "--earlier", "notes")).toMatchObject({code: 0});
  expect(kinds("four/2026-03-20-gadget")).toContain("since");
  expect(await note(at, "--out", "notes", "--no-earlier")).toMatchObject({code: 0});
  expect(kinds("notes/2026-03-20-gadget")).not.toContain("since");
});

test("rows of the sector's coins after the as-of change no byte of the note", async () => {
  const data = madeUp();
  lay(join(place.path, "later"), {
    ...data,
    "prices.csv": `${data["prices.csv"]}2026-03-20,ETH,9e9\n2026-03-20,XRP,9e9\n`,
    "activity.csv": `${data["activity.csv"]}2026-03-20,ETH,9e9,9e9\n`,
  });
  const args = ["--profiles", "facts", "--no-earlier"];
  const run = (folder: string, out: string) =>
    assay(place.path, [
      ...["note", "gadget", "--source", "files", "--data", folder, "--format", "md"],
      ...["--as-of", "2026-03-20T02:00:00Z", "--out", out, ...args],
    ]);
  expect(await run("data", "before")).toMatchObject({code: 0});
  expect(await run("later", "after")).toMatchObject({code: 0});
  expect(digests(join(place.path, "after"))).toEqual(digests(join(place.path, "before")));
});
