import {afterAll, beforeAll, expect, test} from "vitest";
import {approvalsSchema, revisionSchema} from "../../src/desk/api/reviewShapes.ts";
import {draftSchema, orderedSchema, runSchema} from "../../src/desk/api/shapes.ts";
import {loadDraft} from "../../src/jobs/loadDraft.ts";
import {verify} from "../../src/store/verify.ts";
import {until} from "../jobs/newsroom.ts";
import {answered, type Person, problemOf, type ReviewRoom, reviewRoom} from "./reviewRoom.ts";

/** A day before the one that the draft is of: other data, whatever day it is. */
const asOf = "2026-03-19T02:00:00Z";

let room: ReviewRoom;
beforeAll(async () => {
  room = await reviewRoom();
});
afterAll(() => room?.close());

const textOf = async (id: string) => (await room.ask("vera", `/api/drafts/${id}/text`)).text();
const draftOf = async (id: string) =>
  answered(draftSchema, await room.ask("vera", `/api/drafts/${id}`));
const revisionOf = async (id: string, number: number) =>
  answered(revisionSchema, await room.ask("vera", `/api/drafts/${id}/revisions/${number}`));
const put = (who: Person, id: string, text: string, on: number, query = "") =>
  room.ask(who, `/api/drafts/${id}/text${query}`, {
    method: "PUT",
    body: text,
    headers: {"if-match": `"${on}"`},
  });
const move = (who: Person, id: string, to: string) =>
  room.ask(who, `/api/drafts/${id}/transitions`, {body: {to}});

/** Ordered, done by a worker, and told as a run. */
async function regenerated(id: string) {
  const answer = await room.ask("will", `/api/drafts/${id}/regenerate`, {body: {asOf}});
  expect(answer.status).toBe(202);
  const {run} = await answered(orderedSchema, answer);
  const worker = room.work({concurrency: 1});
  const find = async () => answered(runSchema, await room.ask("vera", `/api/runs/${run}`));
  await until(async () => ["done", "failed"].includes((await find()).state));
  await worker.stop(20_000);
  return find();
}

/** A copy of a draft has no event that tells of it; everything else is right. */
const faultsOf = async () =>
  (await verify(room.store, room.blobs)).faults.filter(fault => !/^draft \S+ differs/.test(fault));

test("what nobody touched becomes the new text, the next revision on new data, and approvals lapse", async () => {
  const id = await room.fresh();
  const before = await draftOf(id);
  for (const to of ["in-review", "approved"]) expect((await move("edna", id, to)).status).toBe(200);
  expect(await regenerated(id)).toMatchObject({state: "done", outcome: "draft", draft: id});
  const after = await draftOf(id);
  expect(after).toMatchObject({revision: 2, asOf: asOf, state: "in-review"});
  expect(after.noteId).not.toBe(before.noteId);
  const revision = await revisionOf(id, 2);
  expect(revision).toMatchObject({kind: "regenerated", parent: 1, faults: 0});
  expect(revision.merge).toBe(undefined);
  const {content} = await room.store.db
    .selectFrom("drafts")
    .select("content")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  expect(revision.text).toBe((await loadDraft(room.blobs, content)).markdown);
  const {approvals} = await answered(
    approvalsSchema,
    await room.ask("vera", `/api/drafts/${id}/approvals`),
  );
  expect(approvals.map(({holds}) => holds)).toEqual([false]);
  // The text of before over again does not bring its approval back: the data are others.
  await put("edna", id, (await revisionOf(id, 1)).text, 2);
  expect((await draftOf(id)).state).toBe("in-review");
  expect(await faultsOf()).toEqual([]);
});

test("editors' words are kept, and what is not certain is settled by a person before it is approved", async () => {
  const id = await room.fresh();
  const written = await textOf(id);
  const price = written.split("\n").find(line => line.startsWith("| Price |")) ?? "";
  const mine = "| Price | about a hundred and eleven dollars |";
  const edited = written.replace(price, mine).replace("## Method", "So it is said.\n\n## Method");
  expect((await put("will", id, edited, 1)).status).toBe(200);
  await regenerated(id);
  const {text, merge, kind} = await revisionOf(id, 3);
  expect(kind).toBe("regenerated");
  expect(text).toContain("So it is said.\n\n## Method");
  expect(text).not.toContain(mine);
  const [conflict, ...others] = merge?.conflicts ?? [];
  expect(others).toEqual([]);
  expect(conflict).toMatchObject({base: price, edited: mine});
  expect(text).toContain(conflict?.renewed);
  await move("will", id, "in-review");
  const refused = await problemOf(await move("edna", id, "approved"), 409);
  expect(refused.detail).toContain("one passage of an editor is still to be settled");
  // A save that settles nothing leaves it as it is.
  const kept = await answered(revisionSchema, await put("will", id, `${text}\nMore.\n`, 3));
  expect(kept.merge?.conflicts).toEqual([conflict]);
  const settled = [...(kept.merge?.conflicts ?? []), ...(kept.merge?.again ?? [])];
  const query = `?settled=${settled.map(one => one.id).join()}`;
  const done = await answered(revisionSchema, await put("will", id, kept.text, 4, query));
  expect(done).toMatchObject({number: 5, kind: "merged", text: kept.text});
  expect(done.merge).toBe(undefined);
  expect(await faultsOf()).toEqual([]);
});

test("a draft that is out, dropped or not there is not made again", async () => {
  const id = await room.fresh();
  await room.store.db.updateTable("drafts").set({state: "dropped"}).where("id", "=", id).execute();
  await problemOf(await room.ask("will", `/api/drafts/${id}/regenerate`, {body: {}}), 409);
  await problemOf(await room.ask("will", "/api/drafts/none/regenerate", {body: {}}), 404);
  await problemOf(await room.ask("will", `/api/drafts/${id}/regenerate`, {body: {asOf: "x"}}), 422);
});
