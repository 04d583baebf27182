import {afterAll, beforeAll, expect, test} from "vitest";
import {z} from "zod";
import {parsePage} from "../../../src/publish/dom.ts";
import type {Release} from "../../../src/publish/release.ts";
import {publish, releaseOf, variant} from "../releases.ts";
import {corrected, furnished, siteRoom} from "./siteRoom.ts";
import {wellFormed} from "./xml.ts";

const room = siteRoom();
beforeAll(() => furnished(room), 60_000);
afterAll(() => room[Symbol.dispose]());

const instant = z.iso.datetime({offset: true});
const address = z.url({protocol: /^https$/});

/** RFC 4287: what a feed and its entries must have, once. */
const atomSchema = z.object({
  id: z.array(z.url()).length(1),
  title: z.array(z.string().min(1)).length(1),
  updated: z.array(instant).length(1),
  author: z.array(z.string()).min(1),
  entry: z.array(
    z.object({
      id: z.array(z.url()).length(1),
      title: z.array(z.string().min(1)).length(1),
      updated: z.array(instant).length(1),
      published: z.array(instant).length(1),
      content: z.array(z.string().min(1)).length(1),
    }),
  ),
});

/** https://jsonfeed.org/version/1.1 */
const jsonSchema = z.strictObject({
  version: z.literal("https://jsonfeed.org/version/1.1"),
  title: z.string().min(1),
  description: z.string(),
  language: z.string(),
  home_page_url: address,
  feed_url: address,
  authors: z.array(z.strictObject({name: z.string()})),
  items: z.array(
    z.strictObject({
      id: z.string(),
      url: address,
      title: z.string(),
      summary: z.string(),
      content_html: z.string().min(1),
      image: address.optional(),
      date_published: instant,
      date_modified: instant,
      tags: z.array(z.string()),
      language: z.string(),
    }),
  ),
});

test.each(["feed.xml", "tr/feed.xml"])("%s is an Atom feed", path => {
  const root = wellFormed(room.read(path));
  expect(root.name).toBe("feed");
  expect(root.attributes.xmlns).toBe("http://www.w3.org/2005/Atom");
  const texts = (of: typeof root) =>
    Object.fromEntries(
      [...Map.groupBy(of.children, ({name}) => name)].map(([name, all]) => [
        name,
        all.map(one => one.text),
      ]),
    );
  const entries = root.children.filter(({name}) => name === "entry");
  atomSchema.parse({...texts(root), entry: entries.map(texts)});
  const links = (of: typeof root) =>
    of.children
      .filter(({name}) => name === "link")
      .map(({attributes}) => `${attributes.rel} ${attributes.href}`);
  expect(links(root)).toEqual([
    `self https://notes.example/blog/${path}`,
    `alternate https://notes.example/blog/${path.replace("feed.xml", "")}`,
  ]);
  for (const entry of entries)
    expect(links(entry)).toEqual([expect.stringMatching(/^alternate https/)]);
  const ids = entries.map(entry => texts(entry).id?.[0]);
  expect(new Set(ids).size).toBe(ids.length);
});

test.each(["feed.json", "tr/feed.json"])("%s is a JSON Feed", path => {
  const feed = jsonSchema.parse(JSON.parse(room.read(path)));
  expect(feed.items.length).toBeGreaterThan(0);
  expect(feed.feed_url).toBe(`https://notes.example/blog/${path}`);
});

test("a feed has the whole text, with pictures and links that hold anywhere", () => {
  const feed = jsonSchema.parse(JSON.parse(room.read("feed.json")));
  const html = feed.items.find(({url}) => url.includes("2025-07-02"))?.content_html ?? "";
  const page = parsePage(html);
  expect(html).toContain("Whoever publishes it has to state");
  expect([...page.querySelectorAll("table")].length).toBeGreaterThan(3);
  const pictures = [...page.querySelectorAll("img")].map(one => one.getAttribute("src"));
  expect(pictures).toContain("https://notes.example/blog/2025-07-02-tessilith/charts/quotes.svg");
  for (const one of page.querySelectorAll("a"))
    expect(one.getAttribute("href")).toMatch(/^(?:https?:|mailto:)/);
  expect(html).not.toMatch(/<svg|<script|\sstyle=|\sclass="fig"/);
});

test("a correction is the same entry, newly updated, and stands first again", async () => {
  using own = siteRoom();
  const first = await releaseOf("bittensor");
  const on = (release: Release, at: string) => ({...release, publishedAt: at, updatedAt: at});
  const receipt = await publish(own.site, on(first, "2026-03-21T22:00:00Z"));
  const before = jsonSchema.parse(JSON.parse(own.read("feed.json"))).items[0];
  await publish(own.site, on(variant(first, {id: "2026-03-22-bittensor"}), "2026-03-22T22:00:00Z"));
  await publish(own.site, {...corrected(first), updatedAt: "2026-03-30T10:00:00Z"}, {receipt});
  const after = jsonSchema.parse(JSON.parse(own.read("feed.json"))).items;
  expect(after[0]).toMatchObject({
    id: before?.id,
    date_published: before?.date_published,
    date_modified: "2026-03-30T10:00:00Z",
  });
  expect(after[0]?.content_html).toContain("The turnover was given as 8.4%.");
  expect(own.read("feed.xml").split(`<id>${before?.id}</id>`)).toHaveLength(2);
});

test("the map of the site has every page and note, and each note's other languages", () => {
  const root = wellFormed(room.read("sitemap.xml"));
  expect(root.name).toBe("urlset");
  const places = root.children.map(
    ({children}) => children.find(({name}) => name === "loc")?.text ?? "",
  );
  expect(new Set(places).size).toBe(places.length);
  for (const place of places) {
    expect(place).toMatch(/^https:\/\/notes\.example\/blog\//);
    room.read(`${place.replace("https://notes.example/blog/", "")}index.html`);
  }
  const note = root.children.find(({children}) =>
    children.some(({text}) => text?.endsWith("2026-03-21-bittensor/")),
  );
  expect(
    note?.children.map(({name, attributes}) => `${name} ${attributes.hreflang ?? ""}`),
  ).toEqual(["loc ", "lastmod ", "xhtml:link en", "xhtml:link tr"]);
  expect(room.read("robots.txt")).toContain("Sitemap: https://notes.example/blog/sitemap.xml");
});

test("a site that does not know where it is served has no map, and its feeds lead to their neighbours", async () => {
  using own = siteRoom({url: null});
  const receipt = await publish(own.site, await releaseOf("bittensor"));
  expect(receipt.address).toMatch(/^file:\/\/.*\/index\.html$/);
  expect(own.files()).not.toContain("sitemap.xml");
  expect(own.read("feed.xml")).toContain('href="2026-03-21-bittensor/"');
  expect(own.read("index.html")).not.toMatch(/rel="canonical"|hreflang=/);
  expect(await own.site.prove()).toContain("give the target a url");
});
