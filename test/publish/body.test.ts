import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {approvedReading} from "../../src/publish/approved.ts";
import {bodyOf, deckOf, marksOf, type Places, pdfsIn} from "../../src/publish/body.ts";
import {compare} from "../../src/publish/compare.ts";
import {parsePage} from "../../src/publish/dom.ts";
import {chartPaths} from "../../src/publish/pictures.ts";
import {pictureAddresses, readingOf} from "../../src/publish/readingOf.ts";
import {quiet} from "../../src/publish/wordpress/quiet.ts";
import {anew, releaseOf, type SampleNote, sampleNotes, variant} from "./releases.ts";

const places: Places = {
  picture: path => `https://blog.example/${path.replace(".svg", ".png")}`,
  pdf: "https://blog.example/note.pdf",
};
const page = (title: string, body: string) =>
  `<html><head><title>x</title></head><body><h1>Blog</h1><article><h1>${title.replaceAll("<", "&lt;")}</h1>${body}</article></body></html>`;
const notes = Object.keys(sampleNotes) as SampleNote[];

describe("a body", () => {
  test.each(notes)(
    "%s is whole: what is approved is read in it, and its title is not",
    async note => {
      const release = await releaseOf(note);
      const body = bodyOf(release, places);
      expect(body).not.toMatch(/<h1|<svg|<style|<script|---\ntitle/);
      const reading = readingOf(page(release.about.title, body));
      const {publishedAt: _, ...approved} = approvedReading(release);
      expect(compare(approved, reading)).toEqual([]);
      expect(reading.pictures.length).toBe(chartPaths(release).length);
      expect(marksOf(body)).toEqual({id: release.id, digest: release.digest});
      expect(pdfsIn(body)).toEqual([{version: 1, address: places.pdf}]);
    },
  );

  test("says what was corrected on top, dated and in the note's language, as text", async () => {
    const at = "2026-03-22T08:00:00Z";
    const corrections = [{at, wrong: `<img src=x onerror="1">`, right: "5 & 6", version: 2}];
    const told = (await Promise.all([releaseOf("bittensor"), releaseOf("bittensorTr")])).map(
      release => bodyOf(variant(release, {version: 2, kind: "corrected", corrections}), places),
    );
    expect(told[0]).toContain("Corrected on 22 March 2026:");
    expect(told[1]).toContain("Düzeltme, 22 Mart 2026:");
    for (const body of told) {
      expect(body).toContain("&lt;img src=x onerror=");
      expect(body.indexOf("assay-notice")).toBeLessThan(body.indexOf("assay-deck"));
    }
  });

  test("says above all that a simulated market is one, and that it says so is read back", async () => {
    const release = await releaseOf("tessilith");
    const {about, files: _, ...rest} = release;
    expect(about.banner).toMatch(/\w/);
    const body = bodyOf(release, places);
    expect(body.indexOf("assay-notice")).toBeLessThan(body.indexOf("assay-deck"));
    const without = body.replace(/<div[^>]*data-assay-frame="banner"[\s\S]*?<\/div>/, "");
    expect(without).not.toBe(body);
    const {publishedAt: __, ...approved} = approvedReading({about, ...rest});
    const found = readingOf(page(about.title, without));
    expect(compare(approved, found)).toEqual([{what: "text", approved: about.banner, found: ""}]);
    const {banner: ___, ...plain} = (await releaseOf("bittensor")).about;
    expect(bodyOf({...release, about: plain}, places)).not.toContain("banner");
  });

  test("of a retracted note is its notice, and nothing else of it", async () => {
    const release = await releaseOf("bittensor");
    const retraction = {at: "2026-03-22T08:00:00Z", reason: "Wrong <coin>."};
    const body = bodyOf(variant(release, {version: 2, kind: "retracted", retraction}), places);
    expect(readingOf(body).text).toEqual(["Wrong <coin>."]);
    expect(body).not.toMatch(/<table|<img|338m|note\.pdf/);
  });

  test("runs nothing, whatever stands in the text", async () => {
    const release = await releaseOf("bittensor");
    const {files} = await releaseOf("tessilith");
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.constantFrom(
            "<script>",
            "</div>",
            "<!--",
            "-->",
            '"',
            "'",
            "javascript:x",
            "&lt;",
            "*",
            "[a](",
            ")",
            "\n\n",
            "| a |\n| - |\n",
            "x",
            " onload=",
            "]]>",
            "{{",
            "\u202e",
          ),
          {maxLength: 12},
        ),
        async parts => {
          const text = `${release.text}\n\n${parts.join("")}\n\n![${parts.join("")}](charts/peers.svg)\n`;
          const body = bodyOf({...release, text, files}, places);
          const {body: read} = parsePage(body);
          for (const one of read.querySelectorAll("*")) {
            expect(one.tagName).not.toMatch(/^(?:SCRIPT|STYLE|IFRAME|OBJECT|FORM)$/i);
            for (const name of ["onload", "onerror"]) expect(one.hasAttribute(name)).toBe(false);
            // A drawing for a phone is named by the body, and nothing else by the text.
            expect([
              null,
              ...["peers", "quotes"].map(name => places.picture(`charts/${name}-narrow.svg`)),
            ]).toContain(one.getAttribute("srcset"));
            expect(one.getAttribute("href") ?? "").not.toMatch(/^\s*javascript:/i);
          }
          expect([...read.childNodes].length).toBe(1);
        },
      ),
      {numRuns: 60},
    );
  });

  test("has the deck as plain words for an excerpt", async () => {
    const release = await releaseOf("bittensor");
    const deck = deckOf(release);
    expect(approvedReading(release).text[0]).toBe(deck);
    expect(bodyOf(release, {...places, withoutDeck: true})).not.toContain(deck);
  });
});

