import {sql} from "kysely";
import {afterAll, afterEach, beforeAll, beforeEach, expect, test} from "vitest";
import {z} from "zod";
import {
  correctionSchema,
  correctionsSchema,
  publicationsSchema,
  rehearsalSchema,
} from "../../src/desk/api/publicationShapes.ts";
import {revisionSchema} from "../../src/desk/api/reviewShapes.ts";
import {draftSchema} from "../../src/desk/api/shapes.ts";
import {claim, LostPublication} from "../../src/jobs/publishing/claim.ts";
import {openJournal} from "../../src/jobs/publishing/journal.ts";
import {TargetRefused} from "../../src/model/errors.ts";
import {verify} from "../../src/store/verify.ts";
import {answered, type Person, problemOf, type ReviewRoom, reviewRoom} from "../desk/reviewRoom.ts";
import {type BlogServer, startBlogServer} from "../servers/blogServer.ts";
import {startFaultyProxy} from "../servers/faultyProxy.ts";
import {blogTarget} from "./blogTarget.ts";
import {approved, publisherOf, setOf} from "./room.ts";

let room: ReviewRoom;
let blog: BlogServer;
let press: BlogServer;
beforeAll(async () => {
  room = await reviewRoom();
});
afterAll(() => room?.close());
beforeEach(async () => {
  blog = await startBlogServer();
  press = await startBlogServer();
});
afterEach(async () => {
  const {faults} = await verify(room.store, room.blobs);
  await blog[Symbol.asyncDispose]();
  await press[Symbol.asyncDispose]();
  await sql`truncate assay.publication_steps, assay.publications, assay.release_files,
    assay.releases, assay.corrections`.execute(room.store.db);
  // No event tells of the drafts that are copied for a test.
  expect(faults.filter(fault => !fault.startsWith("draft "))).toEqual([]);
});

/** A desk whose notes go to the two blogs, and who carries them there. */
function newsstand({homes = {}, zones = {}, url = blog.url}: Stand = {}) {
  const targets = setOf(
    {
      blog: blogTarget({name: "blog", url, token: blog.token}),
      press: blogTarget({name: "press", url: press.url, token: press.token}),
    },
    {homes, zones},
  );
  const ask = room.open({targets});
  const publisher = publisherOf(room, targets);
  return {
    ...publisher,
    ask,
    publish: async (id: string, body: object = {}, by: Person = "paul") =>
      answered(
        publicationsSchema,
        await ask(by, `/api/drafts/${id}/publications`, {body: {targets: ["blog"], ...body}}),
      ),
    at: async (id: string, target = "blog") => {
      const {publications} = await answered(
        publicationsSchema,
        await ask("vera", `/api/drafts/${id}/publications`),
      );
      return publications.find(one => one.target === target);
    },
    state: async (id: string) =>
      (await answered(draftSchema, await ask("vera", `/api/drafts/${id}`))).state,
    /** Lets time pass for what waits. */
    hurry: () =>
      sql`update assay.publications set not_before = null,
        read_again_at = case when read_again_at is null then null else clock_timestamp() end`.execute(
        room.store.db,
      ),
  };
}
interface Stand {
  homes?: Record<string, string>;
  zones?: Record<string, string>;
  url?: string;
}
const [only] = [() => [...blog.posts.values()]];

test("an approved note stands there once, as approved, and its draft is published", async () => {
  const stand = newsstand();
  const id = await approved(room);
  const {publications} = await stand.publish(id);
  expect(publications).toMatchObject([{target: "blog", state: "planned", wanted: 1}]);
  expect(await stand.state(id)).toBe("scheduled");
  expect(await stand.come()).toBe(1);
  expect(await stand.at(id)).toMatchObject({state: "published", standing: 1, differences: []});
  expect(await stand.state(id)).toBe("published");
  expect(only()).toHaveLength(1);
  expect(only()[0]).toMatchObject({shown: true});
  const writes = blog.writes.length;
  // The same order again changes nothing.
  await stand.publish(id);
  expect(await stand.come()).toBe(0);
  expect(blog.writes).toHaveLength(writes);
});

test("what is not approved does not leave the house", async () => {
  const stand = newsstand();
  const id = await room.fresh();
  const body = {targets: ["blog"]};
  const refused = await stand.ask("paul", `/api/drafts/${id}/publications`, {body});
  expect((await problemOf(refused, 409)).detail).toContain(
    "only an approved text leaves the house",
  );
  expect(await stand.come()).toBe(0);
  expect(only()).toHaveLength(0);
});

