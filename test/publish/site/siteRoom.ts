import {mkdtempSync, readdirSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {targetSchemas} from "../../../src/config/targets.ts";
import {type House, plainHouse} from "../../../src/model/house.ts";
import type {Release} from "../../../src/publish/release.ts";
import {openSite} from "../../../src/publish/site.ts";
import {releaseOf, variant} from "../releases.ts";

/** An empty folder, the site in it as a target, and what is needed to look at it. */
export function siteRoom({
  house = plainHouse,
  url = "https://notes.example/blog",
  folder = mkdtempSync(join(tmpdir(), "assay-site-")),
  ...settings
}: {
  readonly house?: House;
  readonly url?: string | null;
  readonly templates?: string;
  readonly folder?: string;
} = {}) {
  const out = join(folder, "public");
  const site = openSite(
    "site",
    targetSchemas.site.parse({kind: "site", out: "public", ...(url && {url}), ...settings}),
    {env: {}, house, folder, now: () => new Date()},
  );
  return {
    folder,
    out,
    site,
    read: (path: string) => readFileSync(join(out, path), "utf8"),
    files: () => filesIn(out),
    [Symbol.dispose]: () => rmSync(folder, {recursive: true, force: true}),
  };
}

export const filesIn = (folder: string): string[] =>
  readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted();

export const older = (release: Release) =>
  variant(release, {
    id: "2025-05-20-tessilith",
    about: {...release.about, asOf: "2025-05-20T00:00:00Z", title: "An older note on Tessilith"},
    publishedAt: "2025-05-20T00:10:00Z",
  });

/** A correction of a published note, the error of which was in its turnover. */
export const corrected = (release: Release, version = 2) =>
  variant(release, {
    version,
    kind: "corrected",
    text: release.text.replaceAll("8.4%", "8.5%"),
    corrections: [
      ...release.corrections,
      {
        at: "2025-07-04T09:00:00Z",
        wrong: "The turnover was given as 8.4%.",
        right: "It was 8.5%.",
        version,
      },
    ],
  });

export const retracted = (release: Release, version = 2) =>
  variant(release, {
    version,
    kind: "retracted",
    retraction: {at: "2025-07-05T09:00:00Z", reason: "The prices were those of another coin."},
  });

/** Every kind of page: notes in two languages, one corrected, one retracted, one older. */
export async function furnished(room: ReturnType<typeof siteRoom>) {
  const tessilith = await releaseOf("tessilith");
  const notes = [
    older(tessilith),
    tessilith,
    await releaseOf("bittensor"),
    await releaseOf("bittensorTr"),
    corrected(tessilith),
    corrected(older(tessilith)),
    retracted(corrected(older(tessilith)), 3),
  ];
  for (const note of notes) {
    const standing = await room.site.look(note, undefined);
    if (standing.state === "foreign") throw new Error("the place is taken");
    await room.site.put(note, standing, never);
  }
  return {tessilith, notes};
}

/** The site does nothing that is not seen in its folder. */
export const never = {
  once: () => Promise.reject(new Error("the site keeps no journal")),
  hold: async () => {},
  past: async () => [],
};
