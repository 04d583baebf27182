import {createHash} from "node:crypto";
import puppeteer from "puppeteer-core";
import {beforeAll, describe, expect, test} from "vitest";
import type {Format} from "../../src/model/form.ts";
import {type House, plainHouse} from "../../src/model/house.ts";
import {aboutOf} from "../../src/render/about.ts";
import {findBrowser} from "../../src/render/browser.ts";
import {metadataOf} from "../../src/render/metadata.ts";
import type {Note} from "../../src/report.ts";
import {walk} from "../walk.ts";

const published: House = {...plainHouse, name: "Desk & Co", site: "https://notes.example/desk"};

const write = (house: House, formats: readonly Format[] = ["md", "html", "pdf"]): Promise<Note> =>
  walk(
    {coin: "tessilith", data: "samples/simulated", asOf: "2025-07-02T00:00:00Z", house},
    formats,
    {print: async () => new Uint8Array()},
  );
const about = ({draft}: Note) => aboutOf(draft, draft.markdown);

const htmlOf = ({files}: Note) => String(files.get("note.html"));
const blocksOf = (html: string) => [
  ...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs),
];
const jsonOf = (html: string) => JSON.parse(blocksOf(html)[0]![1]!);
const tagsOf = (html: string) =>
  new Map(
    [...html.matchAll(/<meta (?:name|property)="([^"]+)" content="([^"]*)">/g)].map(
      ([, name, content]) => [name!, content!],
    ),
  );

describe("a note of a house with a site", () => {
  const at = "https://notes.example/desk/2025-07-02-tessilith/";
  let note: Note;
  let html: string;
  beforeAll(async () => {
    note = await write(published);
    html = htmlOf(note);
  });

  test("has its canonical address once, and everywhere the same", () => {
    expect(html.match(/<link rel="canonical" href="([^"]+)">/g)).toHaveLength(1);
    expect(html).toContain(`<link rel="canonical" href="${at}">`);
    expect(tagsOf(html).get("og:url")).toBe(at);
    expect(jsonOf(html)).toMatchObject({"@id": at, url: at, mainEntityOfPage: at});
  });

  test("is schema.org's AnalysisNewsArticle, once", () => {
    expect(blocksOf(html)).toHaveLength(1);
    expect(jsonOf(html)).toMatchObject({
      "@context": "https://schema.org",
      "@type": "AnalysisNewsArticle",
      headline: note.draft.evidence.note.title,
      description: about(note).description,
      inLanguage: "en",
      datePublished: "2025-07-02T00:00:00Z",
      dateModified: "2025-07-02T00:00:00Z",
      temporalCoverage: "2025-07-02T00:00:00Z",
      genre: "Simulated market",
      author: {"@type": "Organization", name: "Desk & Co", url: published.site},
      publisher: {"@type": "Organization", name: "Desk & Co"},
      timeRequired: `PT${note.draft.page.minutes}M`,
      isAccessibleForFree: true,
      image: {"@type": "ImageObject", url: `${at}card.png`, width: "1200", height: "630"},
    });
  });

  test("tells its evidence as a data set of its own, without a licence where the house names none", () => {
    const told = jsonOf(html);
    expect(told.isBasedOn.description).toMatch(
      /^Every figure of the note on Tessilith as of 2025-07-02/,
    );
    expect(told.isBasedOn.description).not.toBe(told.description);
    expect(told.license).toBeUndefined();
    expect(told.isBasedOn.license).toBeUndefined();
    expect(told.publisher.logo).toBeUndefined();
  });

  test("has the house’s licence and logo where it has them", async () => {
    const licence = "https://creativecommons.org/licenses/by/4.0/";
    const logo = {type: "image/svg+xml", base64: btoa("<svg/>")} as const;
    const told = jsonOf(htmlOf(await write({...published, licence, logo}, ["html"])));
    expect(told.license).toBe(licence);
    expect(told.isBasedOn.license).toBe(licence);
    expect(told.publisher.logo).toMatchObject({
      "@type": "ImageObject",
      url: `data:image/svg+xml;base64,${logo.base64}`,
    });
  });

  test("names its asset by the id of its source, not by a ticker alone", () => {
    expect(jsonOf(html).about).toEqual({
      "@type": "Thing",
      name: "Tessilith",
      alternateName: "TSLTH",
      identifier: {"@type": "PropertyValue", propertyID: "files", value: "tessilith"},
    });
  });

  test("leads to its other forms and to its evidence, with digests of what they are", () => {
    const {encoding, isBasedOn} = jsonOf(html);
    expect(encoding).toEqual([
      {
        "@type": "MediaObject",
        name: "note.md",
        encodingFormat: "text/markdown",
        contentUrl: `${at}note.md`,
        sha256: digest(note.files.get("note.md")),
      },
      {
        "@type": "MediaObject",
        name: "note.pdf",
        encodingFormat: "application/pdf",
        contentUrl: `${at}note.pdf`,
      },
    ]);
    expect(isBasedOn).toMatchObject({
      "@type": "Dataset",
      identifier: `sha256:${note.snapshot.sha256}`,
      creditText: "Source: Simulated market. As of 2 July 2025, 00:00 UTC.",
      distribution: {
        "@type": "DataDownload",
        encodingFormat: "application/json",
        contentUrl: `${at}evidence.json`,
        sha256: digest(note.files.get("evidence.json")),
      },
    });
  });

  test("has the tags that previews are made of", () => {
    const tags = tagsOf(html);
    expect(tags.get("og:type")).toBe("article");
    expect(tags.get("og:site_name")).toBe("Desk &amp; Co");
    expect(tags.get("og:locale")).toBe("en_US");
    expect(tags.get("og:image")).toBe(`${at}card.png`);
    expect(tags.get("twitter:card")).toBe("summary_large_image");
    expect(about(note).description.length).toBeLessThanOrEqual(160);
    expect(tags.get("description")).toBe(tags.get("og:description"));
    expect(html.match(/<meta name="description"/g)).toHaveLength(1);
  });

  test("its Markdown names the picture and the description", () => {
    const markdown = String(note.files.get("note.md"));
    expect(markdown).toContain('\nimage: "card.png"\n');
    expect(markdown).toContain(`\ndescription: ${JSON.stringify(about(note).description)}\n`);
  });

  test("is shown by a browser that finds nothing against its own policy", async () => {
    const {executable} = await findBrowser();
    const browser = await puppeteer.launch({
      executablePath: executable,
      args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
    });
    try {
      const page = await browser.newPage();
      const said: string[] = [];
      page.on("console", message => said.push(message.text()));
      page.on("pageerror", error => said.push(String(error)));
      await page.setContent(html);
      expect(said).toEqual([]);
      // The same page with a script in it is complained of: the silence above means something.
      await page.setContent(html.replace("</head>", "<script>1</script></head>"));
      expect(said.join()).toMatch(/Content Security Policy/);
    } finally {
      await browser.close();
    }
  }, 60_000);
});

