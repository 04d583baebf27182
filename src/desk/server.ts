import {once} from "node:events";
import type {Server} from "node:http";
import type {AddressInfo} from "node:net";
import {serve} from "@hono/node-server";
import {UsageError} from "../model/errors.ts";

export interface DeskServer {
  readonly address: string;
  /** Takes no new requests; those under way have so long. */
  close(graceMs: number): Promise<void>;
}

type Fetch = Parameters<typeof serve>[0]["fetch"];

/** @throws UsageError where the address cannot be listened on */
export async function serveDesk({
  host,
  port,
  fetch,
}: {
  readonly host: string;
  readonly port: number;
  readonly fetch: Fetch;
}): Promise<DeskServer> {
  const server = serve({fetch, hostname: host, port}) as Server;
  try {
    await once(server, "listening");
  } catch (cause) {
    throw new UsageError(explain(host, port, cause as NodeJS.ErrnoException), {cause});
  }
  const {port: taken} = server.address() as AddressInfo;
  return {
    address: `http://${host.includes(":") ? `[${host}]` : host}:${taken}/`,
    async close(graceMs) {
      const closed = new Promise<void>(resolve => server.close(() => resolve()));
      server.closeIdleConnections();
      const late = setTimeout(() => server.closeAllConnections(), graceMs);
      await closed;
      clearTimeout(late);
    },
  };
}

function explain(host: string, port: number, {code, message}: NodeJS.ErrnoException): string {
  if (code === "EADDRINUSE")
    return `port ${port} of ${host} is taken, maybe by another desk: end that one, or give another with --port`;
  if (code === "EACCES")
    return `port ${port} is not for this user: give one above 1023 with --port`;
  return `${host} cannot be listened on (${code ?? message}): give an address of this machine with --host`;
}
