import {afterAll, beforeAll, expect, test} from "vitest";
import {
  eventsSchema,
  revisionSchema,
  revisionsSchema,
  saveConflictSchema,
} from "../../src/desk/api/reviewShapes.ts";
import {draftSchema} from "../../src/desk/api/shapes.ts";
import {loadDraft} from "../../src/jobs/loadDraft.ts";
import {formats} from "../../src/model/form.ts";
import {withRenderer} from "../../src/render/renderer.ts";
import {press, styleOf} from "../../src/report.ts";
import {verify} from "../../src/store/verify.ts";
import {answered, type Person, problemOf, type ReviewRoom, reviewRoom} from "./reviewRoom.ts";

let room: ReviewRoom;
beforeAll(async () => {
  room = await reviewRoom();
});
afterAll(() => room?.close());

const textOf = async (id: string) => (await room.ask("vera", `/api/drafts/${id}/text`)).text();
const put = (who: Person, id: string, text: string, on: number | string) =>
  room.ask(who, `/api/drafts/${id}/text`, {
    method: "PUT",
    body: text,
    headers: {"if-match": `"${on}"`},
  });
const save = async (who: Person, id: string, text: string, on: number) =>
  answered(revisionSchema, await put(who, id, text, on));
const revisions = async (id: string) =>
  (await answered(revisionsSchema, await room.ask("vera", `/api/drafts/${id}/revisions`)))
    .revisions;

