import {once} from "node:events";
import type {Server} from "node:http";
import {createServer} from "node:https";
import type {AddressInfo} from "node:net";
import {serve} from "@hono/node-server";
import {UsageError} from "../model/errors.ts";

export interface DeskServer {
  readonly address: string;
  /** Takes no new requests; those under way have so long. */
  close(graceMs: number): Promise<void>;
}

/** A key and a certificate as PEM. */
export interface Tls {
  readonly key: string;
  readonly cert: string;
}

type Fetch = Parameters<typeof serve>[0]["fetch"];

/** @throws UsageError where the address cannot be listened on */
export async function serveDesk({
  host,
  port,
  fetch,
  tls,
}: {
  readonly host: string;
  readonly port: number;
  readonly fetch: Fetch;
  readonly tls?: Tls | undefined;
}): Promise<DeskServer> {
  const server = listen();
  try {
    await once(server, "listening");
  } catch (cause) {
    throw new UsageError(explain(host, port, cause as NodeJS.ErrnoException), {cause});
  }
  const {port: taken} = server.address() as AddressInfo;
  return {
    address: `${tls ? "https" : "http"}://${host.includes(":") ? `[${host}]` : host}:${taken}/`,
    async close(graceMs) {
      const closed = new Promise<void>(resolve => server.close(() => resolve()));
      server.closeIdleConnections();
      const late = setTimeout(() => server.closeAllConnections(), graceMs);
      await closed;
      clearTimeout(late);
    },
  };

  function listen(): Server {
    const where = {fetch, hostname: host, port};
    if (!tls) return serve(where) as Server;
    try {
      const serverOptions = {...tls, minVersion: "TLSv1.2" as const};
      return serve({...where, createServer, serverOptions}) as Server;
    } catch (cause) {
      throw new UsageError(
        `the key and certificate cannot be used: ${(cause as Error).message}. Give both as PEM, the key without a password`,
        {cause},
      );
    }
  }
}

function explain(host: string, port: number, {code, message}: NodeJS.ErrnoException): string {
  if (code === "EADDRINUSE")
    return `port ${port} of ${host} is taken, maybe by another desk: end that one, or give another with --port`;
  if (code === "EACCES")
    return `port ${port} is not for this user: give one above 1023 with --port`;
  return `${host} cannot be listened on (${code ?? message}): give an address of this machine with --host`;
}
