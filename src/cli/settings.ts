import type {Option, OptionValues} from "@commander-js/extra-typings";
import {optionNames, type Project, type ProjectOptions, readProject} from "../config/project.ts";
import {UsageError} from "../model/errors.ts";
import type {House} from "../model/house.ts";
import {isLocale, locales} from "../model/locale.ts";
import type {SectorList} from "../model/market.ts";
import {listWithGuess} from "./options.ts";

/** What holds for one run of a command beside its options. */
export interface Style {
  readonly house: House;
  /** Folder of templates and styles that take the place of ours. */
  readonly templates?: string;
  /** The user's own lists of coins to compare with. */
  readonly sectors: readonly SectorList[];
  /** Folders of recorded data and snapshots, by name. */
  readonly datasets: Readonly<Record<string, string>>;
  /** How large the cache may grow. */
  readonly cacheBytes: number;
}

/** The options of a command as they hold, and what holds beside them. */
export type Settled<Options> = ProjectOptions & Options & Style;

/** A value that holds, and who said so: a flag, a variable, the configuration, or nobody. */
export interface Setting {
  readonly name: string;
  readonly value: unknown;
  readonly origin: string;
}

/** What of a command is asked here: which options it takes, and which were given. */
interface Asked<Options extends OptionValues> {
  name(): string;
  opts(): Options;
  readonly options: readonly Option[];
  getOptionValueSource(name: string): string | undefined;
}

/** The project by `--config`, `--no-config`, the environment, or where we are. */
export const projectOf = ({config}: {readonly config?: string | false}): Promise<Project> =>
  readProject(process.cwd(), config ?? said("ASSAY_CONFIG"));

/** Empty means not set. */
const said = (variable: string) => process.env[variable] || undefined;

/**
 * The options of a command: what a flag says, else the environment, else the project, else their
 * default; with the house style and the user's lists.
 *
 * @throws UsageError when the environment or the configuration says what cannot be, or what the
 * command does not take
 */
export const settle = async <Options extends OptionValues>(
  command: Asked<Options>,
): Promise<Settled<Options>> => settleBy(command, await projectOf(command.opts()));

/** The same, by a project that was read. */
export function settleBy<Options extends OptionValues>(
  command: Asked<Options>,
  project: Project,
): Settled<Options> {
  settingsOf(command, project);
  const {house, sectors, datasets, options, cacheBytes} = project;
  const flags = flagsOf(command);
  const style = {house, sectors, datasets, cacheBytes};
  return {...command.opts(), ...options, ...environment(flags), ...flags, ...style};
}

/** What was said on the command line. */
const flagsOf = <Options extends OptionValues>(command: Asked<Options>) =>
  Object.fromEntries(
    Object.entries(command.opts()).filter(([name]) => command.getOptionValueSource(name) === "cli"),
  ) as Partial<Options>;

const variables: Readonly<Record<string, string>> = {locale: "ASSAY_LOCALE", out: "ASSAY_OUT"};

/** What the environment says of options that no flag speaks of. */
function environment(flags: OptionValues): Pick<ProjectOptions, "locale" | "out"> {
  const locale = flags.locale === undefined ? said("ASSAY_LOCALE") : undefined;
  const out = said("ASSAY_OUT");
  if (locale !== undefined && !isLocale(locale))
    throw new UsageError(
      `ASSAY_LOCALE is "${locale}": there are ${listWithGuess(locale, locales)}`,
    );
  return {...(locale !== undefined && {locale}), ...(out !== undefined && {out})};
}

/** Every option of the command that the project or the environment may set, as it holds. */
export function settingsOf<Options extends OptionValues>(
  command: Asked<Options>,
  {file = "", options}: Project,
): Setting[] {
  const flags = flagsOf(command);
  const layers: readonly [
    values: OptionValues,
    origin: (option: Option, name: string) => string,
  ][] = [
    [flags, ({long = ""}) => long],
    [environment(flags), (_, name) => variables[name] ?? ""],
    [options, () => file],
    [command.opts(), () => "default"],
  ];
  return command.options.flatMap(option => {
    const name = option.attributeName();
    if (option.negate || !optionNames.some(one => one === name)) return [];
    const layer = layers.find(([values]) => values[name] !== undefined);
    if (!layer) return [];
    const [values, origin] = layer;
    const setting = {name, value: values[name] as unknown, origin: origin(option, name)};
    requireTaken(command.name(), option.argChoices, setting);
    return [setting];
  });
}

function requireTaken(
  command: string,
  choices: readonly string[] | undefined,
  {name, value, origin}: Setting,
): void {
  if (!choices || choices.includes(String(value))) return;
  throw new UsageError(
    `${name} is "${value}" by ${origin}, and ${command} takes ${choices.join(" or ")}: give --${name}`,
  );
}
