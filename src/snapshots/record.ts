import {createHash} from "node:crypto";
import type {Answer, Asset, Gathered, RecordedAnswer, Snapshot} from "../model/snapshot.ts";

/** A snapshot's table of contents, as `manifest.json` holds it. */
export interface Manifest {
  readonly schema: "assay/snapshot@1";
  readonly asset: Asset;
  readonly benchmark: Asset;
  readonly asOf: string;
  readonly simulated: boolean;
  readonly answers: readonly Omit<RecordedAnswer, "body">[];
}

/** Gives every answer its name and its digest. */
export function record(gathered: Gathered, asOf: string): Snapshot {
  const {asset, benchmark, simulated} = gathered;
  const answers = gathered.answers.map((answer, i) => ({
    ...answer,
    path: `answers/${String(i + 1).padStart(3, "0")}-${fileName(answer)}`,
    sha256: sha256(answer.body),
  }));
  const content = {asset, benchmark, asOf, simulated, answers};
  return {...content, sha256: sha256(manifestText(content))};
}

/** The manifest as it is written: its SHA-256 is the snapshot's. */
export function manifestText(snapshot: Omit<Snapshot, "sha256">): string {
  const {asset, benchmark, asOf, simulated} = snapshot;
  const answers = snapshot.answers.map(
    ({path, source, endpoint, query, url, fetchedAt, mediaType, sha256}) => ({
      path,
      source,
      endpoint,
      query,
      url,
      fetchedAt,
      mediaType,
      sha256,
    }),
  );
  const manifest: Manifest = {
    schema: "assay/snapshot@1",
    asset,
    benchmark,
    asOf,
    simulated,
    answers,
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

export const sha256 = (content: string | Uint8Array) =>
  createHash("sha256").update(content).digest("hex");

function fileName({source, endpoint, mediaType}: Answer): string {
  const words = `${source} ${endpoint}`.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return `${words.join("-")}.${mediaType.split("/")[1]}`;
}
