import {dateFormat} from "../../format/dates.ts";
import {customsOf} from "../../languages/customs.ts";
import {wordsOf} from "../../languages/site.ts";
import type {Evidence} from "../../model/evidence.ts";
import type {FigurePlace} from "../../model/figurePlace.ts";
import {fileSlug} from "../../model/fileSlug.ts";
import {analysisArticle} from "../../render/metadata.ts";
import {contentOf} from "./content.ts";
import {evidencePage} from "./evidencePage.ts";
import {filled} from "./filled.ts";
import {type Alternate, pageOf, prefixOf, rootOf, type SitePage} from "./page.ts";
import {changedAt, recordFile, type SiteRecord, type SiteVersion, standing} from "./record.ts";
import type {PageStyle} from "./style.ts";
import {markup} from "./templates.ts";

/** What was approved of one version, as it lies in its folder. */
export interface NoteParts {
  readonly text: string;
  readonly evidence: Evidence;
  /** SVG by the path that the Markdown gives its image. */
  readonly charts: ReadonlyMap<string, string>;
  readonly places: readonly FigurePlace[];
  /** Paths of the files beside it. */
  readonly files: ReadonlySet<string>;
}

/** What a line of a list shows of a note. */
export type Listed = Pick<SiteRecord, "id" | "about" | "retraction" | "corrections">;

/** What a note's pages show of other notes. */
export interface Neighbours {
  /** The same note in every language that it is there in, itself among them. */
  readonly alternates: readonly Alternate[];
  /** On the same coin in the same language, the newest first. */
  readonly earlier: readonly Listed[];
}

const coinPath = (style: PageStyle, {about}: Pick<SiteRecord, "about">) =>
  `${prefixOf(about.locale, style.main)}coins/${fileSlug(about.asset.id)}/`;

/** The pages of the version that stands: the note, and where its figures come from. */
export function notePages(
  style: PageStyle,
  record: SiteRecord,
  parts: NoteParts,
  {alternates, earlier}: Neighbours,
): ReadonlyMap<string, string> {
  const {about} = record;
  const page = pageFor(style, record, parts, alternates);
  return versionPages(style, record, parts, {
    page,
    alternates,
    earlier: earlier.map(one => rowOf(one, `../${one.id}/`)),
    old: undefined,
    record: recordFile,
    title: about.title,
  });
}

/** The pages of a version that has been replaced. */
export function oldPages(
  style: PageStyle,
  record: SiteRecord,
  {version, title}: SiteVersion,
  parts: NoteParts,
): ReadonlyMap<string, string> {
  const next = record.versions.find(one => one.version > version) ?? standing(record);
  const {about} = record;
  const words = wordsOf(about.locale);
  const path = `${record.id}/v${version}/`;
  return versionPages(style, record, parts, {
    page: {
      path,
      locale: about.locale,
      title,
      description: about.description,
      indexed: false,
      canonical: style.url && `${style.url}/${record.id}/`,
      generator: about.generator,
      ...(about.banner !== undefined && {banner: about.banner}),
    },
    alternates: [],
    earlier: [],
    old: {
      words: filled(words.oldVersion, {day: dateFormat(customsOf(about.locale)).day(next.at)}),
      href: "../",
    },
    record: `../${recordFile}`,
    title,
  });
}

interface Version {
  readonly page: SitePage;
  readonly alternates: readonly Alternate[];
  readonly earlier: readonly object[];
  readonly old: {readonly words: string; readonly href: string} | undefined;
  readonly record: string;
  readonly title: string;
}

function versionPages(
  style: PageStyle,
  record: SiteRecord,
  parts: NoteParts,
  {page, alternates, earlier, old, record: recordHref, title}: Version,
): ReadonlyMap<string, string> {
  const {about} = record;
  const words = wordsOf(about.locale);
  const dates = dateFormat(customsOf(about.locale));
  const {asset} = about;
  const root = rootOf(page.path);
  const content = contentOf(parts.text, parts.charts, parts.places, "evidence/");
  const note = pageOf(style, page, "note", {
    coin: asset.name,
    symbol: asset.symbol === asset.name ? "" : asset.symbol,
    coinHref: `${root}${coinPath(style, record)}`,
    pdf: parts.files.has("note.pdf") ? "note.pdf" : "",
    alternates: alternates
      .filter(({locale}) => locale !== about.locale)
      .map(({locale, path}) => ({
        lang: locale,
        label: wordsOf(locale).language,
        href: `${root}${path}`,
      })),
    id: record.id,
    old,
    corrections: old ? [] : correctionsOf(record),
    content: markup(content.html),
    headings: content.headings.map(({id, text}) => ({id: markup(id), text: markup(text)})),
    record: recordHref,
    published: dates.day(record.publishedAt),
    publishedAt: record.publishedAt,
    earlierTitle: filled(words.earlier, {name: asset.name}),
    earlier,
  });
  const evidence = evidencePage(style, page, title, parts.evidence, content.linked);
  return new Map([
    ["index.html", note],
    ["evidence/index.html", evidence],
  ]);
}

