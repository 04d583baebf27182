import "../../fastCheck.ts";
import {existsSync} from "node:fs";
import {dirname} from "node:path";
import fc from "fast-check";
import {expect, test} from "vitest";
import type {FigurePlace} from "../../../src/model/figurePlace.ts";
import {parsePage} from "../../../src/publish/dom.ts";
import {htmlOf} from "../../../src/publish/site/content.ts";
import {tagSlug} from "../../../src/publish/site/lists.ts";
import {anchored, lineId} from "../../../src/render/anchors.ts";
import {inPlace} from "../../../src/render/markup.ts";
import {publish, releaseOf, variant} from "../releases.ts";
import {filesIn, siteRoom} from "./siteRoom.ts";
import {wellFormed} from "./xml.ts";

const nasty = fc.oneof(
  fc.constantFrom(
    "../../etc/passwd",
    "..",
    "/",
    "a/b\\c",
    "CON",
    "con.txt.",
    "</title><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{#each}}",
    "\u202Eevil\u202C",
    "\u0000\u0007",
    "شركة",
    "比特币",
    "💥".repeat(60),
    "x".repeat(300),
    "constructor",
    "__proto__",
    "notes",
    "index.html",
    "%2e%2e%2f",
    "a\nb: c",
    "]]>",
    "&amp;&nbsp;",
  ),
  fc.string({unit: "binary", minLength: 1, maxLength: 40}),
  fc.string({unit: "grapheme", minLength: 1, maxLength: 40}),
);

test("whatever titles, tags and coins are called, they stay words, and files stay in the folder", async () => {
  const release = await releaseOf("bittensor");
  await fc.assert(
    fc.asyncProperty(
      nasty,
      nasty,
      fc.array(nasty, {maxLength: 4}),
      nasty,
      async (title, name, tags, asset) => {
        using room = siteRoom();
        const about = {
          ...release.about,
          title,
          description: title,
          tags,
          asset: {id: asset, symbol: name, name},
        };
        await publish(room.site, variant(release, {about, id: "2026-03-21-hostile"}));
        const pages = room.files().filter(path => path.endsWith(".html"));
        for (const path of pages) {
          const page = parsePage(room.read(path));
          for (const script of page.querySelectorAll("script"))
            expect(script.getAttribute("src") ?? script.getAttribute("type")).toMatch(
              /^(?:[./]*\/?(?:blog\/)?assets\/|application\/ld\+json)/,
            );
          expect([...page.querySelectorAll("img, iframe, object")]).toEqual([]);
        }
        wellFormed(room.read("feed.xml"));
        wellFormed(room.read("sitemap.xml"));
        JSON.parse(room.read("feed.json"));
        // Only the folder of the site, and it alone, was written into.
        expect(filesIn(room.folder).every(path => path.startsWith("public/"))).toBe(true);
        expect(existsSync(`${dirname(room.folder)}/etc/passwd`)).toBe(false);
        for (const path of room.files()) expect(path).toMatch(/^[\w./-]+$/);
      },
    ),
    {numRuns: 12},
  );
}, 120_000);

test("anchors change nothing of a text but that they are there, whatever the text is", () => {
  const text = fc.array(
    fc.constantFrom(
      "**",
      "*",
      "_",
      "`",
      "| ",
      " |\n",
      "| --- |\n",
      "\n\n",
      "# ",
      "- ",
      "> ",
      "[a](b)",
      "<b>",
      "\\",
      "8.4%",
      "$1.84bn",
      " = ",
      " ",
      "12",
      "https://a.example/12",
      "&amp;",
      "word",
      "![x](c.svg)",
      "~~",
      "1. ",
    ),
    {minLength: 1, maxLength: 40},
  );
  const render = (markdown: string) => htmlOf(markdown, inPlace(new Map()));
  fc.assert(
    fc.property(text, parts => {
      const markdown = parts.join("");
      const places: FigurePlace[] = [...markdown.matchAll(/\$?\d[\d.]*(?:%|bn)?/g)].map(
        ({0: words, index}) => ({
          from: index,
          to: index + words.length,
          figure: "one",
        }),
      );
      const html = anchored(
        markdown,
        places,
        render,
        words => `<a class="fig" href="#x">${words}</a>`,
      );
      const bare = html.replace(/<a class="fig" href="#x">([^<]*)<\/a>/g, "$1");
      expect(bare.replaceAll("\u00A0", " ")).toBe(render(markdown).replaceAll("\u00A0", " "));
      expect(html).not.toMatch(/[\uE000-\uE019]/);
      expect(html).not.toMatch(/<a [^>]*>(?:(?!<\/a>)[\s\S])*<a /);
    }),
    {numRuns: 2_000},
  );
});

test("names of lines and of tags are told apart and can stand in an address", () => {
  fc.assert(
    fc.property(nasty, nasty, (one, other) => {
      expect(lineId(one)).toMatch(/^f-[\w.:-]*$/);
      expect(tagSlug(one)).toMatch(/^[a-z0-9][a-z0-9-]*$/);
      if (one !== other) expect(lineId(one)).not.toBe(lineId(other));
    }),
  );
});
