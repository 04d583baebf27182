import fc from "fast-check";
import {afterAll, beforeAll, expect, test} from "vitest";
import {recordedLineSchema} from "../../src/desk/api/recordedShapes.ts";
import {placeInCsv} from "../../src/desk/services/recorded/csv.ts";
import {excerptAt} from "../../src/desk/services/recorded/excerpt.ts";
import {placeInJson} from "../../src/desk/services/recorded/json.ts";
import {evidenceSchema} from "../../src/model/evidence.ts";
import {pointerTo} from "../../src/sources/reading.ts";
import {answered, problemOf, type ReviewRoom, reviewRoom} from "./reviewRoom.ts";

let room: ReviewRoom;
beforeAll(async () => {
  room = await reviewRoom();
});
afterAll(() => room?.close());

const pathOf = (file: string, pointer: string) =>
  `/api/drafts/${room.draft}/${file}?pointer=${encodeURIComponent(pointer)}`;

test("whatever the evidence was read from is shown where it stands", async () => {
  const evidence = await answered(
    evidenceSchema,
    await room.ask("vera", `/api/drafts/${room.draft}/evidence.json`),
  );
  const columns = evidence.series.filter(({pointer}) => pointer.startsWith("#col="));
  expect(columns.length).toBeGreaterThan(0);
  for (const {file, pointer} of columns) {
    const answer = await room.ask("vera", pathOf(file, pointer));
    const {line, text, from, to} = await answered(recordedLineSchema, answer);
    expect([line, `#col=${text.slice(from, to)}`]).toEqual([1, pointer]);
  }
});

test("no other file than the snapshot's answers is shown, and no other place", async () => {
  for (const file of ["manifest.json", "..%2fmanifest.json", "%2fetc%2fpasswd", "none.csv"])
    await problemOf(await room.ask("vera", pathOf(`answers/${file}`, "/asset")), 404);
  await problemOf(await room.ask("vera", `/api/drafts/${room.draft}/answers/a.csv`), 422);
});

test("a pointer finds the value in whatever JSON", () => {
  fc.assert(
    fc.property(fc.json({maxDepth: 4}), fc.boolean(), (json, spaced) => {
      const value: unknown = JSON.parse(json);
      const text = spaced ? JSON.stringify(value, undefined, 2) : json;
      for (const [path, wanted] of everyPath(value)) {
        const place = placeInJson(text, pointerTo(path));
        expect(JSON.parse(text.slice(place?.from, place?.to))).toEqual(wanted);
      }
      expect(placeInJson(text, "/no such/0/~0")).toBeUndefined();
    }),
  );
});

function everyPath(value: unknown, above: readonly PropertyKey[] = []): [PropertyKey[], unknown][] {
  const below =
    typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([key, one]) => everyPath(one, [...above, key]))
      : [];
  return [[[...above], value], ...below];
}

test("a fragment finds the cell in whatever CSV", () => {
  const cell = fc.string({unit: fc.constantFrom("a", "1", '"', ",", "\n", " ")});
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, {minLength: 2, maxLength: 4}), {minLength: 1, maxLength: 5}),
      fc.constantFrom("\n", "\r\n"),
      (rows, end) => {
        const quoted = (one: string) =>
          /[",\n]/.test(one) ? `"${one.replaceAll('"', '""')}"` : one;
        const text = rows.map(row => row.map(quoted).join(",") + end).join("");
        for (const [r, row] of rows.entries())
          for (const [c, one] of row.entries()) {
            const place = placeInCsv(text, `#cell=${r + 1},${c + 1}`);
            expect(text.slice(place?.from, place?.to)).toBe(quoted(one));
          }
        expect(placeInCsv(text, `#cell=${rows.length + 1},1`)).toBeUndefined();
      },
    ),
  );
});

test("of a long line as much is shown as stands around the value", () => {
  const text = `first\n${"x".repeat(5_000)}42${"y".repeat(5_000)}\nlast\n`;
  const from = text.indexOf("42");
  const excerpt = excerptAt(text, {from, to: from + 2});
  expect(excerpt.text.length).toBeLessThan(250);
  expect(excerpt.text.slice(excerpt.from, excerpt.to)).toBe("42");
  expect(excerpt).toMatchObject({line: 2, before: ["first"], after: ["last"]});
});
