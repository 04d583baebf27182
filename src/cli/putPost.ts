import {createHash} from "node:crypto";
import {join, resolve} from "node:path";
import {Conflict} from "../model/errors.ts";
import type {Flavour, Format} from "../model/form.ts";
import type {House} from "../model/house.ts";
import {postFolder} from "../publish/files/folder.ts";
import {generators} from "../publish/files/generators.ts";
import {stampOfRecord} from "../publish/files/record.ts";
import {makeRelease} from "../publish/makeRelease.ts";
import type {Release} from "../publish/release.ts";
import type {Note} from "../report.ts";

interface Posting {
  readonly flavour: Flavour;
  /** The folder of the generator's posts. */
  readonly out: string;
  readonly house: House;
  readonly force: boolean | undefined;
}

/** What a post takes: its text, and the PDF where it is wished. The page is the generator's to make. */
export const postFormats = (formats: readonly Format[]): readonly Format[] =>
  formats.includes("pdf") ? ["md", "pdf"] : ["md"];

/**
 * Writes the note as a post, and says where. What a person has changed, or the newsroom has
 * published, is left as it is unless `force`; what is not ours always.
 *
 * @throws Conflict
 */
export async function putPost(note: Note, {flavour, out, house, force}: Posting) {
  const folder = postFolder(resolve(out), generators[flavour]);
  const release = byHand(note, house);
  const {root} = folder.shelf;
  const {post, files} = folder.layout(release);
  await folder.alone(async () => {
    const standing = await folder.look(release, undefined);
    if (standing.state === "foreign")
      throw new Conflict(
        `${standing.address} is there already and is not ours, and nothing was written: move it, give the note another --edition, or write elsewhere with --out`,
      );
    const record = await folder.record(release);
    if (standing.state === "ours" && !force) {
      if (!record || standing.receipt.stamp !== stampOfRecord(record))
        throw new Conflict(
          `${join(root, post)}, or a file beside it, was changed by a person, and nothing was overwritten: write elsewhere with --out, or give up the changes with --force`,
        );
      if (record.version > 0)
        throw new Conflict(
          `${join(root, post)} was published from the newsroom, and nothing was overwritten: correct it there, or write over it with --force`,
        );
    }
    await folder.write(release, standing);
  });
  return {folder: root, paths: [...files.keys()]};
}

/** A note that was approved by nobody: version 0, and as of its own instant, so that it comes out the same again. */
function byHand({draft, text, files}: Note, house: House): Release {
  const {id, asOf} = draft.evidence.note;
  const digest = createHash("sha256").update(text);
  for (const [path, content] of files) digest.update(`\0${path}\0`).update(content);
  return makeRelease({
    id,
    version: 0,
    kind: "note",
    digest: digest.digest("hex"),
    house,
    draft,
    text,
    files: new Map([...files].map(([path, content]) => [path, Buffer.from(content)])),
    corrections: [],
    publishedAt: asOf,
    updatedAt: asOf,
  });
}
