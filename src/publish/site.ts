import {mkdtemp, readFile, rmdir} from "node:fs/promises";
import {join, resolve} from "node:path";
import {pathToFileURL} from "node:url";
import type {TargetSettings} from "../config/targets.ts";
import {TargetUnavailable} from "../model/errors.ts";
import type {Receipt} from "../model/publication.ts";
import {parsePage} from "./dom.ts";
import type {Reading} from "./reading.ts";
import {readingOf} from "./readingOf.ts";
import type {Release} from "./release.ts";
import {alone, filesBelow} from "./site/disk.ts";
import {readRecord} from "./site/indexes.ts";
import {type SiteRecord, standing} from "./site/record.ts";
import {layOut, shelve} from "./site/shelve.ts";
import {type SiteStyle, sha256, siteStyle} from "./site/style.ts";
import {misplaced, readWritten} from "./site/written.ts";
import type {Standing, Target, TargetEffects} from "./target.ts";

type Settings = TargetSettings["site"];

/** A whole blog in a folder that any host can serve. The folder is the truth of what is published. */
export function openSite(name: string, settings: Settings, effects: TargetEffects): Target {
  const {house} = effects;
  const out = resolve(effects.folder, settings.out);
  const url = settings.url ?? house.site?.replace(/\/+$/, "");
  const templates =
    settings.templates === undefined ? undefined : resolve(effects.folder, settings.templates);
  let last: SiteStyle | undefined;
  /** Read each time, since a template may be mended; what is compiled of the same ones is kept. */
  const style = async () => {
    const now = await siteStyle({house, url, main: settings.locale, templates});
    if (last?.digest !== now.digest) last = now;
    return last;
  };
  const addressOf = (id: string) =>
    url === undefined ? pathToFileURL(join(out, id, "index.html")).href : `${url}/${id}/`;

  const look = async (
    {id}: Pick<Release, "id">,
    receipt: Receipt | undefined,
  ): Promise<Standing> => {
    const folder = join(out, id);
    const files = await filesBelow(folder);
    if (files.length === 0) return {state: receipt ? "gone" : "absent"};
    const read = await readRecord(out, id);
    if (!read)
      return {
        state: "foreign",
        address: addressOf(id),
        title: await titleAt(join(folder, "index.html")),
      };
    const {notes} = await readWritten(out);
    return {
      state: "ours",
      receipt: await receiptOf(folder, read.record, addressOf(id)),
      // What lists it has been made since it was put there.
      shown: notes[id] === read.digest,
    };
  };

  return {
    name,
    kind: "site",
    label: `the site in ${settings.out}`,
    ...(url === undefined && {
      lacks:
        "without url it has no sitemap.xml: give the target its address, such as https://example.org/notes",
    }),
    prove: () =>
      alone(out, async () => {
        await rmdir(await mkdtemp(join(out, ".assay-probe-")));
        await style();
        const left = await misplaced(out);
        return [
          `${out} can be written`,
          ...(url === undefined
            ? ["its pages do not say where they are served: give the target a url for that"]
            : []),
          ...(left.length > 0
            ? [
                `${left.join(", ")} stay as somebody has made them: remove them to have them made again`,
              ]
            : []),
        ].join("; ");
      }),
    rehearse: async release => {
      const {files} = await layOut(out, await style(), release);
      return {
        parts: [...files].flatMap(([path, content]) => {
          const what = `write ${join(settings.out, release.id, path)}`;
          if (typeof content === "string")
            return [{what, body: content, bytes: Buffer.byteLength(content)}];
          return content instanceof Uint8Array ? [{what, bytes: content.length}] : [];
        }),
      };
    },
    async compose(release) {
      const {files} = await layOut(out, await style(), release);
      const html = files.get("index.html");
      return plainText(readingOf(typeof html === "string" ? html : ""));
    },
    look: (release, receipt) => alone(out, () => look(release, receipt)),
    async put(release) {
      await shelve(out, await style(), [release]);
      const now = await alone(out, () => look(release, undefined));
      if (now.state !== "ours")
        throw new TargetUnavailable(`${release.id} was removed from ${out} while it was published`);
      return now.receipt;
    },
    read: release => readPage(out, release.id),
  };
}

async function titleAt(path: string): Promise<string> {
  const html = await readFile(path, "utf8").catch(() => undefined);
  return html === undefined
    ? ""
    : (parsePage(html).querySelector("title")?.textContent?.trim() ?? "");
}

/** What stands in a note's folder, whoever wrote it last. */
async function receiptOf(folder: string, record: SiteRecord, address: string): Promise<Receipt> {
  const {digest} = standing(record);
  const found = await Promise.all(
    Object.entries(record.files).map(async ([path, sha]) => {
      const there = await readFile(join(folder, path)).then(sha256, () => "");
      return there === sha ? [] : [[path, there] as const];
    }),
  );
  const changed = found.flat();
  const html = await readFile(join(folder, "index.html"), "utf8").catch(() => "");
  return {
    id: record.id,
    address,
    digest,
    stamp: changed.length === 0 ? digest : sha256(JSON.stringify(changed)),
    stored: [
      plainText(readingOf(html)),
      ...changed.map(([path, there]) => `(${path}: ${there === "" ? "removed" : `now ${there}`})`),
    ].join("\n"),
  };
}

const plainText = ({title, text, tables}: Reading) =>
  [title, ...text, ...tables.flat().map(row => row.join(" | "))].join("\n");

/** The page as a browser would read it from the folder. */
async function readPage(out: string, id: string): Promise<Reading> {
  const html = await readFile(join(out, id, "index.html"), "utf8").catch(() => "");
  const base = `http://site.invalid/${id}/`;
  const files = new Set((await filesBelow(join(out, id))).map(path => new URL(path, base).href));
  return readingOf(html, {base, loads: address => files.has(address)});
}
