import {resolve} from "node:path";
import {z} from "zod";
import {displayText} from "../../format/displayText.ts";
import {UsageError} from "../../model/errors.ts";
import {readRegularFile} from "../../model/regularFile.ts";

const mostBytes = 2 ** 20;

/**
 * Who gets a mail: those of the setting and those of the file, in which stands one address a line
 * (empty lines and lines that begin with # are passed over). Each once, however it is written.
 *
 * @throws UsageError where there is nobody, or a line is no address
 */
export async function receiversOf(
  target: string,
  {
    to = [],
    list,
  }: {readonly to?: readonly string[] | undefined; readonly list?: string | undefined},
  folder: string,
): Promise<string[]> {
  const listed = list === undefined ? [] : await listIn(resolve(folder, list));
  const all = new Map([...to, ...listed].map(address => [address.toLowerCase(), address]));
  if (all.size === 0)
    throw new UsageError(
      `targets.${target} has nobody to send mail to: name them in to, or in a file that list names`,
    );
  return [...all.values()];
}

async function listIn(path: string): Promise<string[]> {
  const bytes = await readRegularFile(
    path,
    mostBytes,
    ({code}) => new UsageError(`the list of receivers ${path} cannot be read (${code})`),
  );
  return readList(bytes.toString("utf8"), path);
}

/**
 * @throws UsageError that names the line
 * @example readList("# readers\nada@example.org\n\n", "list.txt") // ["ada@example.org"]
 */
export function readList(text: string, path: string): string[] {
  return text
    .replace(/^\ufeff/, "")
    .split(/\r\n|\r|\n/)
    .flatMap((line, i) => {
      const address = line.trim();
      if (address === "" || address.startsWith("#")) return [];
      if (z.email().safeParse(address).success) return [address];
      throw new UsageError(
        `${path}:${i + 1} holds ${displayText(address, 60) || "something"}, which is no mail address: one a line, such as ada@example.org`,
      );
    });
}
