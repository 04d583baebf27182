import fc from "fast-check";
import {expect, test} from "vitest";
import {compare, numbersOf} from "../../src/publish/compare.ts";
import type {Reading} from "../../src/publish/reading.ts";
import {readingOf} from "../../src/publish/readingOf.ts";

const word = fc.stringMatching(/^[a-zğüşıöç]{2,9}$/);
const figure = fc
  .tuple(fc.constantFrom("", "−", "+", "$"), fc.integer({min: 100, max: 99_999}))
  .map(([sign, n]) => `${sign}${(n / 100).toFixed(2)}%`);
const sentence = fc
  .tuple(fc.array(word, {minLength: 4, maxLength: 12}), figure)
  .map(([words, figure]) => `${words.join(" ")} by ${figure} "so" it's told.`);
const table = fc
  .uniqueArray(word, {minLength: 2, maxLength: 5})
  .chain(names => fc.tuple(...names.map(name => fc.tuple(fc.constant(name), figure, figure))))
  .map(rows => [["name", "then", "now"], ...rows]);
const note: fc.Arbitrary<Reading> = fc.record({
  title: sentence,
  text: fc.uniqueArray(sentence, {minLength: 2, maxLength: 8}),
  tables: fc.array(table, {minLength: 1, maxLength: 3}),
  pictures: fc
    .uniqueArray(word, {minLength: 1, maxLength: 3})
    .map(alts => alts.map(alt => ({alt, loads: true}))),
  links: fc
    .array(word, {maxLength: 3})
    .map(words => words.map(text => ({text, href: `https://${text}.example/`}))),
  publishedAt: fc.constant("2026-03-20T02:00:00.000Z"),
});
const kinds = (approved: Reading, found: Reading) => compare(approved, found).map(({what}) => what);
const at = <T>(list: readonly T[], seed: number) => seed % list.length;
const replaced = <T>(list: readonly T[], i: number, one: T) => list.with(i, one);

test("what is the same differs in nothing, whatever frames it", () => {
  fc.assert(
    fc.property(note, note, (note, frame) => {
      const framed = {
        ...note,
        text: [frame.title, ...note.text, "2 comments"],
        tables: [...note.tables, [["a frame", "of 1"]]],
        pictures: [
          ...frame.pictures.map(({alt}) => ({alt: `frame ${alt}`, loads: false})),
          ...note.pictures,
        ],
        links: [...frame.links, ...note.links],
      };
      expect(compare(note, note)).toEqual([]);
      expect(compare(note, framed)).toEqual([]);
    }),
  );
});

test("a digit that is another is told as a number, in text and in a table", () => {
  fc.assert(
    fc.property(note, fc.nat(), (note, seed) => {
      const other = (text: string) => text.replace(/\d/, digit => String((Number(digit) + 1) % 10));
      const i = at(note.text, seed);
      const text = replaced(note.text, i, other(note.text[i] ?? ""));
      expect(kinds(note, {...note, text})).toEqual(["number"]);
      const t = at(note.tables, seed);
      const rows = note.tables[t] ?? [];
      const r = 1 + (seed % (rows.length - 1));
      const row = rows[r] ?? [];
      const tables = replaced(note.tables, t, replaced(rows, r, row.with(1, other(row[1] ?? ""))));
      expect(new Set(kinds(note, {...note, tables}))).toEqual(new Set(["table"]));
    }),
  );
});

test("a row that is dropped, cells that are swapped, a table, a picture or a paragraph that is lost is told", () => {
  fc.assert(
    fc.property(note, fc.nat(), (note, seed) => {
      const t = at(note.tables, seed);
      const rows = note.tables[t] ?? [];
      const r = 1 + (seed % (rows.length - 1));
      const dropped = replaced(note.tables, t, rows.toSpliced(r, 1));
      expect(kinds(note, {...note, tables: dropped})).toContain("table");
      const row = rows[r] ?? [];
      fc.pre(row[1] !== row[2]);
      const swapped = replaced(
        note.tables,
        t,
        replaced(rows, r, [row[0] ?? "", row[2] ?? "", row[1] ?? ""]),
      );
      expect(kinds(note, {...note, tables: swapped})).toContain("table");
      expect(kinds(note, {...note, tables: note.tables.toSpliced(t, 1)})).toContain("table");
      const p = at(note.pictures, seed);
      expect(kinds(note, {...note, pictures: note.pictures.toSpliced(p, 1)})).toEqual(["picture"]);
      const unloaded = replaced(note.pictures, p, {alt: note.pictures[p]?.alt ?? "", loads: false});
      expect(kinds(note, {...note, pictures: unloaded})).toEqual(["picture"]);
      const lost = note.text.toSpliced(at(note.text, seed), 1);
      expect(kinds(note, {...note, text: lost})).toEqual(["text"]);
      if (note.links.length > 0)
        expect(kinds(note, {...note, links: note.links.slice(1)})).toEqual(["link"]);
    }),
  );
});

test("a page that says the same in other HTML differs in nothing", () => {
  fc.assert(
    fc.property(note, note => {
      const coded = (text: string) =>
        text
          .replaceAll('"', "&#8221;")
          .replaceAll("'", "&rsquo;")
          .replaceAll(" by ", "\n  by&nbsp;")
          .replaceAll("−", "&#8722;");
      const cell = (text: string, i: number) =>
        i % 2 ? `<td><p>${coded(text)}</p></td>` : `<td>${coded(text)}</td>`;
      const html = `<title>x</title><h1>${coded(note.title)}</h1><article>
        ${note.text.map((one, i) => (i % 2 ? `<div><p>${coded(one)}</p></div>` : `<p>${coded(one)}</p>`)).join("\n")}
        ${note.tables.map(rows => `<figure><table>${rows.map(row => `<tr>${row.map(cell).join("")}</tr>`).join("")}</table></figure>`).join("")}
        ${note.pictures.map(({alt}) => `<p><img src="/x.png" alt="${alt}"></p>`).join("")}
        ${note.links.map(({text, href}) => `<a href="${href}">${text}</a>`).join("<hr>")}</article>`;
      const found = readingOf(html, {base: "https://blog.example/x/"});
      expect(compare({...note, text: [...note.text]}, found)).toEqual([]);
    }),
  );
});

test("title and date that are others are told, clocks that are not quite the same are not", () => {
  const note: Reading = {
    title: "A title",
    text: ["One"],
    tables: [],
    pictures: [],
    links: [],
    publishedAt: "2026-03-20T02:00:00.000Z",
  };
  expect(kinds(note, {...note, title: "Another"})).toEqual(["title"]);
  expect(kinds(note, {...note, publishedAt: "2026-03-20T02:00:59Z"})).toEqual([]);
  expect(kinds(note, {...note, publishedAt: "2026-03-20T03:00:00Z"})).toEqual(["date"]);
});

test("numbers are read with their signs and units, as they are written", () => {
  expect(numbersOf("It fell −3.1% to $1,234.50 (0.72), 12:30, and 45 bp.")).toEqual([
    "−3.1%",
    "$1,234.50",
    "0.72",
    "12:30",
    "45 bp",
  ]);
});
