import {TargetRefused} from "../../model/errors.ts";
import {saidBy} from "./command.ts";
import {type Repository, requireUpstream, unreached} from "./repository.ts";

/** Whose commit it is, and what it says. */
export interface Message {
  readonly name: string;
  readonly email: string;
  readonly subject: string;
  readonly body: string;
  /** Keys and values at its end; `Assay-Note` marks a commit as ours. */
  readonly trailers: Readonly<Record<string, string>>;
}

/** Of the paths, those that are not committed as they lie there. */
export async function uncommitted(
  {git, top}: Repository,
  paths: readonly string[],
): Promise<string[]> {
  const status = await git([
    "status",
    "--porcelain=v1",
    "-z",
    "--no-renames",
    "--untracked-files=all",
    "--",
    ...paths,
  ]);
  if (status.code !== 0) throw new TargetRefused(`git status in ${top} failed: ${saidBy(status)}`);
  return status.stdout.split("\0").flatMap(line => (line === "" ? [] : [line.slice(3)]));
}

/** A file as it was last committed; undefined where it was not. */
export async function committedText({git}: Repository, path: string): Promise<string | undefined> {
  const shown = await git(["show", `HEAD:${path}`]);
  return shown.code === 0 ? shown.stdout : undefined;
}

/**
 * Commits the paths as they lie there, and nothing else that is changed or staged; nothing where they
 * are committed already.
 *
 * @throws TargetRefused where git or a hook of the repository refuses
 */
export async function commit(
  repository: Repository,
  paths: readonly string[],
  {name, email, subject, body, trailers}: Message,
): Promise<void> {
  const {git, top} = repository;
  const open = await uncommitted(repository, paths);
  if (open.length === 0) return;
  const added = await git(["add", "--all", "--", ...open]);
  if (added.code !== 0) throw new TargetRefused(`git add in ${top} failed: ${saidBy(added)}`);
  const lines = Object.entries(trailers).map(([key, value]) => `${key}: ${value}`);
  const input = `${subject}\n\n${body}\n\n${lines.join("\n")}\n`;
  const who = [
    "-c",
    `user.name=${name}`,
    "-c",
    `user.email=${email}`,
    "-c",
    `author.name=${name}`,
    "-c",
    `author.email=${email}`,
    "-c",
    `committer.name=${name}`,
    "-c",
    `committer.email=${email}`,
  ];
  const done = await git(
    [...who, "commit", "--quiet", "--cleanup=verbatim", "--file=-", "--only", "--", ...open],
    {input},
  );
  if (done.code !== 0)
    throw new TargetRefused(
      `git commit in ${top} was refused: ${saidBy(done)}. What was written stays there; publish again once it is mended`,
    );
  const left = await uncommitted(repository, paths);
  if (left.length > 0)
    throw new TargetRefused(
      `${left.join(", ")} in ${top} was changed while it was committed, as a hook does that formats: keep it from the notes`,
    );
}

/** Whether the newest commit of any of the paths is where the branch is pushed to, as far as this clone knows. */
export async function isPushed(
  {git, upstream}: Repository,
  paths: readonly string[],
): Promise<boolean> {
  if (!upstream) return false;
  const newest = await git(["rev-list", "--max-count=1", "HEAD", "--", ...paths]);
  const commit = newest.stdout.trim();
  if (newest.code !== 0 || commit === "") return false;
  return (await git(["merge-base", "--is-ancestor", commit, upstream.known])).code === 0;
}

/**
 * Pushes the branch to where it is pushed, as it is.
 *
 * @throws TargetRefused where that would take force, or the remote says no; TargetUnavailable where
 * it cannot be reached
 */
export async function push(repository: Repository): Promise<void> {
  const {git, branch, top} = repository;
  const {remote, ref} = requireUpstream(repository);
  const pushed = await git([
    "push",
    "--quiet",
    "--porcelain",
    "--no-follow-tags",
    remote,
    `HEAD:${ref}`,
  ]);
  if (pushed.code === 0) return;
  const all = `${pushed.stdout}\n${pushed.stderr}`;
  if (/\[rejected\]|fetch first|non-fast-forward/.test(all))
    throw new TargetRefused(
      `${remote} has commits that ${branch} in ${top} lacks: git pull --rebase there, then publish again. It is committed, and never forced`,
    );
  if (/\[remote rejected\]|hook declined|pre-push/.test(all))
    throw new TargetRefused(`${remote} of ${top} refuses the push: ${saidBy(pushed)}`);
  throw unreached(`${remote} of ${top}`, pushed);
}
