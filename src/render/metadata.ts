import type {AnalysisNewsArticle, MediaObject, WithContext} from "schema-dts";
import type {Article} from "../model/article.ts";
import type {Evidence} from "../model/evidence.ts";
import type {House} from "../model/house.ts";
import {plain} from "../model/text.ts";
import {escapeXml} from "./xml.ts";

/** A file of the note that a machine may want instead of the page. */
export interface Encoding {
  readonly path: string;
  readonly encodingFormat: string;
  /** Of its content in hexadecimal, where the page does not become part of it. */
  readonly sha256?: string;
}

/** A note as machines are told of it. */
export interface Described {
  readonly article: Article;
  readonly house: House;
  readonly evidence: Evidence;
  /** Whose ids the asset's id is one of, such as "coingecko". */
  readonly idsOf: string;
  readonly encodings: readonly Encoding[];
  readonly evidenceFile: Encoding;
}

/** The size of the picture for previews, in px. */
export const cardSize = {width: 1200, height: 630} as const;

/** Where the note is published: its folder on the house's site, if the house has one. */
export function addressOf({id}: Article, {site}: House): string | undefined {
  return site === undefined ? undefined : `${site.replace(/\/+$/, "")}/${encodeURIComponent(id)}/`;
}

/**
 * What a page's head says to machines, as HTML: canonical address, Open Graph and Twitter tags, and
 * the note as schema.org's AnalysisNewsArticle. Addresses are given only where the house's site is
 * known. The JSON is a block of data, which no browser runs.
 */
export function metadataOf(described: Described): string {
  const {article, house, evidence} = described;
  const address = addressOf(article, house);
  const title = plain(article.title);
  const image = address && article.image && `${address}${article.image}`;
  const properties: readonly (readonly [string, string | undefined])[] = [
    ["og:type", "article"],
    ["og:title", title],
    ["og:description", article.description],
    ["og:locale", localeOf(article.locale)],
    ["og:site_name", house.name],
    ["og:url", address],
    ["og:image", image],
    ["og:image:type", image && "image/png"],
    ["og:image:width", image && String(cardSize.width)],
    ["og:image:height", image && String(cardSize.height)],
    ["og:image:alt", image && title],
    ["article:published_time", article.asOf],
    ["article:modified_time", article.asOf],
    ...article.tags.map(tag => ["article:tag", tag] as const),
  ];
  return [
    ...(address ? [`<link rel="canonical" href="${escapeXml(address)}">`] : []),
    ...properties.flatMap(([name, content]) => meta("property", name, content)),
    ...meta("name", "author", house.name),
    ...meta("name", "generator", evidence.note.generator),
    ...meta("name", "twitter:card", image ? "summary_large_image" : "summary"),
    `<script type="application/ld+json">${scriptJson(analysisArticle(described))}</script>`,
  ].join("\n");
}

/** The note in the terms of schema.org. */
export function analysisArticle(described: Described): WithContext<AnalysisNewsArticle> {
  const {article, house, evidence, idsOf, encodings, evidenceFile} = described;
  const {asset, asOf} = article;
  const address = addressOf(article, house);
  const at = (path: string) => address && `${address}${path}`;
  const publisher = {
    "@type": "Organization",
    name: house.name,
    ...(house.site && {url: house.site}),
  } as const;
  const file = ({path, encodingFormat, sha256}: Encoding) => ({
    name: path,
    encodingFormat,
    ...(address && {contentUrl: at(path)!}),
    ...(sha256 && {sha256}),
  });
  return {
    "@context": "https://schema.org",
    "@type": "AnalysisNewsArticle",
    ...(address && {"@id": address, url: address, mainEntityOfPage: address}),
    identifier: article.id,
    headline: plain(article.title),
    description: article.description,
    ...(article.banner && {genre: article.banner}),
    inLanguage: article.locale,
    datePublished: asOf,
    dateModified: asOf,
    temporalCoverage: asOf,
    author: publisher,
    publisher,
    keywords: [...article.tags],
    timeRequired: `PT${article.minutes}M`,
    isAccessibleForFree: true,
    about: {
      "@type": "Thing",
      name: asset.name,
      alternateName: asset.symbol,
      identifier: {"@type": "PropertyValue", propertyID: idsOf, value: asset.id},
    },
    ...(address &&
      article.image && {
        image: {
          "@type": "ImageObject",
          url: at(article.image)!,
          encodingFormat: "image/png",
          width: `${cardSize.width}`,
          height: `${cardSize.height}`,
        },
      }),
    encoding: encodings.map((one): MediaObject => ({"@type": "MediaObject", ...file(one)})),
    isBasedOn: {
      "@type": "Dataset",
      name: evidenceFile.path,
      description: article.description,
      identifier: `sha256:${evidence.snapshot.sha256}`,
      creditText: plain(article.keyDataSource),
      ...coverage(evidence),
      creator: publisher,
      isAccessibleForFree: true,
      distribution: {"@type": "DataDownload", ...file(evidenceFile)},
    },
  };
}

/** From the first day of any series to the as-of instant. */
function coverage({series, note}: Evidence): {temporalCoverage?: string} {
  const first = series.flatMap(({from}) => from ?? []).sort()[0];
  return first === undefined ? {} : {temporalCoverage: `${first}/${note.asOf}`};
}

/** Open Graph wants a territory, too: that where most readers of the language are. */
function localeOf(locale: string): string {
  const {language, region} = new Intl.Locale(locale).maximize();
  return region ? `${language}_${region}` : language;
}

const meta = (key: "name" | "property", name: string, content: string | undefined) =>
  content === undefined || content === ""
    ? []
    : [`<meta ${key}="${name}" content="${escapeXml(content.replace(/\s+/g, " "))}">`];

/** JSON that can hold nothing that ends or changes the element around it. */
const scriptJson = (value: unknown) =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    char => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
