import {readFile, realpath} from "node:fs/promises";
import {extname, join, sep} from "node:path";
import {Hono} from "hono";
import {notFound} from "./problem.ts";

const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".md": "text/markdown; charset=utf-8",
  ".pdf": "application/pdf",
  ".png": "image/png",
  ".csv": "text/csv; charset=utf-8",
  ".svg": "image/svg+xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
  ".xml": "application/xml",
};

/**
 * Whoever may write into the folder may have put a script there: it runs as a stranger's, without
 * the desk's cookies and storage, whatever the page says of itself.
 */
const sitePolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'; sandbox allow-scripts allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads";

/** The published site as any host would serve its folder, for all who reach the desk: it is public. */
export function siteRoutes(folder: string) {
  const group = new Hono();
  group.get("/site", context => context.redirect("/site/"));
  group.get("/site/*", async context => {
    const {path} = context.req;
    const found = await fileAt(folder, decoded(path.slice("/site/".length)));
    if (found === "folder") return context.redirect(`${path}/`);
    const file = found ?? (await fileAt(folder, "404.html"));
    if (!file || file === "folder") throw notFound(`a page ${path} of the site`);
    return context.body(file.content, found ? 200 : 404, {
      "Content-Type": types[file.extension] ?? "application/octet-stream",
      "Content-Security-Policy": sitePolicy,
      // Its pages are strangers to their own files.
      "Access-Control-Allow-Origin": "*",
      "Cross-Origin-Resource-Policy": "cross-origin",
    });
  });
  return group;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return "\0"; // the name of no file
  }
}

/** A file of the folder itself, `index.html` for a folder in it; nothing hidden, and no way out. */
async function fileAt(folder: string, path: string) {
  const parts = path.split("/");
  if (parts.some((part, i) => part.startsWith(".") || (part === "" && i < parts.length - 1)))
    return undefined;
  if (path.includes("\0") || path.includes("\\")) return undefined;
  const wanted = join(folder, path.endsWith("/") || path === "" ? `${path}index.html` : path);
  try {
    const [root, real] = await Promise.all([realpath(folder), realpath(wanted)]);
    if (!real.startsWith(root + sep)) return undefined;
    const content = new Uint8Array(await readFile(real));
    return {content, extension: extname(real).toLowerCase()};
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException;
    if (code === "EISDIR") return "folder" as const;
    if (["ENOENT", "ENOTDIR", "ENAMETOOLONG", "ELOOP", "EACCES"].includes(code ?? ""))
      return undefined;
    throw error;
  }
}
