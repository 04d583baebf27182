import {stat, statfs} from "node:fs/promises";
import {dirname, resolve} from "node:path";
import {keptBytes} from "../../disk/keptFiles.ts";
import {byteText} from "../../model/byteSize.ts";
import {RenderingFailed} from "../../model/errors.ts";
import {requireWritable} from "../../notes/writable.ts";
import {cacheFolder} from "../../sources/answersFolder.ts";
import {generator} from "../../version.ts";
import {type Finding, tried} from "./finding.ts";

/** A note takes some megabytes, its browser's profile some more. */
const leastFree = 200e6;

export const program = (): Finding => ({
  what: "program",
  ok: true,
  says: `${generator}, Node ${process.versions.node} (${process.execPath})`,
});

export const browser = (): Promise<Finding> =>
  tried("browser", async () => {
    const {findBrowser} = await import("../../render/browser.ts");
    const {version, executable, why} = await findBrowser();
    return `${version} at ${executable}: ${why}`;
  });

export async function fonts(): Promise<Finding> {
  const {extraFonts} = await import("../../render/fonts.ts");
  const said = extraFonts().map(({module, draws, installed}) =>
    installed ? `${draws}: ${module}` : `${draws}: none, until npm install ${module}`,
  );
  return {
    what: "fonts",
    ok: true,
    says: `Latin, Greek, Cyrillic, symbols and emoji come along; ${said.join("; ")}`,
  };
}

export const output = (out: string): Promise<Finding> =>
  tried("output", async () => {
    await requireWritable(out);
    return `notes can be written to ${out}/`;
  });

/** Whether there is room where we write. */
export async function disk(places: readonly string[]): Promise<Finding> {
  const said = await Promise.all(
    places.map(async place => ({place, free: await freeBytes(resolve(place))})),
  );
  return tried("disk", () => {
    for (const {place, free} of said)
      if (free < leastFree)
        throw new RenderingFailed(
          `${byteText(free)} are free at ${place}, and a note with its browser needs ${byteText(leastFree)}: free some space, or name a place on another disk`,
        );
    return said.map(({place, free}) => `${byteText(free)} free at ${place}`).join(", ");
  });
}

export async function cache(mostBytes: number): Promise<Finding> {
  const folder = cacheFolder(process.env);
  const {limited, browsers} = await keptBytes(folder);
  return {
    what: "cache",
    ok: true,
    says: `${byteText(limited)} of at most ${byteText(mostBytes)} in ${folder}, and ${byteText(browsers)} of unpacked browsers; all of it may be removed`,
  };
}

async function freeBytes(place: string): Promise<number> {
  const there = await stat(place).catch(() => undefined);
  if (!there && dirname(place) !== place) return freeBytes(dirname(place));
  const {bavail, bsize} = await statfs(place);
  return bavail * bsize;
}
