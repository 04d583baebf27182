import {readFile, stat} from "node:fs/promises";
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

export interface CheckOptions {
  readonly evidence?: string;
  readonly snapshot?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** Holds every number and claim of a text against the evidence; 5 where it finds faults. */
export async function checkCommand(file: string, options: CheckOptions): Promise<number> {
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
    return evidenceFor(snapshot, proseOf(text).locale);
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
  const there = await stat(join(inner, "manifest.json")).catch(() => undefined);
  return there?.isFile() ? inner : folder;
}

/** A text file as it is; without a byte order mark. */
async function readText(file: string): Promise<string> {
  const bytes = await readFile(file).catch((cause: NodeJS.ErrnoException) => {
    throw new UsageError(`${file} cannot be read: ${unreadable(cause)}`, {cause});
  });
  if (bytes.includes(0))
    throw new UsageError(`${file} is no text: it is binary, or UTF-16. Save it as UTF-8`);
  try {
    return new TextDecoder("utf-8", {fatal: true}).decode(bytes);
  } catch (cause) {
    throw new UsageError(`${file} is not UTF-8: save it as UTF-8`, {cause});
  }
}

function unreadable({code, message}: NodeJS.ErrnoException): string {
  if (code === "ENOENT") return "there is no such file";
  if (code === "EISDIR") return "it is a folder. To check a note, name its note.md";
  return code === "EACCES" ? "no right to read it" : message;
}
