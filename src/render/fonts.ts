import {readFile} from "node:fs/promises";
import {createRequire} from "node:module";
import {basename, dirname, join} from "node:path";
import {subsetOf} from "./subset.ts";
import {charactersOf, toTrueType} from "./woff.ts";

interface Family {
  readonly name: string;
  readonly module: string;
  readonly faces: readonly string[];
}

/** What notes are set in. Each stands in for the other where it lacks a character. */
const families: readonly Family[] = [
  {
    name: "Source Serif 4",
    module: "@fontsource/source-serif-4",
    faces: ["400-normal", "400-italic", "600-normal"],
  },
  {name: "Inter", module: "@fontsource/inter", faces: ["400-normal", "600-normal"]},
];

/** The family of every character that those lack, put together of several fonts. */
const others = "Other Characters";

const store = (file: string): Family => ({
  name: others,
  module: `@fontsource/${file}`,
  faces: ["400-normal"],
});

/** A family that is large and seldom needed: it is there where somebody has installed it. */
interface OptionalFont {
  readonly family: Family;
  readonly draws: string;
  readonly scripts: RegExp;
}

const optionalFonts: readonly OptionalFont[] = [
  {
    family: store("noto-sans-sc"),
    draws: "Chinese and Japanese",
    scripts: /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u,
  },
  {family: store("noto-sans-kr"), draws: "Korean", scripts: /\p{Script=Hangul}/u},
];

/** Others that come along; the smallest file wins. */
const stores: readonly Family[] = ["noto-sans-symbols", "noto-sans-symbols-2", "noto-emoji"].map(
  store,
);

const eastAsian = /\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}/u;
/** Characters that need no glyph: HarfBuzz makes spaces, and joins what a joiner joins. */
const blank = /[\p{White_Space}\p{Cc}\p{Default_Ignorable_Code_Point}]/u;

type Range = readonly [number, number];

/** One file of a family: the characters of a subset in one weight and style. */
interface Subset {
  readonly family: Family;
  readonly name: string;
  readonly declared: string;
  /** A whole font, of which a page carries the characters of its text alone. */
  readonly whole?: string;
}

/** What a text is set in, and the characters, each once, that none of our fonts draws. */
export interface Lettering {
  /** `@font-face` rules, fonts inlined. */
  readonly css: string;
  readonly undrawn: readonly string[];
}

/** Letters with marks of many languages, of which a text has a few. */
const sparse = "latin-ext";

/**
 * The fonts for a text: just those subsets that it needs, so that a note in English carries five
 * faces and one in Turkish ten, five of them with the letters of the text alone. A character that our
 * two families lack comes from one of the others, and that face is declared for the characters it is
 * there for and no more. A page without italics carries none.
 */
export async function letteringOf(text: string, {italic = true} = {}): Promise<Lettering> {
  const {base, extra, undrawn} = await subsetsOf(text);
  const points = codePoints(text);
  const rules = [
    ...base.flatMap(subset =>
      subset.family.faces
        .filter(face => italic || !face.endsWith("-italic"))
        .map(face =>
          subset.name === sparse
            ? partRule(subset, face, pointsOf(subset, points))
            : rule(subset, face, subset.declared),
        ),
    ),
    ...extra.map(([subset, points]) =>
      subset.whole === undefined
        ? rule(subset, "400-normal", writeRange(points))
        : partRule(subset, "400-normal", points),
    ),
  ];
  return {css: (await Promise.all(rules)).join("\n"), undrawn};
}

/** The families that come by themselves only, with what they draw and whether they are there. */
export const extraFonts = () =>
  optionalFonts.map(({family: {module}, draws, scripts}) => ({
    module,
    draws,
    scripts,
    installed: isThere(module),
  }));

/** Whole families as files, for programs that read no web fonts: those that a picture is set in. */
const pictureFonts = [
  "@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf",
  "@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf",
  "@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf",
];

/** The fonts of a picture with this text: files that are there, and others as TrueType. */
export async function pictureFontsOf(
  text: string,
): Promise<{readonly files: readonly string[]; readonly others: readonly Buffer[]}> {
  const {extra} = await subsetsOf(text);
  // The others have Inter whole among their files.
  const found = await Promise.all(
    extra.filter(([{whole}]) => whole === undefined).map(([one]) => woff(one, "400-normal")),
  );
  return {files: pictureFonts.map(path => require.resolve(path)), others: found.map(toTrueType)};
}

