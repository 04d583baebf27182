import {randomBytes} from "node:crypto";
import {existsSync, readdirSync, readFileSync} from "node:fs";
import {extname, join} from "node:path";
import {fileURLToPath} from "node:url";
import {UsageError} from "../model/errors.ts";
import type {Page, PageFile} from "./api/page.ts";

/** Where `npm run page` puts it. */
const built = fileURLToPath(new URL("../../page", import.meta.url));

const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml; charset=utf-8",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
};

/**
 * The files of the desk's page, as they were built.
 *
 * @throws UsageError where they were not
 */
export function openPage(folder = built): Page {
  const index = read(join(folder, "index.html")).toString("utf8");
  const assets = new Map(
    readdirSync(join(folder, "assets")).map(name => [name, fileOf(folder, name)]),
  );
  return {
    index() {
      const nonce = randomBytes(16).toString("base64");
      return {html: index.replace("{{nonce}}", nonce), nonce};
    },
    asset: name => assets.get(name),
  };
}

function fileOf(folder: string, name: string): PageFile {
  const packed = join(folder, "packed", `${name}.br`);
  return {
    type: types[extname(name)] ?? "application/octet-stream",
    plain: read(join(folder, "assets", name)),
    packed: existsSync(packed) ? read(packed) : undefined,
  };
}

function read(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new UsageError(
      `the desk's page is not there (${file}): build it with npm run page, in the folder of the program`,
      {cause},
    );
  }
}
