import {optionNames, type Project} from "../../config/project.ts";
import {plainHouse} from "../../model/house.ts";
import type {Setting} from "../settings.ts";
import type {Finding} from "./finding.ts";
import {shownValue} from "./shown.ts";

/** What a command would be run with, by the project and the environment as they are. */
export interface Defaults {
  readonly settings: (project: Project) => readonly Setting[];
  readonly options: (project: Project) => {
    readonly out: string;
    readonly template: string;
    readonly templates?: string;
  };
}

/** Every value that holds, and who said it. */
export async function configuration(project: Project, note: Defaults): Promise<Finding> {
  const {valuesOf} = await import("../../config/values.ts");
  const {readTemplates, templateOf} = await import("../../render/templates.ts");
  const {template, templates} = note.options(project);
  templateOf(await readTemplates(templates), template);
  const origin = project.file ?? "default";
  const taken = note.settings(project);
  const others = valuesOf(project.written)
    .filter(({path}) => !optionNames.some(name => name === path && takes(taken, name)))
    .map(({path, value, written}) => ({
      name: path,
      value: shownValue(path, value, process.env),
      origin: written ? origin : "default",
    }));
  const named = others.some(({name}) => name === "name");
  return {
    what: "configuration",
    ok: true,
    says: project.file ?? "none found from here upward: assay init begins one",
    settings: [
      ...(named ? [] : [{name: "name", value: plainHouse.name, origin: "default"}]),
      ...others,
      ...taken,
    ],
  };
}

const takes = (settings: readonly Setting[], name: string) =>
  settings.some(setting => setting.name === name);

/** Those that this program reads. */
export const variables = [
  "ASSAY_BLOBS",
  "ASSAY_COINGECKO_CALLS_PER_MINUTE",
  "ASSAY_CONFIG",
  "ASSAY_LOCALE",
  "ASSAY_OUT",
  "ASSAY_SMTP_URL",
  "ASSAY_STORE",
  "AWS_ACCESS_KEY_ID",
  "AWS_DEFAULT_REGION",
  "AWS_ENDPOINT_URL",
  "AWS_ENDPOINT_URL_S3",
  "AWS_REGION",
  "AWS_SECRET_ACCESS_KEY",
  "AWS_SESSION_TOKEN",
  "CHROME_PATH",
  "COINGECKO_BASE_URL",
  "COINGECKO_DEMO_API_KEY",
  "COINGECKO_PRO_API_KEY",
  "CURRENCY_API_BASE_URL",
  "CURRENCY_API_FALLBACK_URL",
  "DATABASE_URL",
  "HTTPS_PROXY",
  "HTTP_PROXY",
  "NODE_EXTRA_CA_CERTS",
  "NO_COLOR",
  "NO_PROXY",
  "PUPPETEER_EXECUTABLE_PATH",
  "TMPDIR",
  "XDG_CACHE_HOME",
  "XDG_DATA_HOME",
] as const;

/** The variables that are set here, secrets by their names alone. */
export function environment(env: NodeJS.ProcessEnv): Finding {
  const settings = variables
    .filter(name => env[name])
    .map(name => ({name, value: shownValue(name, env[name], env), origin: "environment"}));
  return {
    what: "environment",
    ok: true,
    says: `variables that matter here and are set: ${settings.length}`,
    settings,
  };
}
