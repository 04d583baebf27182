import {relative, sep} from "node:path";
import {fileURLToPath} from "node:url";

/** How this program is called from that folder: by npx where it is installed, else by its own path. */
export function programFrom(place: string): string {
  const main = fileURLToPath(new URL("./main.js", import.meta.url));
  const [, home] = main.match(/^(.*)[\\/]node_modules[\\/]assay[\\/]/) ?? [];
  if (home !== undefined && (place + sep).startsWith(home + sep)) return "npx assay";
  return `${quoted(process.execPath)} ${quoted(main)}`;
}

/** A note that this machine can make alone, as a line for a shell that stands where we do. */
export function sampleNote(): string {
  const data = relative(".", fileURLToPath(new URL("../../samples/simulated", import.meta.url)));
  return `${programFrom(process.cwd())} note tessilith --source files --data ${quoted(data)} --as-of 2025-07-02`;
}

/** For a shell. */
export const quoted = (text: string) =>
  /^[\w./:@%+=,-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
