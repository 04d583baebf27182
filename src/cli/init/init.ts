import {cp, mkdir, readFile, rm, stat, writeFile} from "node:fs/promises";
import {dirname, join, resolve} from "node:path";
import {fileURLToPath} from "node:url";
import {ExpectedError, UsageError} from "../../model/errors.ts";
import {ownTemplates} from "../../render/templates.ts";
import {programFrom, quoted} from "../thisProgram.ts";
import type {OwnData, Wish} from "./ownData.ts";
import {type Begun, beside, configText} from "./texts.ts";

const sample = {coin: "tessilith", data: "samples/simulated", asOf: "2025-07-02T00:00:00Z"};

/** What the command line takes beside the folder. */
interface Asked extends Wish {
  readonly from?: string;
  readonly json?: boolean;
}

/**
 * Begins a project in the folder, with a simulated market or with a table of the user's own; where a
 * project is there already, the table is added to it. What is there stays: where the name of a
 * folder or of the configuration is taken, nothing is written.
 */
export async function init(folder: string, {from, json, ...wish}: Asked): Promise<number> {
  const place = resolve(folder);
  const own =
    from === undefined ? undefined : await (await import("./ownData.ts")).ownData(from, wish);
  const configs = await namesTaken(
    place,
    ["ts", "mjs", "js", "json"].map(one => `assay.config.${one}`),
  );
  const isAdded = own !== undefined && configs.length > 0;
  const data = own?.folder ?? sample.data;
  const parts = isAdded ? [data] : ["assay.config.ts", "templates", data];
  const taken = [...(isAdded ? [] : configs), ...(await namesTaken(place, parts))];
  if (taken.length > 0)
    throw new UsageError(
      `${[...new Set(taken)].map(name => join(folder, name)).join(", ")} ${taken.length > 1 ? "are" : "is"} there already, and nothing is written over: give another folder${own ? ", or another --name" : ""}`,
    );
  const begun = begunBy(own, isAdded);
  const extra = isAdded ? [] : await missing(place, beside(place, begun));
  await begin(place, parts, async () => {
    if (!isAdded) await writeProject(place, begun);
    for (const [name, text] of extra) await writeFile(join(place, name), text, {flag: "wx"});
    await (own && from !== undefined ? writeData(place, own, from) : writeSample(place));
  });
  const next = `${programFrom(place)} ${begun.order}`;
  const files = [...parts, ...extra.map(([name]) => name)];
  process.stdout.write(
    json
      ? `${JSON.stringify({folder: place, files, next, ...(own && {assets: own.assets})})}\n`
      : told(folder, {own, isAdded, extra: extra.map(([name]) => name), next}),
  );
  return 0;
}

function begunBy(own: OwnData | undefined, isAdded: boolean): Begun {
  if (!own)
    return {
      coin: sample.coin,
      order: `note ${sample.coin} --source files --data ${sample.data} --as-of ${sample.asOf}`,
      data: sample.data,
      isOwn: false,
    };
  const coin = own.assets[0]?.id ?? "";
  const where = isAdded ? ` --source files --data ${own.folder}` : "";
  return {coin, order: `note ${quoted(coin)}${where}`, data: own.folder, isOwn: true};
}

interface Told {
  readonly own: OwnData | undefined;
  readonly isAdded: boolean;
  readonly extra: readonly string[];
  readonly next: string;
}

function told(folder: string, {own, isAdded, extra, next}: Told): string {
  const here = resolve(".") === resolve(folder);
  const lines: readonly (readonly [string, string])[] = [
    ...(isAdded
      ? []
      : ([
          ["assay.config.ts", "whose notes these are, and how they look"],
          ["templates/", "the layout of a note, yours to change"],
        ] as const)),
    own
      ? [`${own.folder}/`, "your table as it is, and dataset.json, which says what is what in it"]
      : ["samples/", "a simulated market, to try things on without a network"],
    ...(extra.length > 0 ? ([[extra.join(", "), "for npm, readers and git"]] as const) : []),
  ];
  const widest = Math.max(...lines.map(([name]) => name.length));
  return `${own ? `${own.told.join("\n")}\n\n` : ""}${isAdded ? `Added to the project in ${folder}` : `A project in ${folder}`}:
${lines.map(([name, what]) => `  ${name.padEnd(widest)}   ${what}`).join("\n")}

Next, ${here ? "" : "there, "}a note; with --watch it follows each change you save:
${here ? "" : `  cd ${quoted(folder)}\n`}  ${next}
`;
}

async function namesTaken(place: string, names: readonly string[]): Promise<string[]> {
  const there = await Promise.all(
    names.map(name =>
      stat(join(place, name)).then(
        () => [name],
        error => {
          if (error.code === "ENOENT") return [];
          throw new UsageError(`${place} cannot be looked into: ${error.message}`, {cause: error});
        },
      ),
    ),
  );
  return there.flat();
}

/** The files of which there is none yet. */
async function missing(place: string, files: ReadonlyMap<string, string>) {
  const there = new Set(await namesTaken(place, [...files.keys()]));
  return [...files].filter(([name]) => !there.has(name));
}

/** All of it, or nothing. */
async function begin(
  place: string,
  parts: readonly string[],
  write: () => Promise<void>,
): Promise<void> {
  const made = await mkdir(place, {recursive: true}).catch(unwritable(place));
  try {
    await write();
  } catch (cause) {
    for (const part of made === undefined ? parts : [""])
      await rm(join(place, part), {recursive: true, force: true}).catch(() => {});
    unwritable(place)(cause as Error);
  }
}

async function writeProject(place: string, begun: Begun): Promise<void> {
  await mkdir(join(place, "templates"));
  await writeFile(join(place, "assay.config.ts"), configText(begun), {flag: "wx"});
  const note = await readFile(join(ownTemplates, "coin-note.md.hbs"), "utf8");
  await writeFile(join(place, "templates/coin-note.md.hbs"), note, {flag: "wx"});
}

async function writeSample(place: string): Promise<void> {
  const data = fileURLToPath(new URL("../../../samples/simulated", import.meta.url));
  await mkdir(join(place, dirname(sample.data)), {recursive: true});
  await cp(data, join(place, sample.data), {recursive: true, errorOnExist: true, force: false});
}

async function writeData(place: string, {folder, file, manifest, assets}: OwnData, from: string) {
  await mkdir(join(place, folder), {recursive: true});
  await cp(from, join(place, folder, file), {errorOnExist: true, force: false});
  await writeFile(join(place, folder, "dataset.json"), manifest, {flag: "wx"});
  const {readOnce} = await import("./readOnce.ts");
  for (const {id} of assets.slice(0, 1)) await readOnce(join(place, folder), id);
}

const unwritable = (place: string) => (cause: Error) => {
  if (cause instanceof ExpectedError) throw cause;
  throw new UsageError(`${place} cannot be written: ${cause.message}`, {cause});
};