test("what is saved is the newest revision, with its author, parent and faults", async () => {
  const {draft: id} = room;
  const written = await textOf(id);
  const text = written.replace(/^# .*/m, "# Gadget is worth 1,234,567 dollars");
  const answer = await put("will", id, text, 1);
  expect(answer.headers.get("etag")).toBe('"2"');
  const saved = await answered(revisionSchema, answer);
  expect(saved).toMatchObject({number: 2, parent: 1, author: "will", kind: "edited"});
  expect(saved.found.map(({text: words}) => words).join()).toContain("1,234,567");
  expect(saved.faults).toBe(saved.found.length);
  expect(saved.text).not.toBe(text); // its disclosure is true now
  expect(await textOf(id)).toBe(saved.text);
  expect(await answered(draftSchema, await room.ask("vera", `/api/drafts/${id}`))).toMatchObject({
    revision: 2,
    title: "Gadget is worth 1,234,567 dollars",
    faults: saved.faults,
  });
  expect(
    await answered(revisionSchema, await room.ask("vera", `/api/drafts/${id}/revisions/1`)),
  ).toMatchObject({number: 1, text: written, kind: "written"});
  const {events} = await answered(eventsSchema, await room.ask("vera", `/api/drafts/${id}/events`));
  expect(events.map(({kind, actor}) => [kind, actor])).toEqual([
    ["draft.edited", "will"],
    ["draft.written", "worker"],
  ]);
  const back = await save("wanda", id, written, 2);
  expect(back).toMatchObject({number: 3, text: written, faults: 0});
  expect((await verify(room.store, room.blobs)).faults).toEqual([]);
});

test("the same text is no new revision, in whatever form of Unicode, with whatever line ends", async () => {
  const id = await room.fresh();
  const written = await textOf(id);
  for (const text of [
    written,
    written.replaceAll("\n", "\r\n"),
    `\uFEFF${written.normalize("NFD")}`,
    written.trimEnd(),
  ])
    expect(await save("will", id, text, 1)).toMatchObject({number: 1, text: written});
  const edited = `${written}\nSo says a café.\n`;
  const saved = await save("will", id, edited, 1);
  expect(await save("will", id, saved.text.normalize("NFD"), 2)).toEqual(saved);
  expect(await save("will", id, edited, 1)).toEqual(saved); // its answer was lost
  expect(await revisions(id)).toHaveLength(2);
});

test("the second to save on a revision sees base, theirs and yours, and nothing of theirs is lost", async () => {
  const id = await room.fresh();
  const written = await textOf(id);
  const theirs = await save("will", id, `${written}\nWritten by Will.\n`, 1);
  const yours = `${written}\nWritten by Wanda.\n`;
  const problem = await problemOf(await put("wanda", id, yours, 1), 412);
  expect(problem.detail).toContain("will has saved revision 2");
  expect(saveConflictSchema.parse(problem)).toMatchObject({
    base: {number: 1, text: written},
    theirs: {number: 2, author: "will", text: theirs.text},
    yours,
  });
  expect(
    saveConflictSchema.parse(await problemOf(await put("wanda", id, yours, 99), 412)).base,
  ).toBe(undefined);
  expect(await textOf(id)).toBe(theirs.text);
});

test("of many who save at once on one revision one is first, and each of the others is told", async () => {
  const id = await room.fresh();
  const written = await textOf(id);
  const answers = await Promise.all(
    Array.from({length: 8}, (_, n) =>
      put("will", id, `${written}\nVersion ${"abcdefgh"[n]}.\n`, 1),
    ),
  );
  expect(answers.map(({status}) => status).toSorted()).toEqual([200, ...Array(7).fill(412)]);
  expect(await revisions(id)).toHaveLength(2);
});

test("what cannot be kept is said with its line, and what is too old is not edited", async () => {
  const id = await room.fresh();
  expect((await problemOf(await put("will", id, "# A\n\nb\u0000c\n", 1), 422)).detail).toContain(
    "U+0000 in line 3",
  );
  await room.store.db
    .updateTable("drafts")
    .set({state: "published"})
    .where("id", "=", id)
    .execute();
  expect((await problemOf(await put("will", id, "# A\n", 1), 409)).detail).toContain(
    "is published",
  );
  await problemOf(await put("will", crypto.randomUUID(), "# A\n", 1), 404);
});

test("a revision that took a suggestion as it stands says so, and one with a word more does not", async () => {
  const id = await room.fresh();
  const written = await textOf(id);
  const figure = /\$\d+\.\d\d/.exec(written)?.[0] ?? "";
  const wrong = await save("will", id, written.replace(figure, "$0.17"), 1);
  const [fault] = wrong.found.filter(({suggestion}) => suggestion !== undefined);
  const mended = wrong.text.replace(fault?.text ?? "", fault?.suggestion ?? "");
  expect(await save("emil", id, mended, 2)).toMatchObject({number: 3, suggested: true});
  await save("will", id, wrong.text, 3);
  expect(await save("emil", id, `${mended}\nIndeed.\n`, 4)).toMatchObject({suggested: false});
});

test("the files of an edited text are those that would be published, and are pressed once", async () => {
  const id = await room.fresh();
  const {text} = await save("will", id, (await textOf(id)).replace("# ", "# So: "), 1);
  const file = async (name: string) =>
    Buffer.from(await (await room.ask("vera", `/api/drafts/${id}/${name}`)).arrayBuffer());
  const names = ["note.html", "note.pdf", "evidence.json"] as const;
  const served = await Promise.all(names.map(file));
  const {content} = await room.store.db
    .selectFrom("drafts")
    .select("content")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  const draft = await loadDraft(room.blobs, content);
  const style = await styleOf(room.wish().workspace);
  const made = await withRenderer({pdf: true}, renderer =>
    press(draft, text, style, formats, renderer),
  );
  for (const [i, name] of names.entries())
    expect(served[i]?.equals(Buffer.from(made.files.get(name) ?? ""))).toBe(true);
  const files = await room.store.db
    .selectFrom("files")
    .select(["path", "sha256", "style"])
    .where("draft", "=", id)
    .where("revision", "=", 2)
    .execute();
  expect(files.map(({path}) => path).toSorted()).toEqual([...made.files.keys()].toSorted());
});

test("in another house style the files are pressed anew", async () => {
  const id = await room.fresh();
  const {workspace} = room.wish();
  const ask = room.open({
    workspace: {...workspace, house: {...workspace.house, name: "Özgür & Co"}},
  });
  const page = async (asking: typeof room.ask) =>
    (await asking("vera", `/api/drafts/${id}/note.html`)).text();
  const before = await page(room.ask);
  expect(await page(ask)).toContain("Özgür &amp; Co");
  expect(await page(room.ask)).toBe(before);
});

test("a text without a title is kept, and where it is to be printed it says what it lacks", async () => {
  const id = await room.fresh();
  const text = (await textOf(id)).replace(/^# .*\n/m, "");
  expect(await save("will", id, text, 1)).toMatchObject({number: 2});
  const problem = await problemOf(await room.ask("vera", `/api/drafts/${id}/note.html`), 422);
  expect(problem.detail).toContain("has no title");
});
