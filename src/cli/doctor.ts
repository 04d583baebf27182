import {existsSync} from "node:fs";
import {access, constants} from "node:fs/promises";
import type {Command} from "commander";
import {ExpectedError} from "../model/errors.ts";
import {generator} from "../version.ts";
import type {Setting} from "./settings.ts";

interface Finding {
  readonly what: string;
  readonly ok: boolean;
  readonly says: string;
  readonly settings?: readonly Setting[];
}

/** Looks at what a note needs of this machine. Exit code 2 where something that is needed lacks. */
export async function doctor(command: Command, note: Command): Promise<number> {
  const {json} = command.opts<{json?: boolean}>();
  const {findings: configured, out} = await configuration(command, note);
  const findings = [
    program(),
    ...configured,
    await browser(),
    ...keys(),
    ...(out === undefined ? [] : [await output(out)]),
  ];
  process.stdout.write(
    json
      ? `${JSON.stringify({ok: findings.every(({ok}) => ok), findings})}\n`
      : findings.map(({what, ok, says}) => `${ok ? "ok  " : "LACK"}  ${what}: ${says}\n`).join(""),
  );
  return findings.every(({ok}) => ok) ? 0 : 2;
}

function program(): Finding {
  const major = Number(process.versions.node.split(".")[0]);
  return {
    what: "program",
    ok: major >= 24,
    says: `${generator}, Node ${process.versions.node}${major >= 24 ? "" : "; Node 24 or newer is needed"}`,
  };
}

async function browser(): Promise<Finding> {
  const {findBrowser} = await import("../render/browser.ts");
  try {
    const {version, executable, why} = await findBrowser();
    return {what: "browser", ok: true, says: `${version} at ${executable}: ${why}`};
  } catch (error) {
    if (error instanceof ExpectedError) return {what: "browser", ok: false, says: error.message};
    throw error;
  }
}

function keys(): Finding[] {
  const named = ["COINGECKO_PRO_API_KEY", "COINGECKO_DEMO_API_KEY"].filter(
    name => process.env[name],
  );
  return [
    {
      what: "CoinGecko",
      ok: true,
      says: named.length
        ? `the key in ${named[0]} is used`
        : "no key in COINGECKO_PRO_API_KEY or COINGECKO_DEMO_API_KEY: asked without one, at the slowest pace",
    },
  ];
}

/** Which configuration holds from here, and what comes of it for `note`. */
async function configuration(command: Command, note: Command) {
  const {projectOf, settingsOf} = await import("./settings.ts");
  try {
    const project = await projectOf(command);
    const {house, sectors, options, file} = project;
    const origin = file ?? "default";
    const settings = [
      {name: "name", value: house.name, origin: house.name === "Assay" ? "default" : origin},
      ...(options.templates === undefined
        ? []
        : [{name: "templates", value: options.templates, origin}]),
      ...(sectors.length === 0
        ? []
        : [{name: "sectors", value: sectors.map(({id}) => id), origin}]),
      ...settingsOf(note, project),
    ];
    const out = settings.find(({name}) => name === "out")?.value;
    const said = settings.map(
      ({name, value, origin}) =>
        `\n        ${name} = ${[value].flat().join(",")} (${origin === file ? "configuration" : origin})`,
    );
    const {readTemplates} = await import("../render/templates.ts");
    await readTemplates(options.templates);
    const says = (file ?? "none found from here upward") + said.join("");
    return {findings: [{what: "configuration", ok: true, says, settings}], out: String(out)};
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error;
    return {findings: [{what: "configuration", ok: false, says: error.message}], out: undefined};
  }
}

async function output(out: string): Promise<Finding> {
  try {
    await access(existsSync(out) ? out : ".", constants.W_OK);
    return {what: "output", ok: true, says: `notes can be written to ${out}/`};
  } catch (error) {
    return {
      what: "output",
      ok: false,
      says: `${out}/ cannot be written: ${(error as Error).message}; use --out`,
    };
  }
}
