import {createServer, type IncomingMessage, request, type ServerResponse} from "node:http";
import {buffer} from "node:stream/consumers";
import {listen} from "./listen.ts";

/**
 * What happens to one call on its way:
 * - `lost`: it does not arrive, and the connection ends
 * - `unanswered`: it arrives and is done, and the connection ends
 * - `cut`: it is done, and half of the answer comes back
 * - `doubled`: it arrives twice, one after the other
 * - `late`: the connection ends, and the call arrives when `arrive` is called
 */
export type Fault =
  | "lost"
  | "unanswered"
  | "cut"
  | "doubled"
  | "late"
  | {readonly delayMs: number}
  | Replacement;

/** An answer instead of the server's, which is not asked. */
export interface Replacement {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Passed {
  readonly method: string;
  readonly path: string;
  readonly bytes: number;
}

export interface FaultyProxy {
  readonly url: string;
  /** In the order in which they came. */
  readonly calls: Passed[];
  /** Says what becomes of a call; nothing without it. */
  fault: (call: Passed, nth: number) => Fault | undefined;
  /** Lets those arrive that are late. */
  arrive(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** Stands before a real server, and lets happen what happens on networks. */
export async function startFaultyProxy(upstream: string): Promise<FaultyProxy> {
  const {host} = new URL(upstream);
  const late: (() => Promise<unknown>)[] = [];
  const calls: Passed[] = [];

  const forward = (incoming: IncomingMessage, body: Buffer) =>
    new Promise<Answered>((resolve, reject) => {
      const outgoing = request(
        `${upstream}${incoming.url}`,
        {method: incoming.method, headers: {...incoming.headers, host, connection: "close"}},
        async answer => {
          const {statusCode = 502, headers} = answer;
          resolve({status: statusCode, headers, body: await buffer(answer)});
        },
      );
      outgoing.on("error", reject);
      outgoing.end(body);
    });

  const handle = async (incoming: IncomingMessage, response: ServerResponse) => {
    const body = await buffer(incoming);
    const {method = "GET", url: path = "/"} = incoming;
    const call = {method, path, bytes: body.length};
    calls.push(call);
    const fault = proxy.fault(call, calls.length);
    if (typeof fault === "object" && "status" in fault) {
      response.writeHead(fault.status, {"content-type": "application/json", ...fault.headers});
      response.end(fault.body ?? "{}");
      return;
    }
    if (typeof fault === "object") await new Promise(done => setTimeout(done, fault.delayMs));
    if (fault === "lost" || fault === "late") {
      if (fault === "late") late.push(() => forward(incoming, body));
      response.socket?.destroy();
      return;
    }
    const answer = await forward(incoming, body);
    if (fault === "doubled") await forward(incoming, body);
    if (fault === "unanswered") {
      response.socket?.destroy();
      return;
    }
    const {"transfer-encoding": _, ...headers} = answer.headers;
    response.writeHead(answer.status, {...headers, "content-length": answer.body.length});
    if (fault !== "cut") response.end(answer.body);
    else
      response.write(answer.body.subarray(0, answer.body.length / 2), () =>
        response.socket?.destroy(),
      );
  };

  const server = await listen(
    createServer((incoming, response) => {
      handle(incoming, response).catch(() => response.socket?.destroy());
    }),
  );
  const proxy: FaultyProxy = {
    url: `http://127.0.0.1:${server.port}`,
    calls,
    fault: () => undefined,
    async arrive() {
      await Promise.all(late.splice(0).map(one => one()));
    },
    [Symbol.asyncDispose]: server[Symbol.asyncDispose],
  };
  return proxy;
}

interface Answered {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  readonly body: Buffer;
}