/** The notice in the place of a note that was retracted. */
export function noticePage(style: PageStyle, record: SiteRecord, path = `${record.id}/`): string {
  const {about, retraction} = record;
  const words = wordsOf(about.locale);
  const day = dateFormat(customsOf(about.locale)).day;
  const page = {
    path,
    locale: about.locale,
    title: `${words.retracted}: ${about.title}`,
    description: words.retraction,
    article: true,
    generator: about.generator,
    ...(about.banner !== undefined && {banner: about.banner}),
    ...(path !== `${record.id}/` && {indexed: false}),
    canonical: style.url && `${style.url}/${record.id}/`,
  };
  return pageOf(style, page, "notice", {
    coin: about.asset.name,
    symbol: about.asset.symbol,
    coinHref: `${rootOf(path)}${coinPath(style, record)}`,
    id: record.id,
    day: about.asOf.slice(0, 10),
    dayWords: day(about.asOf),
    correctionsHref: `${rootOf(path)}${prefixOf(about.locale, style.main)}corrections/`,
    said: filled(words.retractionReason, {day: day(retraction?.at ?? changedAt(record))}),
    reason: retraction?.reason ?? "",
    title: about.title,
    onCoin: filled(words.onCoin, {name: about.asset.name}),
  });
}

/** A note as a line of a list. */
export function rowOf(record: Listed, href: string) {
  const {about} = record;
  const words = wordsOf(about.locale);
  return {
    href,
    title: about.title,
    asOf: about.asOf,
    day: dateFormat(customsOf(about.locale)).day(about.asOf),
    marks: [
      ...(about.banner === undefined ? [] : [about.banner]),
      ...(record.retraction
        ? [words.retracted]
        : record.corrections.length > 0
          ? [words.corrected]
          : []),
    ],
  };
}

/** Each with the version that had the error, where it can still be read. */
export function correctionsOf({corrections, versions, about}: SiteRecord) {
  const words = wordsOf(about.locale);
  const {day} = dateFormat(customsOf(about.locale));
  return corrections.map(({at, wrong, right, version}) => {
    const before = versions.findLast(one => one.version < version)?.path;
    return {
      at,
      day: day(at),
      said: filled(words.correction, {day: day(at)}),
      wrong,
      right,
      href: before ?? "",
    };
  });
}

function pageFor(
  style: PageStyle,
  record: SiteRecord,
  parts: NoteParts,
  alternates: readonly Alternate[],
): SitePage {
  const {about, id, home} = record;
  return {
    path: `${id}/`,
    locale: about.locale,
    title: about.title,
    description: about.description,
    article: true,
    alternates,
    generator: about.generator,
    ...(home !== undefined && {canonical: home}),
    ...(about.banner !== undefined && {banner: about.banner}),
    ...(parts.files.has("card.png") && {picture: {path: `${id}/card.png`, alt: about.title}}),
    head: [
      `<meta property="article:published_time" content="${record.publishedAt}">`,
      `<meta property="article:modified_time" content="${changedAt(record)}">`,
      `<script type="application/ld+json">${scriptJson(structured(style, record, parts))}</script>`,
    ].join("\n"),
  };
}

/** The note in the terms of schema.org, with what became of it since it was published. */
function structured(style: PageStyle, record: SiteRecord, {evidence, files}: NoteParts): object {
  const {about, corrections, publishedAt} = record;
  const digest = (path: string) => {
    const sha256 = record.files[path];
    return sha256 === undefined ? {} : {sha256};
  };
  const {site: _, ...house} = style.house;
  return {
    ...analysisArticle({
      about,
      house: {...house, ...(style.url !== undefined && {site: style.url})},
      ...(style.url !== undefined &&
        style.logo !== undefined && {logo: `${style.url}/${style.logo}`}),
      evidence,
      encodings: [
        ...(files.has("note.md")
          ? [{path: "note.md", encodingFormat: "text/markdown", ...digest("note.md")}]
          : []),
        ...(files.has("note.pdf") ? [{path: "note.pdf", encodingFormat: "application/pdf"}] : []),
      ],
      evidenceFile: {
        path: "evidence.json",
        encodingFormat: "application/json",
        ...digest("evidence.json"),
      },
    }),
    datePublished: publishedAt,
    dateModified: changedAt(record),
    version: standing(record).version,
    ...(corrections.length > 0 && {
      correction: corrections.map(({at, wrong, right}) => ({
        "@type": "CorrectionComment",
        datePublished: at,
        text: `${wrongWord(about.locale)}: ${wrong} ${rightWord(about.locale)}: ${right}`,
      })),
    }),
  };
}

const wrongWord = (locale: string) => wordsOf(locale).was;
const rightWord = (locale: string) => wordsOf(locale).is;

/** JSON that can hold nothing that ends or changes the element around it. */
const scriptJson = (value: unknown) =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    char => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
