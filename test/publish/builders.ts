import {execFile, execFileSync} from "node:child_process";
import {createHash} from "node:crypto";
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import {homedir} from "node:os";
import {join} from "node:path";
import {promisify} from "node:util";
import type {Flavour} from "../../src/model/form.ts";

const sites = join(import.meta.dirname, "sites");

/** A site generator as it is installed, with a small blog for it. */
export interface Builder {
  /** Of posts in the blog. */
  readonly posts: string;
  /** What is built, from the blog. */
  readonly built: string;
  /** Below which the site stands. */
  readonly base: string;
  readonly command: readonly string[];
}

const node = (path: string) => [process.execPath, `node_modules/${path}`];

export const builders: Readonly<Record<Flavour, Builder>> = {
  hugo: {posts: "content/notes", built: "public", base: "/press", command: ["hugo", "--quiet"]},
  eleventy: {
    posts: "notes",
    built: "_site",
    base: "",
    command: [...node("@11ty/eleventy/cmd.cjs"), "--quiet"],
  },
  astro: {
    posts: "src/content/notes",
    built: "dist",
    base: "",
    command: [...node("astro/bin/astro.mjs"), "build", "--silent"],
  },
  jekyll: {posts: "notes", built: "_site", base: "/press", command: ["jekyll", "build", "--quiet"]},
};

/** Why a generator cannot be run here; undefined where it can. */
export function lacks(flavour: Flavour): string | undefined {
  const [program = ""] = builders[flavour].command;
  if (program !== process.execPath)
    try {
      execFileSync(program, [program === "hugo" ? "version" : "--version"], {stdio: "ignore"});
      return undefined;
    } catch {
      return `${program} is not installed`;
    }
  try {
    packages();
    return undefined;
  } catch (error) {
    return `its packages cannot be installed: ${(error as Error).message.split("\n")[0]}`;
  }
}

/** A blog for the generator, in a folder. */
export function layOut(flavour: Flavour, folder: string): void {
  cpSync(join(sites, flavour), folder, {recursive: true});
  if (builders[flavour].command[0] === process.execPath)
    symlinkSync(packages(), join(folder, "node_modules"));
}

export async function build(flavour: Flavour, folder: string): Promise<void> {
  const [program = "", ...args] = builders[flavour].command;
  const env = {
    ...process.env,
    ASTRO_TELEMETRY_DISABLED: "1",
    NODE_ENV: "production",
    VITEST: undefined,
  };
  await promisify(execFile)(program, args, {cwd: folder, env, timeout: 120_000});
}

/** Those from npm, installed once by their lock file into a folder of their own: they are many and large. */
function packages(): string {
  const files = ["package.json", "package-lock.json", ".npmrc"];
  const lock = readFileSync(join(sites, "packages/package-lock.json"));
  const digest = createHash("sha256").update(lock).digest("hex").slice(0, 12);
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), ".cache");
  const place = join(cache, "assay-generators", digest);
  if (!existsSync(place)) {
    const making = `${place}.${process.pid}`;
    mkdirSync(making, {recursive: true});
    for (const file of files) copyFileSync(join(sites, "packages", file), join(making, file));
    execFileSync("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund"], {
      cwd: making,
      stdio: "pipe",
      timeout: 300_000,
    });
    try {
      renameSync(making, place);
    } catch (error) {
      rmSync(making, {recursive: true, force: true});
      if (!existsSync(place)) throw error;
    }
  }
  return join(place, "node_modules");
}
