import {existsSync, mkdtempSync, readFileSync, rmSync, statSync} from "node:fs";
import {createServer} from "node:http";
import {tmpdir} from "node:os";
import {extname, join} from "node:path";
import fc from "fast-check";
import {beforeAll, expect, test} from "vitest";
import {flavours} from "../../src/model/form.ts";
import {approvedReading} from "../../src/publish/approved.ts";
import {compare, numbersOf} from "../../src/publish/compare.ts";
import {parsePage} from "../../src/publish/dom.ts";
import {paragraphStart, plainText} from "../../src/publish/files/spelling.ts";
import {openFiles} from "../../src/publish/files.ts";
import type {Release} from "../../src/publish/release.ts";
import type {Journal} from "../../src/publish/target.ts";
import {filesBelow} from "../cli/support.ts";
import {listen} from "../servers/listen.ts";
import {build, builders, lacks, layOut} from "./builders.ts";
import {releaseOf, sampleNote} from "./sampleRelease.ts";

const title = `"Quoted" --- {{ title }} {% if %} <b>&amp;</b> 'it' #1 * مرحبا`;
const hostile = `---
description: "x: \\"y\\" --- {{ a }} {% raw %} #"
---

# ${plainText(title)}

*A deck with {{ page.title }}, {% include foo %}, {{< ref >}}, {{% x %}}, {#id}, {expr} and $5 to $6.*

| | |
| --- | --- |
| Pipe \\| here | $5 and $$6$$ |
| {{ x }} | \`code {{ y }}\` |

- Item -- two --- three ... "quoted" it's
- 1\\. no list, ~~gone~~, ^, [^1], :smile: and [a & b](https://a.example/x_(y)?a=1&b=2)

## Heading {#custom} & {{ h }}

1986\\. A great year. p = 0.38; a == b; x | y | z.

\\+ plus at the head, 1,234.56 and −5.3 and 2026-01-18..2026-03-18 in ‏RTL مرحبا.

\\: colon at the head {: .class}

![Alt with $5 to $6, "quoted", it's](CHART)

1. one
2. two
   - nested, $1

> quoted {{ text }} line

**Bold.** text and *em*text and **“q”** done.
`;

/** What some engine or other would take for its own. */
const fragments = fc.array(
  fc.constantFrom(
    ..."{{ }} {% %} {{< >}} {{% %}} {# #} <%= %> $x} <!--more--> <script> </p> [x](y) ![x](y) [^1] *a* _b_ __c__ `d` ~e~ ^f^ ==g== $h$ $$i$$ | || --- ... -- ' \" & &amp; &#65; \\ \\* # ## > + - 1. 2) : :: ::: :smile: @me a@b.example http://a.example www.a.example {: .x} {#y} export import ( ) ! ? % / $5 1,234.5 −3 0.77 é ğ İ 中 🙂 مرحبا word".split(
      " ",
    ),
  ),
  {minLength: 1, maxLength: 8},
);
const lines = fc.sample(
  fc.tuple(fragments, fc.constantFrom(" ", "")).map(([parts, by]) => parts.join(by)),
  {numRuns: 250, seed: 7},
);

const spelled = (line: string) => paragraphStart(plainText(line));

let english: Release;
let turkish: Release;
let nasty: Release;
let many: Release;

beforeAll(async () => {
  const note = await sampleNote();
  english = releaseOf(note);
  turkish = releaseOf(await sampleNote("tr"));
  const other = (id: string, text: string) => {
    const release = releaseOf(note, {text});
    return {...release, id, about: {...release.about, id}};
  };
  const chart = [...note.files.keys()].find(path => path.startsWith("charts/")) ?? "";
  nasty = other("2025-07-02-hostile", hostile.replace("CHART", chart));
  const cells = lines.map(line => `| ${plainText(line)} | ${plainText(line)} x |`);
  many = other(
    "2025-07-02-many",
    [
      "# Many",
      ...lines.map(spelled),
      ...lines.map(line => `- ${spelled(line)}`),
      ["| a | b |", "| --- | --- |", ...cells].join("\n"),
    ].join("\n\n"),
  );
});

const types: Record<string, string> = {
  ".html": "text/html",
  ".svg": "image/svg+xml",
  ".png": "image/png",
};

