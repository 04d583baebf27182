import {readdirSync, readFileSync} from "node:fs";
import {expect, test} from "vitest";
import {letteringOf} from "../../src/render/fonts.ts";
import {renderHtml} from "../../src/render/html.ts";
import {charactersOf, toTrueType} from "../../src/render/woff.ts";
import {samplePage} from "./fixtures/sample.ts";

const faces = async (text: string) =>
  (await letteringOf(text)).css.match(/@font-face/g)?.length ?? 0;
const undrawn = async (text: string) => (await letteringOf(text)).undrawn.join("");

test("only faces that the text needs are inlined", async () => {
  expect(await faces("plain −")).toBe(5);
  expect(await faces("İğüş")).toBe(10);
  expect(await faces("β")).toBe(10);
  expect(await faces("plain √")).toBe(6);
  expect(await faces("币安人生")).toBeLessThan(5 + 5);
});

test.each([
  ["Turkish", "ığüşöçİĞÜŞÖÇ ₺"],
  ["Chinese, simplified and traditional", "币安人生 我踏马来了 龍臺灣，。「」"],
  ["Japanese", "ひらがな カタカナ 日本円ー"],
  ["Korean", "한국어 비트코인 김치"],
  ["Cyrillic and Greek", "Биткоин ρ σ Δ β"],
  ["emoji", "🚀🌕🐸🐶💎🙌🔥✨⚡🇹🇷👩‍👩‍👧"],
  ["symbols and arrows", "→←↑↓★●✓①™©®№‡†‰•"],
  ["maths", "√∞∑≈≤≥≠±×÷−∂∫"],
  ["blanks", "a\u00a0b\u2009c\u202fd\u200be\u2060f\ufeffg\u00ad"],
])("%s is drawn", async (_, text) => {
  expect(await undrawn(text)).toBe("");
});

test("characters that no font of ours draws are named, each once", async () => {
  expect(await undrawn("Bitcoin ไไ עם مر ABC")).toBe("ไעםمر");
});

test("a face beside our two families is there for the characters it was called for and no more", async () => {
  const {css} = await letteringOf("√ 12 €");
  const [face] = css.split("\n").filter(rule => rule.includes("Other Characters"));
  expect(face).toMatch(/unicode-range:U\+221a}$/);
});

test("what a font draws is read from the font itself", () => {
  const folder = new URL("../../node_modules/@fontsource/inter/files/", import.meta.url);
  const woffs = readdirSync(folder).filter(name => name.endsWith("-400-normal.woff"));
  expect(woffs.length).toBeGreaterThan(5);
  const latin = charactersOf(readFileSync(new URL("inter-latin-400-normal.woff", folder)));
  expect([..."Aé−×’"].filter(char => !latin.has(char.codePointAt(0)!))).toEqual([]);
  // Its declared range holds it, its cmap does not.
  expect(latin.has("√".codePointAt(0)!)).toBe(false);
});

test("a font as TrueType holds its tables whole", () => {
  const path = new URL(
    "../../node_modules/@fontsource/noto-emoji/files/noto-emoji-5-400-normal.woff",
    import.meta.url,
  );
  const font = toTrueType(readFileSync(path));
  for (let i = 0; i < font.readUInt16BE(4); i += 1) {
    const at = 12 + 16 * i;
    if (font.toString("latin1", at, at + 4) === "head") continue; // its sum leaves a field out
    const [offset, length] = [font.readUInt32BE(at + 8), font.readUInt32BE(at + 12)];
    let sum = 0;
    for (let k = 0; k < length; k += 4) sum = (sum + font.readUInt32BE(offset + k)) >>> 0;
    expect(sum).toBe(font.readUInt32BE(at + 4));
  }
});

test("a name that no font draws gives way to its symbol, other words to their numbers", async () => {
  const notices: string[] = [];
  const html = await renderHtml(
    samplePage({
      markdown: "# ไทย rose\n\nBeside it عم and ![ไทย](x.svg)\n",
      header: "Assay · ไทย",
      charts: new Map([["x.svg", '<svg viewBox="0 0 1 1"><text>ไทย</text></svg>']]),
      spellings: [["ไทย", "THB", "thai-coin"]],
    }),
    notice => notices.push(notice),
  );
  expect(html).toContain(">THB rose</h1>");
  expect(html).toContain("Assay · THB");
  expect(html).toContain("<text>THB</text>");
  expect(html).toContain('aria-label="ไทย"'); // heard, not drawn
  expect(html).toContain("[U+0639 U+0645]");
  expect(notices).toHaveLength(1);
  expect(notices[0]).toMatch(/no font of ours draws .*ไ \(U\+0E44\)/);
});
