import {fileURLToPath} from "node:url";

/** What a command's help says beside its options. */
export interface CommandHelp {
  /** What one types, and what comes of it. */
  readonly examples: readonly (readonly [line: string, does: string])[];
  /** How it can end, beside 0 and 1. */
  readonly codes: readonly (keyof typeof endings)[];
}

/** What the exit codes mean, in a few words. */
const endings = {
  0: "done",
  1: "a bug of ours",
  2: "usage, configuration, or something that this machine lacks",
  3: "a source, the store or a target is away, or a file cannot be read",
  4: "nothing could honestly be said",
  5: "a fault or a difference was found",
  6: "refused by a target, or a person has changed what would be written over",
} as const;

/** Examples, exit codes, and where more is said. */
export function helpText(command: string, {examples, codes}: CommandHelp): string {
  const pages = new URL("../../docs/cli.md", import.meta.url);
  return [
    "",
    "Examples:",
    ...examples.map(([line, does]) => `  ${line}\n      ${does}`),
    "",
    "Exit codes:",
    ...([0, 1, ...codes] as const).map(code => `  ${code}  ${endings[code]}`),
    "",
    `More: ${fileURLToPath(pages)}#assay-${command}`,
  ].join("\n");
}
