import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {figurePlaces} from "../../check/figurePlaces.ts";
import type {Chart} from "../../model/chart.ts";
import {type Evidence, evidenceSchema} from "../../model/evidence.ts";
import {inlineSvg} from "../../render/svg.ts";
import type {Release} from "../release.ts";
import {searchWords} from "./content.ts";
import type {Laid} from "./disk.ts";
import {placesFile, placesSchema, placesText} from "./figures.ts";
import {type Neighbours, type NoteParts, notePages, noticePage, oldPages} from "./notePages.ts";
import {
  recordFile,
  recordText,
  type SiteRecord,
  type SiteVersion,
  standing,
  uuidOf,
} from "./record.ts";
import {type PageStyle, sha256} from "./style.ts";

/** A note's folder as it is to stand: what it says of itself, and its files, the record among them. */
export interface NoteFolder {
  readonly record: SiteRecord;
  readonly files: ReadonlyMap<string, Laid>;
}

/** A note's folder as it stands. */
export interface FolderBefore {
  readonly record: SiteRecord;
  readonly folder: string;
}

/** As much of a release as its folder is made of. */
export interface PressedNote extends Omit<Release, "draft"> {
  readonly draft: {
    readonly evidence: Evidence;
    readonly charts: readonly Pick<Chart, "name" | "description">[];
  };
}

/** What is published of a note as it was pressed, byte for byte; the page is the site's own. */
const published = /^(?:note\.(?:md|pdf)|evidence\.json|card\.png|charts\/[a-z0-9-]+\.svg)$/;

export const pressedNote = ({draft: {evidence, charts}, ...release}: Release): PressedNote => ({
  ...release,
  draft: {evidence, charts: charts.map(({name, description}) => ({name, description}))},
  files: new Map([...release.files].filter(([path]) => published.test(path))),
});
/** What a version that was replaced keeps of it. */
const keptOfOld = /^(?:note\.(?:md|pdf)|evidence\.json|places\.json|charts\/[a-z0-9-]+\.svg)$/;
/** What the site makes of it. */
const pages = /^(?:v\d+\/)?(?:evidence\/)?index\.html$/;

/**
 * The folder of a release, over that of the version before. A corrected note keeps the version that
 * had the error, in a folder of its own; a notice keeps nothing.
 */
export async function folderOf(
  style: PageStyle,
  release: PressedNote,
  before: FolderBefore | undefined,
  neighbours: Neighbours,
): Promise<NoteFolder> {
  const {about, draft, text, retraction} = release;
  const files = new Map<string, Laid>();
  if (!retraction) {
    for (const [path, content] of release.files) files.set(path, content);
    files.set("note.md", text);
    files.set(placesFile, placesText(figurePlaces(text, draft.evidence)));
  }
  const versions = versionsOf(release, before?.record);
  if (before)
    for (const path of Object.keys(before.record.files))
      for (const kept of placesInNew(path, before.record, versions))
        files.set(kept, {from: join(before.folder, path)});
  const first = [...text.matchAll(/\]\((charts\/[a-z0-9-]+\.svg)\)/g)].find(([, path = ""]) =>
    files.has(path),
  )?.[1];
  const alt = draft.charts.find(({name}) => `charts/${name}.svg` === first)?.description;
  const record: SiteRecord = {
    schema: "assay/record@1",
    id: release.id,
    feedId: before?.record.feedId ?? uuidOf(`${release.house.name}\n${release.id}`),
    ...(draft.evidence.note.edition !== undefined && {edition: draft.evidence.note.edition}),
    about: {...about, tags: [...about.tags], keyData: [...about.keyData]},
    publishedAt: before?.record.publishedAt ?? release.publishedAt,
    versions,
    corrections: [...release.corrections],
    ...(retraction && {retraction: {...retraction}}),
    ...(release.home !== undefined && {home: release.home}),
    ...(first !== undefined && alt !== undefined && {chart: {path: first, alt}}),
    words: retraction ? "" : searchWords(text),
    dress: dressOf(style, neighbours),
    files: {},
  };
  return dressed(style, record, files, neighbours, {
    digests: before?.record.files ?? {},
    from: before?.folder,
    evidence: draft.evidence,
  });
}

/** The folder of a note that stands, its pages made anew. */
export function redressed(
  style: PageStyle,
  before: FolderBefore,
  neighbours: Neighbours,
): Promise<NoteFolder> {
  const files = new Map(
    Object.keys(before.record.files)
      .filter(path => !pages.test(path))
      .map(path => [path, {from: join(before.folder, path)}] as const),
  );
  const record = {...before.record, dress: dressOf(style, neighbours)};
  return dressed(style, record, files, neighbours, {
    digests: before.record.files,
    from: before.folder,
    evidence: undefined,
  });
}

/** What a note's pages are made with, beside the note. Which notes are earlier is as it was when they were made. */
export const dressOf = (style: PageStyle, {alternates}: Neighbours) =>
  sha256(JSON.stringify([style.digest, alternates]));

