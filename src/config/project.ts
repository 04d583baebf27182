import {dirname, join, relative, resolve} from "node:path";
import {complaint, complaintsOf} from "../model/complaints.ts";
import {UsageError} from "../model/errors.ts";
import type {HookSettings} from "../model/hook.ts";
import {type Asset, type Fonts, type House, plainHouse, type Typeface} from "../model/house.ts";
import type {SectorList} from "../model/market.ts";
import type {Schedule} from "../model/schedule.ts";
import {readFont, readLogo} from "./assets.ts";
import {faintColours} from "./contrast.ts";
import type {DeskConfig} from "./desk.ts";
import {findConfig, readConfig} from "./load.ts";
import {settleSchedules} from "./schedules.ts";
import {configSchema, type Settled} from "./schema.ts";
import type {TargetConfig} from "./targets.ts";

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
  /** With nothing left open; the coins of a watch list are those that it holds now. */
  readonly schedules: readonly Schedule[];
  /** Watch lists: coins by name. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
  /** Their paths are as seen from the configuration. */
  readonly targets: Readonly<Record<string, TargetConfig>>;
  readonly alerts: Alerts;
  /** Who is told of changes, by name. */
  readonly hooks: Readonly<Record<string, HookSettings>>;
  /** How large the cache may grow. */
  readonly cacheBytes: number;
  /** What a person wrote; an empty object without a configuration. */
  readonly written: unknown;
  /** Calls of a source in a UTC day. */
  readonly budgets: {readonly coingecko?: number; readonly "currency-api"?: number};
  /** Of the runs in the ledger: by age and by number. */
  readonly retention: {readonly days: number; readonly runs: number};
  /** A draft whose data are older says so. */
  readonly review: {readonly staleMs: number};
  /** Where the desk stands, and how people come in. Paths are as seen from the configuration. */
  readonly desk: DeskConfig;
}

/** Who is told of failure, lateness and silence. Secrets by the names of their variables. */
export interface Alerts {
  readonly mail?: readonly string[];
  readonly from?: string;
  readonly smtpFrom?: string;
  readonly webhook?: {readonly url: string; readonly secretFrom: string};
  readonly heartbeat?: string;
  readonly lateAfterMs: number;
  readonly silentAfterMs: number;
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

const none = (): Project => ({
  files: [],
  house: plainHouse,
  options: {},
  sectors: [],
  datasets: {},
  written: {},
  ...newsroomOf(configSchema.parse({})),
});

/** Tells the readings of one process apart. */
let readings = 0;

/**
 * The project that `cwd` lies in: by the file that is named, by the nearest one, or none for
 * `false`.
 *
 * @throws UsageError that names file, field, value and what would be right
 */
export async function readProject(cwd: string, named?: string | false): Promise<Project> {
  if (named === false) return none();
  const file = named === undefined ? await findConfig(cwd) : resolve(cwd, named);
  if (file === undefined) return none();
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
    written: value,
    ...newsroomOf(config),
  };
}

function newsroomOf(
  config: Settled,
): Pick<
  Project,
  | "schedules"
  | "lists"
  | "targets"
  | "alerts"
  | "hooks"
  | "budgets"
  | "retention"
  | "review"
  | "desk"
  | "cacheBytes"
> {
  const {lists, targets, alerts, hooks, budgets, retention, review, desk, cache} = config;
  const {lateAfter, silentAfter, ...told} = alerts;
  return {
    schedules: settleSchedules(config).schedules,
    lists,
    targets,
    alerts: {...given(told), lateAfterMs: lateAfter, silentAfterMs: silentAfter},
    hooks,
    budgets: given(budgets),
    retention,
    review: {staleMs: review.stale},
    desk,
    cacheBytes: cache.most,
  };
}

function settled(value: unknown, path: string): Settled {
  const result = configSchema.safeParse(value);
  const complaints = result.success
    ? [
        ...faintColours(given(result.data.colours ?? {})).map(({name, says}) =>
          complaint(["colours", name], result.data, says),
        ),
        ...settleSchedules(result.data).faults.map(({path, says}) => complaint(path, value, says)),
      ]
    : result.error.issues.flatMap(issue => complaintsOf(configSchema, issue, value));
  if (result.success && complaints.length === 0) return result.data;
  throw new UsageError(complaints.map(one => `${path}: ${one}`).join("\n"));
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
  const {name, site, feedback, licence, colours, disclosures} = config;
  return {
    name: name ?? plainHouse.name,
    ...(site !== undefined && {site}),
    ...(feedback !== undefined && {feedback}),
    ...(licence !== undefined && {licence}),
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
