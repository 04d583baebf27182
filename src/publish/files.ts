import {mkdir, mkdtemp, rmdir} from "node:fs/promises";
import {join, relative, resolve} from "node:path";
import type {TargetSettings} from "../config/targets.ts";
import {TargetRefused} from "../model/errors.ts";
import {digestOf} from "../notes/written.ts";
import {alone, explained, type PostFolder, postFolder} from "./files/folder.ts";
import {generators} from "./files/generators.ts";
import {readPage, readPost} from "./files/reading.ts";
import {parseRecord} from "./files/record.ts";
import {digestsAt, recordPath} from "./files/shelf.ts";
import {commit, committedText, isPushed, type Message, push, uncommitted} from "./git/commit.ts";
import {openRepository, provePush, type Repository, requireReady} from "./git/repository.ts";
import type {Release} from "./release.ts";
import type {Rehearsal, Target, TargetEffects} from "./target.ts";

type Settings = TargetSettings["files"];
type GitSettings = Exclude<Settings["git"], boolean | undefined>;

/** Posts in the folder of a site generator, committed and pushed where that is wished. */
export function openFiles(name: string, settings: Settings, effects: TargetEffects): Target {
  const {name: generator, hint} = generators[settings.flavour];
  const out = resolve(effects.folder, settings.out);
  const folder = postFolder(out, generators[settings.flavour], settings.url);
  const {root} = folder.shelf;
  const git = gitOf(settings);
  const label = `${generator} in ${settings.out}`;
  const open = () => openRepository(out, effects.env, effects.timeoutMs);

  /** Alone in the folder, and in its repository where there is one to be. */
  const held = async <T>(use: (repository?: Repository) => Promise<T>): Promise<T> => {
    await explained(root, () => mkdir(out, {recursive: true}));
    if (!git) return folder.alone(() => use());
    const repository = await open();
    return alone(join(repository.own, "assay"), () => folder.alone(() => use(repository)));
  };

  /** Committed, and pushed where that is wished. */
  const isOut = async (repository: Repository, paths: readonly string[]) =>
    (await uncommitted(repository, paths)).length === 0 &&
    (!git?.push || (await isPushed(repository, paths)));

  /** Ours as git names them: with those that were committed once and are there no more. */
  const pathsIn = async (repository: Repository, release: Release) => {
    const named = (path: string) => repository.within(root, path);
    const kept = named(relative(root, recordPath(folder.shelf, release.id)));
    const before = parseRecord((await committedText(repository, kept)) ?? "");
    const paths = [...(await folder.paths(release)), ...Object.keys(before?.files ?? {})];
    return [...new Set(paths.map(named))];
  };

  return {
    name,
    kind: "files",
    label,
    prove: () =>
      held(async repository => {
        await explained(root, async () => rmdir(await mkdtemp(join(out, ".assay-probe-"))));
        if (repository && git?.push) await provePush(repository);
        const branch = repository ? `, branch ${repository.branch} of ${repository.top}` : "";
        return `${out} can be written${branch}${hint === undefined ? "" : `. ${hint}`}`;
      }),
    rehearse: async release => ({
      parts: [
        ...[...folder.layout(release).files].map(([path, content]) => ({
          what: `write ${join(root, path)}`,
          ...(typeof content === "string" && {body: content}),
          bytes: Buffer.byteLength(content),
        })),
        ...(git ? gitParts(messageOf(release, git), git) : []),
      ],
    }),
    async compose(release) {
      const {post, files} = folder.layout(release);
      return String(files.get(post) ?? "");
    },
    look: (release, receipt) =>
      held(async repository => {
        const standing = await folder.look(release, receipt);
        if (!repository || standing.state !== "ours") return standing;
        return {...standing, shown: await isOut(repository, await pathsIn(repository, release))};
      }),
    put: (release, standing) =>
      held(async repository => {
        if (repository && git)
          await requireReady(repository, await likeOurs(folder, release, repository), git.push);
        await folder.write(release, standing);
        if (repository && git) {
          await commit(repository, await pathsIn(repository, release), messageOf(release, git));
          if (git.push) await push(repository);
        }
        const now = await folder.look(release, undefined);
        if (now.state === "ours") return now.receipt;
        throw new TargetRefused(`${folder.address(release)} was removed while it was published`);
      }),
    read: (release, {address}) =>
      settings.url === undefined
        ? readPost(root, folder.layout(release), release.about.locale)
        : readPage(
            address,
            {label, now: effects.now, timeoutMs: effects.timeoutMs},
            release.about.locale,
          ),
  };
}

const gitOf = ({git}: Settings): GitSettings | undefined => {
  if (git === undefined || git === false) return undefined;
  return git === true ? {push: true, name: "Assay", email: "assay@localhost.invalid"} : git;
};

/** Each path of ours as git names it, with whether there lies what the release wants there. */
async function likeOurs(
  folder: PostFolder,
  release: Release,
  repository: Repository,
): Promise<ReadonlyMap<string, boolean>> {
  const {root} = folder.shelf;
  const {files} = folder.layout(release);
  const paths = await folder.paths(release);
  const there = await digestsAt(root, paths);
  return new Map(
    paths.map(path => {
      const content = files.get(path);
      const like = content === undefined || there[path] === digestOf(content);
      return [repository.within(root, path), like];
    }),
  );
}

function messageOf({id, version, kind, digest, about}: Release, git: GitSettings): Message {
  const subjects = {
    note: `Publish ${id}`,
    corrected: `Correct ${id}, version ${version}`,
    refiled: `File ${id} again, version ${version}`,
    retracted: `Retract ${id}`,
  };
  return {
    name: git.name,
    email: git.email,
    subject: subjects[kind],
    body: about.title
      .toWellFormed()
      .replace(/[\s\p{Cc}]+/gu, " ")
      .trim(),
    trailers: {"Assay-Note": id, "Assay-Version": `${version}`, "Assay-Digest": digest},
  };
}

const gitParts = (
  {subject, body, name, email}: Message,
  {push}: GitSettings,
): Rehearsal["parts"] => [
  {what: `git commit, by ${name} <${email}>`, body: `${subject}\n\n${body}`, bytes: 0},
  ...(push ? [{what: "git push", bytes: 0}] : []),
];
