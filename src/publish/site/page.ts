import {wordsOf} from "../../languages/site.ts";
import {localeOf} from "../../render/metadata.ts";
import {escapeXml} from "../../render/xml.ts";
import type {PageStyle} from "./style.ts";
import {markup, type SiteLayout} from "./templates.ts";

/** A page of the site, beside what its own template shows. */
export interface SitePage {
  /** Its folder, such as `coins/bittensor/`; empty for the front page. */
  readonly path: string;
  readonly locale: string;
  readonly title: string;
  readonly description: string;
  readonly indexed?: boolean;
  /** Where it stands first, if not here. */
  readonly canonical?: string | undefined;
  /** The same in other languages, each by its folder. */
  readonly alternates?: readonly Alternate[];
  readonly picture?: {readonly path: string; readonly alt: string};
  /** Further lines of the head, as HTML. */
  readonly head?: string;
  readonly article?: boolean;
  readonly banner?: string;
  readonly generator?: string;
  /** Front pages in other languages. */
  readonly languages?: readonly string[];
  /** A page that a host may show at any depth. */
  readonly anywhere?: boolean;
}

export interface Alternate {
  readonly locale: string;
  readonly path: string;
}

/** The way from a page's folder up to the site's. */
export const rootOf = (path: string) => "../".repeat(path.split("/").length - 1);

/** Pages in another language than the front page's lie in a folder of their own. */
export const prefixOf = (locale: string, main: string) => (locale === main ? "" : `${locale}/`);

/** What every template is given beside what it shows. */
export function surroundings(style: PageStyle, page: SitePage) {
  const root = page.anywhere ? baseOf(style.url) : rootOf(page.path);
  const prefix = prefixOf(page.locale, style.main);
  return {
    w: wordsOf(page.locale),
    root,
    prefix,
    homeHref: `${root}${prefix}` || "./",
    name: style.house.name,
    title: page.title,
    feedback: feedbackOf(style.house.feedback),
    feedbackText: style.house.feedback ?? "",
  };
}

/** The whole page: what its template makes of the view, in the site's layout. */
export function pageOf(
  style: PageStyle,
  page: SitePage,
  template: SiteLayout,
  view: Readonly<Record<string, unknown>>,
): string {
  const around = surroundings(style, page);
  const {w, root, prefix} = around;
  const at = (folder: string) => ({
    href: `${root}${prefix}${folder}/`,
    current: page.path === `${prefix}${folder}/`,
  });
  const {house, css, theme, script, logo} = style;
  return style.fill("layout", {
    ...around,
    lang: page.locale,
    title: page.title === house.name ? page.title : `${page.title} · ${house.name}`,
    description: page.description,
    indexed: page.indexed ?? true,
    head: markup(headOf(style, page)),
    css,
    theme,
    script,
    logo: logo ?? "",
    nav: [
      {label: w.notes, ...at("notes")},
      {label: w.coins, ...at("coins")},
      {label: w.archive, ...at("archive")},
      {label: w.method, ...at("method")},
      {label: w.about, ...at("about")},
    ],
    footNav: [
      {label: w.tags, ...at("tags")},
      {label: w.corrections, ...at("corrections")},
      {label: w.method, ...at("method")},
      {label: w.about, ...at("about")},
    ],
    languages: (page.languages ?? [])
      .filter(locale => locale !== page.locale)
      .map(locale => ({
        lang: locale,
        label: wordsOf(locale).language,
        href: `${root}${prefixOf(locale, style.main)}` || "./",
      })),
    banner: page.banner ?? "",
    generator: page.generator ?? "",
    content: markup(style.fill(template, {...around, ...view})),
  });
}

/** What the head says to machines. Addresses are given only where it is known where the site is. */
function headOf(style: PageStyle, page: SitePage): string {
  const {url, house} = style;
  const absolute = (path: string) => (url === undefined ? undefined : `${url}/${path}`);
  const own = page.canonical ?? absolute(page.path);
  const picture = page.picture && absolute(page.picture.path);
  const alternates = page.alternates ?? [];
  const properties: readonly (readonly [string, string | undefined])[] = [
    ["og:type", page.article ? "article" : "website"],
    ["og:title", page.title],
    ["og:description", page.description],
    ["og:locale", localeOf(page.locale)],
    ["og:site_name", house.name],
    ["og:url", own],
    ["og:image", picture],
    ["og:image:alt", picture && page.picture?.alt],
  ];
  return [
    ...(own && !page.anywhere ? [`<link rel="canonical" href="${escapeXml(own)}">`] : []),
    ...(url !== undefined && alternates.length > 1
      ? [
          ...alternates.map(({locale, path}) => alternate(locale, `${url}/${path}`)),
          ...alternates
            .filter(({locale}) => locale === style.main)
            .map(({path}) => alternate("x-default", `${url}/${path}`)),
        ]
      : []),
    ...properties.flatMap(([name, content]) =>
      content ? [`<meta property="${name}" content="${escapeXml(oneLine(content))}">`] : [],
    ),
    `<meta name="twitter:card" content="${picture ? "summary_large_image" : "summary"}">`,
    ...(page.head ? [page.head] : []),
  ].join("\n");
}

const alternate = (lang: string, href: string) =>
  `<link rel="alternate" hreflang="${escapeXml(lang)}" href="${escapeXml(href)}">`;

const oneLine = (text: string) => text.replace(/\s+/g, " ");

/** Where the site begins on its host. */
const baseOf = (url: string | undefined) =>
  url === undefined ? "/" : `${new URL(url).pathname.replace(/\/+$/, "")}/`;

/** A mail or web address as a link. */
function feedbackOf(feedback: string | undefined): string {
  if (feedback === undefined) return "";
  return /^(?:https?:|mailto:)/i.test(feedback) ? feedback : `mailto:${feedback}`;
}
