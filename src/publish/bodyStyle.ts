import {type PageElement, parsePage} from "./dom.ts";

// Grey that shows on light and on dark, and the theme's own ink for the rest: hexadecimal, since
// WordPress lets no brackets into a style.
const line = "#80808066";
const heavy = "#808080";
const alarm = "#b3261e";

/** By selector; of several that fit an element, all are written, the later ones last. */
const rules: readonly (readonly [string, string])[] = [
  ["p, ul, ol, blockquote", "margin:0 0 1em 0;overflow-wrap:break-word"],
  ["li", "margin:0 0 0.4em 0"],
  ["h2", "margin:1.8em 0 0.6em 0"],
  ["h3, h4", "margin:1.5em 0 0.5em 0"],
  [".dateline, .source", "font-size:0.8em;line-height:1.45;opacity:0.8"],
  [".key-data", `margin:1.5em 0;border-top:2px solid ${heavy};border-bottom:1px solid ${heavy}`],
  [".brief", `margin:1.8em 0;padding:0.2em 0 0.2em 1.1em;border-left:4px solid ${heavy}`],
  [".brief .label", "margin:0 0 0.4em 0;font-weight:bold"],
  [".brief ul", "margin:0"],
  [".notice", `margin:0 0 1.8em 0;padding:0.2em 0 0.2em 1.1em;border-left:4px solid ${alarm}`],
  [".notice p", "margin:0.3em 0"],
  [".files", `margin:2em 0 0 0;padding:0.8em 0 0 0;border-top:1px solid ${heavy};font-size:0.85em`],
  [".files p", "margin:0.2em 0"],
  ["figure", `margin:2em 0;padding:0.6em 0 0 0;border-top:2px solid ${heavy}`],
  [
    "figcaption",
    "margin:0 0 0.7em 0;padding:0;font-size:0.9em;line-height:1.4;text-align:left;color:inherit",
  ],
  [".key-data .source, figure .source", "margin:0.7em 0"],
  ["img", "display:block;width:100%;max-width:680px;height:auto;margin:0;background:#ffffff"],
  [".table", "margin:1.2em 0;overflow:auto"],
  [".table.long", "max-height:36em"],
  ["figure .table", "margin:0"],
  [
    "table",
    "display:table;width:100%;margin:0;border:0;border-collapse:collapse;font-size:0.8em;line-height:1.4;white-space:normal",
  ],
  // As wide as their words need: on a phone they are moved sideways in their frame.
  [".table table", "min-width:32em"],
  [".table.wide table", "min-width:46em"],
  [
    "th, td",
    `padding:0.4em 0.9em 0.4em 0;border:0;border-bottom:1px solid ${line};text-align:left;vertical-align:top;font-weight:normal;letter-spacing:normal;text-transform:none;background:none;word-break:normal;overflow-wrap:normal`,
  ],
  ["thead th", `border-bottom:1px solid ${heavy};font-weight:bold;vertical-align:bottom`],
  [".key-data th", "width:34%"],
  [".key-data td", "font-weight:bold"],
  [".right", "text-align:right"],
  ["td.right", "white-space:nowrap"],
  [".center", "text-align:center"],
];

/** HTML of a note with its looks written at each element, and names that no theme has. */
export function styled(html: string): string {
  const {body} = parsePage(html);
  for (const [selector, style] of rules)
    for (const element of body.querySelectorAll(selector)) add(element, style);
  for (const element of body.querySelectorAll("[id]"))
    element.setAttribute("id", `note-${element.getAttribute("id")}`);
  for (const element of body.querySelectorAll('a[href^="#"]'))
    element.setAttribute("href", `#note-${element.getAttribute("href")?.slice(1)}`);
  for (const element of body.querySelectorAll("[class]")) rename(element);
  return body.innerHTML;
}

function add(element: PageElement, style: string): void {
  const before = element.getAttribute("style");
  element.setAttribute("style", before ? `${merged(before, style)}` : style);
}

/** A property that is written again is written once. */
function merged(before: string, after: string): string {
  const read = (style: string) =>
    style.split(";").map(one => [one.slice(0, one.indexOf(":")), one] as const);
  return [...new Map([...read(before), ...read(after)]).values()].join(";");
}

/** A theme has classes of its own for tables and sources. */
function rename(element: PageElement): void {
  const names = (element.getAttribute("class") ?? "").split(/\s+/).filter(Boolean);
  element.setAttribute("class", names.map(name => `assay-${name}`).join(" "));
}
