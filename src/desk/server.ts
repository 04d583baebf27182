import {once} from "node:events";
import type {Server, ServerResponse} from "node:http";
import {createServer} from "node:https";
import type {AddressInfo} from "node:net";
import {setTimeout as sleep} from "node:timers/promises";
import {serve} from "@hono/node-server";
import {UsageError} from "../model/errors.ts";

export interface DeskServer {
  readonly address: string;
  /** Takes no new requests, not on connections that are open either; those under way have so long. */
  close(graceMs: number): Promise<void>;
}

/** A key and a certificate as PEM. */
export interface Tls {
  readonly key: string;
  readonly cert: string;
}

type Fetch = Parameters<typeof serve>[0]["fetch"];

/** While it closes it looks so often whether all is answered. */
const lookMs = 20;

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
  let isClosing = false;
  const underWay = new Set<ServerResponse>();
  const server = listen();
  server.on("request", (_, response) => {
    underWay.add(response);
    response.once("close", () => underWay.delete(response));
  });
  try {
    await once(server, "listening");
  } catch (cause) {
    throw new UsageError(explain(host, port, cause as NodeJS.ErrnoException), {cause});
  }
  const {port: taken} = server.address() as AddressInfo;
  return {
    address: `${tls ? "https" : "http"}://${host.includes(":") ? `[${host}]` : host}:${taken}/`,
    async close(graceMs) {
      isClosing = true;
      const closed = once(server, "close");
      server.close();
      const late = performance.now() + graceMs;
      while (underWay.size > 0 && performance.now() < late) await sleep(lookMs);
      // Also those that a browser opened beforehand, on which nothing was asked yet.
      server.closeAllConnections();
      await closed;
    },
  };

  /** A stream that ended is asked for again at once, on a connection that may be open still. */
  function answer(...[request, env]: Parameters<Fetch>): ReturnType<Fetch> {
    if (!isClosing) return fetch(request, env);
    return new Response("it is stopping\n", {status: 503, headers: {Connection: "close"}});
  }

  function listen(): Server {
    const where = {fetch: answer, hostname: host, port};
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