test("a blob that is not the approved one is not sent", async () => {
  const stand = newsstand();
  const id = await approved(room);
  await stand.publish(id);
  await sql`update assay.release_files set sha256 = (select sha256 from assay.release_files
    where path = 'note.html') where path = 'evidence.json'`.execute(room.store.db);
  await stand.come();
  expect(await stand.at(id)).toMatchObject({
    state: "refused",
    reason: {code: "failed", says: expect.stringContaining("is not what was approved")},
  });
  expect(only()).toHaveLength(0);
  await sql`update assay.release_files f set sha256 = (select sha256 from assay.files
    where files.draft = ${id} and files.path = f.path)`.execute(room.store.db);
});

test("approving and ordering are one: a publisher's are both done, an editor's neither", async () => {
  const stand = newsstand();
  const id = await room.fresh();
  const body = {to: "approved", send: true, publish: {targets: ["blog"]}};
  const move = (who: Person, changes = {}) =>
    stand.ask(who, `/api/drafts/${id}/transitions`, {body: {...body, ...changes}});
  await problemOf(await move("edna"), 403);
  expect(await stand.state(id)).toBe("draft");
  const {detail} = await problemOf(await move("paul", {publish: {targets: ["blogg"]}}), 422);
  expect(detail).toContain("there is no target blogg");
  expect(await stand.state(id)).toBe("draft");
  expect((await move("paul")).status).toBe(200);
  expect(await stand.state(id)).toBe("scheduled");
  expect(await stand.come()).toBe(1);
  expect(only()).toHaveLength(1);
});

test("a rehearsal shows what would be sent, and asks nobody", async () => {
  const stand = newsstand();
  const id = await room.fresh();
  const body = {targets: ["blog"], dryRun: true};
  const answer = await stand.ask("paul", `/api/drafts/${id}/publications`, {body});
  const {rehearsals} = await answered(rehearsalSchema, answer);
  expect(rehearsals[0]?.parts[0]?.body).toContain("<article");
  expect(blog.writes).toEqual([]);
  expect(await stand.at(id)).toBeUndefined();
});

test("two workers at once make one post", async () => {
  const stand = newsstand();
  const id = await approved(room);
  await stand.publish(id);
  const other = publisherOf(room, stand.wish.targets);
  expect((await Promise.all([stand.come(), other.come()])).toSorted()).toEqual([0, 1]);
  expect(only()).toHaveLength(1);
});

test("a worker that was taken for dead and goes on beside another leaves one post", async () => {
  const stand = newsstand();
  const id = await approved(room);
  await stand.publish(id);
  await using proxy = await startFaultyProxy(blog.url);
  const slow = newsstand({url: proxy.url});
  proxy.fault = ({method, path}) =>
    method === "POST" && path === "/api/posts" ? {delayMs: 700} : undefined;
  const first = slow.come();
  const isUnderWay = () => proxy.calls.some(({path}) => path === "/api/posts");
  await expect.poll(isUnderWay, {timeout: 30_000}).toBe(true);
  await sql`update assay.publications set lease_until = clock_timestamp() - interval '1 s'`.execute(
    room.store.db,
  );
  expect(await stand.come()).toBe(1);
  await first;
  await stand.come();
  expect(only().filter(({shown}) => shown)).toHaveLength(1);
  expect(new Set(blog.shown).size).toBe(1);
  expect(await stand.at(id)).toMatchObject({state: "published"});
});

test("of those who begin the same step at once, one does it", async () => {
  const stand = newsstand();
  const id = await approved(room);
  await stand.publish(id);
  const {db} = room.store;
  const taken = {...stand.wish, names: ["blog"], leaseMs: 0};
  let done = 0;
  const act = async (begunBefore: boolean) => {
    if (!begunBefore) done += 1;
    return "";
  };
  for (let round = 1; round <= 30; round++) {
    const step = `mail ${round}`;
    const first = await claim(db, taken);
    if (!first) throw new Error("nothing was claimed");
    const second = async () => {
      const held = await claim(db, taken);
      if (held) await openJournal(db, held).once(step, z.string(), act);
    };
    const both = [openJournal(db, first).once(step, z.string(), act), second()];
    for (const one of await Promise.allSettled(both))
      if (one.status === "rejected") expect(one.reason).toBeInstanceOf(LostPublication);
    expect(done).toBeLessThanOrEqual(round);
    done = round;
  }
});

