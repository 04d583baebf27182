import {findDraft} from "../../desk/services/drafts.ts";
import {publishDraft} from "../../desk/services/publications.ts";
import {moveDraft} from "../../desk/services/review.ts";
import {instantOf} from "../../jobs/publishing/wallClock.ts";
import {formats} from "../../model/form.ts";
import {defaultLocale} from "../../model/locale.ts";
import {releaseDigest} from "../../publish/digest.ts";
import {makeRelease} from "../../publish/makeRelease.ts";
import type {Release} from "../../publish/release.ts";
import type {TargetSet} from "../../publish/targetSet.ts";
import {withRenderer} from "../../render/renderer.ts";
import {press, styleOf} from "../../report.ts";
import {digestOf} from "../../store/blobs/blobs.ts";
import {stderrProgress} from "../progress.ts";
import {targetsOf} from "../room.ts";
import {projectOf} from "../settings.ts";
import {type AcceptOptions, acceptedIn} from "./accepting.ts";
import {askFirst} from "./ask.ts";
import {carryOut, told} from "./carryOut.ts";
import {type FolderNote, readNote} from "./folder.ts";
import {openOwnRoom, type PublishingOptions} from "./room.ts";
import {takeIn} from "./takeIn.ts";

export interface PublishOptions extends PublishingOptions, AcceptOptions {
  readonly to: readonly string[];
  readonly at?: string;
  readonly dryRun?: boolean;
  readonly again?: boolean;
  readonly overwrite?: boolean;
}

/** Approves the folder's note after asking, orders it, and carries it to its targets. */
export async function publish(folder: string, options: PublishOptions): Promise<number> {
  const {to, at, again, overwrite, json} = options;
  const project = await projectOf(options);
  const targets = targetsOf(project);
  // What is wrong with a target or an hour is told before anything is asked or kept.
  const opened = to.map(name => targets.open(name));
  const labels = opened.map(({label}) => label);
  if (at !== undefined) for (const name of to) instantOf(at, targets.zoneOf(name));
  const note = await readNote(folder, "publish");
  const accepted = acceptedIn(note, options);
  if (options.dryRun) {
    const progress = stderrProgress({quiet: options.quiet ?? false});
    const release = await releaseOf(note, project, progress.step);
    progress.done();
    return rehearse(release, targets, options);
  }
  await using room = await openOwnRoom(options);
  for (const {label, lacks} of opened)
    if (lacks !== undefined) room.progress.note(`${label}: ${lacks}`);
  const id = await takeIn(room, note);
  const draft = await findDraft(room.db, await room.pressing.styles(), id);
  const order = {
    targets: to,
    ...(at !== undefined && {at}),
    ...(again && {again}),
    ...(overwrite && {overwrite}),
  };
  const isApproved = !["draft", "in-review", "changes-asked"].includes(draft?.state ?? "");
  if (!isApproved || again || overwrite)
    await askFirst(
      `${isApproved ? "Send" : "Approve"} “${draft?.title}” ${isApproved ? "" : "and publish it "}at ${labels.join(", ")}?`,
      options,
    );
  if (isApproved) await publishDraft(room, {...order, id, by: room.me});
  else
    await moveDraft(room, {
      id,
      to: "approved",
      send: true,
      accepted,
      by: room.me,
      publish: order,
    });
  return told(await carryOut(room, id), {
    draft: id,
    note: draft?.noteId ?? "",
    ...(json && {json}),
  });
}

/** What the note would leave the house as, had it been approved now. */
async function releaseOf(
  {draft, digest: content, revised}: FolderNote,
  project: Awaited<ReturnType<typeof projectOf>>,
  step: (text: string) => void,
): Promise<Release> {
  const {house, options} = project;
  const {templates} = options;
  const style = await styleOf({house, ...(templates !== undefined && {templates})});
  const {files: pressed} = await withRenderer({pdf: true, step}, renderer =>
    press(draft, revised.text, style, formats, {...renderer, step}),
  );
  const files = new Map([...pressed].map(([path, body]) => [path, Buffer.from(body)] as const));
  const now = new Date().toISOString();
  const {id} = draft.evidence.note;
  const common = {id, version: 1, kind: "note" as const, corrections: []};
  return makeRelease({
    ...common,
    digest: releaseDigest({
      ...common,
      content,
      text: digestOf(Buffer.from(revised.text)),
      house: digestOf(Buffer.from(`${JSON.stringify(house)}\n`)),
      files: Object.fromEntries([...files].map(([path, body]) => [path, digestOf(body)])),
    }),
    house,
    draft,
    text: revised.text,
    files,
    publishedAt: now,
    updatedAt: now,
  });
}

/** Shows what would be sent; nobody is asked, and nothing kept. */
async function rehearse(
  release: Release,
  targets: TargetSet,
  {to, json}: PublishOptions,
): Promise<number> {
  const rehearsals = [];
  for (const name of to) {
    const target = targets.open(name);
    rehearsals.push({target: name, label: target.label, ...(await target.rehearse(release))});
  }
  process.stdout.write(
    json
      ? `${JSON.stringify({note: release.id, rehearsals})}\n`
      : rehearsals
          .flatMap(({target, label, parts}) => [
            `${target}: ${label}\n`,
            ...parts.map(
              ({what, body, bytes}) =>
                `  ${what} (${bytes.toLocaleString(defaultLocale)} bytes)\n${body === undefined ? "" : `${body.replace(/^/gm, "    ")}\n`}`,
            ),
          ])
          .join(""),
  );
  return 0;
}
