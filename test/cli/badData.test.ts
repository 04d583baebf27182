import {readFileSync} from "node:fs";
import {join} from "node:path";
import {parseHTML} from "linkedom";
import {lexer, type Token} from "marked";
import {expect, test} from "vitest";
import {hasRecordedData, recordedData} from "../recorded.ts";
import {answersOn, asOf, csv, dates, type Files, lay, madeUp, priceRows} from "./madeUpData.ts";
import {assay, expectRefusal, expectWhole, filesBelow, temporary} from "./support.ts";

const needsData = hasRecordedData ? "" : ` (SKIPPED: no recorded data in ${recordedData})`;

const onFiles = (data: string, at = asOf, format = "md") =>
  ["--source", "files", "--data", data, "--as-of", at, "--format", format] as const;

/** A note on the made-up data with other files among them. */
async function noteOn(place: string, changed: Files, coin = "gadget", ...rest: string[]) {
  lay(join(place, "data"), {...madeUp(), ...changed});
  return assay(place, ["note", coin, ...onFiles("data"), ...rest]);
}

const noteText = (place: string) =>
  readFileSync(join(place, "output", "2026-03-20-gadget", "note.md"), "utf8");

test.each([
  ["gadgit", /no coin "gadgit" in Made-up data: did you mean gadget \(Gadget\)\?/],
  ["wdg", /symbol of several coins.*widget \(Widget\), widget-bridged \(Bridged Widget\)/],
])("the coin %j is refused with those it may mean", async (coin, says) => {
  using place = temporary();
  expectRefusal(await noteOn(place.path, {}, coin), 2, says);
  expect(expectWhole(join(place.path, "output"))).toEqual([]);
});

test.skipIf(!hasRecordedData)(
  `a symbol that recorded coins share lists them${needsData}`,
  async () => {
    using place = temporary();
    const run = await assay(place.path, ["note", "usdf", ...onFiles(recordedData)]);
    expectRefusal(run, 2, "falcon-finance (Falcon USD)", "astherus-usdf (Aster USDF)");
  },
);

test.each([
  ["before any data", "2020-01-01T00:00:00Z", /nothing can honestly be said of gadget as of 2020/],
  ["long after the data's end", "2027-01-01", /its last close on record is that of 2026-03-19/],
])("an as-of %s is an abstention that says what there is", async (_, at, says) => {
  using place = temporary();
  lay(join(place.path, "data"), madeUp());
  expectRefusal(await assay(place.path, ["note", "gadget", ...onFiles("data", at)]), 4, says);
  expect(expectWhole(join(place.path, "output"))).toEqual([]);
});

test("zero prices are left out and disclosed, and no figure rests on them", async () => {
  using place = temporary();
  const zero = ["2025-12-24", "2026-02-01"];
  const rows = priceRows((symbol, day, price) =>
    symbol === "GDT" && zero.includes(day) ? 0 : price,
  );
  const run = await noteOn(place.path, {"prices.csv": csv([["date", "symbol", "close"], ...rows])});
  expect(run).toMatchObject({code: 0});
  const evidence = JSON.parse(
    readFileSync(join(place.path, "output/2026-03-20-gadget/evidence.json"), "utf8"),
  );
  const left = evidence.exclusions.map(({figure}: {figure: string}) => figure);
  for (const day of zero) expect(left).toContain(`close.gadget.${day}`);
  expect(noteText(place.path)).not.toMatch(/NaN|Infinity|undefined|\bnull\b/);
});

test("a coin whose every price is zero has nothing to say", async () => {
  using place = temporary();
  const rows = priceRows((symbol, _, price) => (symbol === "GDT" ? 0 : price));
  const run = await noteOn(place.path, {"prices.csv": csv([["date", "symbol", "close"], ...rows])});
  expectRefusal(run, 4, /nothing can honestly be said of gadget/);
});

test("a first print that is 700 times off is left out and disclosed", async () => {
  using place = temporary();
  const rows = priceRows((symbol, day, price) =>
    symbol === "GDT" && day === dates[0] ? price / 700 : price,
  );
  const run = await noteOn(place.path, {"prices.csv": csv([["date", "symbol", "close"], ...rows])});
  expect(run).toMatchObject({code: 0});
  const evidence = JSON.parse(
    readFileSync(join(place.path, "output/2026-03-20-gadget/evidence.json"), "utf8"),
  );
  expect(evidence.exclusions).toContainEqual(
    expect.objectContaining({figure: `close.gadget.${dates[0]}`, rule: "first-print"}),
  );
  const drawdown = evidence.figures.find(({id}: {id: string}) => id === "drawdown.max");
  expect(drawdown.value).toBeGreaterThan(-0.9);
});

test.skipIf(!hasRecordedData)(
  `Bittensor's first recorded print, 700 times off, is left out of its early notes${needsData}`,
  async () => {
    using place = temporary();
    const run = await assay(place.path, [
      "note",
      "bittensor",
      ...onFiles(recordedData, "2023-06-20"),
    ]);
    expect(run).toMatchObject({code: 0});
    const folder = join(place.path, "output/2023-06-20-bittensor");
    const evidence = JSON.parse(readFileSync(join(folder, "evidence.json"), "utf8"));
    expect(evidence.exclusions).toContainEqual(
      expect.objectContaining({figure: "close.bittensor.2023-03-05", value: 0.1261}),
    );
    expect(readFileSync(join(folder, "note.md"), "utf8")).not.toMatch(/gained \d{4}/);
  },
);