test("what was put there by one who died before saying so is ours, and an edit of it somebody else's", async () => {
  const stand = newsstand();
  const id = await approved(room);
  await stand.publish(id);
  const blogNow = stand.wish.targets.open("blog");
  const dying = setOf({
    blog: {
      ...blogNow,
      async put(...wish) {
        await blogNow.put(...wish);
        throw Object.assign(new Error("the store is away"), {code: "ECONNREFUSED"});
      },
    },
  });
  await publisherOf(room, dying)
    .come()
    .catch(() => {});
  await sql`update assay.publications set lease_until = clock_timestamp() - interval '1 s'`.execute(
    room.store.db,
  );
  await stand.come();
  expect(await stand.at(id)).toMatchObject({state: "published"});
  const [post] = only();
  if (!post) throw new Error("there is no post");
  blog.posts.set(post.id, {...post, html: `${post.html}<p>Mine</p>`, version: post.version + 1});
  await retract(stand.ask, id);
  await stand.come();
  expect(await stand.at(id)).toMatchObject({state: "refused", asks: "overwrite"});
  expect(only()[0]?.html).toContain("Mine");
});

test("what may stand there is not cancelled before somebody has looked", async () => {
  const stand = newsstand();
  const id = await approved(room);
  await stand.publish(id);
  const blogNow = stand.wish.targets.open("blog");
  const cut = setOf({
    blog: {
      ...blogNow,
      async put(...wish) {
        await blogNow.put(...wish);
        throw new TargetRefused("the key was taken back");
      },
    },
  });
  await publisherOf(room, cut).come();
  expect(await stand.at(id)).toMatchObject({state: "refused"});
  expect(only()).toHaveLength(1);
  const cancel = () => stand.ask("paul", `/api/drafts/${id}/publications/blog`, {method: "DELETE"});
  expect((await problemOf(await cancel(), 409)).detail).toContain("it may stand there");
  blog.posts.clear();
  await stand.publish(id);
  expect((await problemOf(await cancel(), 409)).detail).toContain("it may stand there");
  const foreign = {state: "foreign", address: "https://blog.example/x/", title: "Mine"} as const;
  await publisherOf(room, setOf({blog: {...blogNow, look: async () => foreign}})).come();
  expect(await stand.at(id)).toMatchObject({state: "refused"});
  expect((await cancel()).status).toBe(200);
});

test("what is ordered while a post is read again is done", async () => {
  const stand = newsstand();
  const id = await approved(room);
  await stand.publish(id);
  await stand.come();
  const [post] = only();
  if (!post) throw new Error("there is no post");
  blog.posts.set(post.id, {...post, html: "<p>Mine now</p>", version: post.version + 1});
  await stand.hurry();
  await stand.come();
  expect(await stand.at(id)).toMatchObject({state: "differs", asks: "overwrite"});
  await sql`update assay.publications set read_again_at = clock_timestamp()`.execute(room.store.db);
  const blogNow = stand.wish.targets.open("blog");
  let orders = 0;
  const interrupted = setOf({
    blog: {
      ...blogNow,
      async look(...wish) {
        orders += 1;
        if (orders === 1) await stand.publish(id, {overwrite: true});
        return blogNow.look(...wish);
      },
    },
  });
  await publisherOf(room, interrupted).come();
  expect(await stand.at(id)).toMatchObject({state: "published"});
  expect(only()[0]?.html).not.toContain("Mine now");
});

test.each(["lost", "unanswered", "cut", "doubled", "late"] as const)(
  "one post is left whichever call is %s",
  async fault => {
    await using proxy = await startFaultyProxy(blog.url);
    const stand = newsstand({url: proxy.url});
    const id = await approved(room);
    for (let broken = 1; ; broken++) {
      await stand.publish(id, {again: true});
      const before = proxy.calls.length;
      let met = false;
      proxy.fault = (_, nth) => {
        if (nth !== before + broken) return undefined;
        met = true;
        return fault;
      };
      for (let tries = 0; tries < 5; tries++) {
        await stand.come();
        await stand.hurry();
        if (["published"].includes((await stand.at(id))?.state ?? "")) break;
      }
      await proxy.arrive();
      expect(await stand.at(id)).toMatchObject({state: "published"});
      const seen = only().filter(({shown}) => shown);
      expect([broken, seen.length]).toEqual([broken, 1]);
      blog.posts.clear();
      if (!met) break;
    }
  },
);