/** A font as a file of its own, for pages that share it. */
export interface FontFile {
  /** Unique among them, with its ending. */
  readonly name: string;
  readonly family: string;
  readonly weight: string;
  readonly style: string;
  /** `unicode-range`: a browser fetches the file for a character of these alone. */
  readonly range: string;
  readonly format: "woff" | "woff2";
  readonly content: Uint8Array;
}

/** All that Turkish needs beyond the letters of western Europe, and the sign of its currency. */
const turkish = [..."ĞğİŞş₺"].map(char => char.codePointAt(0)!);

/**
 * The families that notes are set in, as files. Turkish letters have files of their own, as small as
 * they are few. Of two that have a character the later one is meant.
 */
export async function fontFiles(): Promise<FontFile[]> {
  const files = families.flatMap(family =>
    family.faces.flatMap(face => {
      const [weight = "", style = ""] = face.split("-");
      const known = {family: family.name, weight, style};
      const subsets = declaredSubsets(family).map(async ([subset]) => {
        const path = pathOf(subset, face, "woff2");
        const content = await remembered(read, path, () => readFile(path));
        return {
          ...known,
          name: basename(path),
          range: subset.declared,
          format: "woff2" as const,
          content,
        };
      });
      return [...subsets, turkishFile(family, face, known)];
    }),
  );
  return Promise.all(files);
}

async function turkishFile(
  family: Family,
  face: string,
  known: Pick<FontFile, "family" | "weight" | "style">,
): Promise<FontFile> {
  const subset = {family, name: "latin-ext", declared: ""};
  const content = subsetOf(await woff(subset, face), turkish);
  const name = basename(pathOf({...subset, name: "turkish"}, face, "woff"));
  return {...known, name, range: writeRange(turkish), format: "woff", content};
}

/** Which subset draws which character. */
async function subsetsOf(text: string) {
  const points = codePoints(text);
  const base = families.flatMap(family => subsetsFor(family, points));
  const drawn = await Promise.all(base.map(characters));
  const missing = [...points].filter(
    point => !drawn.some(set => set.has(point)) && !blank.test(String.fromCodePoint(point)),
  );
  const found = await Promise.all(
    missing.map(async point => [point, await storeOf(point)] as const),
  );
  const extra = new Map<Subset, number[]>();
  for (const [point, subset] of found)
    if (subset) extra.set(subset, [...(extra.get(subset) ?? []), point]);
  const joiners = [...points].filter(point => blank.test(String.fromCodePoint(point)));
  return {
    base,
    extra: [...extra].map(([subset, own]) => [subset, [...own, ...joiners]] as const),
    undrawn: found.flatMap(([point, subset]) => (subset ? [] : [String.fromCodePoint(point)])),
  };
}

/**
 * Which font draws a character that the two families' subsets lack. What can be installed comes last
 * where it is not the character's own, so that a sign looks the same with it and without.
 */
async function storeOf(point: number): Promise<Subset | undefined> {
  const having = (families: readonly Family[]) =>
    families.flatMap(family => subsetsFor(family, new Set([point])));
  const optional = having(optionalFonts.map(({family}) => family));
  const isOwn = eastAsian.test(String.fromCodePoint(point));
  for (const subset of isOwn ? optional : [signs])
    if ((await characters(subset)).has(point)) return subset;
  const able: {subset: Subset; size: number}[] = [];
  for (const subset of having(stores))
    if ((await characters(subset)).has(point))
      able.push({subset, size: (await woff(subset, "400-normal")).length});
  const [smallest] = able.toSorted((a, b) => a.size - b.size);
  if (smallest) return smallest.subset;
  for (const subset of isOwn ? [] : optional)
    if ((await characters(subset)).has(point)) return subset;
  return undefined;
}

const require = createRequire(import.meta.url);

/** All of Inter: signs of mathematics and arrows, which its subsets for the web leave out. */
const signs: Subset = {
  family: {name: others, module: "@expo-google-fonts/inter", faces: ["400-normal"]},
  name: "signs",
  declared: "U+0-10FFFF",
  whole: require.resolve("@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf"),
};

