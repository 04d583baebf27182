import {afterAll, beforeAll, expect, test} from "vitest";
import {type ReviewRoom, reviewRoom} from "../desk/reviewRoom.ts";
import {type MailServer, startMailServer} from "../servers/mailServer.ts";
import {publishingAt} from "./disturbedTargets.ts";
import {carried, ordered} from "./killRoom.ts";
import {startPublisherProcess} from "./publisherFleet.ts";

let room: ReviewRoom;
let server: MailServer;
beforeAll(async () => {
  [room, server] = await Promise.all([reviewRoom(), startMailServer()]);
});
afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  await room?.close();
});

const to = ["ada@example.org", "bob@example.org"];
const letters = () => ({
  ...publishingAt({
    targets: {
      letters: {kind: "mail", smtpFrom: "SMTP_URL", from: "notes@example.org", to},
    },
    env: {SMTP_URL: server.url},
    timeoutMs: 5000,
  }),
  names: ["letters"],
});
/** Comes, and dies at the point, or is ended once nothing is left to do. */
async function publisher(dieAt?: number): Promise<string | undefined> {
  const one = startPublisherProcess(room, letters(), {concurrency: 1});
  await one.ready;
  one.publish(dieAt);
  await (dieAt === undefined ? carried(room) : one.ended);
  await one.rest();
  await one.kill();
  const death = one.said.find(({kind}) => kind === "dies");
  return death && String(death.at);
}

const standing = (draft: string) =>
  room.store.db
    .selectFrom("publications")
    .select(["state", "asks"])
    .where("draft", "=", draft)
    .executeTakeFirstOrThrow();

test.each([
  [/^before mail to ada/, "published", 4],
  [/^mail to ada.* done and not on record/, "unknown", 5],
] as const)(
  "kill -9 at %s: nobody gets it twice",
  async (point, state, dieAt) => {
    const from = server.mails.length;
    const draft = await ordered(room, letters());
    expect(await publisher(dieAt)).toMatch(point);
    await publisher();
    const found = await standing(draft);
    expect(found.state).toBe(state);
    if (state === "unknown") {
      expect(found).toMatchObject({asks: "outcome"});
      // Said to have arrived, it stands there, and is sent to nobody.
      const ask = room.open({targets: letters().targets, solo: true});
      const path = `/api/drafts/${draft}/publications/letters`;
      const said = await ask("paul", path, {method: "PATCH", body: {answer: "arrived"}});
      expect(said.status).toBe(200);
      await publisher();
      expect((await standing(draft)).state).toBe("published");
    }
    expect(server.mails.slice(from).map(mail => mail.to.join())).toEqual(to);
  },
  120_000,
);