function versionsOf(release: PressedNote, before: SiteRecord | undefined): SiteVersion[] {
  const {version, kind, updatedAt, digest, about, retraction} = release;
  const own = {version, kind, at: updatedAt, digest, title: about.title};
  const earlier = (before?.versions ?? [])
    .filter(one => one.version < version)
    .map(({path, ...one}): SiteVersion => {
      const replaced = before && one.version === standing(before).version && kind === "corrected";
      const readable = !retraction && (path !== undefined || replaced);
      return readable ? {...one, path: path ?? `v${one.version}/`} : one;
    });
  return [...earlier, own];
}

/** Where a file of the folder before lies in the new one: nowhere, or in the folder of its version. */
function placesInNew(
  path: string,
  before: SiteRecord,
  versions: readonly SiteVersion[],
): readonly string[] {
  const kept = (version: number) => versions.find(one => one.version === version)?.path;
  const [, old, inner = ""] = /^v(\d+)\/(.*)$/.exec(path) ?? [];
  if (old !== undefined)
    return kept(Number(old)) !== undefined && keptOfOld.test(inner) ? [path] : [];
  const folder = kept(standing(before).version);
  return folder !== undefined && keptOfOld.test(path) ? [folder + path] : [];
}

/** Makes the pages of what lies in the folder, and the record of all of it. */
async function dressed(
  style: PageStyle,
  record: SiteRecord,
  files: ReadonlyMap<string, Laid>,
  neighbours: Neighbours,
  before: {
    readonly digests: SiteRecord["files"];
    readonly from: string | undefined;
    /** Of the version that stands, where it is known already. */
    readonly evidence: Evidence | undefined;
  },
): Promise<NoteFolder> {
  const digests = new Map<string, string>();
  for (const [path, laid] of files) digests.set(path, await digestOf(laid, before));
  const known = {...record, files: Object.fromEntries(digests)};
  const made = new Map<string, string>();
  if (record.retraction) {
    // Every address that a page of it had, and no other file.
    const had = Object.keys(before.digests).filter(path => pages.test(path));
    for (const path of new Set(["index.html", ...had]))
      made.set(
        path,
        noticePage(style, known, `${record.id}/${path.slice(0, -"index.html".length)}`),
      );
  } else {
    const parts = await partsOf(files, "", before.evidence);
    for (const [path, html] of notePages(style, known, parts, neighbours)) made.set(path, html);
    for (const version of record.versions) {
      if (version.path === undefined) continue;
      const old = await partsOf(files, version.path);
      for (const [path, html] of oldPages(style, known, version, old))
        made.set(version.path + path, html);
    }
  }
  const all = new Map<string, Laid>([...files, ...made]);
  for (const [path, html] of made) digests.set(path, sha256(html));
  const whole = {...record, files: Object.fromEntries([...digests].toSorted(byPath))};
  return {record: whole, files: all.set(recordFile, recordText(whole))};
}

const byPath = ([a]: readonly [string, string], [b]: readonly [string, string]) => (a < b ? -1 : 1);

async function digestOf(
  laid: Laid,
  {digests, from}: {readonly digests: SiteRecord["files"]; readonly from: string | undefined},
): Promise<string> {
  if (typeof laid === "string" || laid instanceof Uint8Array) return sha256(laid);
  const known = from !== undefined && digests[laid.from.slice(from.length + 1)];
  return known || sha256(await readFile(laid.from));
}

/** What a version's pages are made of, as it lies in its folder. */
async function partsOf(
  files: ReadonlyMap<string, Laid>,
  folder: string,
  known?: Evidence,
): Promise<NoteParts> {
  const own = [...files].flatMap(([path, laid]) =>
    path.startsWith(folder) ? [[path.slice(folder.length), laid] as const] : [],
  );
  const by = new Map(own);
  const read = async (path: string) => {
    const laid = by.get(path);
    if (laid === undefined) throw new Error(`the folder of a note lacks ${folder}${path}`);
    return textOf(laid);
  };
  const charts = await Promise.all(
    own
      .filter(([path]) => /^charts\/[^/]+\.svg$/.test(path))
      .map(async ([path, laid]) => [path, await textOf(laid)] as const),
  );
  return {
    text: await read("note.md"),
    evidence: known ?? evidenceSchema.parse(JSON.parse(await read("evidence.json"))),
    places: placesSchema.parse(JSON.parse(await read(placesFile))).places,
    charts: new Map(charts),
    files: new Set(by.keys()),
  };
}

async function textOf(laid: Laid): Promise<string> {
  if (typeof laid === "string") return laid;
  if (laid instanceof Uint8Array) return Buffer.from(laid).toString("utf8");
  return readFile(laid.from, "utf8");
}

/** The chart of a note as part of another page. */
export async function chartIn(folder: string, {chart, id}: SiteRecord): Promise<string> {
  if (!chart) return "";
  const svg = await readFile(join(folder, chart.path), "utf8");
  return inlineSvg(svg, escapeAlt(chart.alt), `${id}-`);
}

const escapeAlt = (text: string) => text.replace(/[&<>"']/g, char => `&#${char.charCodeAt(0)};`);