/** What a generator has built, as a host shows it. */
function host(folder: string, base: string) {
  return listen(
    createServer((request, response) => {
      const path = decodeURIComponent(new URL(request.url ?? "/", "http://x").pathname);
      const file = join(folder, path.slice(base.length), path.endsWith("/") ? "index.html" : "");
      if (!path.startsWith(base) || !existsSync(file) || !statSync(file).isFile()) {
        response.writeHead(404).end();
        return;
      }
      response.writeHead(200, {"content-type": types[extname(file)] ?? "application/octet-stream"});
      response.end(readFileSync(file));
    }),
  );
}

const journal: Journal = {
  once: (_, __, act) => act(false),
  hold: async () => {},
  past: async () => [],
};

for (const flavour of flavours) {
  const lacking = lacks(flavour);
  const name = `what ${flavour} builds of a note is the note: title once, numbers, tables, pictures, links, and text as text`;
  test.skipIf(lacking)(
    lacking ? `${name} (SKIPPED: ${lacking})` : name,
    async () => {
      const {posts, built, base} = builders[flavour];
      const root = mkdtempSync(join(tmpdir(), `assay-${flavour}-`));
      using _ = {[Symbol.dispose]: () => rmSync(root, {recursive: true, force: true})};
      layOut(flavour, root);
      await using server = await host(join(root, built), base);
      const url = `http://127.0.0.1:${server.port}${base}/notes`;
      const target = openFiles(
        "blog",
        {kind: "files", flavour, out: posts, url},
        {env: process.env, house: english.house, folder: root, now: () => new Date()},
      );
      const releases = [english, turkish, nasty, many];
      const receipts = [];
      for (const release of releases)
        receipts.push(await target.put(release, {state: "absent"}, journal));
      await expect(target.read(english, receipts[0]!)).rejects.toThrow("not there, or not yet");
      await build(flavour, root);

      expect(filesBelow(join(root, built)).join("\n")).not.toMatch(
        /\.assay|note\.html|note\.md|snapshot/,
      );
      for (const [i, release] of releases.entries()) {
        const receipt = receipts[i]!;
        expect(receipt.address).toBe(`${url}/${release.id}/`);
        const read = await target.read(release, receipt);
        const approved = approvedReading(release);
        expect(compare(approved, read!), release.id).toEqual([]);
        expect(read!.tables.flat(2).flatMap(numbersOf), release.id).toEqual(
          approved.tables.flat(2).flatMap(numbersOf),
        );

        const html = await (await fetch(receipt.address)).text();
        const page = parsePage(html);
        expect([...page.querySelectorAll("h1")]).toHaveLength(1);
        expect(page.documentElement.getAttribute("lang")).toBe(release.about.locale);
        expect([
          ...page.querySelectorAll("article script, article iframe, article [onclick]"),
        ]).toEqual([]);
        const image =
          page.querySelector('meta[property="og:image"]')?.getAttribute("content") ?? "";
        const card = await fetch(new URL(new URL(image).pathname, url));
        expect(
          Buffer.from(await card.arrayBuffer()).equals(Buffer.from(release.files.get("card.png")!)),
        ).toBe(true);
        for (const file of ["note.pdf", "evidence.json"]) {
          const link = [...page.querySelectorAll("article a")].find(one =>
            one.getAttribute("href")?.endsWith(file),
          );
          const there = await fetch(new URL(link?.getAttribute("href") ?? "", receipt.address));
          expect(
            Buffer.from(await there.arrayBuffer()).equals(Buffer.from(release.files.get(file)!)),
          ).toBe(true);
        }
      }
      const told = await target.read(nasty, receipts[2]!);
      expect(told!.title).toBe(title);
      expect(told!.text.join("\n")).toContain(
        "{{ page.title }}, {% include foo %}, {{< ref >}}, {{% x %}}, {#id}, {expr} and $5 to $6.",
      );
      const shown = (await target.read(many, receipts[3]!))!;
      const even = lines.map(line => line.trim());
      expect(even.filter(line => !shown.text.includes(line))).toEqual([]);
      expect(
        shown.tables
          .at(-1)
          ?.slice(1)
          .map(([cell]) => cell),
      ).toEqual(even);
    },
    180_000,
  );
}
