import {afterAll, beforeAll, expect, test} from "vitest";
import {judgementsSchema} from "../../../src/desk/api/judgingShapes.ts";
import {loadDraft} from "../../../src/jobs/loadDraft.ts";
import {keepBlobs} from "../../../src/store/blobs/keep.ts";
import {answered, type ReviewRoom, reviewRoom} from "../reviewRoom.ts";

let room: ReviewRoom;
beforeAll(async () => {
  room = await reviewRoom();
});
afterAll(() => room?.close());

const judgements = async (id: string, query = "") =>
  answered(judgementsSchema, await room.ask("vera", `/api/drafts/${id}/judgements${query}`));

test("the newest text is judged, its faults among the rest", async () => {
  const id = await room.fresh();
  const {revision, items} = await judgements(id);
  expect(revision).toBe(1);
  expect(items[0]).toMatchObject({kind: "headline", title: "Headline"});
  const text = await (await room.ask("vera", `/api/drafts/${id}/text`)).text();
  await room.ask("will", `/api/drafts/${id}/text`, {
    method: "PUT",
    body: text.replace(/^# .*/m, "# Gadget is worth 1,234,567 dollars"),
    headers: {"if-match": '"1"'},
  });
  const after = await judgements(id, "?lang=tr");
  expect(after.revision).toBe(2);
  expect(after.items[0]).toMatchObject({
    title: "Başlık",
    says: "Gadget is worth 1,234,567 dollars",
  });
  expect(after.items.map(({kind}) => kind)).toContain("fault");
});

test("the note before is the newest earlier one of the coin and language that was not dropped", async () => {
  const {
    store: {db},
    blobs,
  } = room;
  const [now, last, dropped, foreign] = [
    await room.fresh(),
    await room.fresh(),
    await room.fresh(),
    await room.fresh(),
  ];
  const {as_of, content: written} = await db
    .selectFrom("drafts")
    .select(["as_of", "content"])
    .where("id", "=", now)
    .executeTakeFirstOrThrow();
  const days = (count: number) => new Date(as_of.getTime() - count * 86_400_000);
  const set = (id: string, values: Record<string, unknown>) =>
    db.updateTable("drafts").set(values).where("id", "=", id).execute();
  const changes = async () => (await judgements(now)).items.some(({kind}) => kind === "changed");
  // At twice the price, so that each of them would be told of.
  const draft = await loadDraft(blobs, written);
  const figures = draft.evidence.figures.map(one =>
    one.id === "price.usd" ? {...one, value: 2 * one.value} : one,
  );
  const other = {...draft, evidence: {...draft.evidence, figures}};
  const [content] = await keepBlobs(db, blobs, [JSON.stringify(other)]);
  await set(dropped, {as_of: days(1), content, state: "dropped"});
  await set(foreign, {as_of: days(1), content, locale: "tr"});
  expect(await changes()).toBe(false);
  await set(last, {as_of: days(2), content});
  expect(await changes()).toBe(true);
});
