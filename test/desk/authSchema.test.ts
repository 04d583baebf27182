import {getMigrations} from "better-auth/db/migration";
import {Kysely, PostgresDialect} from "kysely";
import pg from "pg";
import {expect, test} from "vitest";
import {authOptions} from "../../src/desk/people/auth.ts";
import type {Tables} from "../../src/store/tables.ts";
import {testServer, testStore} from "../store/testStore.ts";
import {access} from "./reviewRoom.ts";

test("better-auth lacks no table, column or index of ours", async () => {
  await using server = await testServer();
  const place = await testStore(server.url);
  await (await place.open()).close();
  // It looks where a name without a schema leads.
  const url = new URL(place.wish.url ?? "");
  url.searchParams.set("options", "-c search_path=assay");
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({pool: new pg.Pool({connectionString: url.href})}),
  });
  const log = {info() {}, warn() {}, error() {}, child: () => log};
  const oidc = {issuer: "http://localhost:1", clientId: "a", clientSecret: "b", domains: {}};
  try {
    const found = await getMigrations(authOptions({...access, db, log, oidc}));
    expect(found).toMatchObject({
      toBeCreated: [],
      toBeAdded: [],
      toBeAddedIndexes: [],
      unsafeChanges: [],
      schemaProblems: [],
    });
  } finally {
    await db.destroy();
    await place.remove();
  }
});
