import {afterAll, beforeAll, expect, test} from "vitest";
import {
  approvalsSchema,
  checkedSchema,
  eventsSchema,
  revisionSchema,
} from "../../src/desk/api/reviewShapes.ts";
import {draftSchema, draftsSchema} from "../../src/desk/api/shapes.ts";
import {verify} from "../../src/store/verify.ts";
import {answered, type Person, problemOf, type ReviewRoom, reviewRoom} from "./reviewRoom.ts";

let room: ReviewRoom;
beforeAll(async () => {
  room = await reviewRoom();
});
afterAll(() => room?.close());

type Ask = ReviewRoom["ask"];
const post = (who: Person, id: string, body: object, {ask = room.ask as Ask, on = 0} = {}) =>
  ask(who, `/api/drafts/${id}/transitions`, {
    body,
    headers: on > 0 ? {"if-match": `"${on}"`} : {},
  });
const move = async (who: Person, id: string, to: string, more: object = {}, ask = room.ask) =>
  (await answered(draftSchema, await post(who, id, {to, ...more}, {ask}))).state;
const stateOf = async (id: string, ask: Ask = room.ask) =>
  (await answered(draftSchema, await ask("vera", `/api/drafts/${id}`))).state;
const textOf = async (id: string) => (await room.ask("vera", `/api/drafts/${id}/text`)).text();
const save = async (who: Person, id: string, text: string, on: number) =>
  answered(
    revisionSchema,
    await room.ask(who, `/api/drafts/${id}/text`, {
      method: "PUT",
      body: text,
      headers: {"if-match": `"${on}"`},
    }),
  );
const approvals = async (id: string) =>
  (await answered(approvalsSchema, await room.ask("vera", `/api/drafts/${id}/approvals`)))
    .approvals;
const inReview = async () => {
  const id = await room.fresh();
  await move("will", id, "in-review");
  return id;
};
/** The text with words that the check has nothing against. */
const plain = (text: string) => `${text.trimEnd()}\n\nWhat comes next?\n`;

test("a draft is sent to review, comes back, and is approved, each with its event", async () => {
  const id = room.draft;
  expect(await move("will", id, "in-review")).toBe("in-review");
  expect(await move("emil", id, "changes-asked", {reason: "The lead is long"})).toBe(
    "changes-asked",
  );
  const {number} = await save("will", id, plain(await textOf(id)), 1);
  expect(await move("will", id, "in-review")).toBe("in-review");
  expect(await move("emil", id, "approved")).toBe("approved");
  const {events} = await answered(eventsSchema, await room.ask("vera", `/api/drafts/${id}/events`));
  expect(events.map(({kind, actor}) => `${kind} ${actor}`)).toEqual([
    "draft.approved emil",
    "draft.in-review will",
    "draft.edited will",
    "draft.changes-asked emil",
    "draft.in-review will",
    "draft.written worker",
  ]);
  expect(events[3]?.data).toMatchObject({from: "in-review", reason: "The lead is long"});
  const [approval] = await approvals(id);
  expect(approval).toMatchObject({revision: number, by: "emil", accepted: [], holds: true});
  expect(events[0]?.data).toMatchObject({approval: approval?.id, style: approval?.style});
  expect((await verify(room.store, room.blobs)).faults).toEqual([]);
  await room.store.db
    .updateTable("approvals")
    .set({approved_by: "edna"})
    .where("draft", "=", id)
    .execute();
  expect((await verify(room.store, room.blobs)).faults).toEqual([
    `approval ${approval?.id} of draft ${id} differs from the event that tells of it`,
  ]);
  await room.store.db
    .updateTable("approvals")
    .set({approved_by: "emil"})
    .where("draft", "=", id)
    .execute();
});

test("an approval lapses with the text and holds again with it, and the list shows the same", async () => {
  const id = await inReview();
  const written = await textOf(id);
  await move("emil", id, "approved");
  const listed = async (state: string) =>
    (
      await answered(draftsSchema, await room.ask("vera", `/api/drafts?state=${state}`))
    ).drafts.some(draft => draft.id === id);
  expect(await listed("approved")).toBe(true);
  await save("will", id, plain(written), 1);
  expect([await stateOf(id), await listed("approved"), await listed("in-review")]).toEqual([
    "in-review",
    false,
    true,
  ]);
  expect(await approvals(id)).toMatchObject([{revision: 1, holds: false}]);
  await save("will", id, written, 2);
  expect([await stateOf(id), await listed("approved")]).toEqual(["approved", true]);
  await save("wanda", id, plain(written), 3);
  expect(await move("edna", id, "approved")).toBe("approved");
  expect((await approvals(id)).map(({by, holds}) => [by, holds])).toEqual([
    ["edna", true],
    ["emil", false],
  ]);
});

