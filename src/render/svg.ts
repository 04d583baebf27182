import {inPageColours} from "./charts/palette.ts";

/** Anything in a chart that could run, load or leave the page. Our own charts hold none of it. */
const unsafeTag =
  /^<(?:script|style|foreignObject|iframe|object|embed|image|animate|set|a)\b|\s(?:(?:xlink:)?href|style|on\w+)\s*=|^<[!?]/i;
const outsideAddress = /url\((?!\s*["']?#)/i;

/** What stands between the tags is text: escaped by whoever drew the chart, and shown as it is. */
function unsafeIn(svg: string): string | undefined {
  const tags = svg.match(/<(?:[^>"']|"[^"]*"|'[^']*')*>?/g) ?? [];
  return tags.find(tag => {
    const names = tag.replace(/"[^"]*"|'[^']*'/g, '""');
    const paints = tag.replace(/\saria-label="[^"]*"/g, "");
    return unsafeTag.test(names) || outsideAddress.test(paints);
  });
}

/**
 * A chart as part of the page, with `alt` as the one text alternative that a screen reader meets. Of
 * its two drawings the page shows the one that fits. They are not hidden from screen readers: what is,
 * the browser leaves out of the PDF's tags together with the words for it.
 *
 * @throws Error when a text is no SVG, or holds what no chart of ours holds
 */
export function inlineChart(
  {wide, narrow}: {readonly wide: string; readonly narrow?: string | undefined},
  alt: string,
  prefix: string,
): string {
  const drawings =
    narrow === undefined
      ? inlineSvg(wide, prefix, "")
      : inlineSvg(wide, prefix, "wide") + inlineSvg(narrow, `${prefix}n-`, "narrow");
  return `<div class="drawing" role="img" aria-label="${alt}">${drawings}</div>`;
}

/**
 * Ids are made its own (two charts may both have a `clip-1`), its size is left to the page, and its
 * colours follow the page's.
 */
function inlineSvg(svg: string, prefix: string, kind: string): string {
  const text = svg.replace(/^\uFEFF?\s*<\?xml[^>]*\?>\s*/, "").trim();
  if (!text.startsWith("<svg") || !text.endsWith("</svg>"))
    throw new Error(`no SVG: ${text.slice(0, 40)}`);
  const found = unsafeIn(text);
  if (found) throw new Error(`a chart may not hold ${found.slice(0, 80)}`);
  return asPart(inPageColours(withOwnIds(text, prefix)), kind);
}

function withOwnIds(svg: string, prefix: string): string {
  return svg
    .replace(/(\sid=")([^"]*)(")/g, `$1${prefix}$2$3`)
    .replace(/(url\(\s*["']?#)/g, `$1${prefix}`)
    .replace(/(\s(?:xlink:)?href="#)/g, `$1${prefix}`)
    .replace(/(\saria-(?:labelledby|describedby)=")([^"]*)(")/g, (_, name, ids, end) =>
      [name, ids.replace(/\S+/g, (id: string) => prefix + id), end].join(""),
    );
}

/** Only the first tag is touched, and the words go that the page says: the view box stays, the fixed size goes. */
function asPart(svg: string, kind: string): string {
  const end = svg.indexOf(">");
  const tag = svg.slice(0, end);
  const [, width] = /\swidth="([\d.]+)"/.exec(tag) ?? [];
  const [, height] = /\sheight="([\d.]+)"/.exec(tag) ?? [];
  const box =
    /\sviewBox=/.test(tag) || !width || !height ? "" : ` viewBox="0 0 ${width} ${height}"`;
  const bare = tag.replace(
    /\s(?:xmlns|width|height|role|aria-label|aria-labelledby|aria-describedby)="[^"]*"/g,
    "",
  );
  const inner = svg.slice(end).replace(/^><title>[^<]*<\/title><desc\b[^>]*>[^<]*<\/desc>/, ">");
  return `${bare}${box}${kind && ` class="${kind}"`}${inner}`;
}
