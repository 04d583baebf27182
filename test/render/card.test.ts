import {expect, test} from "vitest";
import {plainHouse} from "../../src/model/house.ts";
import type {About} from "../../src/render/about.ts";
import {cardSvg} from "../../src/render/card.ts";
import {rasterize} from "../../src/render/rasterize.ts";
import {priceSample} from "./charts/samples.ts";

const about: About = {
  id: "2026-03-20-bittensor",
  idsOf: "coingecko",
  asOf: "2026-03-20T01:53:00Z",
  locale: "en",
  generator: "assay",
  description: "",
  pageOf: "{page}",
  minutes: 7,
  tags: [],
  credit: "",
  title: "Bittensor gained 38.9% in nine days while Bitcoin barely moved",
  asset: {id: "bittensor", symbol: "TAO", name: "Bittensor"},
  header: "Assay · Bittensor · 20 March 2026, 01:53 UTC",
  keyData: [
    {label: "Price", value: "$277.43, up 3.48% in a day"},
    {label: "Market cap", value: "$2.66bn, rank 35"},
    {label: "Volume, trailing day", value: "$459m, 17.2% of market cap"},
    {label: "Volatility", value: "91%"},
  ],
};

const cardOf = (change: Partial<About> = {}) => cardSvg({...about, ...change}, plainHouse);
const linesOf = (svg: string) =>
  [...svg.matchAll(/<text [^>]*font-size="(\d+)"[^>]*>([^<]*)<\/text>/g)].map(
    ([, size, words]) => ({size: Number(size), words: words!}),
  );
const titleOf = (svg: string) =>
  linesOf(svg)
    .filter(({size}) => size >= 40)
    .map(({words}) => words)
    .join(" ");
const sizeOf = (png: Uint8Array) => {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
};

test("is a PNG of 1200 by 630, and the same each time", async () => {
  const [first, second] = await Promise.all([rasterize(await cardOf()), rasterize(await cardOf())]);
  expect(Buffer.from(first).subarray(1, 4).toString()).toBe("PNG");
  expect(sizeOf(first)).toEqual([1200, 630]);
  expect(Buffer.compare(first, second)).toBe(0);
});

test("says title, coin, as-of, house and the first three of the key data", async () => {
  const svg = await cardOf();
  expect(titleOf(svg)).toBe("Bittensor gained 38.9% in nine days while Bitcoin barely moved");
  const words = linesOf(svg).map(line => line.words);
  for (const expected of ["Price", "$277.43", "$2.66bn", "$459m", about.header])
    expect(words).toContain(expected);
  expect(words).not.toContain("91%");
});

test.each([
  "Internet Computer lost 12.04% of its value in nine days while Bitcoin, gold and the dollar barely moved at all",
  `A title ${"that never wants to end and goes on ".repeat(4)}to $2.59bn`,
  `${"Unbroken".repeat(30)} rose`,
])("a long title is set smaller until it fits: %s", async title => {
  const svg = await cardOf({title});
  const lines = linesOf(svg).filter(({size}) => size >= 40);
  expect(lines.length * lines[0]!.size * 1.14).toBeLessThan(330);
  expect(
    lines
      .map(({words}) => words)
      .join("")
      .replaceAll(" ", ""),
  ).toBe(title.replaceAll(" ", ""));
});

test("a title that fits in no size ends with a whole word and says that it goes on", async () => {
  const title = "In 2026 it rose by $2.59bn, or 13.04%, again ".repeat(20);
  const shown = titleOf(await cardOf({title}));
  expect(shown).toMatch(/ …$/);
  const kept = shown.slice(0, -2);
  expect(title.startsWith(`${kept} `)).toBe(true);
});

test("the line of the closes stands beside the title, where that leaves room for it", async () => {
  const svg = await cardSvg(about, plainHouse, [priceSample()]);
  expect(titleOf(svg)).toBe(about.title);
  expect(svg).toMatch(/<path d="M[\d.]+ [\d.]+L[^"]*" fill="none"/);
  const words = linesOf(svg).map(line => line.words);
  expect(words).toContain("−34%");
  expect(words).toContain("2 Jan – 1 Apr");
  const long = `A title ${"that never wants to end and goes on ".repeat(8)}to $2.59bn`;
  const whole = await cardSvg({...about, title: long}, plainHouse, [priceSample()]);
  expect(whole).not.toContain("<path");
});

test("a simulated market says so, and other markets do not", async () => {
  expect(linesOf(await cardOf({banner: "Simulated market"})).map(line => line.words)).toContain(
    "Simulated market",
  );
  expect(await cardOf()).not.toContain("#9a1b1b");
});

test("names from outside are words and no marks", async () => {
  const name = `</text><image href="x"/>&"'\u0000`;
  const svg = await cardOf({title: name, header: name});
  expect(svg).not.toContain("<image");
  expect(sizeOf(await rasterize(svg))).toEqual([1200, 630]);
});

/** The painted title, as bytes that differ when a glyph does. */
const painted = (title: string) => cardOf({title, header: ""}).then(rasterize);

test.each(["İğdiş Şöför", "币安人生", "カナ", "한국", "🚀", "∞ ≤ →"])(
  "%s is painted and not left blank or boxed",
  async words => {
    const blank = Buffer.from(await painted(" "));
    const shown = Buffer.from(await painted(words));
    expect(shown.length).toBeGreaterThan(blank.length + 300);
    const other = Buffer.from(await painted([...words].reverse().join("")));
    if ([...words].length > 1) expect(shown.equals(other)).toBe(false);
  },
);

test("a name that no font draws gives way to the symbol", async () => {
  const asset = {id: "thai-coin", symbol: "THB", name: "ไทย"};
  const svg = await cardOf({asset, title: "ไทย rose", header: "Assay · ไทย"});
  expect(titleOf(svg)).toBe("THB rose");
  expect(svg).not.toMatch(/\p{Script=Thai}/u);
});
