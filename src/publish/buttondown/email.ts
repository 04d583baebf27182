import {createHash} from "node:crypto";
import {z} from "zod";
import type {Receipt} from "../../model/publication.ts";
import {bodyOf} from "../body.ts";
import type {HomePage} from "../homePage.ts";
import {subjectOf} from "../mail/letter.ts";
import {chartAlts, chartPaths} from "../pictures.ts";
import type {Release} from "../release.ts";
import {slugOf} from "../slug.ts";

/** What we read of an e-mail. */
export const emailSchema = z.object({
  id: z.string(),
  subject: z.string(),
  body: z.string(),
  status: z.string(),
  absolute_url: z.string(),
  creation_date: z.string(),
  metadata: z.record(z.string(), z.unknown()).nullish(),
});
export type Email = Readonly<z.output<typeof emailSchema>>;

/** A release as the fields of an e-mail. */
export function emailOf(release: Release, {pictures, image}: HomePage) {
  const {about, home, retraction} = release;
  const alts = new Map(chartPaths(release).map((path, i) => [path, chartAlts(release)[i] ?? ""]));
  return {
    subject: subjectOf(release),
    body: verbatim(bodyOf(release, {picture: path => pictures.get(alts.get(path) ?? "")})),
    description: retraction ? "" : about.description,
    slug: slugOf(keyOf(release)),
    metadata: {assay_key: keyOf(release), assay_release: release.digest},
    ...(home !== undefined && {canonical_url: home}),
    ...(!retraction && image !== undefined && {image}),
  };
}

/**
 * Buttondown would take an HTML text for Markdown where it does not say what it is, and fills in what
 * stands between braces for each receiver: what is not seen keeps them apart.
 */
const verbatim = (html: string): string =>
  `<!-- buttondown-editor-mode: plaintext -->\n${html.replace(/\{(?=[{%#])/g, "{\u200b")}`;

/** What is told anew, a correction or a retraction, is another e-mail; what is filed again is not. */
export function keyOf({
  id,
  version,
  corrections,
  retraction,
}: Pick<Release, "id" | "version" | "corrections" | "retraction">): string {
  const told = retraction ? version : (corrections.at(-1)?.version ?? 1);
  return told === 1 ? id : `${id}-v${told}`;
}

export const isOf = ({metadata}: Email, key: string): boolean => metadata?.assay_key === key;

/** On its way or there: nothing takes it back. */
export const isSent = ({status}: Email): boolean => status !== "draft";

export const storedOf = ({subject, body}: Pick<Email, "subject" | "body">): string =>
  `<h1>${subject.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</h1>\n${body}`;

export function receiptOf(email: Email): Receipt {
  const stored = storedOf(email);
  const digest = createHash("sha256").update(stored).digest("hex");
  const marked = z.hash("sha256").safeParse(email.metadata?.assay_release);
  return {
    id: email.id,
    address: email.absolute_url,
    digest: marked.success ? marked.data : digest,
    stamp: digest,
    stored,
  };
}

/** The one that stands for a release: the one on its way, else the first. */
export const chosen = (emails: readonly Email[]): Email | undefined =>
  emails.toSorted(
    (a, b) =>
      Number(isSent(b)) - Number(isSent(a)) ||
      a.creation_date.localeCompare(b.creation_date) ||
      a.id.localeCompare(b.id),
  )[0];
