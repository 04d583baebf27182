import {randomUUID} from "node:crypto";
import {sql} from "kysely";
import type {z} from "zod";
import {deskApp} from "../../src/desk/api/app.ts";
import type {Page} from "../../src/desk/api/page.ts";
import {problemSchema} from "../../src/desk/api/shapes.ts";
import {deskServices} from "../../src/desk/services.ts";
import {openFeed} from "../../src/desk/stream/feed.ts";
import {orderNote} from "../../src/jobs/runs.ts";
import type {Log} from "../../src/model/log.ts";
import type {Role} from "../../src/model/person.ts";
import {createToken} from "../../src/store/tokens.ts";
import {asOf} from "../cli/madeUpData.ts";
import {type Newsroom, newsroom, until} from "../jobs/newsroom.ts";
import {here} from "./newsroom.ts";

/** The people of a test, each with a token. */
export const people = {
  vera: "viewer",
  will: "writer",
  wanda: "writer",
  emil: "editor",
  edna: "editor",
  paul: "publisher",
  olga: "owner",
} as const satisfies Record<string, Role>;
export type Person = keyof typeof people;

/** How people come in at a desk of a test. */
export const access = {
  secret: "x".repeat(40),
  origin: "http://localhost",
  idleMs: 12 * 3_600_000,
  absoluteMs: 7 * 86_400_000,
};

export interface Asking {
  readonly method?: string;
  /** Sent as JSON; a string as Markdown. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A newsroom with a draft that a worker made, and a desk before it that is asked without a port. */
export async function reviewRoom() {
  const room = await newsroom();
  const draft = await madeDraft(room);
  const tokens = new Map<string, string>();
  for (const [name, role] of Object.entries(people))
    tokens.set(name, await createToken(room.store.db, {name, role, by: "test"}));
  const feed = openFeed({store: room.store, log});
  const desk = (changes: Partial<Parameters<typeof deskServices>[0]> = {}, page?: Page) => {
    const services = deskServices({
      ...room,
      workspace: room.wish().workspace,
      defaults: {},
      budgets: {},
      solo: false,
      feed,
      env: room.wish().env,
      hooks: {},
      access: {...access, log},
      metrics: {read: async () => ({contentType: "", text: ""})},
      ...changes,
    });
    return deskApp(services, {
      place: here,
      addressOf: () => "127.0.0.1",
      ...(page && {page}),
      log,
      generator: "a 1",
    });
  };
  const open = (changes: Parameters<typeof desk>[0] = {}) => {
    const app = desk(changes);
    return async (person: Person | undefined, path: string, {method, body, headers}: Asking = {}) =>
      app.request(`http://localhost${path}`, {
        method: method ?? (body === undefined ? "GET" : "POST"),
        headers: {
          ...(person && {authorization: `Bearer ${tokens.get(person)}`}),
          "content-type": typeof body === "string" ? "text/markdown" : "application/json",
          ...headers,
        },
        ...(body !== undefined && {body: typeof body === "string" ? body : JSON.stringify(body)}),
      });
  };
  return {
    ...room,
    draft,
    tokens,
    desk,
    open,
    ask: open(),
    fresh: () => copyOf(room, draft),
    async close() {
      await feed.close();
      await room.close();
    },
  };
}
export type ReviewRoom = Awaited<ReturnType<typeof reviewRoom>>;

async function madeDraft(room: Newsroom): Promise<string> {
  const spec = {coin: "gadget", source: "files", data: "recorded", asOf, earlier: false} as const;
  await orderNote(room.store, room.queue, {spec, askedBy: "test"});
  const worker = room.work({concurrency: 1});
  const find = () => room.store.db.selectFrom("drafts").select("id").executeTakeFirst();
  await until(async () => (await find()) !== undefined);
  await worker.stop(20_000);
  return (await find())?.id ?? "";
}

/** Another draft with the same first revision. */
async function copyOf({store: {db}}: Newsroom, draft: string): Promise<string> {
  const id = randomUUID();
  await sql`insert into assay.drafts (id, note_id, asset, symbol, locale, as_of, title, revision, snapshot,
      content, newsworthiness, faults)
    select ${id}, note_id, asset, symbol, locale, as_of, title, 1, snapshot, content, newsworthiness, 0
    from assay.drafts where id = ${draft}`.execute(db);
  for (const table of ["revisions", "files"])
    await sql`insert into ${sql.table(`assay.${table}`)}
      select (jsonb_populate_record(one, jsonb_build_object('draft', ${id}::text))).*
      from ${sql.table(`assay.${table}`)} one
      where draft = ${draft} and ${sql.ref(table === "files" ? "revision" : "number")} = 1`.execute(
      db,
    );
  return id;
}

/** What is wrong, by its schema; the status is what was expected. */
export async function problemOf(answer: Response, status: number) {
  const text = await answer.text();
  if (answer.status !== status) throw new Error(`${answer.status} and not ${status}: ${text}`);
  return problemSchema.loose().parse(JSON.parse(text));
}

/** What was answered, by its schema. */
export async function answered<Schema extends z.ZodType>(
  schema: Schema,
  answer: Response,
): Promise<z.output<Schema>> {
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${answer.status}: ${text}`);
  return schema.parse(JSON.parse(text));
}

/** Tells of bugs alone. */
export const log: Log = {
  info() {},
  warn() {},
  error: ({error}, message) => console.error(message, error),
  child: () => log,
};
