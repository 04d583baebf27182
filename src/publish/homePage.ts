import {TargetUnavailable} from "../model/errors.ts";
import {parsePage} from "./dom.ts";
import type {Http} from "./http.ts";
import {noteMark} from "./readingOf.ts";
import type {Release} from "./release.ts";

/** Where a note stands first, as its readers get it. */
export interface HomePage {
  /** Addresses of its pictures by the words that stand for them. */
  readonly pictures: ReadonlyMap<string, string>;
  /** The one that others show of it. */
  readonly image?: string;
}

export const noHome: HomePage = {pictures: new Map()};

/**
 * Where a note's charts lie for targets that take no files: as whoever reads it at its home gets them.
 *
 * @throws TargetUnavailable where it does not stand there
 */
export async function homePage(http: Http, {home, retraction}: Release): Promise<HomePage> {
  if (home === undefined || retraction || !/^https?:/.test(home)) return noHome;
  const {status, html, address} = await http.page(home);
  if (status !== 200)
    throw new TargetUnavailable(
      `the note does not stand at ${home} yet (${status}), where its charts are shown from`,
    );
  const document = parsePage(html);
  const note = document.querySelector(`[${noteMark}]`) ?? document.body;
  const absolute = (text: string | null | undefined) =>
    text && URL.canParse(text, address) && /^https?:/.test(new URL(text, address).href)
      ? new URL(text, address).href
      : undefined;
  const pictures = new Map<string, string>();
  for (const image of note.querySelectorAll("img[alt]")) {
    const source = absolute(image.getAttribute("src"));
    const alt = image.getAttribute("alt");
    if (source !== undefined && alt) pictures.set(alt, source);
  }
  const image = absolute(
    document.querySelector('meta[property="og:image"]')?.getAttribute("content"),
  );
  return {pictures, ...(image !== undefined && {image})};
}
