import {createHash} from "node:crypto";
import type {SendMailOptions} from "nodemailer";
import {wordsFor} from "../../languages/release.ts";
import {escapeXml} from "../../render/xml.ts";
import {bodyOf} from "../body.ts";
import {parsePage} from "../dom.ts";
import {type ChartPicture, chartOf, chartPaths} from "../pictures.ts";
import type {Release} from "../release.ts";
import {slugOf} from "../slug.ts";
import {plainNote} from "./text.ts";

/** A note as a mail, but for whom it is to. */
export interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly Attachment[];
}

interface Attachment {
  readonly filename: string;
  readonly contentType: string;
  readonly content: Buffer;
  /** Of a picture that stands in the text. */
  readonly cid?: string;
}

/** Subject, text, HTML, the charts that stand in it, and the PDF. */
export async function letterOf(release: Release, unsubscribe?: string): Promise<Letter> {
  const charts = release.retraction
    ? []
    : await Promise.all(chartPaths(release).map(path => chartOf(release, path)));
  return {
    subject: subjectOf(release),
    text: textOf(release, unsubscribe),
    html: htmlOf(release, charts, unsubscribe),
    attachments: [...charts.map(inline), ...pdf(release)],
  };
}

export function subjectOf({about, corrections, retraction}: Release): string {
  const words = wordsFor(about.locale);
  if (retraction) return words.retractedTitle(about.title);
  return corrections.length > 0 ? words.correctedTitle(about.title) : about.title;
}

/** The same for each attempt: whoever has the first does not see the second. */
export function messageId({id, version}: Release, to: string, from: string): string {
  const receiver = createHash("sha256").update(to.toLowerCase()).digest("hex").slice(0, 16);
  return `<${slugOf(id)}.v${version}.${receiver}@${from.slice(from.lastIndexOf("@") + 1)}>`;
}

/** What stands around the letter. */
export const headersOf = (unsubscribe: string | undefined): SendMailOptions["headers"] => ({
  // RFC 3834: no answering machine is to answer.
  "Auto-Submitted": "auto-generated",
  ...(unsubscribe !== undefined && {"List-Unsubscribe": `<${unsubscribe}>`}),
});

function textOf(release: Release, unsubscribe: string | undefined): string {
  const {about, corrections, retraction, home} = release;
  const words = wordsFor(about.locale);
  const note = retraction
    ? [about.title, words.retracted(retraction.at), retraction.reason]
    : [
        ...corrections.map(one => `${words.corrected(one.at)} ${words.wrongAndRight(one)}`),
        plainNote(release),
      ];
  const below = [
    ...(home === undefined ? [] : [`${words.first} ${home}`]),
    ...(unsubscribe === undefined ? [] : [`${words.unsubscribe} ${unsubscribe}`]),
  ];
  return [...note, ...(below.length > 0 ? [`-- \n${below.join("\n")}`] : [])]
    .join("\n\n")
    .concat("\n");
}

// Written at each element: some mail programs drop style sheets.
const page =
  "margin:0;padding:0;background:#ffffff;color:#1a1a1a;font-family:Georgia,'Times New Roman',serif;font-size:17px;line-height:1.55";
const column = "padding:24px 16px";
const headline = "margin:0 0 0.6em 0;font-size:28px;line-height:1.2";
const small = "margin:2em 0 0 0;font-size:13px;line-height:1.45;color:#5a5a5a";

function htmlOf(
  release: Release,
  charts: readonly ChartPicture[],
  unsubscribe: string | undefined,
): string {
  const {about} = release;
  const cids = new Map(charts.map(chart => [chart.path, `cid:${cidOf(chart)}`]));
  const {html: body, sheet} = shortened(bodyOf(release, {picture: path => cids.get(path)}));
  const off =
    unsubscribe === undefined
      ? ""
      : `<p style="${small}">${escapeXml(wordsFor(about.locale).unsubscribe)} <a href="${escapeXml(unsubscribe)}">${escapeXml(unsubscribe)}</a></p>`;
  return [
    `<!doctype html>`,
    `<html lang="${escapeXml(about.locale)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeXml(about.title)}</title><style>${sheet}</style></head>`,
    `<body style="${page}">`,
    `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="table-layout:fixed;max-width:712px;margin:0 auto"><tr><td style="${column}">`,
    `<h1 style="${headline}">${escapeXml(about.title)}</h1>`,
    body,
    off,
    `</td></tr></table>`,
    `</body></html>`,
    "",
  ].join("\n");
}

/** Looks that so many elements have are written once. */
const many = 4;

/**
 * The note as a mail can hold it. A picture within it has no address that could be opened, nor has
 * what lies beside the note. Gmail cuts a mail off after 102 kB: what many elements have in common,
 * as the cells of tables have, goes into a style sheet, without which they are still read.
 */
function shortened(note: string): {readonly html: string; readonly sheet: string} {
  const {body} = parsePage(note);
  for (const link of body.querySelectorAll("a[href]"))
    if (!/^(?:https?:|mailto:|#)/.test(link.getAttribute("href") ?? ""))
      link.removeAttribute("href");
  // The sheet's names are the only ones in use.
  for (const element of body.querySelectorAll("[class]")) element.removeAttribute("class");
  const byStyle = Map.groupBy(
    body.querySelectorAll("[style]"),
    element => element.getAttribute("style") ?? "",
  );
  const shared = [...byStyle].filter(([, elements]) => elements.length >= many);
  shared.forEach(([, elements], i) => {
    for (const element of elements) {
      element.removeAttribute("style");
      element.setAttribute("class", `n${i}`);
    }
  });
  return {
    html: body.innerHTML,
    sheet: shared.map(([style], i) => `.n${i}{${style}}`).join(""),
  };
}

const cidOf = ({name}: ChartPicture): string => `${name.replace(/[^\w.-]/g, "-")}@assay`;

const inline = (chart: ChartPicture): Attachment => ({
  filename: chart.name,
  contentType: chart.type,
  content: Buffer.from(chart.bytes),
  cid: cidOf(chart),
});

function pdf({id, files, retraction}: Release): Attachment[] {
  const content = files.get("note.pdf");
  if (!content || retraction) return [];
  return [
    {filename: `${slugOf(id)}.pdf`, contentType: "application/pdf", content: Buffer.from(content)},
  ];
}
