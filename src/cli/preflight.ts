import {stat} from "node:fs/promises";
import {UsageError} from "../model/errors.ts";
import {requireWritable} from "../notes/writable.ts";

/** What of the options can be found wrong on this machine alone. */
interface Places {
  readonly out: string;
  readonly template?: string;
  readonly templates?: string;
  readonly profiles?: string | false;
}

/**
 * Looks at what a command will need on this machine before any source is asked.
 *
 * @throws UsageError when there is no such template or folder of profiles
 * @throws RenderingFailed when nothing can be written to `out`
 */
export async function preflight({out, template, templates, profiles}: Places): Promise<void> {
  if (template !== undefined || templates !== undefined) {
    const {readTemplates, templateOf} = await import("../render/templates.ts");
    const known = await readTemplates(templates);
    if (template !== undefined) templateOf(known, template);
  }
  if (profiles) await requireProfiles(profiles);
  await requireWritable(out);
}

async function requireProfiles(folder: string): Promise<void> {
  const there = await stat(folder).catch(() => undefined);
  if (!there?.isDirectory())
    throw new UsageError(
      `no folder of profiles at ${folder}: give another one with --profiles, or none with --no-profiles`,
    );
}
