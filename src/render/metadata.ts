import type {AnalysisNewsArticle, MediaObject, WithContext} from "schema-dts";
import type {Evidence} from "../model/evidence.ts";
import type {House} from "../model/house.ts";
import {defaultLocale} from "../model/locale.ts";
import type {About} from "./about.ts";
import {cardFile} from "./files.ts";
import {logoAddress} from "./houseStyle.ts";
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
  readonly about: About;
  readonly house: House;
  readonly evidence: Evidence;
  readonly encodings: readonly Encoding[];
  readonly evidenceFile: Encoding;
  /** The address of the publisher's logo, where it has one. */
  readonly logo?: string;
}

/** The size of the picture for previews, in px. */
export const cardSize = {width: 1200, height: 630} as const;

/** Where the note is published: its folder on the house's site, if the house has one. */
export function addressOf({id}: Pick<About, "id">, {site}: House): string | undefined {
  return site === undefined ? undefined : `${site.replace(/\/+$/, "")}/${encodeURIComponent(id)}/`;
}

/**
 * What a page's head says to machines, as HTML: canonical address, Open Graph and Twitter tags, and
 * the note as schema.org's AnalysisNewsArticle. Addresses are given only where the house's site is
 * known. The JSON is a block of data, which no browser runs.
 */
export function metadataOf(described: Described): string {
  const {about, house, evidence} = described;
  const address = addressOf(about, house);
  const {title} = about;
  const image = address && `${address}${cardFile}`;
  const properties: readonly (readonly [string, string | undefined])[] = [
    ["og:type", "article"],
    ["og:title", title],
    ["og:description", about.description],
    ["og:locale", localeOf(about.locale)],
    ["og:site_name", house.name],
    ["og:url", address],
    ["og:image", image],
    ["og:image:type", image && "image/png"],
    ["og:image:width", image && String(cardSize.width)],
    ["og:image:height", image && String(cardSize.height)],
    ["og:image:alt", image && title],
    ["article:published_time", about.asOf],
    ["article:modified_time", about.asOf],
    ...about.tags.map(tag => ["article:tag", tag] as const),
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
  const {about, house, evidence, encodings, evidenceFile, logo = smallLogo(house)} = described;
  const {asset, asOf} = about;
  const address = addressOf(about, house);
  const publisher = {
    "@type": "Organization",
    name: house.name,
    ...(house.site && {url: house.site}),
    ...(logo !== undefined && {
      logo: {"@type": "ImageObject" as const, url: logo, contentUrl: logo},
    }),
  } as const;
  const license = house.licence === undefined ? {} : {license: house.licence};
  const file = ({path, encodingFormat, sha256}: Encoding) => ({
    name: path,
    encodingFormat,
    ...(address && {contentUrl: `${address}${path}`}),
    ...(sha256 && {sha256}),
  });
  return {
    "@context": "https://schema.org",
    "@type": "AnalysisNewsArticle",
    ...(address && {"@id": address, url: address, mainEntityOfPage: address}),
    identifier: about.id,
    headline: about.title,
    description: about.description,
    ...(about.banner && {genre: about.banner}),
    inLanguage: about.locale,
    datePublished: asOf,
    dateModified: asOf,
    temporalCoverage: asOf,
    author: publisher,
    publisher,
    keywords: [...about.tags],
    timeRequired: `PT${about.minutes}M`,
    isAccessibleForFree: true,
    ...license,
    about: {
      "@type": "Thing",
      name: asset.name,
      alternateName: asset.symbol,
      identifier: {"@type": "PropertyValue", propertyID: about.idsOf, value: asset.id},
    },
    ...(address && {
      image: {
        "@type": "ImageObject",
        url: `${address}${cardFile}`,
        encodingFormat: "image/png",
        width: `${cardSize.width}`,
        height: `${cardSize.height}`,
      },
    }),
    encoding: encodings.map((one): MediaObject => ({"@type": "MediaObject", ...file(one)})),
    isBasedOn: {
      "@type": "Dataset",
      name: `Evidence of ${about.id}`,
      description: `Every figure of the note on ${asset.name} as of ${asOf}: its value and unit, how it is printed, and its formula with its inputs, or the line of the recorded answer that it was read from.`,
      // Its fields and formulas are English, whatever the note's language.
      inLanguage: defaultLocale,
      identifier: `sha256:${evidence.snapshot.sha256}`,
      creditText: about.credit,
      ...coverage(evidence),
      creator: publisher,
      isAccessibleForFree: true,
      ...license,
      distribution: {"@type": "DataDownload", ...file(evidenceFile)},
    },
  };
}

/** As long as this a logo can be told in the page itself; in base64. */
const longestLogo = 12_000;

/** A logo without an address of its own is told as the picture that it is. */
const smallLogo = (house: House): string | undefined =>
  house.logo && house.logo.base64.length <= longestLogo ? logoAddress(house) : undefined;

/** From the first day of any series to the as-of instant. */
function coverage({series, note}: Evidence): {temporalCoverage?: string} {
  const first = series.flatMap(({from}) => from ?? []).sort()[0];
  return first === undefined ? {} : {temporalCoverage: `${first}/${note.asOf}`};
}

/** Open Graph wants a territory, too: that where most readers of the language are. */
export function localeOf(locale: string): string {
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
