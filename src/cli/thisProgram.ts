import {sep} from "node:path";
import {fileURLToPath} from "node:url";

/** How this program is called from that folder: by npx where it is installed, else by its own path. */
export function programFrom(place: string): string {
  const main = fileURLToPath(new URL("./main.js", import.meta.url));
  const [, home] = main.match(/^(.*)[\\/]node_modules[\\/]assay[\\/]/) ?? [];
  if (home !== undefined && (place + sep).startsWith(home + sep)) return "npx assay";
  return `${quoted(process.execPath)} ${quoted(main)}`;
}

/** For a shell. */
export const quoted = (text: string) =>
  /^[\w./:@%+=,-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
