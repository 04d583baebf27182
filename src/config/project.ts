import {dirname, join, relative, resolve} from "node:path";
import {z} from "zod";
import {UsageError} from "../model/errors.ts";
import {type Asset, type Fonts, type House, plainHouse, type Typeface} from "../model/house.ts";
import type {SectorList} from "../model/market.ts";
import {nearest} from "../model/nearest.ts";
import {readFont, readLogo} from "./assets.ts";
import {faintColours} from "./contrast.ts";
import {findConfig, readConfig} from "./load.ts";
import {configSchema, type Settled} from "./schema.ts";

/** What a configuration says, ready for use. */
export interface Project {
  /** Undefined where there is none. */
  readonly file?: string;
  /** Every file it rests on: itself, what it imports, logo and fonts. */
  readonly files: readonly string[];
  readonly house: House;
  /** Defaults of options; folders as seen from the working directory. */
  readonly options: ProjectOptions;
  readonly sectors: readonly SectorList[];
  /** Folders of recorded data and snapshots by name, as seen from the working directory. */
  readonly datasets: Readonly<Record<string, string>>;
}

export type ProjectOptions = {
  readonly [Name in (typeof optionNames)[number]]?: Exclude<Settled[Name], undefined>;
};

export const optionNames = [
  "locale",
  "paper",
  "template",
  "templates",
  "out",
  "format",
  "source",
  "data",
  "profiles",
] as const;
const folders: readonly string[] = ["templates", "out", "data", "profiles"];

const none: Project = {files: [], house: plainHouse, options: {}, sectors: [], datasets: {}};

/** Tells the readings of one process apart. */
let readings = 0;

/**
 * The project that `cwd` lies in: by the file that is named, by the nearest one, or none for
 * `false`.
 *
 * @throws UsageError that names file, field, value and what would be right
 */
export async function readProject(cwd: string, named?: string | false): Promise<Project> {
  if (named === false) return none;
  const file = named === undefined ? await findConfig(cwd) : resolve(cwd, named);
  if (file === undefined) return none;
  const path = shown(cwd, file);
  readings += 1;
  const {value, files} = await readConfig(file, readings);
  const config = settled(value, path);
  const pictured = await readAssets(config, path, dirname(file));
  return {
    file,
    files: [...files, ...pictured.files],
    house: houseOf(config, pictured),
    options: optionsOf(config, dirname(file), cwd),
    sectors: Object.entries(config.sectors ?? {}).map(([id, one]) => ({id, ...one})),
    datasets: Object.fromEntries(
      Object.entries(config.datasets ?? {}).map(([name, place]) => [
        name,
        shown(cwd, resolve(dirname(file), place)),
      ]),
    ),
  };
}

function settled(value: unknown, path: string): Settled {
  const result = configSchema.safeParse(value);
  const complaints = result.success
    ? faintColours(given(result.data.colours ?? {})).map(({name, says}) =>
        complaint(["colours", name], result.data, says),
      )
    : result.error.issues.flatMap(issue => complaintsOf(issue, value));
  if (result.success && complaints.length === 0) return result.data;
  throw new UsageError(complaints.map(one => `${path}: ${one}`).join("\n"));
}

/** What is wrong in a sentence for each field: where, which value, and what would be right. */
function complaintsOf(issue: z.core.$ZodIssue, value: unknown): string[] {
  if (issue.code === "unrecognized_keys")
    return issue.keys.map(key => {
      const known = keysAt(configSchema, issue.path);
      const [near] = nearest(key, known, one => [one], 1);
      const field = [...issue.path, key].join(".");
      return `there is no field ${field}; ${near ? `did you mean ${near}? ` : ""}there are ${known.join(", ")}`;
    });
  if (issue.path.length === 0)
    return [`it gives ${JSON.stringify(value) ?? typeof value}, and an object is needed`];
  const message =
    issue.code === "invalid_key" ? "the key must be a locale or an id" : issue.message;
  return [complaint(issue.path, value, `it must be ${message}${guess(issue, value)}`)];
}

