import {stat} from "node:fs/promises";
import {dirname, join} from "node:path";
import {check} from "../check/check.ts";
import {faultLine} from "../check/fault.ts";
import {proseOf} from "../check/prose.ts";
import {UsageError} from "../model/errors.ts";
import type {Evidence} from "../model/evidence.ts";
import type {Fault} from "../model/fault.ts";
import {evidenceFor} from "../report.ts";
import {readSnapshot} from "../snapshots/folder.ts";
import {readEvidence} from "./evidence.ts";
import {readText} from "./readText.ts";
import {quoted} from "./thisProgram.ts";

export interface CheckOptions {
  readonly evidence?: string;
  readonly snapshot?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** Holds every number and claim of a text against the evidence; 5 where it finds faults. */
export async function checkCommand(file: string, options: CheckOptions): Promise<number> {
  const named = await stat(file).catch(() => undefined);
  if (named?.isDirectory())
    throw new UsageError(
      `${file} is a directory: name a text in it${(await isFile(join(file, "note.md"))) ? `, as with assay check ${quoted(join(file, "note.md"))}` : ""}`,
    );
  const text = await readText(file);
  const faults = check(text, await evidenceOf(file, text, options));
  process.stdout.write(
    options.json
      ? `${JSON.stringify({faults})}\n`
      : faults.map(fault => `${faultLine(file, fault)}\n`).join(""),
  );
  if (!options.quiet) process.stderr.write(`${summary(file, faults)}\n`);
  return faults.length > 0 ? 5 : 0;
}

function summary(file: string, faults: readonly Fault[]): string {
  if (faults.length === 0) return `${file}: no faults found`;
  const kinds = Map.groupBy(faults, ({kind}) => kind);
  const counted = [...kinds]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([kind, some]) => `${some.length} ${kind}`);
  return `${file}: ${faults.length} ${faults.length === 1 ? "fault" : "faults"} (${counted.join(", ")})`;
}

async function evidenceOf(file: string, text: string, options: CheckOptions): Promise<Evidence> {
  if (options.snapshot !== undefined && options.evidence !== undefined)
    throw new UsageError("--evidence and --snapshot exclude each other: give one of them");
  if (options.snapshot !== undefined) {
    const snapshot = await readSnapshot(await snapshotFolder(options.snapshot));
    return evidenceFor(snapshot, proseOf(text).language.code);
  }
  if (options.evidence !== undefined)
    return readEvidence(options.evidence, `no evidence: ${options.evidence} cannot be read`);
  const beside = join(dirname(file), "evidence.json");
  return readEvidence(
    beside,
    `nothing to hold ${file} against: there is no ${beside}. Give --evidence FILE or --snapshot DIR`,
  );
}

/** The folder itself, or that of a note, in which it lies. */
async function snapshotFolder(folder: string): Promise<string> {
  const inner = join(folder, "snapshot");
  return (await isFile(join(inner, "manifest.json"))) ? inner : folder;
}

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    found => found.isFile(),
    () => false,
  );
