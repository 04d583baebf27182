import {randomUUID} from "node:crypto";
import {setTimeout as sleep} from "node:timers/promises";
import type {Publication, Publications} from "../../desk/api/publicationShapes.ts";
import {listPublications} from "../../desk/services/publications.ts";
import {displayText} from "../../format/displayText.ts";
import {carryOne, reachable} from "../../jobs/publishing/publisher.ts";
import type {Log} from "../../model/log.ts";
import type {PublicationQuestion} from "../../model/publication.ts";
import {reasonText} from "../../publish/reasonWords.ts";
import type {OwnRoom} from "./room.ts";

/** So long it is tried here; after that the same command goes on. */
const patienceMs = 60_000;
const leaseMs = 30_000;

/** Carries what is due of a draft to its end in this process, and tells how far it is. */
export async function carryOut(room: OwnRoom, draft: string): Promise<Publications> {
  const {progress} = room;
  const log: Log = {
    info() {},
    warn: (_, message) => progress.note(message),
    error: ({error}, message) => progress.note(`${message}: ${String(error)}`),
    child: () => log,
  };
  const wish = {
    ...room,
    log,
    random: Math.random,
    leaseMs,
    worker: randomUUID(),
    told: (step: string) => progress.step(step),
  };
  const names = reachable(wish);
  for (const end = Date.now() + patienceMs; ; ) {
    const found = await room.db
      .selectFrom("publications")
      .select(["id", "target"])
      .where("draft", "=", draft)
      .where("state", "in", ["planned", "sending", "unknown"])
      .where("asks", "is", null)
      .where("at", "<=", new Date())
      .execute();
    const open = found.filter(({target}) => names.includes(target));
    let carried = false;
    for (const {id} of open) carried = (await carryOne({...wish, names}, id)) || carried;
    if (open.length === 0 || Date.now() > end) {
      progress.done();
      const all = await listPublications(room, draft);
      if (!all) throw new Error(`there is no draft ${draft}`);
      return all;
    }
    // Somebody else has it, or it failed and is tried again a little later.
    if (!carried) {
      progress.step("waits to try again");
      await sleep(1000);
    }
  }
}

/** What a person reads of it. */
export const lineOf = (one: Publication): string => {
  const where = one.address === undefined ? "" : ` ${one.address}`;
  const version = one.standing !== undefined && one.standing > 1 ? `, version ${one.standing}` : "";
  const why = one.reason === undefined ? "" : `: ${displayText(reasonText(one.reason), 2000)}`;
  const say = one.asks === undefined ? "" : `. ${answersTo[one.asks]}`;
  const differences = (one.differences ?? []).map(
    ({what, approved, found}) =>
      `\n  ${what}: approved ${quoted(approved)}, found ${quoted(found)}`,
  );
  const hour = one.state === "planned" && one.reason === undefined ? ` for ${one.at}` : "";
  const read =
    one.state === "published" && one.readAt !== undefined ? ", read back as approved" : "";
  return `${one.target}: ${one.state}${hour}${version}${where}${read}${why}${say}${differences.join("")}\n`;
};

/** How one answers what is asked, on the command line. */
const answersTo: Readonly<Record<PublicationQuestion, string>> = {
  again: "Put it back with --again, or leave it away with --leave",
  overwrite: "Write over that with --overwrite, or leave it with --leave",
  late: "Give the same order again, or cancel it at the desk",
  outcome: "See there: say with --arrived that it arrived, or send it again with --again",
};

const quoted = (text: string) =>
  text === "" ? "nothing" : `“${displayText(text.length > 200 ? `${text.slice(0, 200)}…` : text)}”`;

/** 6 where a person has to decide, 3 where it may pass, 5 where it stands there otherwise than approved. */
export function codeOf(publications: readonly Publication[]): number {
  const now = new Date().toISOString();
  const has = (is: (one: Publication) => boolean) => publications.some(is);
  if (has(({state, asks}) => state === "refused" || asks !== undefined)) return 6;
  if (has(({state, at}) => ["planned", "sending", "unknown"].includes(state) && at <= now))
    return 3;
  return has(({state}) => state === "differs") ? 5 : 0;
}

/** Prints how it stands, and gives the exit code. */
export function told(
  {publications}: Publications,
  {json, ...about}: {readonly json?: boolean; readonly draft: string; readonly note: string},
): number {
  const shown = publications.filter(({state}) => state !== "withdrawn");
  process.stdout.write(
    json ? `${JSON.stringify({...about, publications: shown})}\n` : shown.map(lineOf).join(""),
  );
  return codeOf(shown);
}
