import {readdir, readFile} from "node:fs/promises";
import {join} from "node:path";
import {wordsOf} from "../../languages/site.ts";
import {htmlOf} from "./content.ts";
import {readSmall} from "./disk.ts";
import {feedAddress, feedsOf, mostInFeed} from "./feeds.ts";
import {filled} from "./filled.ts";
import {type FolderMaker, madeAhead} from "./folderMaker.ts";
import {leadOf, listPages, notesIn, type Shelf} from "./lists.ts";
import {chartIn, dressOf} from "./noteFolder.ts";
import type {Listed, Neighbours} from "./notePages.ts";
import {place} from "./place.ts";
import {changedAt, type KnownRecord, recordFile, recordSchema, type SiteRecord} from "./record.ts";
import {searchIndex} from "./searchIndex.ts";
import {mapsOf} from "./sitemap.ts";
import {type SiteStyle, sha256} from "./style.ts";
import {type Left, writeSite} from "./written.ts";

/** The records of a site. */
export type Records = ReadonlyMap<string, KnownRecord>;

/** Notes whose folders carry a record of ours, by id. */
export async function readRecords(out: string): Promise<Records> {
  const entries = await readdir(out, {withFileTypes: true}).catch(() => []);
  const names = entries.filter(one => one.isDirectory() && /^[a-z0-9]/.test(one.name));
  const found = await Promise.all(names.map(({name}) => readRecord(out, name)));
  return new Map(found.flatMap(one => (one ? [[one.record.id, one] as const] : [])));
}

/** Undefined where there is none of ours. */
export async function readRecord(out: string, id: string): Promise<KnownRecord | undefined> {
  const text = await readSmall(join(out, id, recordFile), "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    const record = recordSchema.parse(JSON.parse(text));
    return record.id === id ? {record, digest: sha256(text)} : undefined;
  } catch {
    return undefined;
  }
}

/** As much of a note as tells whose neighbour it is, and is shown there. */
export type Sketch = Listed & Pick<SiteRecord, "edition">;

/** The same note in other languages, those that are coming among them, and older notes on its coin. */
export function neighboursOf(
  {id, about, edition}: Sketch,
  records: Iterable<Sketch>,
  coming: readonly Sketch[] = [],
): Neighbours {
  const all = [...records].filter(one => one.about.asset.id === about.asset.id);
  const same = [...all, ...coming].filter(
    one =>
      one.id === id ||
      (!one.retraction &&
        one.edition === edition &&
        one.about.asset.id === about.asset.id &&
        one.about.locale !== about.locale &&
        one.about.asOf.slice(0, 10) === about.asOf.slice(0, 10)),
  );
  const locales = new Map([
    [about.locale, id],
    ...same.map(one => [one.about.locale, one.id] as const),
  ]);
  return {
    alternates: [...locales]
      .map(([locale, note]) => ({locale, path: `${note}/`}))
      .toSorted((a, b) => (a.locale < b.locale ? -1 : 1)),
    earlier: all
      .filter(one => one.about.locale === about.locale && one.about.asOf < about.asOf)
      .toSorted(newestFirst)
      .slice(0, 3),
  };
}

const newestFirst = (a: Sketch, b: Sketch) =>
  a.about.asOf > b.about.asOf ? -1 : a.about.asOf < b.about.asOf ? 1 : a.id < b.id ? 1 : -1;

/**
 * Makes all that lists notes anew from their records, and the pages of those notes whose form has
 * changed or that are there in another language now; writes what differs.
 */
