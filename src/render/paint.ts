import {mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {trueTypes} from "./fonts.ts";

/**
 * A picture in SVG as PNG, lettered in our own fonts and none of the machine's. The same picture
 * gives the same bytes. The painter reads fonts as files only, so they lie in a folder for as long.
 */
export async function paint(svg: string): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), "assay-fonts-"));
  try {
    const [{renderAsync}, fonts] = await Promise.all([import("@resvg/resvg-js"), trueTypes(svg)]);
    const fontFiles = fonts.map((_, i) => join(folder, `${String(i).padStart(2, "0")}.ttf`));
    await Promise.all(fonts.map((font, i) => writeFile(fontFiles[i]!, font)));
    const image = await renderAsync(svg, {
      font: {loadSystemFonts: false, fontFiles, defaultFontFamily: "Inter"},
    });
    return image.asPng();
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}