test("an approval lapses with the house style and holds again with it", async () => {
  const id = await inReview();
  await move("emil", id, "approved");
  const {workspace} = room.wish();
  const other = room.open({workspace: {...workspace, house: {...workspace.house, name: "Other"}}});
  expect([await stateOf(id, other), await stateOf(id)]).toEqual(["in-review", "approved"]);
});

test("an approval that was taken back does not return with its text", async () => {
  const id = await inReview();
  const written = await textOf(id);
  await move("emil", id, "approved");
  await move("edna", id, "changes-asked");
  expect(await approvals(id)).toMatchObject([{by: "emil", holds: false, withdrawnBy: "edna"}]);
  await save("will", id, plain(written), 1);
  await move("will", id, "in-review");
  await move("edna", id, "approved");
  await save("will", id, written, 2);
  expect(await stateOf(id)).toBe("in-review");
  // Copies of a draft have no event that tells of their writing.
  const strays = async () =>
    (await verify(room.store, room.blobs)).faults.filter(fault => fault.startsWith("approval"));
  expect(await strays()).toEqual([]);
  const row = room.store.db.updateTable("approvals").where("draft", "=", id);
  const emils = row.where("approved_by", "=", "emil");
  await emils.set({withdrawn_at: null, withdrawn_by: null}).execute();
  expect(await strays()).toHaveLength(1);
  await emils.set({withdrawn_at: new Date(), withdrawn_by: "edna"}).execute();
});

test("a fault is accepted with a reason or mended, or the text is not approved", async () => {
  const id = await inReview();
  const text = (await textOf(id)).replace(/\$\d+\.\d\d/, "$0.17");
  const {found} = await save("will", id, text, 1);
  expect(found.length).toBeGreaterThan(0);
  const open = await problemOf(await post("emil", id, {to: "approved"}), 409);
  expect(open.errors?.map(({field}) => field)).toEqual(found.map(() => "accepted"));
  expect(open.errors?.[0]?.says).toContain(found[0]?.id);
  const accepted = found.map(({id: fault}) => ({fault, reason: "As the source prints it"}));
  for (const wrong of [
    [...accepted, {fault: "0".repeat(12), reason: "Why not"}],
    [...accepted, ...accepted.slice(0, 1)],
    accepted.map(({fault}) => ({fault, reason: "  "})),
    accepted.map(({fault}) => ({fault, reason: "a\u0000b"})),
  ])
    await problemOf(await post("emil", id, {to: "approved", accepted: wrong}), 422);
  expect(await move("emil", id, "approved", {accepted})).toBe("approved");
  expect(await approvals(id)).toMatchObject([{accepted}]);
});

test("nobody approves their own words, but who took a suggestion of the check has none", async () => {
  const id = await inReview();
  const written = await textOf(id);
  const {text, found} = await save("will", id, written.replace(/\$\d+\.\d\d/, "$0.17"), 1);
  const fault = found.find(({suggestion}) => suggestion !== undefined);
  const mended = text.replace(fault?.text ?? "", fault?.suggestion ?? "");
  const taken = await save("emil", id, mended, 2);
  const accepted = (faults: typeof found) => ({
    accepted: faults.map(one => ({fault: one.id, reason: "So it is"})),
  });
  expect(await move("emil", id, "approved", accepted(taken.found))).toBe("approved");
  const own = await save("emil", id, plain(written), 3);
  const refused = await problemOf(
    await post("emil", id, {to: "approved", ...accepted(own.found)}),
    403,
  );
  expect(refused.detail).toContain("another editor can");
  const solo = room.open({solo: true});
  expect(await move("emil", id, "approved", accepted(own.found), solo)).toBe("approved");
  await move("emil", id, "changes-asked");
  await move("will", id, "in-review");
  await problemOf(await post("emil", id, {to: "approved"}), 403);
  expect(await move("edna", id, "approved", accepted(own.found))).toBe("approved");
});

test("only what was read is approved, and of two at once one comes too late", async () => {
  const id = await inReview();
  await save("will", id, plain(await textOf(id)), 1);
  const late = await post("emil", id, {to: "approved"}, {on: 1});
  expect(late.headers.get("etag")).toBe('"2"');
  expect((await problemOf(late, 412)).detail).toContain("newer than 1");
  const both = await Promise.all(
    (["emil", "edna"] as const).map(who => post(who, id, {to: "approved"}, {on: 2})),
  );
  expect(both.map(({status}) => status).toSorted()).toEqual([200, 409]);
  expect(await approvals(id)).toHaveLength(1);
});

