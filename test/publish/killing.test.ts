import {afterAll, beforeAll, expect, test} from "vitest";
import {type ReviewRoom, reviewRoom} from "../desk/reviewRoom.ts";
import {type BlogServer, startBlogServer} from "../servers/blogServer.ts";
import {disturbedBlog} from "./disturbedBlog.ts";
import {killAtEachStep, killAtRandom} from "./killing.ts";

let room: ReviewRoom;
let blog: BlogServer;
beforeAll(async () => {
  room = await reviewRoom();
  blog = await startBlogServer();
});
afterAll(async () => {
  await blog?.[Symbol.asyncDispose]();
  await room?.close();
});

test("kill -9 where it hurts leaves one post", async () => {
  // bench/killPublish.ts comes by every point.
  const found = await killAtEachStep(room, disturbedBlog(blog), {from: 18, most: 2});
  expect(found).toMatchObject({kills: 2, lost: [], wrong: []});
}, 120_000);

test("kill -9 at random instants leaves one post of each note", async () => {
  const campaign = {kills: 3, seed: 1, longestMs: 300};
  const found = await killAtRandom(room, disturbedBlog(blog), campaign);
  expect(found).toMatchObject({kills: 3, lost: [], wrong: []});
}, 120_000);
