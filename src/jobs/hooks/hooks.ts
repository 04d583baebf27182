import {type Kysely, sql} from "kysely";
import type {HookSettings} from "../../model/hook.ts";
import {requireSafe} from "../../outbound/postSigned.ts";
import {signingKey} from "../../outbound/signature.ts";
import {lastSeq} from "../../store/events.ts";
import type {Tables} from "../../store/tables.ts";

/** Somebody who is told of events, ready to be told. */
export interface Hook {
  readonly name: string;
  readonly url: string;
  readonly host: string;
  readonly key: Buffer;
  readonly on: readonly string[];
}

/**
 * Those whom the configuration names.
 *
 * @throws UsageError where an address or a secret cannot be used
 */
export const openHooks = (
  settings: Readonly<Record<string, HookSettings>>,
  env: NodeJS.ProcessEnv,
): Hook[] =>
  Object.entries(settings).map(([name, {url, secretFrom, on}]) => ({
    name,
    url,
    host: requireSafe(url, `hooks.${name}.url`).host,
    key: signingKey(env[secretFrom], secretFrom),
    on,
  }));

/**
 * Lets the store know which hooks there are. A new one is told of what happens from now on; what
 * still waits for one that is gone is told to nobody.
 */
export async function registerHooks(db: Kysely<Tables>, names: readonly string[]): Promise<void> {
  await db.transaction().execute(async transaction => {
    const through = await lastSeq(transaction);
    for (const name of names)
      await transaction
        .insertInto("hooks")
        .values({name, through})
        .onConflict(conflict => conflict.column("name").doNothing())
        .execute();
    await sql`delete from assay.hooks where name <> all(${names})`.execute(transaction);
    await sql`
      update assay.hook_deliveries set state = 'refused', reason = 'the configuration no longer has the hook'
      where state = 'waiting' and hook <> all(${names})`.execute(transaction);
  });
}
