import {execFileSync} from "node:child_process";
import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {generators} from "../../src/publish/files/generators.ts";
import {publishingAt} from "./disturbedTargets.ts";
import type {Disturbed} from "./killRoom.ts";

const git = (folder: string, ...args: string[]) =>
  execFileSync("git", ["-C", folder, ...args], {
    encoding: "utf8",
    maxBuffer: 2 ** 26,
    stdio: ["ignore", "pipe", "pipe"],
  });

/** A bare repository and a clone of it that has been pushed once. */
export function repositories() {
  const root = mkdtempSync(join(tmpdir(), "assay-git-"));
  const [bare, clone] = [join(root, "bare"), join(root, "clone")];
  execFileSync("git", ["init", "--quiet", "--bare", "--initial-branch=main", bare]);
  execFileSync("git", ["clone", "--quiet", bare, clone], {stdio: "ignore"});
  git(clone, "switch", "--quiet", "--orphan", "main");
  git(clone, "config", "user.name", "Somebody");
  git(clone, "config", "user.email", "somebody@example.org");
  writeFileSync(join(clone, "hugo.yaml"), "title: A blog\n");
  git(clone, "add", ".");
  git(clone, "commit", "--quiet", "--message=Begin");
  git(clone, "push", "--quiet", "--set-upstream", "origin", "main");
  return {
    root,
    bare,
    clone,
    git: (...args: string[]) => git(clone, ...args).trim(),
    pushed: () => git(bare, "log", "--format=%s", "main").trim().split("\n"),
    [Symbol.dispose]: () => rmSync(root, {recursive: true, force: true}),
  };
}

/** A Hugo blog that is committed and pushed. */
export function disturbedFiles({
  bare,
  clone,
}: {
  readonly bare: string;
  readonly clone: string;
}): Disturbed {
  const blog = {kind: "files", flavour: "hugo", out: "content/notes", git: true} as const;
  return {
    ...publishingAt({targets: {blog}, folder: clone}),
    onDisk: true,
    names: ["blog"],
    async audit(release) {
      const notes = git(bare, "log", "--format=%(trailers:key=Assay-Note,valueonly)", "main");
      const commits = notes.split("\n").filter(note => note === release.id).length;
      const {files} = generators.hugo.layout(release, {posts: "", files: ""});
      const unlike = [...files].flatMap(([path, content]) => {
        const args = ["-C", bare, "cat-file", "blob", `main:content/notes/${path}`];
        const found = execFileSync("git", args, {maxBuffer: 2 ** 26});
        return found.equals(Buffer.from(content)) || path.endsWith(".md") ? [] : [path];
      });
      const post = git(bare, "show", `main:content/notes/${release.id}/index.md`);
      const open = git(clone, "status", "--porcelain").trim();
      return [
        ...(commits === 1 ? [] : [`it has ${commits} commits`]),
        ...unlike.map(path => `${path} is another`),
        ...(post.includes(release.digest) ? [] : ["it is of another release"]),
        ...(open === "" ? [] : [`left in the clone: ${open}`]),
      ];
    },
  };
}
