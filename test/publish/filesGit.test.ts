import {execFileSync, spawn} from "node:child_process";
import {once} from "node:events";
import {chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import {beforeAll, expect, test} from "vitest";
import {TargetRefused, TargetUnavailable} from "../../src/model/errors.ts";
import {openFiles} from "../../src/publish/files.ts";
import {gitEnvironment, withoutPasswords} from "../../src/publish/git/command.ts";
import type {Release} from "../../src/publish/release.ts";
import type {Journal, Ours, Target} from "../../src/publish/target.ts";
import {repositories} from "./disturbedFiles.ts";
import {releaseOf, sampleNote} from "./sampleRelease.ts";

let release: Release;
let corrected: Release;

beforeAll(async () => {
  const note = await sampleNote();
  release = releaseOf(note);
  corrected = releaseOf(note, {
    version: 2,
    kind: "corrected",
    corrections: [{at: "2025-07-03T10:00:00Z", wrong: "4 %", right: "5 %", version: 2}],
  });
});

const journal: Journal = {
  once: (_, __, act) => act(false),
  hold: async () => {},
  past: async () => [],
};

/** A blog that is checked out, and a target in it. */
function blog({
  git = true as const,
  env = process.env,
  timeoutMs,
}: {
  git?: true | GitSettings;
  env?: NodeJS.ProcessEnv;
  timeoutMs?: number;
} = {}) {
  const at = repositories();
  const target = openFiles(
    "blog",
    {kind: "files", flavour: "hugo", out: "content/notes", git},
    {
      env,
      house: release.house,
      folder: at.clone,
      now: () => new Date(),
      ...(timeoutMs !== undefined && {timeoutMs}),
    },
  );
  return {
    ...at,
    target,
    post: join("content/notes", release.id, "index.md"),
    commits: () => at.git("log", "--format=%s", "main").split("\n"),
  };
}

type GitSettings = {push: boolean; name: string; email: string};

async function publish(target: Target, one: Release) {
  const standing = await target.look(one, undefined);
  if (standing.state === "foreign") throw new Error(`taken: ${standing.address}`);
  return target.put(one, standing, journal);
}

test("a note is one commit of its own by the program, with its own paths and no others, and is pushed", async () => {
  using at = blog();
  writeFileSync(join(at.clone, "staged.txt"), "theirs");
  writeFileSync(join(at.clone, "loose.txt"), "theirs");
  at.git("add", "staged.txt");
  const receipt = await publish(at.target, release);
  expect(at.pushed()).toEqual([`Publish ${release.id}`, "Begin"]);
  const [who, body] = at.git("log", "-1", "--format=%an <%ae> %cn%x00%b").split("\0");
  expect(who).toBe("Assay <assay@localhost.invalid> Assay");
  expect(body).toContain(release.about.title);
  expect(body).toContain(`Assay-Digest: ${release.digest}`);
  const paths = at.git("show", "--name-only", "--format=", "HEAD").split("\n");
  expect(paths.every(path => path.startsWith("content/notes/"))).toBe(true);
  expect(paths).toContain(at.post);
  expect(at.git("status", "--porcelain")).toBe("A  staged.txt\n?? loose.txt");
  expect(await at.target.look(release, receipt)).toEqual({state: "ours", receipt, shown: true});
});

test("a correction is one commit more, and what it leaves out is gone with it", async () => {
  using at = blog();
  await publish(at.target, release);
  await publish(at.target, corrected);
  await publish(
    at.target,
    releaseOf(await sampleNote(), {
      version: 3,
      kind: "retracted",
      retraction: {at: "2025-07-04T10:00:00Z", reason: "Wrong coin."},
    }),
  );
  expect(at.pushed()).toEqual([
    `Retract ${release.id}`,
    `Correct ${release.id}, version 2`,
    `Publish ${release.id}`,
    "Begin",
  ]);
  const left = at.git("ls-files", "content/notes").split("\n");
  expect(left).toEqual([`content/notes/.assay/${release.id}.json`, at.post]);
});

test("publishing the same again commits nothing", async () => {
  using at = blog();
  await publish(at.target, release);
  await publish(at.target, release);
  expect(at.commits()).toHaveLength(2);
});

test("what was written and not committed, or committed and not pushed, is not shown yet, and goes on from there", async () => {
  using at = blog();
  using plain = blog({git: {push: false, name: "Assay", email: "a@b.example"}});
  await publish(plain.target, release);
  expect(plain.pushed()).toEqual(["Begin"]);
  expect(plain.git("log", "-1", "--format=%ae")).toBe("a@b.example");
  expect((await plain.target.look(release, undefined)) as Ours).toMatchObject({shown: true});

  await publish(at.target, release);
  at.git("push", "--quiet", "--force", "origin", "main~1:main");
  expect((await at.target.look(release, undefined)) as Ours).toMatchObject({shown: false});
  await publish(at.target, release);
  expect(at.pushed()).toHaveLength(2);
  at.git("push", "--quiet", "--force", "origin", "main~1:main");
  at.git("reset", "--quiet", "--mixed", "main~1");
  expect((await at.target.look(release, undefined)) as Ours).toMatchObject({shown: false});
  await publish(at.target, release);
  expect(at.pushed()).toHaveLength(2);
});

test("nothing is written where a branch has gone another way, or would push others' commits along", async () => {
  using at = blog();
  const other = join(at.root, "other");
  execFileSync("git", ["clone", "--quiet", join(at.root, "bare"), other]);
  const there = (...args: string[]) =>
    execFileSync("git", [
      "-C",
      other,
      "-c",
      "user.name=x",
      "-c",
      "user.email=x@y.example",
      ...args,
    ]);
  there("commit", "--quiet", "--allow-empty", "--message=Theirs");
  there("push", "--quiet");
  await expect(publish(at.target, release)).rejects.toThrow(
    /lacks 1 commits of origin.*git pull --rebase/s,
  );
  expect(existsSync(join(at.clone, at.post))).toBe(false);
  at.git("pull", "--quiet", "--rebase");
  at.git("commit", "--quiet", "--allow-empty", "--message=Mine, not yet");
  await expect(publish(at.target, release)).rejects.toThrow(/Mine, not yet.*git push them/s);
  expect(existsSync(join(at.clone, at.post))).toBe(false);
  at.git("push", "--quiet");
  await publish(at.target, release);
  expect(at.pushed()).toEqual([`Publish ${release.id}`, "Mine, not yet", "Theirs", "Begin"]);
});

test("what stands in the way is told with what to do, and nothing is written", async () => {
  const refusals: readonly [string, (at: ReturnType<typeof blog>) => void][] = [
    ["detached HEAD", at => at.git("switch", "--quiet", "--detach")],
    ["git push --set-upstream origin side", at => at.git("switch", "--quiet", "--create", "side")],
    ["is ignored by git", at => writeFileSync(join(at.clone, ".gitignore"), "content/\n")],
    [
      "a merge is under way",
      at => writeFileSync(join(at.clone, ".git/MERGE_HEAD"), `${at.git("rev-parse", "HEAD")}\n`),
    ],
    ["not where it was", at => rmSync(join(at.root, "bare"), {recursive: true})],
    ["not checked out from a repository", at => rmSync(join(at.clone, ".git"), {recursive: true})],
  ];
  for (const [says, prepare] of refusals) {
    using at = blog();
    prepare(at);
    const run = publish(at.target, release).then(
      () => "published",
      error => error,
    );
    expect(await run).toBeInstanceOf(TargetRefused);
    expect(String(await run)).toContain(says);
    expect(existsSync(join(at.clone, at.post)), says).toBe(false);
  }
});

test("changes in the index at our paths that are not ours are refused", async () => {
  using at = blog();
  const receipt = await publish(at.target, release);
  writeFileSync(join(at.clone, at.post), "theirs\n");
  at.git("add", at.post);
  writeFileSync(join(at.clone, at.post), receipt.stored);
  await expect(publish(at.target, corrected)).rejects.toThrow(
    /in the index that are not ours.*git restore --staged/s,
  );
  at.git("restore", "--staged", at.post);
  await publish(at.target, corrected);
  expect(at.pushed()).toHaveLength(3);
});

test("a hook that refuses is told in its own words, and the same goes on once it does not", async () => {
  using at = blog();
  const hook = join(at.clone, ".git/hooks/pre-commit");
  writeFileSync(hook, "#!/bin/sh\necho 'no notes on a Friday' >&2\nexit 1\n");
  chmodSync(hook, 0o755);
  await expect(publish(at.target, release)).rejects.toThrow("no notes on a Friday");
  expect(at.commits()).toEqual(["Begin"]);
  rmSync(hook);
  await publish(at.target, release);
  expect(at.pushed()).toHaveLength(2);
  const refusing = join(at.root, "bare/hooks/pre-receive");
  writeFileSync(refusing, "#!/bin/sh\necho 'protected branch' >&2\nexit 1\n");
  chmodSync(refusing, 0o755);
  await expect(publish(at.target, corrected)).rejects.toThrow(
    /refuses the push.*protected branch/s,
  );
  rmSync(refusing);
  await publish(at.target, corrected);
  expect(at.pushed()).toHaveLength(3);
});

test("a hook that hangs is ended, with all that it has started", async () => {
  using at = blog({timeoutMs: 2_000});
  const hook = join(at.clone, ".git/hooks/pre-commit");
  writeFileSync(hook, "#!/bin/sh\nsleep 300 & sleep 300\n");
  chmodSync(hook, 0o755);
  await expect(publish(at.target, release)).rejects.toThrow(TargetUnavailable);
});

test("two at once are one commit", async () => {
  using at = blog();
  const standing = await at.target.look(release, undefined);
  const runs = [0, 1, 2].map(() => at.target.put(release, standing as {state: "absent"}, journal));
  const ended = await Promise.allSettled(runs);
  expect(ended.filter(({status}) => status === "fulfilled")).toHaveLength(1);
  expect(at.pushed()).toEqual([`Publish ${release.id}`, "Begin"]);
});

test("a caller's repository, index and author are not taken for those of the blog", async () => {
  using at = blog({
    env: {
      ...process.env,
      GIT_DIR: "/nowhere",
      GIT_INDEX_FILE: "/nowhere/index",
      GIT_WORK_TREE: "/",
      GIT_AUTHOR_NAME: "Mallory",
      GIT_SSL_NO_VERIFY: "1",
    },
  });
  await publish(at.target, release);
  expect(at.git("log", "-1", "--format=%an")).toBe("Assay");
  const env = gitEnvironment({
    GIT_DIR: "x",
    GIT_SSH_COMMAND: "ssh -i key",
    GIT_SSL_NO_VERIFY: "1",
    HOME: "/home/x",
  });
  expect(env).toMatchObject({
    GIT_SSH_COMMAND: "ssh -i key",
    HOME: "/home/x",
    GIT_TERMINAL_PROMPT: "0",
  });
  expect(Object.keys(env)).not.toContain("GIT_DIR");
  expect(Object.keys(env)).not.toContain("GIT_SSL_NO_VERIFY");
  expect(withoutPasswords("at https://me:secret@host/x and ssh://git@host/y")).toBe(
    "at https://…@host/x and ssh://…@host/y",
  );
});

test("a remote is proven before anything is published", async () => {
  using at = blog();
  expect(await at.target.prove()).toMatch(/can be written, branch main of/);
  expect(at.git("status", "--porcelain")).toBe("");
  rmSync(join(at.root, "bare"), {recursive: true});
  await expect(at.target.prove()).rejects.toThrow(TargetRefused);
});

test("killed at any instant and begun again, it is one commit, whole and pushed", async () => {
  const order = join(mkdtempSync(join(tmpdir(), "assay-order-")), "order.json");
  const {files, ...rest} = release;
  const bytes = [...files].map(([path, content]) => [
    path,
    Buffer.from(content).toString("base64"),
  ]);
  // A hook kills whoever has started git, and git goes on; and the clock, while it writes. bench/killPublish.ts comes by more.
  const instants = ["pre-commit", "pre-push", 15] as const;
  for (const instant of instants) {
    using at = blog();
    if (typeof instant === "string") {
      const hook = join(at.clone, ".git/hooks", instant);
      writeFileSync(hook, `#!/bin/sh\nkill -9 $(cat ${at.root}/pid)\nexit 0\n`);
      chmodSync(hook, 0o755);
    }
    writeFileSync(order, JSON.stringify({...rest, files: bytes, folder: at.clone}));
    const child = spawn(process.execPath, [join(import.meta.dirname, "publishOnce.ts"), order], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    writeFileSync(join(at.root, "pid"), String(child.pid));
    const ended = once(child, "close");
    if (typeof instant === "number") {
      await once(child.stdout, "data");
      await sleep(instant);
      child.kill("SIGKILL");
    }
    expect((await ended)[1]).toBe("SIGKILL");
    for (const name of ["pre-commit", "pre-push"])
      rmSync(join(at.clone, ".git/hooks", name), {force: true});
    const receipt = await publish(at.target, release);
    expect(at.pushed(), String(instant)).toEqual([`Publish ${release.id}`, "Begin"]);
    expect(at.git("status", "--porcelain"), String(instant)).toBe("");
    expect(receipt.digest).toBe(release.digest);
    expect(await at.target.look(release, receipt)).toEqual({state: "ours", receipt, shown: true});
  }
}, 180_000);
