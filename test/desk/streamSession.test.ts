import {Hono} from "hono";
import {expect, test} from "vitest";
import {type DeskEnv, withSessionOrToken} from "../../src/desk/api/access.ts";
import {openAllowance} from "../../src/desk/api/allowance.ts";
import {streamRoutes} from "../../src/desk/api/stream.ts";
import {openThrottle} from "../../src/desk/api/throttle.ts";
import {peopleServices} from "../../src/desk/people/people.ts";
import {openFeed} from "../../src/desk/stream/feed.ts";
import type {Log} from "../../src/model/log.ts";
import {readStream} from "./eventStream.ts";
import {peopleRoom} from "./peopleRoom.ts";
import {access} from "./reviewRoom.ts";

const log: Log = {info() {}, warn() {}, error() {}, child: () => log};

test("a stream that is open does not keep its session alive, and ends with it", async () => {
  const room = await peopleRoom();
  const feed = openFeed({store: room.store, log});
  try {
    const {cookies} = await room.owner();
    const people = peopleServices(room.db, {...access, log});
    const app = new Hono<DeskEnv>();
    const door = {
      throttle: openThrottle(Date.now),
      allowance: openAllowance(Date.now),
      addressOf: () => "127.0.0.1",
    };
    app.use(withSessionOrToken({callerOf: async () => undefined, people}, door));
    app.route("/", streamRoutes(feed, 20));
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await app.request(`${access.origin}/api/stream`, {headers: {cookie}});
    const stream = readStream(answer);
    while (stream.beats() < 3) expect(await stream.more()).toBe(true);
    // Whoever used it now would let it go on for hours.
    const soon = new Date(Date.now() + 300);
    await room.db.updateTable("sessions").set({expires_at: soon}).execute();
    await stream.end();
    expect(Date.now()).toBeGreaterThanOrEqual(soon.getTime() - 50);
  } finally {
    await feed.close();
    await room.close();
  }
});
