import {undisclosed} from "../../../../check/authorship.ts";
import type {Evidence} from "../../../../model/evidence.ts";
import type {Revision} from "../../../api/reviewShapes.ts";
import {blocksBetween, type Piece, piecesBetween} from "../changes/diff.ts";

/** Changed blocks that are shown before an approval; the others are counted. */
const most = 6;

export interface Delta {
  /** Of each changed block the sentences that changed. */
  readonly blocks: readonly (readonly Piece[])[];
  /** How many more there are. */
  readonly more: number;
  /** What is read before the text, such as its description, differs. */
  readonly head: boolean;
}

/**
 * Of two texts what differs, and no more: re-approving after a comma is reading a comma. What the
 * program itself says of who has changed the text is no change of anybody's.
 */
export function deltaOf(base: string, text: string, authorship?: Evidence["authorship"]): Delta {
  const bare = (one: string) => (authorship ? undisclosed(one, authorship).text : one);
  const changed = blocksBetween(bare(base), bare(text)).flatMap(block =>
    block.kind === "changed" ? [sentencesOf(block.pieces)] : [],
  );
  return {
    blocks: changed.slice(0, most),
    more: Math.max(0, changed.length - most),
    head: headOf(bare(base)) !== headOf(bare(text)),
  };
}

const headOf = (text: string) => /^---\n[\s\S]*?\n---\n/.exec(text)?.[0];

/** Of two wordings of a passage the sentences that differ. */
export const changedSentences = (before: string, after: string): Piece[] =>
  sentencesOf(piecesBetween(before, after));

/** Without the sentences around that are as they were. */
function sentencesOf(pieces: readonly Piece[]): Piece[] {
  return pieces.map(({kind, words}, i) => {
    if (kind !== "same") return {kind, words};
    const ends = [...words.matchAll(/[.!?:;]\s+(?=[\p{Lu}\p{N}“"(])/gu)].map(
      ({0: {length}, index}) => index + length,
    );
    const head = i === 0 ? 0 : (ends[0] ?? words.length);
    const tail = i === pieces.length - 1 ? words.length : (ends.at(-1) ?? 0);
    if (i > 0 && i < pieces.length - 1)
      return {kind, words: tail > head ? `${words.slice(0, head)}… ${words.slice(tail)}` : words};
    if (i === 0) return {kind, words: tail > 0 ? `… ${words.slice(tail)}` : words};
    return {kind, words: head < words.length ? `${words.slice(0, head)}…` : words};
  });
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