test("somebody else's post is never taken for ours", async () => {
  const stand = newsstand();
  const id = await approved(room);
  const {noteId} = await answered(draftSchema, await stand.ask("vera", `/api/drafts/${id}`));
  blog.posts.set("x", {
    id: "x",
    slug: noteId,
    key: "",
    digest: "",
    title: "Mine",
    html: "",
    date: "",
    shown: true,
    version: 1,
  });
  await stand.publish(id);
  await stand.come();
  expect(await stand.at(id)).toMatchObject({
    state: "refused",
    reason: {code: "foreign", title: "Mine"},
  });
  expect(only()).toHaveLength(1);
  // Once it is out of the way, the same order goes on.
  blog.posts.clear();
  await stand.publish(id);
  await stand.come();
  expect(await stand.at(id)).toMatchObject({state: "published"});
});

test("a post that was edited there is not written over unasked", async () => {
  const stand = newsstand();
  const id = await approved(room);
  await stand.publish(id);
  await stand.come();
  const [post] = only();
  if (!post) throw new Error("there is no post");
  blog.posts.set(post.id, {...post, html: "<p>Mine now</p>", version: post.version + 1});
  await stand.hurry();
  await stand.come();
  const found = await stand.at(id);
  expect(found).toMatchObject({state: "differs", asks: "overwrite"});
  expect(found?.conflict?.theirs).toContain("Mine now");
  expect(found?.conflict?.base).not.toContain("Mine now");
  await stand.publish(id);
  await stand.come();
  expect(await stand.at(id)).toMatchObject({
    state: "refused",
    asks: "overwrite",
    reason: {code: "changed"},
  });
  expect(only()[0]?.html).toContain("Mine now");
  await stand.publish(id, {overwrite: true});
  await stand.come();
  expect(await stand.at(id)).toMatchObject({state: "published"});
  expect(only()[0]?.html).not.toContain("Mine now");
});

test("a post that was edited there may be left so: nothing asks any more, until it is corrected", async () => {
  const stand = newsstand();
  const id = await approved(room);
  await stand.publish(id);
  await stand.come();
  const [post] = only();
  if (!post) throw new Error("there is no post");
  const say = (answer: string, who: Person = "paul") =>
    stand.ask(who, `/api/drafts/${id}/publications/blog`, {method: "PATCH", body: {answer}});
  const {detail} = await problemOf(await say("left"), 409);
  expect(detail).toContain("nothing there is known to be other than it was left");
  blog.posts.set(post.id, {...post, html: "<p>Mine now</p>", version: post.version + 1});
  await stand.hurry();
  await stand.come();
  const {conflict} = (await stand.at(id)) ?? {};
  // What we put, what stands there, and what would be put, all as the blog has it.
  expect(conflict?.theirs).toContain("<p>Mine now</p>");
  const lines = (text = "") => text.replace(/src="[^"]*"/g, "").split("\n");
  expect(lines(conflict?.ours)).toEqual(lines(conflict?.base));
  await problemOf(await say("left", "edna"), 403);
  const left = await answered(publicationsSchema, await say("left"));
  expect(left.publications[0]).toMatchObject({state: "left", standing: 1});
  expect(left.publications[0]?.asks).toBeUndefined();
  expect((await say("left")).status).toBe(200);
  const amiss = await stand.ask("vera", "/api/drafts?publications=amiss&limit=50");
  expect(await amiss.text()).not.toContain(id);
  // Nothing is done to it, whoever orders it or lets time pass.
  await stand.publish(id);
  await stand.hurry();
  expect(await stand.come()).toBe(0);
  await retract(stand.ask, id);
  await stand.come();
  expect(await stand.at(id)).toMatchObject({state: "refused", asks: "overwrite", standing: 1});
  expect(only()[0]?.html).toBe("<p>Mine now</p>");
});

