import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {type RawBuilder, sql} from "kysely";
import {afterAll, beforeAll, expect, test} from "vitest";
import {pathOf} from "../../src/store/blobs/blobs.ts";
import {verify} from "../../src/store/verify.ts";
import {addRuns, emptyRoom, type Room} from "./filled.ts";

let room: Room;
beforeAll(async () => {
  room = await emptyRoom();
  await addRuns(room, 0, 4);
});
afterAll(() => room?.[Symbol.asyncDispose]());

const look = () => verify(room.store, room.blobs);

test("a store as it should be has no faults, and what was looked at is counted", async () => {
  expect(await look()).toEqual({events: 12, snapshots: 4, drafts: 4, blobs: 21, faults: []});
});

/** Any one of that kind. */
const someBlob = async (kind: string) =>
  (
    await room.store.db
      .selectFrom("referred")
      .select("sha256")
      .where("kind", "like", `${kind}%`)
      .executeTakeFirstOrThrow()
  ).sha256;

test.each(["snapshot", "answer", "draft", "revision", "note.pdf"])(
  "a %s with other bytes, and one that is missing, is told with its row",
  async kind => {
    const blob = await someBlob(kind);
    const right = await room.blobs.get(blob);
    writeFileSync(join(room.folder, "blobs", pathOf(blob)), "other");
    expect((await look()).faults.join("\n")).toMatch(
      new RegExp(`^${kind}.*: blob ${blob} .* has other bytes`),
    );
    await room.blobs.remove(blob);
    expect((await look()).faults.join("\n")).toMatch(
      new RegExp(`^${kind}.*: there is no blob ${blob}`),
    );
    await room.blobs.put(right);
    expect((await look()).faults).toEqual([]);
  },
);

/** How a row is changed, and how it is undone. */
test.each<[string, RawBuilder<unknown>, RawBuilder<unknown>, RegExp]>([
  [
    "an event",
    sql`update assay.events set kind = 'x' where seq = 2`,
    sql`update assay.events set kind = 'draft.approved' where seq = 2`,
    /event 2 was changed/,
  ],
  [
    "the text of a revision",
    sql`update assay.revisions set text = (select content from assay.drafts limit 1)`,
    sql`update assay.revisions r set text = (select body::jsonb #>> '{data,text}'
      from assay.events where subject = r.draft::text and kind = 'draft.written')`,
    /draft \S+ differs from the event that tells of it/,
  ],
  [
    "a draft of which nothing tells",
    sql`update assay.drafts set revision = 2`,
    sql`update assay.drafts set revision = 1`,
    /draft \S+ differs/,
  ],
  [
    "who approved",
    sql`update assay.approvals set approved_by = 'eve'`,
    sql`update assay.approvals set approved_by = 'emil'`,
    /approval \S+ of draft \S+ differs/,
  ],
  [
    "an approval that was taken back",
    sql`update assay.approvals set withdrawn_by = 'eve', withdrawn_at = now()`,
    sql`update assay.approvals set withdrawn_by = null, withdrawn_at = null`,
    /approval \S+ of draft \S+ differs/,
  ],
  [
    "what was accepted",
    sql`update assay.approvals set accepted = '[]'`,
    sql`update assay.approvals a set accepted = (select body::jsonb #> '{data,accepted}'
      from assay.events where subject = a.draft::text and kind = 'draft.approved')`,
    /approval \S+ of draft \S+ differs/,
  ],
  [
    "a comment",
    sql`update assay.comments set text = text || '!'`,
    sql`update assay.comments set text = rtrim(text, '!')`,
    /comment \S+ on draft \S+ differs/,
  ],
  [
    "the answers of a snapshot",
    sql`update assay.answers set sha256 = (select content from assay.drafts limit 1)
      where (snapshot, sha256) in (select snapshot, sha256 from assay.answers limit 1)`,
    sql`delete from assay.answers`,
    /snapshot \S+ has other answers in its rows/,
  ],
])("%s that was changed is told", async (_, change, undo, told) => {
  await change.execute(room.store.db);
  expect((await look()).faults.join("\n")).toMatch(told);
  await undo.execute(room.store.db);
  expect((await look()).faults).toEqual([]);
});
