import {cp, mkdir, readFile, rm, stat, writeFile} from "node:fs/promises";
import {join, resolve} from "node:path";
import {fileURLToPath} from "node:url";
import {UsageError} from "../model/errors.ts";
import {defaultLocale} from "../model/locale.ts";
import {ownTemplates} from "../render/templates.ts";
import {programFrom, quoted} from "./thisProgram.ts";

const sample = {coin: "tessilith", data: "samples/simulated", asOf: "2025-07-02T00:00:00Z"};

/** Begins a project in the folder. What is there already stays: where a name is taken, nothing is written. */
export async function init(folder: string, {json}: {readonly json?: boolean}): Promise<number> {
  const place = resolve(folder);
  const parts = ["assay.config.ts", "templates", sample.data];
  const taken = await namesTaken(place, [...parts, ...otherConfigs]);
  if (taken.length > 0)
    throw new UsageError(
      `${taken.map(name => join(folder, name)).join(", ")} ${taken.length > 1 ? "are" : "is"} there already, and nothing is written over: give another folder`,
    );
  await begin(place, parts);
  const next = `${programFrom(place)} note ${sample.coin} --source files --data ${sample.data} --as-of ${sample.asOf} --watch`;
  const here = resolve(".") === place;
  process.stdout.write(
    json
      ? `${JSON.stringify({folder: place, files: parts, next})}\n`
      : `A project in ${folder}:
  assay.config.ts   whose notes these are, and how they look
  templates/        the layout of a note, yours to change
  samples/          a simulated market, to try things on without a network

Next, ${here ? "" : "there, "}a note that follows each change you save (without --watch: once):
${here ? "" : `  cd ${quoted(folder)}\n`}  ${next}
`,
  );
  return 0;
}

const otherConfigs = ["mjs", "js", "json"].map(extension => `assay.config.${extension}`);

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

/** All of it, or nothing. */
async function begin(place: string, parts: readonly string[]): Promise<void> {
  const made = await mkdir(place, {recursive: true}).catch(unwritable(place));
  try {
    await mkdir(join(place, "templates"));
    await mkdir(join(place, "samples"), {recursive: true});
    await writeFile(join(place, "assay.config.ts"), configText, {flag: "wx"});
    const note = await readFile(join(ownTemplates, "coin-note.md.hbs"), "utf8");
    await writeFile(join(place, "templates/coin-note.md.hbs"), note, {flag: "wx"});
    const data = fileURLToPath(new URL("../../samples/simulated", import.meta.url));
    await cp(data, join(place, sample.data), {recursive: true, errorOnExist: true, force: false});
  } catch (cause) {
    for (const part of made === undefined ? parts : [""])
      await rm(join(place, part), {recursive: true, force: true}).catch(() => {});
    unwritable(place)(cause as Error);
  }
}

const unwritable = (place: string) => (cause: Error) => {
  throw new UsageError(`${place} cannot be written: ${cause.message}`, {cause});
};

const configText = `import {defineConfig} from "assay";

/**
 * Whose notes these are, and how they look. All of it may be left out.
 * Paths are relative to this file. "assay doctor" shows what holds and where it comes from.
 */
export default defineConfig({
  name: "My research",

  // SVG or PNG, at the head of the page.
  // logo: "logo.svg",

  // Checked for contrast. There are ink, soft, accent, tint and alarm.
  colours: {accent: "#0b4a6f"},

  // woff2 or ttf, for text, headings and figures.
  // fonts: {text: {regular: "fonts/text.woff2", italic: "fonts/text-italic.woff2"}},

  // Paragraphs after ours, by locale: holdings, conflicts, licence.
  // disclosures: {${defaultLocale}: ["The publisher holds none of the assets in this note."]},

  // A mail or web address for corrections, and where the notes are published.
  // feedback: "desk@example.org",
  // site: "https://example.org/notes",

  // What takes the place of our templates and styles, by name.
  templates: "templates",

  // Defaults of options: locale, paper, template, out, format, source, data, profiles.
  out: "output",

  // Coins to compare with; a note on one of them uses its list.
  // sectors: {mine: {name: "My sector", members: ["bittensor", "near", "render-token"]}},
});
`;