test("what was removed there may stay away, and what readers see otherwise may stay so", async () => {
  const stand = newsstand();
  const id = await approved(room);
  await stand.publish(id);
  await stand.come();
  const leave = async () =>
    answered(
      publicationsSchema,
      await stand.ask("paul", `/api/drafts/${id}/publications/blog`, {
        method: "PATCH",
        body: {answer: "left"},
      }),
    );
  blog.pictures.clear();
  await stand.hurry();
  await stand.come();
  expect(await stand.at(id)).toMatchObject({state: "differs"});
  expect((await leave()).publications[0]).toMatchObject({
    state: "left",
    differences: expect.arrayContaining([expect.objectContaining({what: "picture"})]),
  });
  await stand.publish(id, {again: true});
  blog.posts.clear();
  await stand.come();
  expect(await stand.at(id)).toMatchObject({state: "published"});
  blog.posts.clear();
  await stand.hurry();
  await stand.come();
  expect(await stand.at(id)).toMatchObject({asks: "again"});
  expect((await leave()).publications[0]).toMatchObject({state: "left"});
  expect(await stand.come()).toBe(0);
  expect(only()).toHaveLength(0);
});

test("what is answered while the post is read once more is not undone by that", async () => {
  await using proxy = await startFaultyProxy(blog.url);
  const stand = newsstand({url: proxy.url});
  const id = await approved(room);
  await stand.publish(id);
  await stand.come();
  const [post] = only();
  if (!post) throw new Error("there is no post");
  blog.posts.set(post.id, {...post, html: "<p>Mine now</p>", version: post.version + 1});
  await stand.hurry();
  await stand.come();
  await sql`update assay.publications set read_again_at = clock_timestamp()`.execute(room.store.db);
  const before = proxy.calls.length;
  proxy.fault = () => ({delayMs: 500});
  const reading = stand.come();
  await expect.poll(() => proxy.calls.length).toBeGreaterThan(before);
  await stand.publish(id, {overwrite: true});
  await reading;
  proxy.fault = () => undefined;
  await stand.come();
  expect(await stand.at(id)).toMatchObject({state: "published"});
  expect(only()[0]?.html).not.toContain("Mine now");
});

test("a post that was removed there is not raised unasked", async () => {
  const stand = newsstand();
  const id = await approved(room);
  await stand.publish(id);
  await stand.come();
  blog.posts.clear();
  await stand.hurry();
  await stand.come();
  expect(await stand.at(id)).toMatchObject({state: "differs", asks: "again"});
  await stand.publish(id);
  await stand.come();
  expect(await stand.at(id)).toMatchObject({state: "refused", asks: "again"});
  expect(only()).toHaveLength(0);
  await stand.publish(id, {again: true});
  await stand.come();
  expect(await stand.at(id)).toMatchObject({state: "published"});
  expect(only()).toHaveLength(1);
});

test("what its readers find otherwise is told", async () => {
  await using proxy = await startFaultyProxy(blog.url);
  const stand = newsstand({url: proxy.url});
  const id = await approved(room);
  await stand.publish(id);
  await stand.come();
  const [post] = only();
  if (!post) throw new Error("there is no post");
  // A theme that loses tables, and a picture that is gone.
  const page = await (await fetch(`${blog.url}/${post.slug}/`)).text();
  const body = page.replace(/<table>[\s\S]*?<\/table>/, "");
  const headers = {"content-type": "text/html"};
  proxy.fault = ({path}) => (path === `/${post.slug}/` ? {status: 200, headers, body} : undefined);
  blog.pictures.clear();
  await stand.hurry();
  await stand.come();
  const found = await stand.at(id);
  expect(found?.differences?.map(({what}) => what)).toEqual(
    expect.arrayContaining(["table", "picture"]),
  );
});

test("at an hour of the target's clock, and at another when it is put there", async () => {
  const stand = newsstand({zones: {blog: "Europe/Istanbul"}});
  const id = await approved(room);
  const {publications} = await stand.publish(id, {at: "2099-01-05T09:00"});
  expect(publications[0]?.at).toBe("2099-01-05T06:00:00Z");
  expect(await stand.come()).toBe(0);
  const moved = await stand.ask("paul", `/api/drafts/${id}/publications/blog`, {
    method: "PATCH",
    body: {at: "2099-01-05T10:00+00:00"},
  });
  expect((await answered(publicationsSchema, moved)).publications[0]?.at).toBe(
    "2099-01-05T10:00:00Z",
  );
  await stand.ask("paul", `/api/drafts/${id}/publications/blog`, {
    method: "PATCH",
    body: {at: new Date(Date.now() - 1000).toISOString()},
  });
  expect(await stand.come()).toBe(1);
  expect(only()).toHaveLength(1);
});

