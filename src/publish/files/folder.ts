import {existsSync} from "node:fs";
import {mkdir} from "node:fs/promises";
import {dirname, join, relative} from "node:path";
import {z} from "zod";
import {freeLocks, lock} from "../../disk/lock.ts";
import {readFrontMatter} from "../../markdown/frontMatter.ts";
import {ExpectedError, TargetRefused, TargetUnavailable} from "../../model/errors.ts";
import type {Receipt} from "../../model/publication.ts";
import type {Release} from "../release.ts";
import type {Absent, Ours, Standing} from "../target.ts";
import {addressOf, type Generator, type Laid, type Place} from "./layout.ts";
import {type PostRecord, stampOf, stampOfRecord, textAt} from "./record.ts";
import {digestsAt, recordPath, requireNoLinks, type Shelf, settled, shelve} from "./shelf.ts";

/** A generator's folder of posts, with what of it is ours. */
export interface PostFolder {
  readonly shelf: Shelf;
  readonly place: Place;
  layout(release: Release): Laid;
  /** Where its readers find it, or where it lies. */
  address(release: Release): string;
  /** Nobody else of ours writes meanwhile. */
  alone<T>(use: () => Promise<T>): Promise<T>;
  look(release: Release, receipt: Receipt | undefined): Promise<Standing>;
  /**
   * Writes the release's files where `standing` was seen.
   *
   * @throws TargetRefused where somebody's file is in the way, or ours were changed since
   */
  write(release: Release, standing: Absent | Ours): Promise<void>;
  /** What we wrote of it. */
  record(release: Release): Promise<PostRecord | undefined>;
  /** Every file that is or was ours, from the root. */
  paths(release: Release): Promise<string[]>;
}

/** The mark by which a post is known again. */
const markSchema = z.looseObject({
  id: z.string(),
  version: z.int(),
  digest: z.hash("sha256"),
});

/**
 * @param out the folder of the posts
 * @throws UsageError where the generator has no posts in such a folder
 */
export function postFolder(out: string, generator: Generator, url?: string): PostFolder {
  const {root, ...at} = generator.place(out);
  const place = {...at, ...(url !== undefined && {url})};
  const shelf = {root, kept: join(out, ".assay")};
  const layout = (release: Release) => generator.layout(release, place);
  const address = (release: Release) =>
    addressOf(release, place) ?? join(root, layout(release).post);
  const there = (path: string) => existsSync(join(root, path));

  const look = async (release: Release, receipt: Receipt | undefined): Promise<Standing> => {
    const record = await settled(shelf, release.id);
    const laid = layout(release);
    const post = record?.post ?? laid.post;
    const rival = laid.rivals.find(there);
    if (rival !== undefined) return foreign(root, rival);
    const stored = await textAt(join(root, post));
    if (stored === undefined) {
      const inTheWay = [...laid.files.keys()].find(
        path => there(path) && !(path in (record?.files ?? {})),
      );
      if (inTheWay !== undefined) return foreign(root, inTheWay);
      return {state: record || receipt ? "gone" : "absent"};
    }
    const mark = markOf(stored);
    if (!record && mark?.id !== release.id) return foreign(root, post);
    const paths = record ? Object.keys(record.files) : [...laid.files.keys()];
    const digest = record?.digest ?? mark?.digest ?? release.digest;
    const stamp = await stampOf(root, paths);
    const found = {
      id: release.id,
      address: address(release),
      digest,
      stamp,
      stored: [stored, ...(await changedBeside(root, record))].join("\n"),
    };
    return {state: "ours", receipt: found, shown: true};
  };

  const write = async (release: Release, standing: Absent | Ours): Promise<void> => {
    const laid = layout(release);
    await requireNoLinks(root, [...laid.files.keys()]);
    const now = await look(release, undefined);
    if (now.state === "foreign") throw taken(now.address);
    const seen = standing.state === "ours" ? standing.receipt.stamp : undefined;
    const found = now.state === "ours" ? now.receipt.stamp : undefined;
    if (seen !== found)
      throw new TargetRefused(
        `${join(root, laid.post)} was changed while it was to be published, and nothing was written: publish again`,
      );
    const record = await settled(shelf, release.id);
    if (record?.digest === release.digest && found === stampOfRecord(record)) return;
    const ours = record?.files ?? {};
    for (const path of Object.keys(await digestsAt(root, [...laid.files.keys()])))
      if (!(path in ours) && now.state !== "ours") throw taken(join(root, path));
    const {id, version, digest} = release;
    await shelve(shelf, {id, version, digest, post: laid.post}, laid.files);
  };

  return {
    shelf,
    place,
    layout,
    address,
    look: (release, receipt) => explained(root, () => look(release, receipt)),
    write: (release, standing) => explained(root, () => write(release, standing)),
    alone: use => explained(root, () => alone(join(shelf.kept, "notes"), use)),
    record: release => explained(root, () => settled(shelf, release.id)),
    async paths(release) {
      const record = await settled(shelf, release.id);
      const files = [...layout(release).files.keys(), ...Object.keys(record?.files ?? {})];
      const own = relative(root, recordPath(shelf, release.id));
      return [...new Set([...files, own])];
    },
  };
}

/** Calls `use` while no other run that asks likewise is at the path. */
export async function alone<T>(path: string, use: () => Promise<T>): Promise<T> {
  await mkdir(dirname(path), {recursive: true});
  await freeLocks(dirname(path));
  await using held = await lock(path);
  if (!held)
    throw new TargetUnavailable(`${path} is held by another run of ours for too long: try again`);
  return await use();
}

/** The files beside the post that are not as we wrote them. */
async function changedBeside(root: string, record: PostRecord | undefined): Promise<string[]> {
  if (!record) return [];
  const beside = Object.keys(record.files).filter(path => path !== record.post);
  const there = await digestsAt(root, beside);
  return beside
    .filter(path => there[path] !== record.files[path])
    .map(path => `(${path}: ${there[path] === undefined ? "removed" : `now ${there[path]}`})`);
}

function markOf(text: string): z.output<typeof markSchema> | undefined {
  const read = markSchema.safeParse(readFrontMatter(text).data.assay);
  return read.success ? read.data : undefined;
}

async function foreign(root: string, path: string): Promise<Standing> {
  const text = (await textAt(join(root, path))) ?? "";
  const title = readFrontMatter(text.slice(0, 100_000)).title?.text ?? path;
  return {state: "foreign", address: join(root, path), title};
}

const taken = (path: string) =>
  new TargetRefused(
    `${path} is there already and is not ours, and nothing was written: move it, or give another folder`,
  );

/** What the disk says, as a person reads it. */
export async function explained<T>(root: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (cause) {
    const {code, syscall, message} = cause as NodeJS.ErrnoException;
    if (cause instanceof ExpectedError || code === undefined || syscall === undefined) throw cause;
    if (["ENOSPC", "EDQUOT", "EMFILE", "EIO"].includes(code))
      throw new TargetUnavailable(`${root} cannot be written now: ${message}`, {cause});
    throw new TargetRefused(
      `${root} cannot be written: ${message}. Give the program the right to, or another folder`,
      {cause},
    );
  }
}
