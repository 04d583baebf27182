import {writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {temporaryFolder} from "../disk/temporaryFolder.ts";
import {pictureFontsOf} from "./fonts.ts";

/**
 * A picture in SVG as PNG, lettered in our own fonts and none of the machine's. The same picture
 * gives the same bytes.
 */
export async function rasterize(svg: string): Promise<Uint8Array> {
  const [{renderAsync}, {files, others}] = await Promise.all([
    import("@resvg/resvg-js"),
    pictureFontsOf(svg),
  ]);
  return withFiles(others, async written => {
    const fontFiles = [...files, ...written];
    const font = {loadSystemFonts: false, fontFiles, defaultFontFamily: "Inter"};
    return (await renderAsync(svg, {font})).asPng();
  });
}

/** The renderer reads fonts as files only: those that are none lie in a folder for as long. */
async function withFiles<T>(
  fonts: readonly Buffer[],
  use: (paths: readonly string[]) => Promise<T>,
): Promise<T> {
  if (fonts.length === 0) return use([]);
  await using folder = temporaryFolder(tmpdir(), "assay-fonts-");
  const paths = fonts.map((_, i) => join(folder.path, `${String(i).padStart(2, "0")}.ttf`));
  await Promise.all(fonts.map((font, i) => writeFile(paths[i]!, font)));
  return await use(paths);
}
