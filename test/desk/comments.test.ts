import {afterAll, beforeAll, expect, test} from "vitest";
import {commentSchema, commentsSchema, eventsSchema} from "../../src/desk/api/reviewShapes.ts";
import {verify} from "../../src/store/verify.ts";
import {answered, problemOf, type ReviewRoom, reviewRoom} from "./reviewRoom.ts";

let room: ReviewRoom;
beforeAll(async () => {
  room = await reviewRoom();
});
afterAll(() => room?.close());

const textOf = async (id: string) => (await room.ask("vera", `/api/drafts/${id}/text`)).text();
const save = async (id: string, text: string, on: number) =>
  room.ask("will", `/api/drafts/${id}/text`, {
    method: "PUT",
    body: text,
    headers: {"if-match": `"${on}"`},
  });
const post = (id: string, anchor: object, more: object = {}) =>
  room.ask("edna", `/api/drafts/${id}/comments`, {body: {anchor, text: "Why?", ...more}});
const comments = async (id: string) =>
  (await answered(commentsSchema, await room.ask("vera", `/api/drafts/${id}/comments`))).comments;
const resolve = async (id: string, resolved: boolean) =>
  answered(
    commentSchema,
    await room.ask("will", `/api/comments/${id}`, {method: "PATCH", body: {resolved}}),
  );
/** A passage of the text that stands in it once. */
const passage = (text: string) => /^# (.*)$/m.exec(text)?.[0] ?? "";

test("a comment stays with its passage, goes to the tray with it, and comes back with it", async () => {
  const id = room.draft;
  const written = await textOf(id);
  const quote = passage(written);
  const made = await post(id, {quote: quote.replaceAll("\n", "\r\n").normalize("NFD")});
  expect(made.status).toBe(201);
  const {from = 0, to = 0, ...comment} = await answered(commentSchema, made);
  expect(comment).toMatchObject({author: "edna", text: "Why?", revision: 1, placed: true});
  expect(written.slice(from, to)).toBe(quote);
  await save(id, written.replace(quote, `Çok önce.\n\n${quote}`), 1);
  const [moved] = await comments(id);
  expect(moved?.placed).toBe(true);
  expect((await textOf(id)).slice(moved?.from, moved?.to)).toBe(quote);
  await save(id, written.replace(quote, `${quote.slice(0, -1)}?`), 2);
  expect(await comments(id)).toEqual([comment].map(one => ({...one, placed: false})));
  await save(id, written, 3);
  expect(await comments(id)).toMatchObject([{placed: true, from, to}]);
  expect((await verify(room.store, room.blobs)).faults).toEqual([]);
});

test("a passage that stands twice is told apart by its neighbours, and by nothing else", async () => {
  const id = await room.fresh();
  await save(id, `${await textOf(id)}\nIs it so? One.\n\nIs it so? Two.\n`, 1);
  const quote = "Is it so?";
  expect((await problemOf(await post(id, {quote}), 422)).detail).toContain("2 times");
  expect((await problemOf(await post(id, {quote: "Is it not?"}), 422)).detail).toContain(
    "word for word",
  );
  const anchor = {before: "", quote, after: " Two."};
  expect(await answered(commentSchema, await post(id, anchor))).toMatchObject({anchor});
  // Its own passage goes, and the one that looks like it does not take its place.
  await save(id, (await textOf(id)).replace("so? Two.", "so? 2."), 2);
  expect(await comments(id)).toMatchObject([{anchor, placed: false}]);
  // A second that is the same makes it uncertain which was meant.
  await save(id, `${(await textOf(id)).replace("so? 2.", "so? Two.")}\nIs it so? Two.\n`, 3);
  expect(await comments(id)).toMatchObject([{placed: false}]);
});

test("who comments on what somebody has just changed loses no word", async () => {
  const id = await room.fresh();
  const quote = passage(await textOf(id));
  await save(id, (await textOf(id)).replace(quote, "# Other"), 1);
  await problemOf(await post(id, {quote}), 422);
  expect(await answered(commentSchema, await post(id, {quote}, {revision: 1}))).toMatchObject({
    revision: 1,
    placed: false,
  });
  await problemOf(await post(id, {quote}, {revision: 9}), 422);
});

test("a comment is settled and opened again, each once, with its event", async () => {
  const id = await room.fresh();
  const {id: comment} = await answered(
    commentSchema,
    await post(id, {quote: passage(await textOf(id))}),
  );
  expect(await resolve(comment, true)).toMatchObject({resolvedBy: "will"});
  expect(await resolve(comment, true)).toMatchObject({resolvedBy: "will"});
  expect((await resolve(comment, false)).resolvedBy).toBe(undefined);
  const {events} = await answered(eventsSchema, await room.ask("vera", `/api/drafts/${id}/events`));
  expect(events.map(({kind, actor}) => [kind, actor])).toEqual([
    ["comment.reopened", "will"],
    ["comment.resolved", "will"],
    ["comment.added", "edna"],
  ]);
  const {status} = await room.ask("will", `/api/comments/${crypto.randomUUID()}`, {
    method: "PATCH",
    body: {resolved: true},
  });
  expect(status).toBe(404);
});

test.each([
  {anchor: {quote: ""}, text: "Why?"},
  {anchor: {quote: "a\u0000"}, text: "Why?"},
  {anchor: {quote: "a", figure: "x"}, text: "Why?"},
  {anchor: {quote: "a"}, text: " "},
  {anchor: {quote: "a"}, text: "\ud83d"},
  {anchor: {quote: "a"}},
  {text: "Why?"},
])("the comment %j is refused", async body => {
  await problemOf(await room.ask("edna", `/api/drafts/${room.draft}/comments`, {body}), 422);
});

test("a comment on a figure or a statement stands where that is told, and in the tray where it is not", async () => {
  const id = await room.fresh();
  const written = await textOf(id);
  const price = await answered(commentSchema, await post(id, {figure: "price.usd"}));
  expect(price.anchor.figure).toBe("price.usd");
  const title = await answered(commentSchema, await post(id, {statement: 0}));
  expect(`# ${written.slice(title.from, title.to)}`).toBe(passage(written));
  // The words around it are others, and the words of the statement as well.
  const edited = written
    .replace(passage(written), `A new beginning.\n\n${passage(written)}`)
    .replace(/^\| Price \|/m, "| What it costs |");
  await save(id, edited, 1);
  const now = await textOf(id);
  for (const {from, to, placed, anchor} of await comments(id)) {
    expect(placed).toBe(true);
    expect(now.slice(from, to)).toBe(anchor.quote);
  }
  await save(id, written.replace(/^# .*/m, "# Nothing of it"), 2);
  expect((await comments(id)).map(({placed}) => placed)).toEqual([true, false]);
  await problemOf(await post(id, {figure: "no.such"}), 422);
  await problemOf(await post(id, {statement: 100_000}), 422);
  await problemOf(await post(id, {statement: 0, quote: "a"}), 422);
  await problemOf(await post(id, {}), 422);
});