/** All tokens but those of an image's words, which are shown as words. */
function* tokensOf(tokens: readonly Token[]): Generator<Token> {
  for (const token of tokens) {
    yield token;
    if (token.type === "image") continue;
    const {items = [], header = [], rows = [], tokens: own = []} = token as Inside;
    yield* tokensOf([...own, ...items]);
    for (const cell of [...header, ...rows.flat()]) yield* tokensOf(cell.tokens);
  }
}
interface Inside {
  readonly tokens?: Token[];
  readonly items?: Token[];
  readonly header?: {tokens: Token[]}[];
  readonly rows?: {tokens: Token[]}[][];
}

const unseen = "\u200b\u200b";
const turned = "\u202e";

test.each([
  `${unseen}evil **x** _y_ <img src=x onerror=alert(1)> [a](http://evil.example)${turned} |`,
  `# evil</title><script>alert(2)</script>![i](//evil.example/p) \`z www.evil.example`,
  `<!-- evil --><a hreff="alert(3)">a</a> a@evil.example https://evil.example`,
])("the name %j is shown and does nothing", showsHarmless);

// Open in render/svg.ts: it looks for what can run in texts too, and takes this for a bug of ours.
test("a name with href= and javascript: is shown and does nothing", () =>
  showsHarmless(`evil <a href="javascript:alert(3)">a</a>`));

async function showsHarmless(name: string): Promise<void> {
  using place = temporary();
  const data = {
    ...answersOn("gadget", "GDT", name),
    "assets.csv": csv([
      ["id", "symbol", "name"],
      ["bitcoin", "BTC", "Bitcoin"],
      ["gadget", "GDT", `"${name.replaceAll('"', '""')}"`],
    ]),
  };
  const run = await noteOn(place.path, data, "gadget", "--format", "md,html");
  expect(run).toMatchObject({code: 0});
  const folder = join(place.path, "output", "2026-03-20-gadget");
  expect(expectWhole(join(place.path, "output"))).toEqual(["2026-03-20-gadget"]);
  for (const path of filesBelow(folder)) expect(path).toMatch(/^[\w.\-/]+$/);

  const markdown = readFileSync(join(folder, "note.md"), "utf8").split("\n---\n")[1]!;
  expect(markdown).toContain("evil");
  const found = [...tokensOf(lexer(markdown))].filter(
    token =>
      token.type === "html" ||
      (token.type === "heading" && token.text === "evil") ||
      (token.type === "link" && !token.href.startsWith("https://www.coingecko.com")) ||
      (token.type === "image" && !token.href.startsWith("charts/")),
  );
  expect(found).toEqual([]);

  const html = readFileSync(join(folder, "note.html"), "utf8");
  const {document} = parseHTML(html);
  const runs = 'script:not([type="application/ld+json"]), iframe, object, embed, link[href^=http]';
  expect(document.querySelectorAll(runs).length).toBe(0);
  const blocks = document.querySelectorAll("script");
  expect(blocks.length).toBe(1);
  expect(() => JSON.parse(blocks[0]!.textContent)).not.toThrow();
  const links = [...document.querySelectorAll("a")].map(a => a.getAttribute("href") ?? "");
  expect(
    links.filter(href => !/^(#|https:\/\/www\.coingecko\.com|charts\/[\w-]+\.csv$)/.test(href)),
  ).toEqual([]);
  const handlers = [...document.querySelectorAll("*")].flatMap(({attributes}) =>
    [...attributes].filter(({name}) => name.startsWith("on")).map(({name}) => name),
  );
  expect(handlers).toEqual([]);
  const images = [...document.querySelectorAll("img")].filter(
    ({src}) => !src.startsWith("data:") && !src.startsWith("charts/"),
  );
  expect(images).toEqual([]);
  for (const path of ["note.md", "note.html", "evidence.json"])
    expect(readFileSync(join(folder, path), "utf8"), path).not.toMatch(/[\u200b\u202e]/);
  expect(document.querySelector("title")?.nextElementSibling?.tagName).not.toBe("SCRIPT");
}

test.each(["../../a/../b"])(
  "the id %j names a folder of its own inside the output folder",
  async id => {
    using place = temporary();
    const assets = csv([
      ["id", "symbol", "name"],
      ["bitcoin", "BTC", "Bitcoin"],
      [id, "GDT", "Gadget"],
    ]);
    const run = await noteOn(place.path, {"assets.csv": assets}, id);
    expect(run).toMatchObject({code: 0});
    const [name, ...others] = expectWhole(join(place.path, "output"));
    expect(others).toEqual([]);
    expect(name).toMatch(/^2026-03-20-[a-z0-9]/);
    expect(filesBelow(place.path).filter(path => !/^(output|data)\//.test(path))).toEqual([]);
  },
);

test("a damaged data set is refused as such", async () => {
  using place = temporary();
  const run = await noteOn(place.path, {
    "prices.csv": "date,symbol,close\n2026-03-19,GDT,twenty\n",
  });
  expectRefusal(run, 3, /prices\.csv, line 2, has no number for close: "twenty"/);
  expect(expectWhole(join(place.path, "output"))).toEqual([]);
});
