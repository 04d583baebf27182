import {styleText} from "node:util";
import {ExpectedError} from "../model/errors.ts";

/** Tells a person what went wrong; only bugs of ours show where in the code. Returns the exit code. */
export function reportError(error: unknown): number {
  const {stderr} = process;
  const label = styleText("red", "error:", {stream: stderr});
  if (error instanceof ExpectedError) {
    stderr.write(`${label} ${error.message}\n`);
    return error.exitCode;
  }
  const limit = limitBehind(error);
  if (limit !== undefined) {
    stderr.write(`${label} ${limit}\n`);
    return 2;
  }
  const trace = error instanceof Error ? error.stack : String(error);
  stderr.write(`${label} this is a bug in Assay, please report it:\n${trace}\n`);
  return 1;
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
