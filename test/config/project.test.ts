import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {createRequire} from "node:module";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {readProject} from "../../src/config/project.ts";
import {UsageError} from "../../src/model/errors.ts";
import {plainHouse} from "../../src/model/house.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "assay-config-"));
});

afterEach(() => rmSync(folder, {recursive: true}));

const put = (name: string, content: string | Buffer) => writeFileSync(join(folder, name), content);
const configure = (config: unknown) => put("assay.config.json", JSON.stringify(config));
const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>';

async function complaint(config: unknown): Promise<string> {
  configure(config);
  const error = await readProject(folder).catch(cause => cause);
  expect(error).toBeInstanceOf(UsageError);
  return (error as Error).message;
}

test("without a configuration all is plain", async () => {
  expect(await readProject(folder)).toEqual({
    files: [],
    written: {},
    cacheBytes: 500_000_000,
    house: plainHouse,
    options: {},
    sectors: [],
    datasets: {},
    schedules: [],
    lists: {},
    targets: {},
    alerts: {lateAfterMs: 900_000, silentAfterMs: 300_000},
    hooks: {},
    budgets: {},
    retention: {days: 90, runs: 10_000},
    review: {staleMs: 21_600_000},
    desk: {trustProxy: [], session: {idle: 43_200_000, absolute: 604_800_000}},
  });
});

test("the nearest configuration upward holds, and its paths start from it", async () => {
  configure({name: "Above", out: "notes", templates: "t", data: "../d", profiles: "p"});
  mkdirSync(join(folder, "a/b"), {recursive: true});
  const {file, house, options} = await readProject(join(folder, "a/b"));
  expect(file).toBe(join(folder, "assay.config.json"));
  expect(house.name).toBe("Above");
  expect(options).toEqual({
    out: "../../notes",
    templates: "../../t",
    data: "../../../d",
    profiles: "../../p",
  });
  put("a/assay.config.json", '{"name": "Near"}');
  expect((await readProject(join(folder, "a/b"))).house.name).toBe("Near");
  const named = await readProject(join(folder, "a/b"), "../../assay.config.json");
  expect(named.house.name).toBe("Above");
  expect((await readProject(join(folder, "a/b"), false)).house).toEqual(plainHouse);
});

test("all that a house has comes through, files laid in", async () => {
  put("logo.svg", svg);
  const require = createRequire(import.meta.url);
  const inter = dirname(require.resolve("@fontsource/inter/package.json"));
  put("f.woff2", readFileSync(join(inter, "files/inter-latin-400-normal.woff2")));
  configure({
    name: "Blue Note",
    logo: "logo.svg",
    colours: {accent: "#9A3B00"},
    fonts: {text: {regular: "f.woff2"}},
    disclosures: {en: ["We hold TAO."]},
    feedback: "desk@example.org",
    site: "https://example.org/notes/",
    sectors: {mine: {name: "Mine", members: ["a", "b"]}},
    locale: "en",
    format: ["md"],
  });
  const {house, files, sectors, options} = await readProject(folder);
  expect(house).toEqual({
    name: "Blue Note",
    logo: {type: "image/svg+xml", base64: Buffer.from(svg).toString("base64")},
    colours: {accent: "#9a3b00"},
    fonts: {text: {regular: {type: "font/woff2", base64: expect.any(String)}}},
    disclosures: {en: ["We hold TAO."]},
    feedback: "desk@example.org",
    site: "https://example.org/notes",
  });
  expect(files.map(path => path.replace(`${folder}/`, ""))).toEqual([
    "assay.config.json",
    "logo.svg",
    "f.woff2",
  ]);
  expect(sectors).toEqual([{id: "mine", name: "Mine", members: ["a", "b"]}]);
  expect(options).toEqual({locale: "en", format: ["md"]});
});