test("what is cancelled before its hour does not go out, and may be edited and ordered anew", async () => {
  const stand = newsstand();
  const id = await approved(room);
  await stand.publish(id, {at: "2099-01-05T09:00"});
  const path = `/api/drafts/${id}/publications/blog`;
  expect((await stand.ask("paul", path, {method: "DELETE"})).status).toBe(200);
  expect(await stand.state(id)).toBe("approved");
  expect(await stand.come()).toBe(0);
  await stand.publish(id);
  await stand.come();
  expect(only()).toHaveLength(1);
  const late = await stand.ask("paul", path, {method: "DELETE"});
  expect((await problemOf(late, 409)).detail).toContain("retracted or corrected");
});

test("after a time without a publisher the newest comes first, one a minute, and the old ask", async () => {
  const stand = newsstand();
  const {db} = room.store;
  const ids: string[] = [];
  for (const [i, minutes] of [30, 90, 60 * 30].entries()) {
    const id = await approved(room);
    const note = `2026-01-0${i + 1}-gadget`;
    await db.updateTable("drafts").set({note_id: note}).where("id", "=", id).execute();
    await stand.publish(id, {at: new Date(Date.now() - minutes * 60_000).toISOString()});
    ids.push(id);
  }
  expect(await stand.come()).toBe(1);
  const [newest = "", older = "", oldest = ""] = ids;
  expect(await stand.at(newest)).toMatchObject({standing: 1});
  expect(await stand.at(older)).toMatchObject({state: "planned"});
  await sql`update assay.publications set began_at = began_at - interval '2 minutes'`.execute(db);
  expect(await stand.come()).toBe(1);
  expect(await stand.at(older)).toMatchObject({standing: 1});
  const {askAboutOld} = await import("../../src/jobs/publishing/claim.ts");
  await askAboutOld(db);
  expect(await stand.at(oldest)).toMatchObject({state: "planned", asks: "late"});
  await sql`update assay.publications set began_at = began_at - interval '2 minutes'`.execute(db);
  expect(await stand.come()).toBe(0);
});

test("a target with a home waits for it, and gets its address", async () => {
  const stand = newsstand({homes: {press: "blog"}});
  const id = await approved(room);
  const alone = await stand.ask("paul", `/api/drafts/${id}/publications`, {
    body: {targets: ["press"]},
  });
  expect((await problemOf(alone, 422)).detail).toContain("name blog as well");
  await stand.publish(id, {targets: ["press", "blog"]});
  expect(await stand.at(id, "press")).toMatchObject({waitsFor: "blog"});
  expect(await stand.come()).toBe(2);
  expect(await stand.at(id, "press")).toMatchObject({state: "published"});
});

test("an error is corrected everywhere, by approval of another, and the old version stays readable", async () => {
  const stand = newsstand();
  const id = await approved(room);
  await stand.publish(id, {targets: ["blog", "press"]});
  await stand.come();
  const before = only()[0];
  const path = `/api/drafts/${id}/corrections`;
  const heading = /^## (.+)$/m.exec((await newest(stand.ask, id)).text)?.[1] ?? "";
  const body = {kind: "corrected", reason: "A slip", wrong: heading, right: `On ${heading}`};
  // Readers are told words that stand in the note, and no others.
  const other = {...body, wrong: `${heading} of yesterday`};
  const {detail} = await problemOf(await stand.ask("paul", path, {body: other}), 422);
  expect(detail).toContain(`wrong must stand in the note that is out`);
  expect(detail).toContain(`nearest stand there “${heading}”`);
  const opened = await answered(correctionSchema, await stand.ask("paul", path, {body}));
  expect(opened.state).toBe("open");
  expect(await answered(draftSchema, await stand.ask("vera", `/api/drafts/${id}`))).toMatchObject({
    state: "published",
    correcting: true,
  });
  // Nothing was changed yet, and nobody approves their own words.
  const approve = `${path}/${opened.id}/approval`;
  await problemOf(await stand.ask("paul", approve, {body: {}}), 403);
  await problemOf(await stand.ask("olga", approve, {body: {}}), 409);
  const acceptedNow = async () =>
    (await newest(stand.ask, id)).found.map(({id}) => ({fault: id, reason: "So it is"}));
  await save(stand.ask, id, "will", text => text.replace("## ", "## Of "));
  await problemOf(await stand.ask("will", approve, {body: {}}), 403);
  const early = await stand.ask("olga", approve, {body: {accepted: await acceptedNow()}});
  expect((await problemOf(early, 422)).detail).toContain("right must stand in the corrected text");
  await save(stand.ask, id, "will", text => text.replace("## Of ", "## On "));
  const accepted = await acceptedNow();
  const done = await stand.ask("olga", approve, {body: {accepted}});
  expect(await answered(correctionSchema, done)).toMatchObject({state: "approved", version: 2});
  expect(await stand.come()).toBe(2);
  expect(await stand.state(id)).toBe("corrected");
  for (const target of ["blog", "press"])
    expect(await stand.at(id, target)).toMatchObject({state: "published", standing: 2});
  expect(only()[0]).toMatchObject({id: before?.id, date: before?.date});
  expect(only()[0]?.digest).not.toBe(before?.digest);
  const old = await stand.ask("vera", `/api/drafts/${id}/releases/1/note.html`);
  expect(await old.text()).not.toContain("On ");
});