describe("a reading", () => {
  test("takes the title above the note, the instant of the page, and the deck where a theme shows it", async () => {
    const release = anew(await releaseOf("bittensor"));
    const deck = deckOf(release) ?? "";
    const body = bodyOf(release, {...places, withoutDeck: true});
    const whole = `<html><head><meta property="article:published_time" content="2026-03-22T08:00:00+03:00"></head>
      <body><header><h1>Blog</h1></header><h1 class="title">${release.about.title}</h1><p class="excerpt">${deck}</p>
      ${body}<footer><p>Next</p><h1>Other</h1></footer></body></html>`;
    const reading = readingOf(whole, {lead: deck});
    expect(reading.title).toBe(release.about.title);
    expect(reading.publishedAt).toBe("2026-03-22T05:00:00.000Z");
    expect(reading.text[0]).toBe(deck);
    expect(reading.text).not.toContain("Next");
    // What the page does not show is not read.
    expect(readingOf(whole.replace(`>${deck}<`, "><"), {lead: deck}).text[0]).not.toBe(deck);
  });

  test.each([
    ["a digit", (html: string) => html.replace("13.04%", "13.05%")],
    ["a row", (html: string) => html.replace(/<tr>.*?<\/tr>/s, "")],
    [
      "a paragraph",
      (html: string) => html.replace(/<p style="[^"]*">It was a weekend: .*?<\/p>/s, ""),
    ],
    ["a link", (html: string) => html.replace("https://docs.taostats.io", "https://evil.example")],
  ])("tells %s that is lost or other", async (_, change) => {
    const release = await releaseOf("bittensor");
    const body = bodyOf(release, places);
    expect(change(body)).not.toBe(body);
    const {publishedAt: _at, ...approved} = approvedReading(release);
    const differences = compare(approved, readingOf(page(release.about.title, change(body))));
    expect(differences).not.toEqual([]);
  });

  test("tells a picture that is lost", async () => {
    const release = await releaseOf("tessilith");
    const whole = bodyOf(release, places);
    const {publishedAt: _at, ...approved} = approvedReading(release);
    for (const lost of [/<img [^>]*>/, /<a [^>]*><picture>.*?<\/picture><\/a>/]) {
      const body = whole.replace(lost, "");
      expect(body).not.toBe(whole);
      const found = readingOf(page(release.about.title, body));
      expect(compare(approved, found)).toMatchObject([{what: "picture"}]);
    }
  });

  test("of a page that nests as no page does is refused at once", () => {
    expect(() => readingOf(`${"<div>".repeat(200_000)}x`)).toThrow(/nests elements more than/);
    expect(readingOf(`${"<div>".repeat(1000)}x`).text).toEqual(["x"]);
    expect(readingOf(`${"<p>x<br>".repeat(5000)}`).text.length).toBe(5000);
  });

  test("knows which pictures load, and where they lie", async () => {
    const release = await releaseOf("tessilith");
    const body = bodyOf(release, {picture: path => `/files/${path}.png`});
    const addresses = pictureAddresses(body, "https://blog.example/a/");
    const own = addresses.filter(address => !address.includes("-narrow"));
    expect(own.length).toBeGreaterThan(3);
    expect(addresses.length).toBe(2 * own.length);
    expect(addresses[0]).toMatch(/^https:\/\/blog\.example\/files\/charts\//);
    // What a phone shows in its place has to load as well.
    for (const lost of [own[0], own[0]?.replace(".svg", "-narrow.svg")]) {
      const reading = readingOf(body, {
        base: "https://blog.example/a/",
        loads: address => address !== lost,
      });
      expect(reading.pictures.map(({loads}) => loads)).toEqual(own.map((_, i) => i > 0));
    }
  });
});

test("what is written so that WordPress leaves it as it is reads the same", () => {
  const pieces = fc.constantFrom(
    ..."'\"`[](){}-.x3:;8O&<>/".split(""),
    "--",
    "...",
    "3x5",
    "(tm)",
    ":)",
    "https://a.example/",
    "Wordpress",
    " ",
    "ğ",
    "🚀",
    "a",
  );
  fc.assert(
    fc.property(fc.array(pieces, {maxLength: 30}), parts => {
      const words = parts.join("");
      const escaped = words
        .replaceAll("&", "&amp;")
        .replaceAll("<", "&lt;")
        .replaceAll(">", "&gt;");
      const html = `<p title="a [b] &gt; c">${escaped}</p>`;
      const read = parsePage(quiet(html)).querySelector("p");
      expect(read?.textContent).toBe(words);
      expect(read?.getAttribute("title")).toBe("a [b] > c");
    }),
  );
});
