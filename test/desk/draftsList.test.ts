import {sql} from "kysely";
import {afterAll, beforeAll, expect, test} from "vitest";
import {draftsSchema} from "../../src/desk/api/shapes.ts";
import {answered, type ReviewRoom, reviewRoom} from "./reviewRoom.ts";

let room: ReviewRoom;

/** By id: state, newsworthiness, minute of the last change. */
const made = [
  ["in-review", 0.5, 0],
  ["in-review", 3.75, 1],
  ["changes-asked", 1.5, 2],
  ["draft", 1.5, 3],
  ["scheduled", 0.1, 4],
  ["scheduled", 9, 3],
  ["published", 2, 9],
  ["dropped", 5, 8],
] as const;

beforeAll(async () => {
  room = await reviewRoom();
  const {db} = room.store;
  const copies = await Promise.all(made.slice(1).map(() => room.fresh()));
  for (const [nth, [state, newsworthiness, minute]] of made.entries()) {
    const id = copies[nth - 1] ?? room.draft;
    await sql`update assay.drafts set state = ${state}, newsworthiness = ${newsworthiness},
      faults = ${minute % 2}, locale = ${minute > 7 ? "tr" : "en"}, assignee = ${minute === 1 ? "emil" : null},
      updated_at = timestamptz '2026-11-28 05:00Z' + ${minute} * interval '1 minute'
      where id = ${id}`.execute(db);
  }
}, 60_000);
afterAll(() => room?.close());

const list = async (query: string) =>
  answered(draftsSchema, await room.ask("vera", `/api/drafts?${query}`));

test("the desk's order is what waits, what is written, what goes out, the rest, page by page", async () => {
  const told = [];
  let query = "order=desk&limit=3";
  for (let pages = 0; pages < 4; pages++) {
    const {drafts, cursor, counts} = await list(query);
    told.push(...drafts);
    expect(counts === undefined).toBe(pages > 0);
    if (cursor === undefined) break;
    query = `order=desk&limit=3&cursor=${cursor}`;
  }
  expect(told.map(({state, newsworthiness}) => [state, newsworthiness])).toEqual([
    ["in-review", 3.75],
    ["in-review", 0.5],
    expect.arrayContaining([1.5]),
    expect.arrayContaining([1.5]),
    ["scheduled", 0.1],
    ["scheduled", 9],
    ["published", 2],
    ["dropped", 5],
  ]);
  expect(new Set(told.map(({id}) => id)).size).toBe(made.length);
});

test("a list is narrowed by states, faults, newsworthiness, language and who has it", async () => {
  const count = async (query: string) => (await list(query)).drafts.length;
  expect(await count("state=in-review,draft")).toBe(3);
  expect(await count("faults=open")).toBe(4);
  expect(await count("newsworthy=2")).toBe(4);
  expect(await count("locale=tr")).toBe(2);
  expect(await count("assignee=emil")).toBe(1);
  const {counts} = await list("state=draft&newsworthy=1");
  expect(counts).toEqual({
    "changes-asked": 1,
    draft: 1,
    dropped: 1,
    "in-review": 1,
    published: 1,
    scheduled: 1,
  });
  expect((await room.ask("vera", "/api/drafts?state=draft,lost")).status).toBe(422);
  expect((await room.ask("vera", "/api/drafts?order=desk&cursor=nonsense")).status).toBe(422);
});
