/**
 * Whether a page or a note may link there: the web, mail, a place on this page, and a file beside it.
 * A relative address is held to plain characters, since an entity such as `&#58;` in it would turn
 * into a scheme.
 */
export function isSafeLink(href: string): boolean {
  return (
    /^(?:https?:\/\/|mailto:|#)/i.test(href) || /^(?!\/\/)[\w./%~-]+(?:[?#][^:]*)?$/.test(href)
  );
}

/**
 * An address as the destination of a Markdown link, which leads there and nowhere else: what would
 * end the link, or be read as mark-up or as another character, is escaped.
 *
 * @example linkDestination("https://a.example/b_(c)") // "https://a.example/b_\\(c\\)"
 * @example linkDestination("https://a.example/b c&lt;") // "https://a.example/b%20c&amp;lt;"
 */
export function linkDestination(href: string): string {
  return href
    .toWellFormed()
    .replace(/[\s\p{C}]/gu, encodeURIComponent)
    .replace(/[\\()<>[\]|`]/g, "\\$&")
    .replace(/&(?=#?\w+;)/g, "&amp;");
}
