import {createHash} from "node:crypto";
import type {Correction, ReleaseKind} from "../model/publication.ts";

/** All that is approved of a release. Instants of publishing and addresses are not: they come of it. */
export interface Approved {
  readonly id: string;
  readonly version: number;
  readonly kind: ReleaseKind;
  /** Digests of the text, of the draft that it is a text of, and of the house. */
  readonly text: string;
  readonly content: string;
  readonly house: string;
  /** Digests by path. */
  readonly files: Readonly<Record<string, string>>;
  readonly corrections: readonly Correction[];
  readonly retraction?: {readonly at: string; readonly reason: string};
}

/** SHA-256 over all that is approved of a release, in whatever order its parts are given. */
export function releaseDigest({
  id,
  version,
  kind,
  text,
  content,
  house,
  files,
  corrections,
  retraction,
}: Approved): string {
  const parts = [
    [id, version, kind, text, content, house],
    Object.entries(files).toSorted(([a], [b]) => (a < b ? -1 : 1)),
    corrections.map(({at, wrong, right, version}) => [at, wrong, right, version]),
    retraction ? [retraction.at, retraction.reason] : null,
  ];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}
