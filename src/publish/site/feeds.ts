import {wordsOf} from "../../languages/site.ts";
import {escapeXml} from "../../render/xml.ts";
import {prefixOf} from "./page.ts";
import {changedAt, type SiteRecord, uuidOf} from "./record.ts";
import type {SiteStyle} from "./style.ts";

/** Notes in a feed, whole. */
export const mostInFeed = 15;

/** A note as a feed has it. */
export interface FeedEntry {
  readonly record: SiteRecord;
  /** Its text as HTML, with addresses that hold anywhere. */
  readonly html: string;
}

/** Both feeds of a language, by path. Without an address of the site its links are as seen from it. */
export function feedsOf(
  style: SiteStyle,
  locale: string,
  entries: readonly FeedEntry[],
): Map<string, string> {
  const prefix = prefixOf(locale, style.main);
  return new Map([
    [`${prefix}feed.xml`, atom(style, locale, entries)],
    [`${prefix}feed.json`, json(style, locale, entries)],
  ]);
}

/** Where a path of the site is, as a feed in its own or a language's folder says it. */
export const feedAddress = (style: SiteStyle, locale: string, path: string) =>
  style.url === undefined
    ? `${prefixOf(locale, style.main) ? "../" : ""}${path}` || "./"
    : `${style.url}/${path}`;

/** RFC 4287. An entry's id never changes; a correction is the same id, newly updated. */
function atom(style: SiteStyle, locale: string, entries: readonly FeedEntry[]): string {
  const words = wordsOf(locale);
  const {name} = style.house;
  const at = (path: string) => escapeXml(feedAddress(style, locale, path));
  const prefix = prefixOf(locale, style.main);
  const updated = newest(entries);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(locale)}">`,
    `<id>${uuidOf(`${name}\nfeed\n${locale}`)}</id>`,
    `<title>${escapeXml(name)}</title>`,
    `<subtitle>${escapeXml(words.tagline)}</subtitle>`,
    `<updated>${updated}</updated>`,
    `<link rel="self" type="application/atom+xml" href="${at(`${prefix}feed.xml`)}"/>`,
    `<link rel="alternate" type="text/html" href="${at(prefix)}"/>`,
    `<author><name>${escapeXml(name)}</name></author>`,
    ...entries.map(({record, html}) => {
      const {about, feedId, publishedAt, id: noteId} = record;
      return [
        "<entry>",
        `<id>${escapeXml(feedId)}</id>`,
        `<title>${escapeXml(titleOf(record))}</title>`,
        `<published>${publishedAt}</published>`,
        `<updated>${changedAt(record)}</updated>`,
        `<link rel="alternate" type="text/html" href="${at(`${noteId}/`)}"/>`,
        ...about.tags.map(tag => `<category term="${escapeXml(tag)}"/>`),
        `<summary>${escapeXml(about.description)}</summary>`,
        `<content type="html">${escapeXml(html)}</content>`,
        "</entry>",
      ].join("\n");
    }),
    "</feed>",
    "",
  ].join("\n");
}

/** JSON Feed 1.1. */
function json(style: SiteStyle, locale: string, entries: readonly FeedEntry[]): string {
  const at = (path: string) => feedAddress(style, locale, path);
  const prefix = prefixOf(locale, style.main);
  const feed = {
    version: "https://jsonfeed.org/version/1.1",
    title: style.house.name,
    description: wordsOf(locale).tagline,
    language: locale,
    home_page_url: at(prefix),
    feed_url: at(`${prefix}feed.json`),
    authors: [{name: style.house.name}],
    items: entries.map(({record, html}) => ({
      id: record.feedId,
      url: at(`${record.id}/`),
      title: titleOf(record),
      summary: record.about.description,
      content_html: html,
      ...(record.files["card.png"] !== undefined && {image: at(`${record.id}/card.png`)}),
      date_published: record.publishedAt,
      date_modified: changedAt(record),
      tags: record.about.tags,
      language: record.about.locale,
    })),
  };
  return `${JSON.stringify(feed, null, 1)}\n`;
}

function titleOf({about, retraction}: SiteRecord): string {
  return retraction ? `${wordsOf(about.locale).retracted}: ${about.title}` : about.title;
}

/** A feed without entries was last updated before there were any. */
const newest = (entries: readonly FeedEntry[]) =>
  entries
    .map(({record}) => changedAt(record))
    .toSorted()
    .at(-1) ?? "1970-01-01T00:00:00Z";
