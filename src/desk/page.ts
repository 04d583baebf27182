import {randomBytes} from "node:crypto";
import {readdirSync, readFileSync} from "node:fs";
import {extname, join} from "node:path";
import {fileURLToPath} from "node:url";
import {promisify} from "node:util";
import {brotliCompress, constants} from "node:zlib";
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

const compress = promisify(brotliCompress);

/**
 * The files of the desk's page, as they were built.
 *
 * @throws UsageError where they were not
 */
export function openPage(folder = built): Page {
  const index = read(join(folder, "index.html")).toString("utf8");
  const assets = new Map(
    readdirSync(join(folder, "assets")).map(name => [
      name,
      fileOf(read(join(folder, "assets", name)), extname(name)),
    ]),
  );
  return {
    index() {
      const nonce = randomBytes(16).toString("base64");
      return {html: index.replace("{{nonce}}", nonce), nonce};
    },
    asset: name => assets.get(name),
  };
}

function fileOf(plain: Buffer, extension: string): PageFile {
  const type = types[extension] ?? "application/octet-stream";
  const small = /text|svg/.test(type);
  let packed: Promise<Buffer> | undefined;
  return {
    type,
    plain,
    packed: () => {
      if (!small) return undefined;
      packed ??= compress(plain, {params: {[constants.BROTLI_PARAM_QUALITY]: 9}});
      return packed;
    },
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