/** A question, where one of the few values that can be is near to what was written. */
function guess(issue: z.core.$ZodIssue, value: unknown): string {
  const written = at(value, issue.path);
  if (issue.code !== "invalid_value" || typeof written !== "string") return "";
  const [near] = nearest(written, issue.values.map(String), one => [one], 1);
  return near === undefined ? "" : `; did you mean ${near}?`;
}

const at = (value: unknown, path: readonly PropertyKey[]) =>
  path.reduce<unknown>(
    (inner, key) => (inner as Record<PropertyKey, unknown> | undefined)?.[key],
    value,
  );

function complaint(path: readonly PropertyKey[], value: unknown, says: string): string {
  const found = at(value, path);
  const text = JSON.stringify(found) ?? String(found);
  return `${path.join(".")} is ${text.length > 80 ? `${text.slice(0, 77)}…` : text}: ${says}`;
}

function keysAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  if (schema instanceof z.ZodOptional) return keysAt(schema.unwrap(), path);
  if (schema instanceof z.ZodRecord) return keysAt(schema.valueType, path.slice(1));
  if (!(schema instanceof z.ZodObject)) return [];
  const [first, ...rest] = path;
  return first === undefined
    ? Object.keys(schema.shape).filter(key => key !== "$schema")
    : keysAt(schema.shape[String(first)], rest);
}

interface Pictured extends Pick<House, "logo" | "fonts"> {
  readonly files: readonly string[];
}

async function readAssets(config: Settled, path: string, folder: string): Promise<Pictured> {
  const files: string[] = [];
  const reading =
    (reader: (path: string) => Promise<Asset>) =>
    (field: string, name: string): Promise<Asset> => {
      const place = join(folder, name);
      files.push(place);
      return reader(place).catch((cause: Error) => {
        throw new UsageError(`${path}: ${field} is "${name}": ${cause.message}`, {cause});
      });
    };
  const font = reading(readFont);
  const typeface = async (use: keyof Fonts): Promise<Typeface | undefined> => {
    const faces = config.fonts?.[use];
    if (!faces) return undefined;
    const {regular, italic, semibold} = faces;
    return {
      regular: await font(`fonts.${use}.regular`, regular),
      ...(italic !== undefined && {italic: await font(`fonts.${use}.italic`, italic)}),
      ...(semibold !== undefined && {semibold: await font(`fonts.${use}.semibold`, semibold)}),
    };
  };
  const logo = config.logo === undefined ? undefined : await reading(readLogo)("logo", config.logo);
  const fonts = given({
    text: await typeface("text"),
    headings: await typeface("headings"),
    figures: await typeface("figures"),
  });
  return {files, ...given({logo}), ...(config.fonts && {fonts})};
}

function houseOf(config: Settled, {logo, fonts}: Pictured): House {
  const {name, site, feedback, colours, disclosures} = config;
  return {
    name: name ?? plainHouse.name,
    ...(site !== undefined && {site}),
    ...(feedback !== undefined && {feedback}),
    disclosures: disclosures ?? plainHouse.disclosures,
    ...(logo && {logo}),
    ...(colours && {colours: given(colours)}),
    ...(fonts && {fonts}),
  };
}

function optionsOf(config: Settled, folder: string, cwd: string): ProjectOptions {
  const isName = (value: string) => Object.hasOwn(config.datasets ?? {}, value);
  const seen = (name: string, value: unknown) =>
    folders.includes(name) && typeof value === "string" && !(name === "data" && isName(value))
      ? shown(cwd, resolve(folder, value))
      : value;
  return Object.fromEntries(
    optionNames.flatMap(name =>
      config[name] === undefined ? [] : [[name, seen(name, config[name])]],
    ),
  );
}

/** Without what is undefined. */
const given = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };

/** As a person in that folder would write it. */
const shown = (cwd: string, path: string) => relative(cwd, path) || ".";
