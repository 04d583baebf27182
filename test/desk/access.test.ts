import {afterAll, beforeAll, expect, test} from "vitest";
import {includesRole, type Role} from "../../src/model/person.ts";
import {type DraftState, draftStates} from "../../src/model/review.ts";
import {ways} from "../model/ways.ts";
import {type Person, people, type ReviewRoom, reviewRoom} from "./reviewRoom.ts";

/** Every route of the desk, and the least role that it opens to; a route without a row fails. */
const least: Readonly<Record<string, Role | "anybody" | "whoever" | "person">> = {
  "GET /healthz": "anybody",
  "GET /readyz": "anybody",
  "GET /metrics": "anybody", // of this machine, whose own programs need no token
  "GET /api/openapi.json": "anybody",
  "POST /api/notes": "writer",
  "GET /api/runs": "viewer",
  "GET /api/runs/:id": "viewer",
  "POST /api/runs/:id/cancel": "writer",
  "GET /api/drafts": "viewer",
  "GET /api/drafts/:id": "viewer",
  "PATCH /api/drafts/:id": "writer",
  "GET /api/drafts/:id/text": "viewer",
  "PUT /api/drafts/:id/text": "writer",
  "POST /api/drafts/:id/check": "viewer",
  "GET /api/drafts/:id/revisions": "viewer",
  "GET /api/drafts/:id/revisions/:n": "viewer",
  "GET /api/drafts/:id/events": "viewer",
  "POST /api/drafts/:id/transitions": "writer",
  "GET /api/drafts/:id/approvals": "viewer",
  "GET /api/drafts/:id/comments": "viewer",
  "POST /api/drafts/:id/comments": "writer",
  "PATCH /api/comments/:id": "writer",
  "GET /api/drafts/:id/note.html": "viewer",
  "GET /api/drafts/:id/note.pdf": "viewer",
  "GET /api/drafts/:id/evidence.json": "viewer",
  "GET /api/drafts/:id/answers/:file": "viewer",
  "GET /api/drafts/:id/judgements": "viewer",
  "GET /api/drafts/:id/differences": "viewer",
  "POST /api/drafts/:id/regenerate": "writer",
  "GET /api/schedules": "viewer",
  "POST /api/schedules/:name/run": "publisher",
  "PATCH /api/schedules/:name": "publisher",
  "GET /api/stream": "viewer",
  "GET /api/coins": "viewer",
  "GET /api/writers": "writer",
  "GET /api/order-choices": "viewer",
  "POST /api/scans": "writer",
  "GET /api/scans": "viewer",
  "GET /api/scans/:id": "viewer",
  "POST /api/runs/:id/retry": "writer",
  "GET /api/schedules/:name": "viewer",
  "GET /api/alarms": "viewer",
  "GET /api/hooks": "owner",
  "GET /api/hooks/:name/deliveries": "owner",
  "GET /api/targets": "viewer",
  "GET /api/drafts/:id/publications": "viewer",
  "POST /api/drafts/:id/publications": "publisher",
  "PATCH /api/drafts/:id/publications/:target": "publisher",
  "DELETE /api/drafts/:id/publications/:target": "publisher",
  "GET /api/drafts/:id/releases/:version/note.html": "viewer",
  "GET /api/drafts/:id/releases/:version/note.pdf": "viewer",
  "GET /api/drafts/:id/releases/:version/evidence.json": "viewer",
  "GET /api/drafts/:id/corrections": "viewer",
  "POST /api/drafts/:id/corrections": "publisher",
  "POST /api/drafts/:id/retractions": "publisher",
  "POST /api/drafts/:id/corrections/:correction/approval": "publisher",
  "DELETE /api/drafts/:id/corrections/:correction": "publisher",
  "GET /api/session/ways": "anybody",
  "POST /api/session": "whoever",
  "POST /api/session/reset": "whoever",
  "GET /api/session/oidc": "whoever",
  "GET /api/session/callback/oidc": "whoever",
  "POST /api/welcome": "whoever",
  "POST /api/invitations/accept": "whoever",
  "GET /api/session": "viewer",
  // People's own: a token has none, and is told so.
  "DELETE /api/session": "person",
  "PUT /api/session/password": "person",
  "GET /api/sessions": "person",
  "DELETE /api/sessions": "person",
  "DELETE /api/sessions/:id": "person",
  "GET /api/people": "owner",
  "PATCH /api/people/:id": "owner",
  "DELETE /api/people/:id/sessions": "owner",
  "GET /api/invitations": "owner",
  "POST /api/invitations": "owner",
  "DELETE /api/invitations/:id": "owner",
  "GET /api/tokens": "owner",
  "POST /api/tokens": "owner",
  "DELETE /api/tokens/:id": "owner",
};