function isThere(module: string): boolean {
  try {
    require.resolve(`${module}/unicode.json`);
    return true;
  } catch {
    return false;
  }
}

const known = new Map<Family, readonly (readonly [Subset, readonly Range[]])[]>();

/** The subsets that by their declared ranges could have one of the characters. */
function subsetsFor(family: Family, points: ReadonlySet<number>): Subset[] {
  const subsets = known.get(family) ?? declaredSubsets(family);
  known.set(family, subsets);
  return subsets.filter(([, ranges]) => meets(points, ranges)).map(([subset]) => subset);
}

function declaredSubsets(family: Family): (readonly [Subset, readonly Range[]])[] {
  if (!isThere(family.module)) return [];
  const declared: Record<string, string> = require(`${family.module}/unicode.json`);
  return Object.entries(declared).map(([name, range]) => [
    {family, name: name.replace(/[[\]]/g, ""), declared: range},
    parseRange(range),
  ]);
}

/** Every page has plain ASCII; the search is for the few characters beyond it. */
function codePoints(text: string): Set<number> {
  const beyond = new Set(text.match(/[^\0-\x7F]/gu));
  return new Set(["A", ...beyond].map(char => char.codePointAt(0)!));
}

function meets(points: Iterable<number>, ranges: readonly Range[]): boolean {
  for (const point of points) {
    if (ranges.some(([from, to]) => from <= point && point <= to)) return true;
  }
  return false;
}

function parseRange(range: string): Range[] {
  return range.split(",").map(part => {
    const [from, to = from] = part.trim().slice(2).split("-") as [string, string?];
    return [parseInt(from, 16), parseInt(to, 16)];
  });
}

const writeRange = (points: readonly number[]) =>
  points
    .toSorted((a, b) => a - b)
    .map(point => `U+${point.toString(16)}`)
    .join(",");

const read = new Map<string, Promise<Buffer>>();
const drawnBy = new Map<string, Promise<Set<number>>>();
const encoded = new Map<string, Promise<string>>();

function characters(subset: Subset): Promise<Set<number>> {
  return remembered(drawnBy, pathOf(subset, "400-normal", "woff"), async () =>
    charactersOf(await woff(subset, "400-normal")),
  );
}

function woff(subset: Subset, face: string): Promise<Buffer> {
  const path = pathOf(subset, face, "woff");
  return remembered(read, path, () => readFile(path));
}

async function rule(subset: Subset, face: string, range: string): Promise<string> {
  const path = pathOf(subset, face, "woff2");
  const data = await remembered(encoded, path, () => readFile(path, "base64"));
  return faceRule(subset, face, range, "woff2", data);
}

/** A face with those characters of it and no others. */
async function partRule(subset: Subset, face: string, points: readonly number[]): Promise<string> {
  const range = writeRange(points);
  const data = await remembered(encoded, `${pathOf(subset, face, "woff")} ${range}`, async () =>
    subsetOf(await woff(subset, face), points).toString("base64"),
  );
  return faceRule(subset, face, range, "woff", data);
}

function faceRule(
  {family}: Subset,
  face: string,
  range: string,
  format: "woff" | "woff2",
  data: string,
): string {
  const [weight, style] = face.split("-");
  return (
    `@font-face{font-family:"${family.name}";font-style:${style};font-weight:${weight};` +
    `src:url(data:font/${format};base64,${data}) format("${format}");unicode-range:${range}}`
  );
}

/** Those of the characters that the subset is declared for. */
const pointsOf = ({declared}: Subset, points: ReadonlySet<number>): number[] => {
  const ranges = parseRange(declared);
  return [...points].filter(point => meets([point], ranges));
};

function pathOf({family, name, whole}: Subset, face: string, format: "woff" | "woff2"): string {
  if (whole !== undefined) return whole;
  const folder = dirname(require.resolve(`${family.module}/package.json`));
  const file = family.module.slice(family.module.indexOf("/") + 1);
  return join(folder, "files", `${file}-${name}-${face}.${format}`);
}

function remembered<T>(
  memory: Map<string, Promise<T>>,
  key: string,
  make: () => Promise<T>,
): Promise<T> {
  const earlier = memory.get(key);
  if (earlier) return earlier;
  const made = make();
  memory.set(key, made);
  made.catch(() => memory.delete(key)); // what failed once may be read the next time
  return made;
}
