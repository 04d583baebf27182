import {createServer, type IncomingMessage, type ServerResponse} from "node:http";
import type {AddressInfo, Socket} from "node:net";
import {gzipSync} from "node:zlib";

/** What the server does with one request. */
export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /**
   * - `hang`: takes the request and never answers
   * - `reset`: closes the connection without an answer
   * - `cut`: announces the whole body, sends half of it and closes
   * - `stall`: sends half of the body and then nothing more
   */
  readonly fault?: "hang" | "reset" | "cut" | "stall";
}

/** A request as it arrived. */
export interface Seen {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: IncomingMessage["headers"];
}

export interface AnswerServer {
  readonly url: string;
  readonly seen: readonly Seen[];
  /**
   * Answers at a path, one reply for each request in turn; the last one stays. A path with `?a=b`
   * is for requests with that parameter, whatever their others, and goes before the bare path.
   */
  on(path: string, ...replies: readonly Reply[]): void;
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** Serves prepared answers and faults over real HTTP, on a free port of this machine. */
export async function startAnswerServer(): Promise<AnswerServer> {
  const routes = new Map<string, Reply[]>();
  const seen: Seen[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    const {pathname, searchParams} = new URL(request.url ?? "/", "http://server");
    const query = Object.fromEntries(searchParams);
    seen.push({path: pathname, query, headers: request.headers});
    const replies = routeFor(routes, pathname, searchParams);
    const reply = replies && (replies.length > 1 ? replies.shift() : replies[0]);
    send(response, reply ?? status(404, {error: `the test server has no ${request.url}`}));
  });
  server.on("connection", socket => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>(resolve => server.listen(0, "127.0.0.1", resolve));
  const close = () =>
    new Promise<void>(resolve => {
      for (const socket of sockets) socket.destroy();
      server.close(() => resolve());
    });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    on: (path, ...replies) => void routes.set(path, [...replies]),
    close,
    [Symbol.asyncDispose]: close,
  };
}

function routeFor(routes: Map<string, Reply[]>, pathname: string, parameters: URLSearchParams) {
  const particular = [...routes.keys()].find(route => {
    const [path, wanted] = route.split("?");
    if (path !== pathname || wanted === undefined) return false;
    return [...new URLSearchParams(wanted)].every(
      ([name, value]) => parameters.get(name) === value,
    );
  });
  return routes.get(particular ?? pathname);
}

function send(response: ServerResponse, reply: Reply): void {
  const {status: code = 200, headers, body = "", fault} = reply;
  if (fault === "hang") return;
  if (fault === "reset") {
    response.socket?.resetAndDestroy();
    return;
  }
  const bytes = Buffer.from(body);
  response.writeHead(code, {
    "content-type": "application/json",
    ...(!headers?.["transfer-encoding"] && {"content-length": String(bytes.length)}),
    ...headers,
  });
  if (fault === undefined) {
    response.end(bytes);
    return;
  }
  response.write(bytes.subarray(0, Math.ceil(bytes.length / 2)), () => {
    if (fault === "cut") response.socket?.destroy();
  });
}

export const json = (value: unknown): Reply => ({body: JSON.stringify(value)});

export const status = (code: number, value: unknown, headers = {}): Reply => ({
  status: code,
  headers,
  body: typeof value === "string" ? value : JSON.stringify(value),
});

export const html = (text = "<!DOCTYPE html><title>Sign in</title>"): Reply => ({
  body: text,
  headers: {"content-type": "text/html"},
});

export const gzipped = (value: unknown): Reply => ({
  body: gzipSync(JSON.stringify(value)),
  headers: {"content-encoding": "gzip"},
});

export const redirect = (location: string): Reply => ({status: 302, headers: {location}});

export const hang: Reply = {fault: "hang"};
export const reset: Reply = {fault: "reset"};
export const cut = (value: unknown): Reply => ({...json(value), fault: "cut"});
export const stall = (value: unknown): Reply => ({...json(value), fault: "stall"});

/** The beginning of a body, with a length that agrees: JSON that ends in the middle. */
export const truncated = (value: unknown): Reply => {
  const text = JSON.stringify(value);
  return {body: text.slice(0, Math.floor(text.length * 0.7))};
};
