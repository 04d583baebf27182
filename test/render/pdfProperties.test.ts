import {createHash} from "node:crypto";
import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {beforeAll, describe, expect, type TestContext, test} from "vitest";
import {plainHouse} from "../../src/model/house.ts";
import {aboutOf} from "../../src/render/about.ts";
import {withRenderer} from "../../src/render/renderer.ts";
import type {Note} from "../../src/report.ts";
import {manifestText} from "../../src/snapshots/record.ts";
import {lay, madeUp} from "../cli/madeUpData.ts";
import {walk} from "../walk.ts";
import {ask, fontsOf, pageTexts} from "./tools.ts";

const house = {...plainHouse, name: "Çınar & <Söhne>", site: "https://notes.example/desk"};

/** A note with its PDF on the made-up coin under that name. */
async function noteOn(name: string): Promise<Note> {
  const folder = mkdtempSync(join(tmpdir(), "assay-seal-"));
  try {
    const data = madeUp();
    const assets = String(data["assets.csv"]).replace(",Gadget", `,"${name}"`);
    lay(folder, {...data, "assets.csv": assets});
    return await withRenderer({pdf: true}, renderer =>
      walk(
        {coin: "gadget", data: folder, asOf: "2026-03-20T02:00:00Z", house},
        ["md", "html", "pdf"],
        renderer,
      ),
    );
  } finally {
    rmSync(folder, {recursive: true});
  }
}

/** The headings of the Markdown in their order, without its escapes. */
const headingsOf = ({draft}: Note) =>
  [...draft.markdown.matchAll(/^##? (.*)$/gm)].map(([, words]) =>
    words!.replace(/\\(?=[^\p{L}\p{N}\s])/gu, ""),
  );

const pdfOf = ({files}: Note) => files.get("note.pdf") as Uint8Array;

interface Objects {
  readonly objects: Readonly<Record<string, {value?: Dict; stream?: {dict: Dict}}>>;
  readonly catalog: Dict;
}
type Dict = Readonly<Record<string, unknown>>;

function objectsOf(context: TestContext, pdf: Uint8Array): Objects {
  const {qpdf} = JSON.parse(ask(context, "qpdf", ["--json", "--json-key=qpdf"], pdf));
  const [, objects] = qpdf;
  const catalog = Object.values(objects as Objects["objects"]).find(
    ({value}) => value?.["/Type"] === "/Catalog",
  )!.value!;
  return {objects, catalog};
}

describe("a note's PDF", () => {
  let note: Note;
  let pdf: Uint8Array;
  beforeAll(async () => {
    note = await noteOn("币安人生 🚀 カナ 한국 İğ ∞≤→");
    pdf = pdfOf(note);
  }, 120_000);

  test("is sound", context => {
    expect(ask(context, "qpdf", ["--check"], pdf)).toContain("No syntax or stream encoding errors");
  });

  test("carries the evidence and what the snapshot holds, as the files themselves", context => {
    expect(ask(context, "pdfdetach", ["-list"], pdf)).toMatch(
      /^3 embedded files\n1: evidence\.json\n2: price-and-volume\.csv\n3: snapshot-manifest\.json/,
    );
    expect(detached(context, pdf, "evidence.json")).toBe(note.files.get("evidence.json"));
    expect(detached(context, pdf, "price-and-volume.csv")).toBe(
      note.files.get("charts/price-and-volume.csv"),
    );
    const manifest = detached(context, pdf, "snapshot-manifest.json");
    expect(manifest).toBe(manifestText(note.snapshot));
    expect(createHash("sha256").update(manifest).digest("hex")).toBe(note.snapshot.sha256);
    for (const {sha256} of note.snapshot.answers) expect(manifest).toContain(sha256);
  });

  test("says of each file what it is to the note", context => {
    const {objects, catalog} = objectsOf(context, pdf);
    const specs = (catalog["/AF"] as string[]).map(
      reference => objects[`obj:${reference}`]!.value!,
    );
    const streamOf = (spec: Dict) => objects[`obj:${(spec["/EF"] as Dict)["/F"]}`]!.stream!.dict;
    expect(
      specs.map(spec => [spec["/UF"], spec["/AFRelationship"], streamOf(spec)["/Subtype"]]),
    ).toEqual([
      ["u:evidence.json", "/Data", "/application/json"],
      ["u:price-and-volume.csv", "/Data", "/text/csv"],
      ["u:snapshot-manifest.json", "/Source", "/application/json"],
    ]);
    for (const spec of specs) {
      expect(spec["/Desc"]).toMatch(/^u:.{20}/);
      const stream = streamOf(spec);
      expect((stream["/Params"] as Dict)["/ModDate"]).toContain("D:20260320020000");
    }
  });

  test("says the same of itself in its information and its XMP packet", context => {
    const information = Object.fromEntries(
      ask(context, "pdfinfo", ["-isodates"], pdf)
        .split("\n")
        .map(line => line.split(/:\s+(.*)/).slice(0, 2)),
    );
    const xmp = ask(context, "pdfinfo", ["-meta"], pdf);
    expect(information).toMatchObject({
      Title: note.draft.evidence.note.title,
      Subject: aboutOf(note.draft, note.text).description,
      Author: house.name,
      Creator: note.draft.evidence.note.generator,
      CreationDate: "2026-03-20T02:00:00Z",
      ModDate: "2026-03-20T02:00:00Z",
    });
    const said = (name: string) =>
      unescaped(new RegExp(`<${name}>(.*?)</${name}>`).exec(xmp)![1]!.replace(/<[^>]+>/g, ""));
    expect(said("dc:title")).toBe(information.Title);
    expect(said("dc:description")).toBe(information.Subject);
    expect(said("dc:creator")).toBe(information.Author);
    expect(said("xmp:CreatorTool")).toBe(information.Creator);
    expect(said("pdf:Producer")).toBe(information.Producer);
    expect(said("pdf:Keywords")).toBe(information.Keywords);
    expect(said("xmp:CreateDate")).toBe(information.CreationDate);
    expect(said("xmp:ModifyDate")).toBe(information.ModDate);
    expect(said("dc:language")).toBe("en");
    expect(said("dc:identifier")).toBe("https://notes.example/desk/2026-03-20-gadget/");
    expect(xmp.trim()).toMatch(
      /^<\?xpacket begin="\uFEFF" id="[^"]+"\?>[\s\S]*<\?xpacket end="w"\?>$/,
    );
    expectWellFormed(xmp);
  });

  test("has its language, its title in the window, and its tags", context => {
    const {catalog} = objectsOf(context, pdf);
    expect(catalog["/Lang"]).toBe("u:en");
    expect(catalog["/MarkInfo"]).toMatchObject({"/Marked": true});
    expect(catalog["/ViewerPreferences"]).toMatchObject({"/DisplayDocTitle": true});
  });

  test("has a bookmark for every section, and one for every title", context => {
    const {objects} = objectsOf(context, pdf);
    const titles = Object.values(objects).flatMap(({value}) =>
      value?.["/Dest"] && value["/Title"] ? [String(value["/Title"]).slice(2)] : [],
    );
    expect(titles.toSorted()).toEqual([...headingsOf(note), "Evidence"].sort());
  });

  test("has an alternative text for each chart, that of the article", context => {
    const {objects} = objectsOf(context, pdf);
    const spoken = Object.values(objects)
      .flatMap(({value}) => (value?.["/S"] === "/Figure" ? [String(value["/Alt"]).slice(2)] : []))
      .sort();
    const charts = note.draft.charts.map(({description}) => description);
    expect(charts.length).toBeGreaterThan(0);
    expect(spoken).toEqual(charts.sort());
  });

  test("is read in the order of its Markdown", context => {
    const said = ask(context, "pdfinfo", ["-struct-text"], pdf).matchAll(/^ *"(.*)"$/gm);
    const structure = lettersOf([...said].map(([, words]) => words).join(""));
    let at = 0;
    for (const text of headingsOf(note)) {
      // Poppler stops reading a paragraph at the first character that the browser spells out.
      const [words] = text.split(/’| (?:=|UTC)/);
      const found = structure.indexOf(lettersOf(words!), at);
      expect(found, words).toBeGreaterThanOrEqual(at);
      at = found;
    }
  });

  test("is set in our own fonts alone, all embedded, whatever the name", context => {
    const fonts = fontsOf(context, pdf);
    for (const {name, embedded} of fonts) {
      expect(name).toMatch(
        /^(?:Inter|SourceSerif4|NotoSansSC|NotoSansKR|NotoSansSymbols2?|NotoEmoji)/,
      );
      expect(embedded).toBe(true);
    }
    for (const expected of ["NotoSansSC", "NotoSansKR", "NotoEmoji"])
      expect(
        fonts.some(({name}) => name.startsWith(expected)),
        expected,
      ).toBe(true);
    const [first] = pageTexts(context, pdf);
    for (const words of ["币安人生", "カナ", "한국", "İğ", "🚀"]) expect(first).toContain(words);
  });
});