test("an approval and an edit at once: what is approved is what was read", async () => {
  const id = await inReview();
  const text = plain(await textOf(id));
  const [moved] = await Promise.all([
    post("emil", id, {to: "approved"}, {on: 1}),
    save("will", id, text, 1),
  ]);
  expect([200, 409, 412]).toContain(moved.status);
  expect(await stateOf(id)).toBe("in-review");
});

test("a draft is dropped with a reason, and then stays as it is", async () => {
  const id = await inReview();
  expect((await problemOf(await post("emil", id, {to: "dropped"}), 422)).errors).toMatchObject([
    {field: "reason"},
  ]);
  expect(await move("emil", id, "dropped", {reason: "Old news"})).toBe("dropped");
  const problem = await problemOf(await post("olga", id, {to: "in-review"}), 409);
  expect(problem.detail).toContain("from there goes nowhere");
});

test("what is published is not published by hand, and no title means no approval", async () => {
  const id = await inReview();
  await problemOf(await post("olga", id, {to: "published"}), 422);
  await save("will", id, (await textOf(id)).replace(/^# .*\n/m, ""), 1);
  const problem = await problemOf(await post("emil", id, {to: "approved"}), 422);
  expect(problem.detail).toContain("has no title");
  expect(await stateOf(id)).toBe("in-review");
});

test("an approval that is refused leaves the draft where it was, and one that holds tells of the review", async () => {
  const id = await room.fresh();
  const written = await textOf(id);
  const approve = {to: "approved", send: true};
  const unheaded = await save("will", id, written.replace(/^---\n[\s\S]*?\n---\n+# /, ""), 1);
  expect(unheaded.lack).toBe("title");
  const accepted = unheaded.found.map(({id: fault}) => ({fault, reason: "So it is"}));
  await problemOf(await post("emil", id, {...approve, accepted}), 422);
  expect([await stateOf(id), await approvals(id)]).toEqual(["draft", []]);
  // What a text is held against is there, whatever has become of the text.
  expect((await room.ask("vera", `/api/drafts/${id}/evidence.json`)).status).toBe(200);
  expect(await save("will", id, written, 2)).not.toHaveProperty("lack");
  await problemOf(await post("will", id, {to: "in-review", send: true}), 422);
  expect(await move("emil", id, "approved", {send: true})).toBe("approved");
  const {events} = await answered(eventsSchema, await room.ask("vera", `/api/drafts/${id}/events`));
  expect(events.slice(0, 2).map(({kind, data}) => [kind, data.from])).toEqual([
    ["draft.approved", "in-review"],
    ["draft.in-review", "draft"],
  ]);
});

test("who has it is said and taken back, once each", async () => {
  const id = await room.fresh();
  const give = async (assignee: string | null) =>
    answered(
      draftSchema,
      await room.ask("will", `/api/drafts/${id}`, {method: "PATCH", body: {assignee}}),
    );
  expect((await give("edna")).assignee).toBe("edna");
  expect((await give("edna")).assignee).toBe("edna");
  expect((await give(null)).assignee).toBe(undefined);
  const {events} = await answered(eventsSchema, await room.ask("vera", `/api/drafts/${id}/events`));
  expect(events.map(({data}) => data)).toEqual([
    {from: "edna", to: null},
    {from: null, to: "edna"},
  ]);
});

test("a text that is being written is held against the evidence, and nothing of it is kept", async () => {
  const id = await room.fresh();
  const text = await textOf(id);
  const check = async (text: string) =>
    answered(checkedSchema, await room.ask("vera", `/api/drafts/${id}/check`, {body: {text}}));
  const asWritten = await check(text);
  expect(asWritten.faults).toEqual([]);
  expect(new Set(asWritten.marks.map(({status}) => status))).toEqual(new Set(["supported"]));
  const number = asWritten.marks.find(
    ({from, to, figure}) => figure && /\d/.test(text.slice(from, to)),
  );
  const wrong = `${text.slice(0, number?.from)}7777${text.slice(number?.to)}`;
  const edited = await check(wrong);
  expect(edited.faults.length).toBeGreaterThan(0);
  expect(edited.marks.some(({status}) => status === "wrong" || status === "unsupported")).toBe(
    true,
  );
  expect(await textOf(id)).toBe(text);
});
