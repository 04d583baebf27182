import {approveCorrection, correct as openCorrection} from "../../desk/services/corrections.ts";
import {listPublications, publishDraft} from "../../desk/services/publications.ts";
import {openOf} from "../../jobs/publishing/corrections.ts";
import {Conflict, UsageError} from "../../model/errors.ts";
import {type Told, unheldOf, unheldSays} from "../../publish/heldWords.ts";
import {digestOf} from "../../store/blobs/blobs.ts";
import {type AcceptOptions, acceptedIn} from "./accepting.ts";
import {askFirst} from "./ask.ts";
import {carryOut, told} from "./carryOut.ts";
import {type FolderNote, readNote} from "./folder.ts";
import {type OwnRoom, openOwnRoom, type PublishingOptions} from "./room.ts";
import {bringText, draftOf} from "./takeIn.ts";

export interface CorrectOptions extends PublishingOptions, AcceptOptions {
  readonly wrong?: string;
  readonly right?: string;
  readonly reason?: string;
  readonly refile?: boolean;
}

type Asked = Parameters<typeof openCorrection>[1]["correction"];

/** Sends the folder's text, which was put right, to every target where the note stands. */
export async function correct(folder: string, options: CorrectOptions): Promise<number> {
  const asked = askedOf(options);
  const note = await readNote(folder, "correct");
  await using room = await openOwnRoom(options);
  const draft = await outDraft(room, note);
  const out = await textOut(room, draft);
  const isText = out.text === digestOf(Buffer.from(note.revised.text));
  if (isText && !(await openOf(room.db, draft))) {
    const behind = await behindOf(room, draft);
    if (behind.length === 0)
      throw new UsageError(
        `${folder}/note.md is the text that is out: change what is wrong in it, then correct it`,
      );
    await publishDraft(room, {id: draft, targets: behind, by: room.me});
  } else {
    const accepted = acceptedIn(note, options);
    if (asked.kind === "corrected") await requireHeld(room, note, out.text, asked);
    await askFirst(
      asked.kind === "corrected"
        ? `Correct it everywhere, and tell its readers that it said “${asked.wrong}” and is “${asked.right}”?`
        : "Send the changed text everywhere, without telling its readers?",
      options,
    );
    await approve(room, draft, asked, accepted, () => bringText(room, note, draft));
  }
  return await end(room, draft, note, options);
}

export interface RetractOptions extends PublishingOptions {
  readonly reason: string;
}

/** Puts a notice in the note's place, everywhere that it stands. */
export async function retract(folder: string, options: RetractOptions): Promise<number> {
  const note = await readNote(folder, "retract");
  await using room = await openOwnRoom(options);
  const draft = await outDraft(room, note);
  if ((await textOut(room, draft)).kind !== "retracted") {
    await askFirst(
      `Retract “${note.draft.evidence.note.title}” everywhere, and tell its readers: “${options.reason}”?`,
      options,
    );
    const asked = {kind: "retracted", reason: options.reason} as const;
    await approve(room, draft, asked, [], async () => {});
  } else {
    const behind = await behindOf(room, draft);
    if (behind.length > 0) await publishDraft(room, {id: draft, targets: behind, by: room.me});
  }
  return await end(room, draft, note, options);
}

function askedOf({wrong, right, reason, refile}: CorrectOptions): Asked {
  if (refile) {
    if (wrong !== undefined || right !== undefined)
      throw new UsageError(
        "--refile is for what was no error, and goes without --wrong and --right",
      );
    return {kind: "refiled", reason: reason ?? "filed again, without an error"};
  }
  if (wrong === undefined || right === undefined)
    throw new UsageError(
      "correct needs --wrong and --right, which readers are told; for a typo there is --refile",
    );
  return {kind: "corrected", reason: reason ?? `it said ${wrong}`, wrong, right};
}

/**
 * Readers are told what was wrong and what is right in words of the notes.
 *
 * @throws UsageError that names the option, and sentences that come near
 */
async function requireHeld(
  {blobs}: OwnRoom,
  {draft, revised}: FolderNote,
  out: string,
  told: Told,
): Promise<void> {
  const before = (await blobs.get(out)).toString("utf8");
  const unheld = unheldOf(told, {before, after: revised.text}, draft.order.locale);
  if (unheld)
    throw new UsageError(
      `--${unheld.field} “${told[unheld.field]}” ${unheldSays(unheld)}. Readers see these words, so give a stretch of the text itself`,
    );
}

/** Opens it, or goes on with one that an earlier command has opened, and approves it. */
async function approve(
  room: OwnRoom,
  draft: string,
  asked: Asked,
  accepted: ReturnType<typeof acceptedIn>,
  change: () => Promise<void>,
): Promise<void> {
  const open = await openOf(room.db, draft);
  if (open && open.kind !== asked.kind)
    throw new Conflict(
      `${open.opened_by} has opened another correction of it (${open.kind}): finish that one, or take it back at the desk`,
    );
  const id =
    open?.id ?? (await openCorrection(room, {id: draft, correction: asked, by: room.me}))?.id;
  await change();
  await approveCorrection(room, {id: draft, correction: id ?? "", accepted, by: room.me});
}

async function outDraft(room: OwnRoom, note: FolderNote): Promise<string> {
  const draft = await draftOf(room, note);
  const found = draft === undefined ? undefined : await listPublications(room, draft);
  if (draft !== undefined && found && found.releases.length > 0) return draft;
  throw new UsageError(
    `${note.folder} was never published from this store: assay publish does it, and --store names another`,
  );
}

async function textOut({db}: OwnRoom, draft: string) {
  return db
    .selectFrom("releases")
    .select(["text", "kind"])
    .where("draft", "=", draft)
    .orderBy("version", "desc")
    .executeTakeFirstOrThrow();
}

/** The targets that have not got what was approved last. */
async function behindOf(room: OwnRoom, draft: string): Promise<string[]> {
  const {publications = []} = (await listPublications(room, draft)) ?? {};
  return publications
    .filter(
      ({state, wanted, standing}) =>
        state !== "withdrawn" && standing !== undefined && wanted !== standing,
    )
    .map(({target}) => target);
}

async function end(
  room: OwnRoom,
  draft: string,
  {draft: {evidence}}: FolderNote,
  {json}: PublishingOptions,
): Promise<number> {
  const done = await carryOut(room, draft);
  return told(done, {draft, note: evidence.note.id, ...(json && {json})});
}
