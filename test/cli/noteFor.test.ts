import {mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {join, resolve} from "node:path";
import {expect, test} from "vitest";
import {readFrontMatter} from "../../src/markdown/frontMatter.ts";
import {assay, digests, expectRefusal, filesBelow, temporary} from "./support.ts";

const data = resolve(import.meta.dirname, "../../samples/simulated");
const order = [
  "note",
  "tessilith",
  "--source",
  "files",
  "--data",
  data,
  "--as-of",
  "2025-07-02T00:00:00Z",
  "--format",
  "md",
  "--quiet",
];

test("a note for a generator is its post, the same again from the same data, and what a person changed is kept", async () => {
  using place = temporary();
  const args = [...order, "--for", "hugo", "--out", "content/notes"];
  const first = await assay(place.path, args);
  expect(first.code).toBe(0);
  const post = "content/notes/2025-07-02-tessilith/index.md";
  expect(first.stdout).toContain(post);
  const before = digests(place.path);
  expect(filesBelow(place.path).join("\n")).not.toMatch(/note\.md|note\.html|snapshot|draft/);
  const text = readFileSync(join(place.path, post), "utf8");
  expect(readFrontMatter(text).data).toMatchObject({
    date: "2025-07-02T00:00:00Z",
    assay: {version: 0},
  });
  expect((await assay(place.path, args)).code).toBe(0);
  expect(digests(place.path)).toEqual(before);

  writeFileSync(join(place.path, post), `${text}\nMine.\n`);
  expectRefusal(await assay(place.path, args), 6, "changed by a person", "--force");
  expect(readFileSync(join(place.path, post), "utf8")).toContain("Mine.");
  expect((await assay(place.path, [...args, "--force"])).code).toBe(0);
  expect(readFileSync(join(place.path, post), "utf8")).toBe(text);
});

test("another's file in the place of a post stays, whatever is forced", async () => {
  using place = temporary();
  mkdirSync(join(place.path, "_posts"));
  writeFileSync(join(place.path, "_posts/2025-07-02-tessilith.md"), "---\ntitle: Theirs\n---\n");
  const args = [...order, "--for", "jekyll", "--out", ".", "--force"];
  expectRefusal(await assay(place.path, args), 6, "is not ours");
  expect(readFileSync(join(place.path, "_posts/2025-07-02-tessilith.md"), "utf8")).toContain(
    "Theirs",
  );
});

test("a folder that the generator has no posts in is refused before any source is asked", async () => {
  using place = temporary();
  expectRefusal(
    await assay(place.path, [...order, "--for", "jekyll", "--out", "_posts"]),
    2,
    "name the folder above it",
  );
  expectRefusal(await assay(place.path, [...order, "--for", "astro"]), 2, "src/content/notes");
  expectRefusal(
    await assay(place.path, [...order, "--for", "hugo", "--watch"]),
    2,
    "leave --for out",
  );
  expect(filesBelow(place.path)).toEqual([]);
});
