import type {Revision} from "../../../api/reviewShapes.ts";
import {type Block, blocksBetween} from "../changes/diff.ts";

/** Changed blocks that are shown before an approval; the others are counted. */
const most = 6;

export interface Delta {
  readonly blocks: readonly Extract<Block, {kind: "changed"}>[];
  /** How many more there are. */
  readonly more: number;
}

/** Of two texts what differs, and no more: re-approving after a comma is reading a comma. */
export function deltaOf(base: string, text: string): Delta {
  const changed = blocksBetween(base, text).filter(block => block.kind === "changed");
  return {blocks: changed.slice(0, most), more: Math.max(0, changed.length - most)};
}

/** The reasons that are given, as the desk takes them; undefined where one is missing. */
export function acceptedOf(
  {found}: Pick<Revision, "found">,
  reasons: ReadonlyMap<string, string>,
): {fault: string; reason: string}[] | undefined {
  const accepted = found.map(({id}) => ({fault: id, reason: reasons.get(id)?.trim() ?? ""}));
  return accepted.some(({reason}) => reason === "") ? undefined : accepted;
}

/**
 * A digest in eights, to be read out; of a short one the head alone.
 *
 * @example inEights("0123456789abcdef", 8) // "01234567 …"
 * @example inEights("0123456789abcdef") // "01234567 89abcdef"
 */
export const inEights = (digest: string, length = digest.length): string =>
  [
    ...(digest.slice(0, length).match(/.{1,8}/g) ?? []),
    ...(length < digest.length ? ["…"] : []),
  ].join(" ");
