import {randomBytes} from "node:crypto";
import {chmod, link, mkdir, readFile, rm, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {UsageError} from "../../model/errors.ts";

const name = "auth-secret";
const shortest = 32;

/**
 * What the cookies of sessions are signed with: from the environment by the name of its variable,
 * otherwise a file in the store's folder that nobody else may read, made at the first start. It is
 * in no table, so that neither a backup nor whoever reads the database can make a cookie.
 *
 * @throws UsageError where the variable is not set, or what there is is too short
 */
export async function authSecret(
  folder: string,
  env: NodeJS.ProcessEnv,
  variable?: string,
): Promise<string> {
  if (variable !== undefined) {
    const secret = env[variable] ?? "";
    if (secret.length >= shortest) return secret;
    throw new UsageError(
      `desk.secretFrom names ${variable}, which ${secret ? "is too short" : "is not set"}: set it to ${shortest} random characters or more, such as of openssl rand -base64 32`,
    );
  }
  const path = join(folder, name);
  const known = await read(path);
  if (known !== undefined) return known;
  await mkdir(folder, {recursive: true});
  // Whole or not at all, and of two that start at once the first's.
  const draft = `${path}.${randomBytes(6).toString("hex")}`;
  await writeFile(draft, `${randomBytes(48).toString("base64url")}\n`, {mode: 0o600, flag: "wx"});
  try {
    await link(draft, path);
    await chmod(path, 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    await rm(draft, {force: true});
  }
  return (await read(path)) ?? "";
}

async function read(path: string): Promise<string | undefined> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw new UsageError(`${path} cannot be read: ${error.message}`, {cause: error});
  });
  if (text === undefined) return undefined;
  if (text.trim().length >= shortest) return text.trim();
  throw new UsageError(`${path} is damaged: remove it, and everybody signs in anew`);
}
