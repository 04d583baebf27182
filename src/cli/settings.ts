import type {Command} from "commander";
import {type Project, readProject} from "../config/project.ts";
import {UsageError} from "../model/errors.ts";
import type {House} from "../model/house.ts";
import type {SectorList} from "../model/market.ts";

/** What holds for one run of a command beside its options. */
export interface Style {
  readonly house: House;
  /** Folder of templates and styles that take the place of ours. */
  readonly templates?: string;
  /** The user's own lists of coins to compare with. */
  readonly sectors: readonly SectorList[];
}

/** A value that holds, and who said so: a flag, a variable, the configuration, or nobody. */
export interface Setting {
  readonly name: string;
  readonly value: unknown;
  readonly origin: string;
}

/** What a variable of the environment says of an option. */
const fromEnvironment = (): Readonly<Record<string, readonly [string, string | undefined]>> => ({
  config: ["ASSAY_CONFIG", process.env.ASSAY_CONFIG],
  locale: ["ASSAY_LOCALE", process.env.ASSAY_LOCALE],
  out: ["ASSAY_OUT", process.env.ASSAY_OUT],
});

/** The project by `--config`, `--no-config`, the environment, or where we are. */
export async function projectOf(command: Command): Promise<Project> {
  const {config} = command.opts<{config?: string | false}>();
  const asked = command.getOptionValueSource("config") === "cli" ? config : undefined;
  return readProject(process.cwd(), asked ?? (fromEnvironment().config?.[1] || undefined));
}

/**
 * The options of a command: what a flag says, else the environment, else the project, else their
 * default; with the house style and the user's lists.
 *
 * @throws UsageError when the configuration is wrong, or says what the command does not take
 */
export const settle = async <T>(command: Command): Promise<T & Style> =>
  settleBy(command, await projectOf(command));

/** The same, by a project that was read. */
export function settleBy<T>(command: Command, project: Project): T & Style {
  const settings = settingsOf(command, project);
  const settled = Object.fromEntries(settings.map(({name, value}) => [name, value]));
  const locale = fromEnvironment().locale?.[1];
  return {
    ...project.options,
    ...(locale && {locale}),
    ...command.opts(),
    ...settled,
    house: project.house,
    sectors: project.sectors,
  } as T & Style;
}

/** Every option of the command that the project or the environment may set, as it holds. */
export function settingsOf(command: Command, {file, options}: Project): Setting[] {
  const environment = fromEnvironment();
  const project: Readonly<Record<string, unknown>> = options;
  return command.options.flatMap(option => {
    const name = option.attributeName();
    if (option.negate || (!(name in settable) && !(name in environment))) return [];
    if (name === "config") return [];
    const given = command.getOptionValueSource(name) === "cli";
    const [variable, said] = environment[name] ?? ["", undefined];
    const setting = given
      ? {value: command.getOptionValue(name), origin: option.long ?? name}
      : said
        ? {value: said, origin: variable}
        : project[name] !== undefined
          ? {value: project[name], origin: file!}
          : {value: option.defaultValue, origin: "default"};
    if (setting.value === undefined) return [];
    requireTaken(command.name(), option.argChoices, {name, ...setting});
    return [{name, ...setting}];
  });
}

const settable = {
  locale: "",
  paper: "",
  template: "",
  out: "",
  format: "",
  source: "",
  data: "",
  profiles: "",
};

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
