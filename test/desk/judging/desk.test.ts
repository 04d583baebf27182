import {afterAll, beforeAll, expect, test} from "vitest";
import {judgementsSchema} from "../../../src/desk/api/judgingShapes.ts";
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
  const {db} = room.store;
  const [now, last, dropped, foreign] = [
    await room.fresh(),
    await room.fresh(),
    await room.fresh(),
    await room.fresh(),
  ];
  const {as_of} = await db
    .selectFrom("drafts")
    .select("as_of")
    .where("id", "=", now)
    .executeTakeFirstOrThrow();
  const days = (count: number) => new Date(as_of.getTime() - count * 86_400_000);
  const set = (id: string, values: Record<string, unknown>) =>
    db.updateTable("drafts").set(values).where("id", "=", id).execute();
  const quiet = async () => !(await judgements(now)).items.some(({kind}) => kind === "unsaid");
  await set(dropped, {as_of: days(1), state: "dropped"});
  await set(foreign, {as_of: days(1), locale: "tr"});
  expect(await quiet()).toBe(false);
  // It says the same: what could not be said is no news.
  await set(last, {as_of: days(2)});
  expect(await quiet()).toBe(true);
});
