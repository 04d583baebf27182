import {styleText} from "node:util";

/** What a person sees on stderr while a command runs. */
export interface Progress {
  /** Passing: on a terminal the next step takes its line. */
  step(text: string): void;
  /** Worth keeping. */
  note(text: string): void;
  /** The line is free again. */
  done(): void;
}

/** One line that is written over on a terminal, a line each elsewhere, nothing when quiet. */
export function stderrProgress({quiet}: {quiet: boolean}): Progress {
  const {stderr} = process;
  if (quiet) return {step() {}, note() {}, done() {}};
  const clear = () => stderr.isTTY && stderr.write("\r\u001b[2K");
  return {
    step(text) {
      clear();
      const line = stderr.isTTY ? text.slice(0, (stderr.columns ?? 80) - 3) : text;
      stderr.write(`${styleText("dim", `· ${line}`, {stream: stderr})}${stderr.isTTY ? "" : "\n"}`);
    },
    note(text) {
      clear();
      stderr.write(`${text}\n`);
    },
    done: () => void clear(),
  };
}
