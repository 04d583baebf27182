import {readFile} from "node:fs/promises";
import type {Asset} from "../model/house.ts";

/** Each note carries it: in bytes. */
const largestLogo = 300_000;
const largestFont = 3_000_000;

/**
 * A logo as it goes into the page.
 *
 * @throws Error that says what is wrong with the file
 */
export async function readLogo(path: string): Promise<Asset> {
  const content = await read(path, largestLogo);
  const base64 = content.toString("base64");
  if (content.subarray(0, 8).equals(Buffer.from("\x89PNG\r\n\x1a\n", "latin1")))
    return {type: "image/png", base64};
  checkSvg(content.toString("utf8"));
  return {type: "image/svg+xml", base64};
}

/** Shown as a picture it can run and load nothing; what tries to is refused all the same. */
function checkSvg(svg: string): void {
  const body = svg.replace(/^\uFEFF?(?:\s|<\?xml[^>]*\?>|<!--[\s\S]*?-->)*/, "");
  if (!/^<svg[\s>]/.test(body) || !/<\/svg>\s*$/.test(body))
    throw new Error("it is neither SVG nor PNG");
  const [root] = /^<svg[^>]*>/.exec(body) ?? [""];
  if (!/\sxmlns=/.test(root))
    throw new Error('its <svg> lacks xmlns="http://www.w3.org/2000/svg", so no browser shows it');
  if (!/\sviewBox=/.test(root) && !(/\swidth=/.test(root) && /\sheight=/.test(root)))
    throw new Error("its <svg> has neither a viewBox nor width and height: it has no shape");
  const [found] =
    /<(?:script|foreignObject|iframe|object|embed)\b|<!(?:DOCTYPE|ENTITY)\b|\son\w+\s*=|(?:href\s*=\s*["']|url\(\s*["']?)\s*(?!#|data:image\/|["']?#)[^"')]+|@import\b/i.exec(
      body,
    ) ?? [];
  if (found !== undefined)
    throw new Error(`a logo may not run or load anything: it holds ${found.slice(0, 60)}`);
}

/**
 * A font as it goes into the page.
 *
 * @throws Error that says what is wrong with the file
 */
export async function readFont(path: string): Promise<Asset> {
  const content = await read(path, largestFont);
  const base64 = content.toString("base64");
  const mark = content.subarray(0, 4).toString("latin1");
  if (mark === "wOF2") return {type: "font/woff2", base64};
  if (["\0\x01\0\0", "true", "OTTO"].includes(mark)) return {type: "font/ttf", base64};
  throw new Error("it is neither woff2 nor ttf");
}

async function read(path: string, most: number): Promise<Buffer> {
  const content = await readFile(path).catch(cause => {
    throw new Error(cause.code === "ENOENT" ? "there is no such file" : cause.message, {cause});
  });
  if (content.length <= most) return content;
  throw new Error(`it is larger than ${most / 1000} kB, and each note would carry it`);
}
