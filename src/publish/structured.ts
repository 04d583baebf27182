import {wordsFor} from "../languages/release.ts";
import {analysisArticle, type Encoding} from "../render/metadata.ts";
import type {Release} from "./release.ts";

/** Where the note and its files lie at a target, as far as that is known. */
export interface Located {
  readonly address?: string;
  readonly image?: string;
  readonly pdf?: string | undefined;
}

/** The release in the terms of schema.org, as JSON that ends no element of a page. */
export function structuredOf(release: Release, located: Located): string {
  const {about, corrections, publishedAt, updatedAt} = release;
  const {
    "@id": _,
    image: __,
    ...article
  } = analysisArticle({
    about,
    house: withoutSite(release),
    evidence: release.draft.evidence,
    encodings: located.pdf ? [pdf] : [],
    evidenceFile: {path: "evidence.json", encodingFormat: "application/json"},
  }) as ReturnType<typeof analysisArticle> & {"@id"?: string; image?: unknown};
  const address = release.home ?? located.address;
  const words = wordsFor(about.locale);
  return safeJson({
    ...article,
    ...(address !== undefined && {"@id": address, url: address, mainEntityOfPage: address}),
    ...(located.image !== undefined && {image: located.image}),
    datePublished: publishedAt,
    dateModified: updatedAt,
    version: release.version,
    ...(located.pdf !== undefined && {encoding: [{...media(pdf), contentUrl: located.pdf}]}),
    ...(corrections.length > 0 && {
      correction: corrections.map(one => ({
        "@type": "CorrectionComment",
        datePublished: one.at,
        text: `${words.corrected(one.at)} ${words.wrongAndRight(one)}`,
      })),
    }),
  });
}

const pdf: Encoding = {path: "note.pdf", encodingFormat: "application/pdf"};

const media = ({path, encodingFormat}: Encoding) => ({
  "@type": "MediaObject",
  name: path,
  encodingFormat,
});

/** A blog's post is not where the house's own site has the note. */
const withoutSite = ({house: {site: _, ...house}}: Release) => house;

const safeJson = (value: unknown) =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    char => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
