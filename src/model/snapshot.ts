import type {AssetKind} from "./assetKind.ts";

/** The asset a snapshot is about, by its provider's id. */
export interface Asset {
  readonly id: string;
  readonly symbol: string;
  readonly name: string;
  /** What it is; a coin where nothing is said. */
  readonly kind?: AssetKind;
}

/** What was asked of a source, in the source's own terms. */
export interface Request {
  /** Which reader understands the answer: the name of a file in `sources/`. */
  readonly source: string;
  /** The source's own name of what was asked, such as `/search/trending`. */
  readonly endpoint: string;
  /** Parameters, by their own names; never a key or a password. */
  readonly query: Readonly<Record<string, string>>;
}

/** One answer, byte for byte, with where and when it was given. */
export interface Answer extends Request {
  /** Where it was asked; never with a key in it. */
  readonly url: string;
  /** ISO 8601 instant, UTC, at which the source answered. */
  readonly fetchedAt: string;
  readonly mediaType: "application/json" | "application/yaml" | "text/csv";
  readonly body: Buffer;
}

/** What a source gathered for one note. */
export interface Gathered {
  readonly asset: Asset;
  readonly benchmark: Asset;
  readonly simulated: boolean;
  readonly answers: readonly Answer[];
}

/** An answer as it lies in a snapshot folder. */
export interface RecordedAnswer extends Answer {
  /** Relative to the snapshot folder, with `/`. */
  readonly path: string;
  /** Of the body, in hexadecimal. */
  readonly sha256: string;
}

/** What the sources answered. Analysis reads this and nothing else. */
export interface Snapshot {
  readonly asset: Asset;
  /** The wall: nothing stamped later is in the snapshot. */
  readonly asOf: string;
  /** The asset that dependence is measured on: Bitcoin unless the data say otherwise. */
  readonly benchmark: Asset;
  /** A simulated market: every page says so. */
  readonly simulated: boolean;
  readonly answers: readonly RecordedAnswer[];
  /** Of the manifest, which holds the SHA-256 of every answer. */
  readonly sha256: string;
}
