import {UsageError} from "../model/errors.ts";
import {type Role, roles} from "../model/person.ts";
import type {Store} from "../store/open.ts";
import {createToken, listTokens, revokeToken, type Token} from "../store/tokens.ts";
import {actor} from "./actor.ts";
import {openNewsroomStore, type StoreOptions} from "./newsroom.ts";
import {listWithGuess} from "./options.ts";
import {stderrProgress} from "./progress.ts";

export interface TokenOptions extends StoreOptions {
  readonly name?: string;
  readonly role?: Role;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** What can be done with tokens: what is asked is looked at before the store is opened. */
const actions: Readonly<
  Record<
    string,
    (name: string | undefined, options: TokenOptions) => (store: Store) => Promise<string>
  >
> = {create, list, revoke};

/** @throws UsageError for an action that there is not, or one that lacks what it needs */
export async function tokenCommand(
  action: string,
  name: string | undefined,
  options: TokenOptions,
): Promise<number> {
  const asked = Object.hasOwn(actions, action) ? actions[action] : undefined;
  if (!asked)
    throw new UsageError(
      `there is no "token ${action}": there are ${listWithGuess(action, Object.keys(actions))}`,
    );
  const work = asked(name, options);
  const progress = stderrProgress({quiet: options.quiet ?? false});
  progress.step("opens the newsroom's store");
  await using opened = await openNewsroomStore(options, progress.note);
  progress.done();
  process.stdout.write(await work(opened.store));
  return 0;
}

function create(given: string | undefined, {name = given, role, json}: TokenOptions) {
  if (name === undefined || role === undefined)
    throw new UsageError(
      `token create needs --name and --role: it is of ${roles.join(", ")}, each including those before`,
    );
  return async ({db}: Store) => {
    const token = await createToken(db, {name, role, by: actor()});
    return json ? `${JSON.stringify({token})}\n` : `${token}\n`;
  };
}

function list(_: string | undefined, {json}: TokenOptions) {
  return async ({db}: Store) => {
    const tokens = await listTokens(db);
    if (json) return `${JSON.stringify({tokens})}\n`;
    return tokens.length === 0 ? "no tokens\n" : tokens.map(line).join("");
  };
}

function line({name, role, createdAt, lastUsedAt, revokedAt}: Token): string {
  const used = lastUsedAt ? `used ${minutes(lastUsedAt)}` : "never used";
  const revoked = revokedAt ? `, revoked ${minutes(revokedAt)}` : "";
  return `${name}  ${role}  made ${minutes(createdAt)}, ${used}${revoked}\n`;
}

const minutes = (at: Date) => `${at.toISOString().slice(0, 16).replace("T", " ")} UTC`;

function revoke(given: string | undefined, {name = given, json}: TokenOptions) {
  if (name === undefined)
    throw new UsageError("token revoke needs a name: assay token list shows those there are");
  return async ({db}: Store) => {
    await revokeToken(db, {name, by: actor()});
    return json ? `${JSON.stringify({revoked: name})}\n` : `${name} is revoked\n`;
  };
}
