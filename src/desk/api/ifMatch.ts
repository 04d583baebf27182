import {Problem, wrongField} from "./problem.ts";

/** The tag of a revision. */
export const etagOf = (revision: number): string => `"${revision}"`;

/**
 * The revision that an If-Match names; undefined without one. A proxy that compresses may have made
 * its tag a weak one.
 *
 * @throws Problem 422 for anything but one tag of ours
 */
export function readIfMatch(header: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  const [, number] = /^\s*(?:W\/)?"(\d{1,9})"\s*$/.exec(header) ?? [];
  if (number === undefined)
    throw wrongField("If-Match", 'must be the ETag of one revision, such as "4"');
  return Number(number);
}

/** @throws Problem 428 where there is none */
export function requireIfMatch(header: string | undefined): number {
  const revision = readIfMatch(header);
  if (revision !== undefined) return revision;
  throw new Problem(
    428,
    "A save says which revision it was written on: send its ETag as If-Match.",
  );
}
