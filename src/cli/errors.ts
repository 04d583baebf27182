import {styleText} from "node:util";
import {ExpectedError, SourceUnavailable} from "../model/errors.ts";
import {sampleNote} from "./thisProgram.ts";

/**
 * Tells a person what went wrong, and a machine that reads JSON on stdout as well; only bugs of ours
 * show where in the code. Returns the exit code.
 */
export function reportError(error: unknown, args: readonly string[] = []): number {
  const {stderr} = process;
  const {code, message} = told(error);
  stderr.write(`${styleText("red", "error:", {stream: stderr})} ${message}\n`);
  if (error instanceof SourceUnavailable && error.cutOff)
    stderr.write(`Without a network, a note on the sample, as of its day:\n  ${sampleNote()}\n`);
  const result = error instanceof ExpectedError ? error.result : undefined;
  if (wantsJson(args)) writeJsonError({code, message}, result);
  return code;
}

interface Told {
  readonly code: number;
  readonly message: string;
}

function told(error: unknown): Told {
  if (error instanceof ExpectedError) return {code: error.exitCode, message: error.message};
  const limit = limitBehind(error);
  if (limit !== undefined) return {code: 2, message: limit};
  const trace = error instanceof Error ? error.stack : String(error);
  return {code: 1, message: `this is a bug in Assay, please report it:\n${trace}`};
}

/** Whether stdout is read by a machine, also where the rest of the line cannot be understood. */
export const wantsJson = (args: readonly string[]): boolean =>
  args.slice(0, args.includes("--") ? args.indexOf("--") : undefined).includes("--json");

/** The object that stands in the place of a result, or beside it. */
export function writeJsonError(error: Told, result: object = {}): void {
  process.stdout.write(`${JSON.stringify({...result, error})}\n`);
}

/** What the machine refuses, whatever was asked of it. */
const limits: ReadonlyMap<string, string> = new Map([
  ["EMFILE", "too many files are open at once: allow more, as with ulimit -n 1024"],
  ["ENFILE", "this machine has too many files open: end other programs"],
  ["ENOSPC", "the disk is full: free some space"],
  ["EDQUOT", "the disk quota is used up: free some space"],
  ["EROFS", "the disk is read-only"],
  ["EACCES", "no right to do that on this machine"],
  ["EPERM", "no right to do that on this machine"],
  ["EIO", "the disk could not be read or written"],
  ["ENOMEM", "not enough memory: end other programs"],
  ["EAGAIN", "no further process can be started: end other programs"],
]);

/** The limit of this machine that the error, or what caused it, ran into. */
function limitBehind(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const {code = "", message, syscall, cause} = error as NodeJS.ErrnoException;
  if (syscall === "uv_cwd")
    return "the folder that this was called in is gone or was replaced: enter it anew, as with cd";
  const limit = limits.get(code);
  return limit === undefined ? limitBehind(cause) : `${limit} (${message})`;
}
