import type {Project} from "../config/project.ts";
import {ExpectedError} from "../model/errors.ts";
import {generator} from "../version.ts";
import type {Setting} from "./settings.ts";

interface Finding {
  readonly what: string;
  readonly ok: boolean;
  readonly says: string;
  readonly settings?: readonly Setting[];
}

/** What a command would be run with, by the project and the environment as they are. */
interface Defaults {
  readonly project: () => Promise<Project>;
  readonly settings: (project: Project) => readonly Setting[];
  readonly options: (project: Project) => {
    readonly out: string;
    readonly template: string;
    readonly templates?: string;
  };
}

/** Looks at what a note needs of this machine. Exit code 2 where something that is needed lacks. */
export async function doctor(
  {json, targets = false}: {readonly json?: boolean; readonly targets?: boolean},
  note: Defaults,
): Promise<number> {
  const {findings: configured, out} = await configuration(note);
  const findings = [
    program(),
    ...configured,
    await browser(),
    ...keys(),
    ...(out === undefined ? [] : [await output(out)]),
    ...(targets ? await proofs(note) : []),
  ];
  const ok = findings.every(finding => finding.ok);
  process.stdout.write(
    json
      ? `${JSON.stringify({ok, findings})}\n`
      : findings.map(({what, ok, says}) => `${ok ? "ok  " : "LACK"}  ${what}: ${says}\n`).join(""),
  );
  return ok ? 0 : 2;
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
async function configuration(note: Defaults) {
  try {
    const project = await note.project();
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
      ...note.settings(project),
    ];
    const said = settings.map(
      ({name, value, origin}) =>
        `\n        ${name} = ${[value].flat().join(",")} (${origin === file ? "configuration" : origin})`,
    );
    const {out, template, templates} = note.options(project);
    const {readTemplates, templateOf} = await import("../render/templates.ts");
    templateOf(await readTemplates(templates), template);
    const says = (file ?? "none found from here upward") + said.join("");
    return {findings: [{what: "configuration", ok: true, says, settings}], out};
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error;
    return {findings: [{what: "configuration", ok: false, says: error.message}], out: undefined};
  }
}

/** Whether each target lets us write, and read back what we write. */
async function proofs(note: Defaults): Promise<Finding[]> {
  const {targetsOf} = await import("./room.ts");
  const targets = targetsOf(await note.project());
  return Promise.all(
    targets.names.map(async name => {
      const what = `target ${name}`;
      try {
        return {what, ok: true, says: await targets.open(name).prove()};
      } catch (error) {
        if (error instanceof ExpectedError) return {what, ok: false, says: error.message};
        throw error;
      }
    }),
  );
}

async function output(out: string): Promise<Finding> {
  const {requireWritable} = await import("../notes/writable.ts");
  try {
    await requireWritable(out);
    return {what: "output", ok: true, says: `notes can be written to ${out}/`};
  } catch (error) {
    if (error instanceof ExpectedError) return {what: "output", ok: false, says: error.message};
    throw error;
  }
}
