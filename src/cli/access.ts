import {readFile} from "node:fs/promises";
import {dirname, resolve} from "node:path";
import type {Project} from "../config/project.ts";
import type {Oidc} from "../desk/people/auth.ts";
import {authSecret} from "../desk/people/secret.ts";
import {type Place, placeOf} from "../desk/place.ts";
import type {Tls} from "../desk/server.ts";
import {UsageError} from "../model/errors.ts";
import {type StoreOptions, storeFolder} from "./newsroom.ts";

/** The options of where a desk stands; each goes before what the configuration says. */
export interface StandingOptions {
  readonly host: string;
  readonly url?: string;
  readonly trustProxy?: readonly string[];
  readonly tlsKey?: string;
  readonly tlsCert?: string;
}

/**
 * Where a desk stands.
 *
 * @throws UsageError where passwords would go over a network as they are
 */
export async function standingOf(
  {host, url, trustProxy, tlsKey, tlsCert}: StandingOptions,
  {desk, file}: Project,
): Promise<{readonly place: Place; readonly tls: Tls | undefined}> {
  const base = file === undefined ? process.cwd() : dirname(file);
  const key = tlsKey ?? (desk.tls && resolve(base, desk.tls.key));
  const cert = tlsCert ?? (desk.tls && resolve(base, desk.tls.cert));
  if ((key === undefined) !== (cert === undefined))
    throw new UsageError("TLS needs both: give --tls-key and --tls-cert");
  const tls =
    key === undefined || cert === undefined
      ? undefined
      : {key: await read(key, "--tls-key"), cert: await read(cert, "--tls-cert")};
  const place = placeOf({
    host,
    url: url ?? desk.url,
    trustProxy: trustProxy ?? desk.trustProxy,
    tls: tls !== undefined,
  });
  return {place, tls};
}

const read = (path: string, option: string) =>
  readFile(path, "utf8").catch((cause: Error) => {
    throw new UsageError(`${option} is ${path}: ${cause.message}`, {cause});
  });

/** What sessions are signed with, and who else may let people in. */
export async function entryOf(options: StoreOptions, project: Project) {
  const {session, secretFrom, oidc} = project.desk;
  return {
    secret: await authSecret(storeFolder(options, project), process.env, secretFrom),
    idleMs: session.idle,
    absoluteMs: session.absolute,
    oidc: oidc && providerOf(oidc),
  };
}

export type Entry = Awaited<ReturnType<typeof entryOf>>;

function providerOf({
  issuer,
  clientId,
  secretFrom,
  domains,
}: NonNullable<Project["desk"]["oidc"]>): Oidc {
  const clientSecret = process.env[secretFrom];
  if (!clientSecret)
    throw new UsageError(
      `desk.oidc.secretFrom names ${secretFrom}, which is not set: set it to the secret that ${new URL(issuer).host} gave`,
    );
  return {issuer, clientId, clientSecret, domains};
}