test("a correction that one target refuses leaves the others right", async () => {
  const stand = newsstand();
  const id = await approved(room);
  await stand.publish(id, {targets: ["blog", "press"]});
  await stand.come();
  const [post] = press.posts.values();
  if (!post) throw new Error("there is no post");
  press.posts.set(post.id, {...post, html: "<p>Mine</p>", version: 9});
  await retract(stand.ask, id);
  await stand.come();
  expect(await stand.at(id, "blog")).toMatchObject({state: "published", standing: 2});
  expect(await stand.at(id, "press")).toMatchObject({
    state: "refused",
    asks: "overwrite",
    standing: 1,
  });
});

test("a retraction puts a notice in its place, and what never went out is cancelled", async () => {
  const stand = newsstand();
  const id = await approved(room);
  await stand.publish(id);
  await stand.publish(id, {targets: ["press"], at: "2099-01-01T00:00"});
  await stand.come();
  await retract(stand.ask, id);
  await stand.come();
  expect(await stand.state(id)).toBe("retracted");
  expect(only()[0]?.html).toContain("It was of another coin");
  expect(await stand.at(id, "press")).toMatchObject({state: "withdrawn"});
  const more = await stand.ask("paul", `/api/drafts/${id}/corrections`, {
    body: {kind: "refiled", reason: "x"},
  });
  await problemOf(more, 409);
});

test("a correction that is taken back leaves the text as it is out", async () => {
  const stand = newsstand();
  const id = await approved(room);
  await stand.publish(id);
  await stand.come();
  const before = (await newest(stand.ask, id)).text;
  const path = `/api/drafts/${id}/corrections`;
  const body = {kind: "refiled", reason: "A typo"};
  const opened = await answered(correctionSchema, await stand.ask("paul", path, {body}));
  await save(stand.ask, id, "will", text => text.replace("## ", "## On "));
  const back = await stand.ask("paul", `${path}/${opened.id}`, {method: "DELETE"});
  expect(await answered(correctionSchema, back)).toMatchObject({state: "withdrawn"});
  expect((await newest(stand.ask, id)).text).toBe(before);
  const {corrections} = await answered(correctionsSchema, await stand.ask("vera", path));
  expect(corrections).toHaveLength(1);
  expect(await stand.come()).toBe(0);
});

type Ask = ReturnType<ReviewRoom["open"]>;

async function newest(ask: Ask, id: string) {
  const {revision} = await answered(draftSchema, await ask("vera", `/api/drafts/${id}`));
  return answered(revisionSchema, await ask("vera", `/api/drafts/${id}/revisions/${revision}`));
}

async function save(ask: Ask, id: string, who: Person, change: (text: string) => string) {
  const {number, text} = await newest(ask, id);
  const answer = await ask(who, `/api/drafts/${id}/text`, {
    method: "PUT",
    body: change(text),
    headers: {"if-match": `"${number}"`},
  });
  return answered(revisionSchema, answer);
}

async function retract(ask: Ask, id: string) {
  const body = {reason: "It was of another coin"};
  const opened = await answered(
    correctionSchema,
    await ask("paul", `/api/drafts/${id}/retractions`, {body}),
  );
  const path = `/api/drafts/${id}/corrections/${opened.id}/approval`;
  return answered(correctionSchema, await ask("olga", path, {body: {}}));
}
