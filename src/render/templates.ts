import {readdir, readFile} from "node:fs/promises";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {UsageError} from "../model/errors.ts";
import {nearest} from "../model/nearest.ts";

/** What lays out a note, by file name: ours, and in their place the user's of the same name. */
export type Templates = ReadonlyMap<string, TemplateFile>;

export interface TemplateFile {
  /** As a person finds it. */
  readonly path: string;
  readonly text: string;
}

/** The templates that come with the program. */
export const ownTemplates = fileURLToPath(new URL("../../templates", import.meta.url));

const suffix = ".md.hbs";
const styles = ["page.css", "print.css"];
/** The page and its styles: used by every note, whatever its template. */
export const pageFiles = ["page.hbs", ...styles] as const;

const lastRead = new Map<string, Templates>();

/**
 * Our templates, with those of the folder in their place or beside them. While no file changes, the
 * same object comes back, so that what is compiled from it can be kept.
 *
 * @throws UsageError when there is no such folder, or a file in it has a name that nothing uses
 */
export async function readTemplates(folder?: string): Promise<Templates> {
  const files = new Map([
    ...(await filesIn(ownTemplates)),
    ...(folder === undefined ? [] : await filesIn(folder)),
  ]);
  const last = lastRead.get(folder ?? "");
  if (last && same(last, files)) return last;
  lastRead.set(folder ?? "", files);
  return files;
}

/**
 * The template of that name, such as `coin-note` or `block`.
 *
 * @throws UsageError when there is none
 */
export function templateOf(templates: Templates, name: string): TemplateFile {
  const found = templates.get(name + suffix);
  if (found) return found;
  const names = templateNames(templates);
  const [near] = nearest(name, names, one => [one], 1);
  throw new UsageError(
    `no template "${name}"${near ? `; did you mean ${near}?` : ""} There are: ${names.join(", ")}`,
  );
}

export const templateNames = (templates: Templates): string[] =>
  [...templates.keys()].filter(name => name.endsWith(suffix)).map(name => name.slice(0, -7));

async function filesIn(folder: string): Promise<(readonly [string, TemplateFile])[]> {
  const names = await readdir(folder).catch(cause => {
    throw new UsageError(
      `no folder of templates at ${folder}: make it, or name another as "templates" in the configuration`,
      {cause},
    );
  });
  const used = names.filter(name => /^[^.].*\.(?:hbs|css)$/.test(name)).toSorted();
  return Promise.all(used.map(name => fileIn(folder, name)));
}

async function fileIn(folder: string, name: string): Promise<readonly [string, TemplateFile]> {
  const path = join(folder, name);
  if (!/^[a-z][a-z0-9-]*\.md\.hbs$/.test(name) && !pageFiles.some(one => one === name))
    throw new UsageError(
      `${path}: nothing uses a file of this name; there are NAME.md.hbs (small letters, digits and hyphens), ${pageFiles.join(", ")}`,
    );
  const text = await readFile(path, "utf8");
  if (styles.includes(name) && /<\/style/i.test(text))
    throw new UsageError(`${path}: a style sheet may not hold "</style": the page would end there`);
  return [name, {path, text}];
}

const same = (one: Templates, other: Templates) =>
  one.size === other.size && [...one].every(([name, {text}]) => other.get(name)?.text === text);
