import type {Draft} from "../model/draft.ts";
import type {House} from "../model/house.ts";
import type {Correction, ReleaseKind} from "../model/publication.ts";
import {aboutOf} from "../render/about.ts";
import type {Release} from "./release.ts";

/** What a release is made of. */
export interface ReleaseParts {
  /** The note's. */
  readonly id: string;
  readonly version: number;
  readonly kind: ReleaseKind;
  readonly digest: string;
  readonly house: House;
  readonly draft: Draft;
  readonly text: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly corrections: readonly Correction[];
  readonly retraction?: {readonly at: string; readonly reason: string};
  readonly publishedAt: string;
  readonly updatedAt: string;
  readonly home?: string;
}

/** A note as targets are given it. */
export const makeRelease = (parts: ReleaseParts): Release => ({
  about: aboutOf(parts.draft, parts.text),
  ...parts,
});