export async function writeIndexes(
  out: string,
  style: SiteStyle,
  read: Records,
  {make}: Pick<FolderMaker, "make">,
): Promise<Left> {
  const known = new Map(read);
  const siblings = Map.groupBy(
    [...known.values()].map(({record}) => record),
    ({about}) => `${about.asset.id} ${about.asOf.slice(0, 10)}`,
  );
  const near = ({about}: SiteRecord) =>
    siblings.get(`${about.asset.id} ${about.asOf.slice(0, 10)}`) ?? [];
  const everyRecord = [...read.values()].map(one => one.record);
  const undressed = everyRecord.filter(
    record => record.dress !== dressOf(style, neighboursOf(record, near(record))),
  );
  const redress = (record: SiteRecord) =>
    make({
      before: {record, folder: join(out, record.id)},
      neighbours: neighboursOf(record, everyRecord),
    });
  for await (const made of madeAhead(undressed, redress))
    known.set(made.record.id, await place(out, made, read.get(made.record.id)?.record));
  const records = [...known.values()].map(({record}) => record).toSorted(newestFirst);
  const wanted = await filesOf(
    out,
    style,
    records,
    record => neighboursOf(record, near(record)).alternates,
  );
  const digests = Object.fromEntries([...known].map(([id, {digest}]) => [id, digest]).toSorted());
  return writeSite(out, wanted, digests);
}

async function filesOf(
  out: string,
  style: SiteStyle,
  records: readonly SiteRecord[],
  alternatesOf: (record: SiteRecord) => Neighbours["alternates"],
): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const locales = [...new Set([style.main, ...records.map(({about}) => about.locale).toSorted()])];
  const charts = new Map<string, string>();
  const shelf: Shelf = {style, records, locales, charts};
  for (const locale of locales) {
    const lead = leadOf(notesIn(shelf, locale));
    if (lead) charts.set(locale, await chartIn(join(out, lead.id), lead));
  }
  const lists = listPages(shelf);
  const paths = [...lists.keys()].filter(path => path.endsWith("index.html"));
  const feeds = await Promise.all(
    locales.map(async locale => {
      const newest = notesIn(shelf, locale)
        .toSorted((a, b) => (changedAt(a) > changedAt(b) ? -1 : 1))
        .slice(0, mostInFeed);
      const entries = newest.map(async record => ({
        record,
        html: await wholeText(out, style, locale, record),
      }));
      return [...feedsOf(style, locale, await Promise.all(entries))];
    }),
  );
  return new Map<string, string | Uint8Array>([
    [".nojekyll", ""],
    ...style.assets,
    ...searchIndex(records),
    ...lists,
    ...feeds.flat(),
    ...mapsOf(
      style,
      records,
      alternatesOf,
      paths.map(path => path.slice(0, -"index.html".length)),
    ),
  ]);
}

/** A note as a feed carries it: whole, its charts as pictures of the site. */
async function wholeText(
  out: string,
  style: SiteStyle,
  locale: string,
  record: SiteRecord,
): Promise<string> {
  const {about, id, retraction} = record;
  const words = wordsOf(about.locale);
  if (retraction)
    return `<p>${words.retraction}.</p>\n<blockquote>${escaped(retraction.reason)}</blockquote>`;
  const markdown = await readFile(join(out, id, "note.md"), "utf8");
  const at = (path: string) => feedAddress(style, locale, `${id}/${path}`);
  const html = htmlOf(markdown, (path, alt) =>
    record.files[path] === undefined ? undefined : `<img src="${escaped(at(path))}" alt="${alt}">`,
  )
    .replace(
      /(<a href=")(?![a-z]+:|#)([^"]*)"/g,
      (_, begin, path) => `${begin}${escaped(at(path))}"`,
    )
    .replace(/ tabindex="0"/g, "");
  const corrections = record.corrections.map(
    ({at: instant, wrong, right}) =>
      `<p><b>${escaped(filled(words.correction, {day: instant.slice(0, 10)}))}</b> ${words.was}: <q>${escaped(wrong)}</q> ${words.is}: <q>${escaped(right)}</q></p>`,
  );
  return [...corrections, html].join("\n");
}

const escaped = (text: string) => text.replace(/[&<>"']/g, char => `&#${char.charCodeAt(0)};`);
