import {createHash} from "node:crypto";
import {decodeHTML} from "entities";
import {blocksOf} from "../markdown/blocks.ts";
import {readFrontMatter} from "../markdown/frontMatter.ts";
import {narrowPath} from "../render/charts/files.ts";
import {toHtml} from "../render/markup.ts";
import {rasterize} from "../render/rasterize.ts";
import type {Release} from "./release.ts";

/** A file of the release, made fit to be put at a target. */
export interface Upload {
  /** Its path in the release. */
  readonly path: string;
  /**
   * In letters that every server takes, and with a digest of what the file is made of: two files of
   * that name are the same.
   */
  readonly name: string;
  readonly type: "image/png" | "application/pdf" | "application/json";
  readonly bytes: Uint8Array;
}

/** A chart as a picture that any blog takes: PNG, twice as fine as it is wide. */
export interface ChartPicture extends Upload {
  /** In px, as it is meant to be shown. */
  readonly width: number;
  readonly height: number;
}

const fine = 2;

/** The charts that the text shows, in its order, by their paths. */
export const chartPaths = (release: Pick<Release, "text" | "files">): string[] => [
  ...new Set(chartsOf(release).map(({path}) => path)),
];

/** Those and their drawings for a phone, where there are such. */
export const drawingPaths = (release: Pick<Release, "text" | "files">): string[] =>
  chartPaths(release).flatMap(path =>
    [path, narrowPath(path)].filter(drawing => release.files.has(drawing)),
  );

/** The words that stand for them. */
export const chartAlts = (release: Pick<Release, "text" | "files">): string[] =>
  chartsOf(release).map(({alt}) => alt);

function chartsOf({text, files}: Pick<Release, "text" | "files">) {
  const found: {path: string; alt: string}[] = [];
  toHtml(blocksOf(readFrontMatter(text).body), (path, alt) => {
    if (/^charts\/.+\.svg$/.test(path) && files.has(path)) found.push({path, alt: decodeHTML(alt)});
    return undefined;
  });
  return found;
}

/** @throws Error where the release lacks it */
export async function chartOf(
  release: Pick<Release, "id" | "files">,
  path: string,
): Promise<ChartPicture> {
  const svg = new TextDecoder().decode(fileOf(release, path));
  const {width, height} = sizeOf(svg);
  const enlarged = svg
    .replace(/^(<svg\b[^>]*?\swidth=")[\d.]+"/, `$1${width * fine}"`)
    .replace(/^(<svg\b[^>]*?\sheight=")[\d.]+"/, `$1${height * fine}"`);
  return {
    path,
    name: chartName(release, path),
    type: "image/png",
    bytes: await rasterize(enlarged),
    width,
    height,
  };
}

export const chartName = (release: Pick<Release, "id" | "files">, path: string): string =>
  `${release.id}-${slugOf(path.replace(/^charts\/|\.svg$/g, ""))}-${digestOf(fileOf(release, path))}.png`;

/**
 * The first chart as the picture that a blog shows above a post and in its lists, on a white ground
 * that is twice as wide as it is high.
 */
export async function leadOf(
  release: Pick<Release, "id" | "files">,
  path: string,
): Promise<Upload> {
  const svg = new TextDecoder().decode(fileOf(release, path));
  const {width, height} = sizeOf(svg);
  const scale = Math.min((lead.width * 0.95) / width, (lead.height * 0.95) / height);
  const [w, h] = [width * scale, height * scale];
  const inner = svg.replace(/^<svg\b[^>]*>/, tag =>
    tag
      .replace(/\s(?:width|height)="[^"]*"/g, "")
      .replace(
        /^<svg/,
        `<svg x="${(lead.width - w) / 2}" y="${(lead.height - h) / 2}" width="${w}" height="${h}"`,
      ),
  );
  const whole = `<svg xmlns="http://www.w3.org/2000/svg" width="${lead.width}" height="${lead.height}"><rect width="100%" height="100%" fill="#fff"/>${inner}</svg>`;
  return {
    path: leadPath,
    name: leadName(release, path),
    type: "image/png",
    bytes: await rasterize(whole),
  };
}

export const leadPath = "lead.png";
const lead = {width: 1200, height: 600} as const;

export const leadName = (release: Pick<Release, "id" | "files">, chart: string): string =>
  chartName(release, chart).replace(/^(.*)-([\da-f]+\.png)$/, "$1-lead-$2");

/** `note.pdf`, `evidence.json` or `card.png` under a name that tells versions apart. */
export function fileUpload(
  release: Pick<Release, "id" | "version" | "files">,
  path: keyof typeof types,
): Upload {
  const bytes = fileOf(release, path);
  const [name = "", ending = ""] = path.split(".");
  return {
    path,
    name: `${release.id}-${name}-v${release.version}-${digestOf(bytes)}.${ending}`,
    type: types[path],
    bytes,
  };
}

const types = {
  "note.pdf": "application/pdf",
  "evidence.json": "application/json",
  "card.png": "image/png",
} as const;

export const sizeOf = (svg: string): {readonly width: number; readonly height: number} => {
  const [tag = ""] = /^<svg\b[^>]*>/.exec(svg) ?? [];
  const read = (name: string) => Number(new RegExp(`\\s${name}="([\\d.]+)"`).exec(tag)?.[1]);
  return {width: read("width") || 680, height: read("height") || 320};
};

function fileOf({id, files}: Pick<Release, "id" | "files">, path: string): Uint8Array {
  const bytes = files.get(path);
  if (!bytes) throw new Error(`the release of ${id} has no ${path}`);
  return bytes;
}

const digestOf = (bytes: Uint8Array): string =>
  createHash("sha256").update(bytes).digest("hex").slice(0, 12);

const slugOf = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]+/g, "-");
