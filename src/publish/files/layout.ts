import type {Release} from "../release.ts";
import {filesBeside} from "./post.ts";

/** The generator's folders, from the root of what it is given. */
export interface Place {
  /** Of posts; empty where it is the root itself. */
  readonly posts: string;
  /** Of what is published as it is. */
  readonly files: string;
  /** Where readers find the folder of posts, without a slash at the end. */
  readonly url?: string;
}

/** A note as a generator expects it. */
export interface Laid {
  /** Where its text is, of the paths in `files`. */
  readonly post: string;
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  /** The folder in which its relative addresses lie. */
  readonly from: string;
  /** Other files that would be the same page to the generator. */
  readonly rivals: readonly string[];
}

/** How one generator wants its posts. */
export interface Generator {
  readonly name: string;
  /**
   * The folders where `out` is that of the posts.
   *
   * @throws UsageError where no post can lie there
   */
  place(out: string): {readonly root: string} & Place;
  layout(release: Release, place: Place): Laid;
  /** What has to be said once in the generator's own settings, if anything. */
  readonly hint?: string;
}

export const inFolder = (folder: string, path: string) => (folder ? `${folder}/${path}` : path);

/** Of the reader, as far as it is known: the page has its folder there. */
export const addressOf = ({id}: Release, {url}: Place): string | undefined =>
  url === undefined ? undefined : `${url}/${id}/`;

/** The post, and its files each in the folder that is said for it. */
export const laidOut = (
  release: Release,
  folderOf: (path: string) => string,
  post: string,
  text: string,
): Omit<Laid, "rivals"> => ({
  post,
  from: folderOf(""),
  files: new Map<string, string | Uint8Array>([
    ...[...filesBeside(release)].map(
      ([path, content]) => [inFolder(folderOf(path), path), content] as const,
    ),
    [post, text],
  ]),
});