test("without a site no address is made up", async () => {
  const html = htmlOf(await write(plainHouse));
  expect(html).not.toMatch(/rel="canonical"|og:url|og:image|contentUrl/);
  expect(JSON.stringify(jsonOf(html))).not.toMatch(/https?:\/\/(?!schema\.org")/);
  expect(tagsOf(html).get("twitter:card")).toBe("summary");
});

test("forms that were not made are not named", async () => {
  const note = await write(published, ["html"]);
  expect(jsonOf(htmlOf(note)).encoding).toEqual([]);
  expect([...note.files.keys()]).toEqual(expect.arrayContaining(["card.png", "note.html"]));
});

test("words from outside end no element and start none", async () => {
  const note = await write(published, ["md"]);
  const name = '</script><script>alert(1)</script><!-- "><img src=x> \u2028 &amp;';
  const head = metadataOf({
    about: {
      ...about(note),
      asset: {id: name, symbol: name, name},
      tags: [name],
      title: name,
    },
    house: {...published, name},
    evidence: note.draft.evidence,
    encodings: [],
    evidenceFile: {path: "evidence.json", encodingFormat: "application/json"},
  });
  expect(head.match(/<script/g)).toHaveLength(1);
  expect(head.match(/<\/script>/g)).toHaveLength(1);
  expect(head).not.toMatch(/<img|<!--|\u2028/);
  expect(jsonOf(head)).toMatchObject({headline: name, about: {name, identifier: {value: name}}});
});

const digest = (content: string | Uint8Array | undefined) =>
  createHash("sha256").update(content!).digest("hex");
