import {existsSync} from "node:fs";
import {join} from "node:path";
import {marked} from "marked";
import {wordsFor} from "../../languages/release.ts";
import {readFrontMatter} from "../../markdown/frontMatter.ts";
import {TargetUnavailable} from "../../model/errors.ts";
import {httpOf} from "../http.ts";
import {readAsReader} from "../readAsReader.ts";
import type {Reading} from "../reading.ts";
import {readingOf} from "../readingOf.ts";
import type {Laid} from "./layout.ts";
import {textAt} from "./record.ts";

/** The post as it lies there, read as a generator reads it. */
export async function readPost(root: string, {post, from}: Laid, locale: string): Promise<Reading> {
  const text = (await textAt(join(root, post))) ?? "";
  const {body, data, title} = readFrontMatter(text);
  const loads = (path: string) => existsSync(join(root, from, decodeURI(path)));
  const {date, pubDate} = data;
  const published = [date, pubDate].find(one => typeof one === "string");
  const reading = readingOf(await marked.parse(body), {loads});
  return {
    ...withoutOurs(reading, locale),
    title: title?.text ?? "",
    ...(published !== undefined && {publishedAt: published}),
  };
}

/** Long enough for a generator to build a site, and a host to show it. */
const builtAfterMs = 60_000;

/**
 * The page as a reader gets it.
 *
 * @throws TargetUnavailable where it is not built yet
 */
export async function readPage(
  address: string,
  {label, now, timeoutMs}: {label: string; now: () => Date; timeoutMs?: number | undefined},
  locale: string,
): Promise<Reading> {
  const http = httpOf({
    label,
    base: new URL(address).origin,
    keyFrom: "",
    keys: () => ({}),
    secrets: [],
    now,
    ...(timeoutMs !== undefined && {timeoutMs}),
  });
  const {status} = await http.page(address);
  if (status === 404)
    throw new TargetUnavailable(
      `${address} is not there, or not yet: build the site, and let its host show it. If it is found elsewhere, write its address into the url of the target`,
      {passing: {afterMs: builtAfterMs}},
    );
  return withoutOurs(await readAsReader(http, address), locale);
}

/** Without the head that the key data are given for want of one. */
function withoutOurs(reading: Reading, locale: string): Reading {
  const head = wordsFor(locale).keyData.join("\n");
  const tables = reading.tables.map(rows => (rows[0]?.join("\n") === head ? rows.slice(1) : rows));
  return {...reading, tables};
}
