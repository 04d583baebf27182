import {hash} from "node:crypto";
import {StoreDamaged} from "../../model/errors.ts";

/**
 * What is too large for a row (answers, evidence, PDFs, charts), each under the SHA-256 of its
 * bytes in lower-case hexadecimal. Many processes may put, read and remove at once; that nobody
 * removes what another is about to refer to is the database's affair: what rows are to refer to is
 * put by `keepBlobs`.
 *
 * Every method fails with StoreUnavailable where the place is out of reach, full or refuses.
 */
export interface Blobs {
  /** Gives the SHA-256 once the bytes are kept, power cut or not. The same bytes may be put again. */
  put(body: Uint8Array | string): Promise<string>;
  /** @throws StoreDamaged when there is no such blob, or it has other bytes than were put */
  get(sha256: string): Promise<Buffer>;
  /** Whether there is such a blob; `get` alone tells whether its bytes are right. */
  has(sha256: string): Promise<boolean>;
  /** Nothing happens where there is none. */
  remove(sha256: string): Promise<void>;
  /** All of them, in no order; those put or removed meanwhile may be among them. */
  list(): AsyncIterable<string>;
  /** Where they are, for people, without keys. */
  describe(): string;
}

export const bytesOf = (body: Uint8Array | string): Buffer =>
  typeof body === "string"
    ? Buffer.from(body)
    : Buffer.from(body.buffer, body.byteOffset, body.byteLength);

export const digestOf = (bytes: Uint8Array): string => hash("sha256", bytes, "hex");

/**
 * Where a blob lies below its folder or prefix: in one of 256 shelves.
 *
 * @example pathOf("ab".repeat(32)).slice(0, 8) // "ab/ababa"
 * @throws StoreDamaged when that is no digest: names that lead elsewhere end here
 */
export function pathOf(sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256))
    throw new StoreDamaged(`${JSON.stringify(sha256)} is not the SHA-256 of a blob`);
  return `${sha256.slice(0, 2)}/${sha256.slice(2)}`;
}

/** The blob that lies at a path as `pathOf` makes them; undefined for any other. */
export const digestAt = (path: string): string | undefined =>
  /^[0-9a-f]{2}\/[0-9a-f]{62}$/.test(path) ? path.replace("/", "") : undefined;

const remedy =
  "Take it from a backup, or put the same file there again; nothing else is touched by it";

export const absent = (sha256: string, where: string) =>
  new StoreDamaged(`there is no blob ${sha256} in ${where}. ${remedy}.`);

/** @throws StoreDamaged when the bytes are not those of the digest */
export function verified(bytes: Buffer, sha256: string, where: string): Buffer {
  const found = digestOf(bytes);
  if (found === sha256) return bytes;
  throw new StoreDamaged(
    `blob ${sha256} in ${where} has other bytes than it was given: ${bytes.length} of them, ` +
      `with SHA-256 ${found}. ${remedy}.`,
  );
}
