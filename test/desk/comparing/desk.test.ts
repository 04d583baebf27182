import {afterAll, beforeAll, expect, test} from "vitest";
import {differencesSchema} from "../../../src/desk/api/judgingShapes.ts";
import {revisionSchema} from "../../../src/desk/api/reviewShapes.ts";
import {answered, type Person, problemOf, type ReviewRoom, reviewRoom} from "../reviewRoom.ts";

let room: ReviewRoom;
beforeAll(async () => {
  room = await reviewRoom();
});
afterAll(() => room?.close());

const ask = (who: Person, id: string, against: string) =>
  room.ask(who, `/api/drafts/${id}/differences?against=${against}`);
const differences = async (who: Person, id: string, against: string) =>
  answered(differencesSchema, await ask(who, id, against));
const textOf = async (id: string) => (await room.ask("vera", `/api/drafts/${id}/text`)).text();

async function save(who: Person, id: string, text: string, on: number) {
  const headers = {"if-match": `"${on}"`};
  const saved = await room.ask(who, `/api/drafts/${id}/text`, {method: "PUT", body: text, headers});
  return answered(revisionSchema, saved);
}

test("the newest text is held against the program's, the one before, any other, and one's own approval", async () => {
  const id = await room.fresh();
  const written = await textOf(id);
  await problemOf(await ask("vera", id, "previous"), 404);
  await problemOf(await ask("edna", id, "approval"), 404);
  for (const to of ["in-review", "approved"])
    await room.ask("edna", `/api/drafts/${id}/transitions`, {body: {to}});
  const second = await save("will", id, `${written}\nOne.\n`, 1);
  const third = await save("wanda", id, `${second.text}\nTwo.\n`, 2);
  for (const [against, base, revision, by] of [
    ["program", written, 1, undefined],
    ["previous", second.text, 2, "will"],
    ["approval", written, 1, undefined],
    ["2", second.text, 2, "will"],
  ] as const) {
    const found = await differences("edna", id, against);
    expect(found).toMatchObject({
      against: {draft: id, revision, ...(by && {by})},
      revision: 3,
      base,
      text: third.text,
    });
  }
  await problemOf(await ask("emil", id, "approval"), 404);
  await problemOf(await ask("vera", id, "9"), 404);
  await problemOf(await ask("vera", id, "nothing"), 422);
});

test("the note published before is the newest earlier one that was approved at least", async () => {
  const {db} = room.store;
  const [now, last] = [await room.fresh(), await room.fresh()];
  const as_of = new Date("2020-01-01T00:00:00Z");
  await db.updateTable("drafts").set({as_of}).where("id", "=", last).execute();
  await problemOf(await ask("vera", now, "published"), 404);
  await db.updateTable("drafts").set({state: "published"}).where("id", "=", last).execute();
  const found = await differences("vera", now, "published");
  expect(found).toMatchObject({against: {draft: last, revision: 1}, figures: []});
});