/** One for each role. */
const each = ["vera", "will", "emil", "paul", "olga"] as const satisfies readonly Person[];

let room: ReviewRoom;
beforeAll(async () => {
  room = await reviewRoom();
});
afterAll(() => room?.close());

test("every route is opened by a role, to that role and those above it alone", async () => {
  const routes = room
    .desk()
    .routes.filter(({method}) => method !== "ALL")
    .map(({method, path}) => `${method} ${path}`);
  expect([...new Set(routes)].toSorted()).toEqual(Object.keys(least).toSorted());
  for (const [route, needed] of Object.entries(least)) {
    const [method = "", path = ""] = route.split(" ");
    // Nothing of that name is there, and nothing is sent: whoever is let in is told so.
    const ask = (who?: Person) => room.ask(who, path.replace(/:\w+/g, "1"), {method});
    if (needed === "anybody") {
      expect([route, (await ask()).status]).toEqual([route, 200]);
      continue;
    }
    if (needed === "whoever") {
      // Without what the way in needs, nobody comes in.
      const {status} = await ask();
      expect([route, [400, 404, 415, 422].includes(status)]).toEqual([route, true]);
      continue;
    }
    expect([route, (await ask()).status]).toEqual([route, 401]);
    if (needed === "person") continue;
    for (const who of each) {
      const {status} = await ask(who);
      const [may, let_in] = [includesRole(people[who], needed), ![401, 403].includes(status)];
      expect([route, who, let_in, status < 500]).toEqual([route, who, may, true]);
    }
  }
});

/** Brings the draft to a state, approvals and all. */
async function laid(id: string, state: DraftState): Promise<void> {
  const {db} = room.store;
  await db.updateTable("drafts").set({state}).where("id", "=", id).execute();
  await db
    .updateTable("approvals")
    .set({withdrawn_at: null, withdrawn_by: null})
    .where("draft", "=", id)
    .execute();
}

async function approvedOnce(): Promise<string> {
  const id = await room.fresh();
  for (const to of ["in-review", "approved"])
    await room.ask("edna", `/api/drafts/${id}/transitions`, {body: {to}});
  return id;
}

test.each(draftStates)("from %s each role goes where it may, and nowhere else", async from => {
  const id = await approvedOnce();
  for (const to of ["in-review", "changes-asked", "approved", "dropped"] as const)
    for (const who of each) {
      await laid(id, from);
      const body = {to, reason: "So it is"};
      const {status} = await room.ask(who, `/api/drafts/${id}/transitions`, {body});
      const needed = ways.find(([a, b]) => a === from && b === to)?.[2];
      const role = people[who];
      const expected =
        role === "viewer" ? 403 : !needed ? 409 : includesRole(role, needed) ? 200 : 403;
      expect([from, to, who, status]).toEqual([from, to, who, expected]);
    }
});

test.each(draftStates)(
  "in %s a text is edited by writers and those above, or by nobody",
  async state => {
    const id = await approvedOnce();
    const text = await (await room.ask("vera", `/api/drafts/${id}/text`)).text();
    await laid(id, state);
    const open = ["draft", "in-review", "changes-asked", "approved"].includes(state);
    for (const who of each) {
      const {status} = await room.ask(who, `/api/drafts/${id}/text`, {
        method: "PUT",
        body: text,
        headers: {"if-match": '"1"'},
      });
      expect([who, status]).toEqual([who, who === "vera" ? 403 : open ? 200 : 409]);
    }
  },
);
