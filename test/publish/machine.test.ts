import {expect, test} from "vitest";
import {register} from "../../src/jobs/register.ts";
import {runNow} from "../../src/jobs/schedules.ts";
import {verify} from "../../src/store/verify.ts";
import {newsroom, schedule, until} from "../jobs/newsroom.ts";
import {startBlogServer} from "../servers/blogServer.ts";
import {blogTarget} from "./blogTarget.ts";
import {publisherOf, setOf} from "./room.ts";

const noon = async () => new Date("2026-03-20T02:00:00Z");

test("a schedule's note without faults is approved by the program, says so, and goes out", async () => {
  await using blog = await startBlogServer();
  const room = await newsroom();
  try {
    const targets = setOf({blog: blogTarget({name: "blog", url: blog.url, token: blog.token})});
    const morning = schedule({targets: ["blog"], approve: "machine"});
    await register(room.store, {schedules: [morning], by: "desk"}, noon);
    await runNow(room.store, room.queue, {name: "morning", by: "ayse"}, noon);
    room.work({targets});
    const {db} = room.store;
    const find = () => db.selectFrom("drafts").selectAll().executeTakeFirst();
    await until(async () => (await find())?.state === "scheduled");
    expect(await publisherOf(room, targets).come()).toBe(1);
    const [post] = blog.posts.values();
    expect(post).toMatchObject({shown: true});
    expect(post?.html).toContain("none has read it before it was published");
    expect(post?.html).toContain("makes the note as it was before");
    expect(await find()).toMatchObject({state: "published"});
    const approval = await db.selectFrom("approvals").selectAll().executeTakeFirstOrThrow();
    expect(approval).toMatchObject({approved_by: "machine", accepted: []});
    expect((await verify(room.store, room.blobs)).faults).toEqual([]);
  } finally {
    await room.close();
  }
});