test("a name that no font draws is written otherwise, and no font of the machine steps in", async context => {
  const note = await noteOn("ไทย عملة");
  const pdf = pdfOf(note);
  for (const {name} of fontsOf(context, pdf)) expect(name).toMatch(/^(?:Inter|SourceSerif4|Noto)/);
  const text = pageTexts(context, pdf).join("");
  expect(text).not.toMatch(/\p{Script=Thai}|\p{Script=Arabic}|U\+0E/u);
  expect(text).toMatch(/^\s*GDT /m);
  expect(note.files.get("note.md")).toContain("ไทย عملة");
}, 120_000);

function detached(context: TestContext, pdf: Uint8Array, name: string): string {
  const list = ask(context, "pdfdetach", ["-list"], pdf);
  const number = /^(\d+): /.exec(list.split("\n").find(line => line.endsWith(`: ${name}`)) ?? "");
  const folder = mkdtempSync(join(tmpdir(), "assay-detached-"));
  try {
    ask(context, "pdfdetach", ["-save", number?.[1] ?? "none", "-o", join(folder, name)], pdf);
    return readFileSync(join(folder, name), "utf8");
  } finally {
    rmSync(folder, {recursive: true});
  }
}

/** Every tag is closed in its order, and nothing stands where a mark would have to be escaped. */
function expectWellFormed(xml: string): void {
  const open: string[] = [];
  const text = xml
    .replace(/<\?[\s\S]*?\?>/g, "")
    .replace(/<(\/?)([\w:]+)((?:\s[\w:]+="[^"<]*")*)>/g, (_, end, tag) => {
      if (end) expect(tag).toBe(open.pop());
      else open.push(tag);
      return "";
    });
  expect(open).toEqual([]);
  expect(text.replace(/&(?:lt|gt|amp|quot|apos);/g, "")).not.toMatch(/[<>&]/);
}

const lettersOf = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, "");

const unescaped = (text: string) =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");
