import {escapeXml} from "../../render/xml.ts";
import type {Alternate} from "./page.ts";
import {changedAt, type SiteRecord} from "./record.ts";
import type {SiteStyle} from "./style.ts";

/** A file of the protocol holds no more. */
const mostAddresses = 50_000;

/** `sitemap.xml` and `robots.txt`: the first only where it is known where the site is. */
export function mapsOf(
  {url}: SiteStyle,
  records: readonly SiteRecord[],
  alternatesOf: (record: SiteRecord) => readonly Alternate[],
  lists: readonly string[],
): Map<string, string> {
  const robots = ["User-agent: *", "Allow: /"];
  if (url === undefined) return new Map([["robots.txt", `${robots.join("\n")}\n`]]);
  const entries = [
    ...lists.map(path => `<url><loc>${escapeXml(`${url}/${path}`)}</loc></url>`),
    ...records.map(record => {
      const alternates = alternatesOf(record);
      const links = alternates.length > 1 ? alternates : [];
      return [
        `<url><loc>${escapeXml(`${url}/${record.id}/`)}</loc>`,
        `<lastmod>${changedAt(record)}</lastmod>`,
        ...links.map(
          ({locale, path}) =>
            `<xhtml:link rel="alternate" hreflang="${escapeXml(locale)}" href="${escapeXml(`${url}/${path}`)}"/>`,
        ),
        "</url>",
      ].join("");
    }),
  ];
  const map = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...entries.slice(0, mostAddresses),
    "</urlset>",
    "",
  ];
  return new Map([
    ["sitemap.xml", map.join("\n")],
    ["robots.txt", `${[...robots, `Sitemap: ${url}/sitemap.xml`].join("\n")}\n`],
  ]);
}
