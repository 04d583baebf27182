/** Of a revision, what tells whose words it brought. */
export interface Brought {
  readonly number: number;
  /** Digest. */
  readonly text: string;
  readonly kind: string;
  readonly author: string;
  readonly suggested: boolean;
}

/**
 * The revisions that brought somebody's own words into the newest text, since the program or an
 * approval of another last stood for all of it. What is the same text as before brings nothing: the
 * words are of who wrote them first.
 *
 * @param revisions all of the draft, oldest first
 * @param approved digests of the texts that others have approved
 */
export function ownWords(
  revisions: readonly Brought[],
  approved: ReadonlySet<string>,
  who: string,
): number[] {
  const newest = revisions.at(-1)?.text;
  const until = revisions.findIndex(({text}) => text === newest) + 1;
  const behind = revisions.slice(0, until);
  const stoodFor = new Set([
    ...approved,
    ...revisions.filter(({kind}) => kind === "written").map(({text}) => text),
  ]);
  const since = behind.findLastIndex(({text}) => stoodFor.has(text)) + 1;
  return behind
    .slice(since)
    .filter(({author, suggested}) => author === who && !suggested)
    .map(({number}) => number);
}
