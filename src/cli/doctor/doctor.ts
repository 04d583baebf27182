import type {Project} from "../../config/project.ts";
import {ExpectedError} from "../../model/errors.ts";
import type {StoreOptions} from "../newsroom.ts";
import {stderrProgress} from "../progress.ts";
import {configuration, type Defaults, environment} from "./configured.ts";
import type {Finding} from "./finding.ts";
import {browser, cache, disk, fonts, output, program} from "./machine.ts";
import {sources} from "./sources.ts";

export interface DoctorOptions extends StoreOptions {
  readonly online: boolean;
  readonly targets: boolean;
  readonly json?: boolean;
}

/**
 * Looks at what a note and a newsroom need of this machine, and with `online` of the network. Exit
 * code 2 where something that is needed lacks.
 */
export async function doctor(
  options: DoctorOptions,
  readProject: () => Promise<Project>,
  note: Defaults,
): Promise<number> {
  const progress = stderrProgress({quiet: options.json ?? false});
  progress.step(options.online ? "looks at this machine and asks the network" : "looks around");
  const findings = [
    program(),
    environment(process.env),
    ...(await configured(options, readProject, note)),
    await browser(),
    await fonts(),
    ...(await sources(options.online)),
  ];
  progress.done();
  const ok = findings.every(finding => finding.ok);
  process.stdout.write(
    options.json ? `${JSON.stringify({ok, findings})}\n` : findings.map(linesOf).join(""),
  );
  return ok ? 0 : 2;
}

/** All that depends on the configuration, as far as there is one that can be used. */
async function configured(
  options: DoctorOptions,
  readProject: () => Promise<Project>,
  note: Defaults,
): Promise<Finding[]> {
  try {
    const project = await readProject();
    const {out} = note.options(project);
    const {newsroom} = await import("./newsroom.ts");
    const {cacheFolder} = await import("../../sources/answersFolder.ts");
    return [
      await configuration(project, note),
      await output(out),
      await disk([out, cacheFolder(process.env)]),
      await cache(project.cacheBytes),
      ...(await newsroom(project, options, options)),
    ];
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error;
    return [{what: "configuration", ok: false, says: error.message}];
  }
}

const linesOf = ({what, ok, says, settings = []}: Finding): string =>
  [
    `${ok ? "ok  " : "LACK"}  ${what}: ${says}`,
    ...settings.map(
      ({name, value, origin}) =>
        // The file is told in the line above.
        `        ${name} = ${[value].flat().join(",")} (${origin === says ? "configuration" : origin})`,
    ),
    "",
  ].join("\n");
