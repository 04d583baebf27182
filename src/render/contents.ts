import {escapeXml} from "./xml.ts";

/** With fewer sections a note needs no list of them. */
const fewest = 6;

/** The page with a list of its sections below its dateline, where it has many. */
export function withContents(html: string, title: string): string {
  const sections = [...html.matchAll(/<h2 id="([^"]*)">([\s\S]*?)<\/h2>/g)];
  const at = /<p class="dateline">[\s\S]*?<\/p>\n?/.exec(html);
  if (sections.length < fewest || !at) return html;
  const items = sections.map(
    ([, id = "", words = ""]) => `<li><a href="#${id}">${words.replace(/<[^>]*>/g, "")}</a></li>`,
  );
  const name = escapeXml(title);
  const list = `<nav class="contents" aria-label="${name}"><details><summary>${name}</summary><ol>${items.join("")}</ol></details></nav>\n`;
  const place = at.index + at[0].length;
  return html.slice(0, place) + list + html.slice(place);
}
