import type {Release} from "../release.ts";
import type {Fields} from "./frontMatter.ts";

/** What front matter says of a note whichever generator reads it, in the order that it stands there. */
export const commonFields = (release: Release) => {
  const {about, draft, id, corrections} = release;
  return {
    title: about.title,
    description: about.description,
    slug: id,
    lang: about.locale,
    tags: about.tags,
    asset: about.asset.id,
    symbol: about.asset.symbol,
    asOf: new Date(about.asOf),
    simulated: about.banner === undefined ? undefined : true,
    corrections: corrections.length
      ? corrections.map(({at, version, wrong, right}) => ({
          date: new Date(at),
          version,
          wrong,
          right,
        }))
      : undefined,
    retracted: release.retraction ? new Date(release.retraction.at) : undefined,
    assay: ownMark(release, draft.evidence.note.generator),
  } satisfies Fields;
};

/** By it the post is known again as ours. */
const ownMark = ({id, version, digest}: Release, generator: string) => ({
  id,
  version,
  digest,
  generator,
});