test.each([
  [
    {nmae: "x"},
    /^assay\.config\.json: there is no field nmae; did you mean name\? there are name, /,
  ],
  [{colours: {acent: "#000000"}}, /no field colours\.acent; did you mean accent\?/],
  [{fonts: {text: {bold: "x"}}}, /no field fonts\.text\.bold; .*regular, italic, semibold/],
  [{colours: {accent: "blue"}}, /colours\.accent is "blue": it must be a colour as #rrggbb/],
  [{name: 7}, /name is 7: it must be some words/],
  [{format: "md"}, /format is "md": it must be a list, such as \["md", "html"\]/],
  [{format: ["doc"]}, /format\.0 is "doc": it must be one of md, html, pdf/],
  [{paper: "A3"}, /paper is "A3": it must be A4 or Letter/],
  [{paper: "leter"}, /paper is "leter": it must be A4 or Letter; did you mean Letter\?/],
  [{locale: "de"}, /locale is "de": it must be en or tr$/],
  [{locale: "__proto__"}, /locale is "__proto__": it must be en or tr$/],
  [{source: "flies"}, /source is "flies": it must be one of .*; did you mean files\?/],
  [{source: "web"}, /source is "web": it must be one of coingecko, files/],
  [{site: "http://example.org"}, /site is "http:.*": it must be an address that begins with https/],
  [{site: "https://example.org/?a"}, /site is .*: it must be an address without \? and #/],
  [{feedback: "javascript:x"}, /feedback is "javascript:x": it must be a mail or web address/],
  [{disclosures: {en: "x"}}, /disclosures\.en is "x": it must be a list of paragraphs/],
  [
    {disclosures: {English: ["x"]}},
    /there can be no disclosures\.English: its name must be a locale such as en or tr/,
  ],
  [
    {sectors: {a: {name: "A", members: ["x"]}}},
    /sectors\.a\.members is \["x"\]: .*two ids or more/,
  ],
  [{template: "../x"}, /template is "\.\.\/x": it must be a template's name/],
  [[], /it gives \[\], and an object is needed/],
  [{logo: "none.svg"}, /logo is "none\.svg": there is no such file/],
])(
  "what is wrong is named by field and value, with what would be right: %j",
  async (config, says) => {
    expect(await complaint(config)).toMatch(says);
  },
);

test("all that is wrong is said at once", async () => {
  expect((await complaint({nmae: "x", paper: "A3"})).split("\n")).toHaveLength(2);
});

test.each([
  [
    {accent: "#88ccff"},
    /accent is "#88ccff": its contrast with white is 1\.73:1, and text needs 4\.5:1 \(WCAG AA\): #[0-9a-f]{6} would do$/,
  ],
  [{ink: "#999999"}, /ink is .*with white is 2\.84:1/],
  [{soft: "#777777"}, /soft is .*with white is 4\.47:1/],
  [{tint: "#335577"}, /tint is .*with the ink #16191d is/],
  [{alarm: "#ffcc00"}, /alarm is .*with white words is/],
])("colours that cannot be read are refused: %j", async (colours, says) => {
  const [first] = (await complaint({colours})).split("\n");
  expect(first).toMatch(says);
});

test("the colour that is offered instead passes", async () => {
  for (const colours of [{accent: "#88ccff"}, {alarm: "#ffcc00"}, {soft: "#aaaaaa"}]) {
    const offered = /(#[0-9a-f]{6}) would do/.exec(await complaint({colours}))![1];
    configure({colours: {[Object.keys(colours)[0]!]: offered}});
    await expect(readProject(folder)).resolves.toBeDefined();
  }
});

test.each([
  ["<html></html>", /neither SVG nor PNG/],
  ['<svg viewBox="0 0 1 1"></svg>', /lacks xmlns/],
  ['<svg xmlns="http://www.w3.org/2000/svg"></svg>', /neither a viewBox nor width and height/],
  [
    svg.replace("<path", "<script>1</script><path"),
    /may not run or load anything: it holds <script/,
  ],
  [svg.replace("<path", '<path onload="x"'), /it holds {2}onload=/],
  [svg.replace("<path", '<image href="https://e.example/x.png"/><path'), /it holds href=/],
  [svg.replace("<path", "<style>@import 'x'</style><path"), /it holds @import/],
  [svg.replace("<path", `<!--${"x".repeat(300_000)}--><path`), /larger than 300 kB/],
])("a logo that is none, or does more than show, is refused (%#)", async (logo, says) => {
  put("logo.svg", logo);
  expect(await complaint({logo: "logo.svg"})).toMatch(says);
});

test("a logo may use its own parts and pictures within it", async () => {
  const rich = svg.replace(
    "<path",
    '<defs><linearGradient id="g"/></defs><image href="data:image/png;base64,AA=="/><use href="#g"/><path fill="url(#g)"',
  );
  put("logo.svg", `<?xml version="1.0"?>\n<!-- ours -->\n${rich}\n`);
  configure({logo: "logo.svg"});
  expect((await readProject(folder)).house.logo?.type).toBe("image/svg+xml");
  put("logo.svg", Buffer.from("89504e470d0a1a0a00", "hex"));
  expect((await readProject(folder)).house.logo?.type).toBe("image/png");
});

test("a font that is none is refused", async () => {
  put("f.woff2", "wOFF");
  expect(await complaint({fonts: {text: {regular: "f.woff2"}}})).toMatch(
    /fonts\.text\.regular is "f\.woff2": it is neither woff2 nor ttf/,
  );
});

test("two configurations in one folder, and JSON that is none, are refused", async () => {
  put("assay.config.json", "{,}");
  await expect(readProject(folder)).rejects.toThrow(/assay\.config\.json is not JSON: /);
  put("assay.config.mjs", "");
  await expect(readProject(folder)).rejects.toThrow(
    /two configurations in .*: assay\.config\.mjs and assay\.config\.json; remove one/,
  );
  await expect(readProject(folder, "none.json")).rejects.toThrow(
    /no configuration at .*none\.json/,
  );
});

test("no id has control characters in it, which a terminal would obey", async () => {
  for (const character of ["\u001b[31m", "\u202e", "\u0000", "\u0085", "\n"]) {
    const coins = [`gad${character}get`];
    const schedules = {a: {every: "1d", what: {coins}}};
    for (const config of [
      {schedules},
      {lists: {core: coins}},
      {datasets: {[`a${character}`]: "x"}},
    ])
      expect(await complaint(config)).toMatch(
        /must be an id, without spaces|must be a locale or an id/,
      );
  }
});
