import {readFile} from "node:fs/promises";
import {createRequire} from "node:module";
import {dirname, join} from "node:path";

const families = [
  {
    name: "Source Serif 4",
    module: "@fontsource/source-serif-4",
    file: "source-serif-4",
    faces: ["400-normal", "400-italic", "600-normal"],
  },
  {name: "Inter", module: "@fontsource/inter", file: "inter", faces: ["400-normal", "600-normal"]},
] as const;

/** Within the declared ranges, and yet in none of the files. */
const gaps = new Set("\u2011\u2021\u2030");

type Family = (typeof families)[number];
type Range = readonly [number, number];

const require = createRequire(import.meta.url);
const faces = new Map<string, Promise<string>>();

/**
 * `@font-face` rules, fonts inlined, for just those subsets whose range meets the text: a note
 * in English carries five faces, one in Turkish ten, and neither asks the machine for a font.
 */
export async function fontFaces(text: string): Promise<string> {
  const points = codePoints(text);
  const rules = families.flatMap(family =>
    Object.entries(subsets(family))
      .filter(([, range]) => meets(points, parseRange(range)))
      .flatMap(([subset, range]) => family.faces.map(face => rule(family, subset, face, range))),
  );
  return (await Promise.all(rules)).join("\n");
}

/** Characters that none of our fonts can draw, each once: a reader may see boxes for them. */
export function uncovered(text: string): string[] {
  const ranges = families.map(family => Object.values(subsets(family)).flatMap(parseRange));
  return [...codePoints(text)]
    .map(point => String.fromCodePoint(point))
    .filter(char => gaps.has(char) || !ranges.every(range => meets([char.codePointAt(0)!], range)));
}

function subsets(family: Family): Record<string, string> {
  return require(`${family.module}/unicode.json`);
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

function rule(family: Family, subset: string, face: string, range: string): Promise<string> {
  const name = `${family.file}-${subset}-${face}.woff2`;
  const known = faces.get(name) ?? read(family, name, face, range);
  faces.set(name, known);
  return known;
}

async function read(family: Family, name: string, face: string, range: string): Promise<string> {
  const folder = dirname(require.resolve(`${family.module}/package.json`));
  const data = (await readFile(join(folder, "files", name))).toString("base64");
  const [weight, style] = face.split("-");
  return (
    `@font-face{font-family:"${family.name}";font-style:${style};font-weight:${weight};` +
    `src:url(data:font/woff2;base64,${data}) format("woff2");unicode-range:${range}}`
  );
}
