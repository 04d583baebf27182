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
  const trace = error instanceof Error ? error.stack : String(error);
  stderr.write(`${label} this is a bug in Assay, please report it:\n${trace}\n`);
  return 1;
}
