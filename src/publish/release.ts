import type {Draft} from "../model/draft.ts";
import type {House} from "../model/house.ts";
import type {Correction, ReleaseKind} from "../model/publication.ts";
import type {About} from "../render/about.ts";

/**
 * A note as it leaves the house: what was approved, byte for byte, and what is said with it. Targets
 * are given this and nothing else.
 */
export interface Release {
  /** The note's id, the same for each of its versions: our key, and its slug wherever there is one. */
  readonly id: string;
  /** 1, and one more with each correction. */
  readonly version: number;
  readonly kind: ReleaseKind;
  /** SHA-256 over all that is approved of it: a post that carries it holds this release and no other. */
  readonly digest: string;
  /** Title, description, tags, key data … as the approved text has them. */
  readonly about: About;
  readonly house: House;
  /** Its evidence, charts and the program's own text. */
  readonly draft: Draft;
  /** The approved text: `note.md`, front matter and all. */
  readonly text: string;
  /** `note.md`, `note.html`, `note.pdf`, `evidence.json`, `card.png`, `charts/<name>.svg`, as pressed. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** When its first version became public, ISO 8601 UTC; the same for each version. */
  readonly publishedAt: string;
  /** When this version did. */
  readonly updatedAt: string;
  /** All that was corrected in it so far, oldest first. What was only filed again is not told. */
  readonly corrections: readonly Correction[];
  /** Why it was retracted: then a notice stands in its place. */
  readonly retraction?: {readonly at: string; readonly reason: string};
  /** Where the note stands first, if not at this target: the canonical address of a copy, the link of a teaser. */
  readonly home?: string;
}
