import {createServer, type IncomingHttpHeaders, type RequestListener} from "node:http";
import {text} from "node:stream/consumers";
import {listen} from "./listen.ts";

export interface HookServer {
  readonly url: string;
  /** As they arrived. */
  readonly seen: {
    readonly method: string;
    readonly body: string;
    readonly headers: IncomingHttpHeaders;
  }[];
  [Symbol.asyncDispose](): Promise<void>;
}

/** A receiver of web hooks; `answer` is how it answers each. */
export async function startHookServer(
  answer: RequestListener = (_, response) => response.writeHead(204).end(),
): Promise<HookServer> {
  const seen: HookServer["seen"] = [];
  const server = await listen(
    createServer(async (request, response) => {
      const {headers, method = ""} = request;
      seen.push({method, headers, body: await text(request)});
      answer(request, response);
    }),
  );
  return {
    seen,
    url: `http://127.0.0.1:${server.port}/hook`,
    [Symbol.asyncDispose]: server[Symbol.asyncDispose],
  };
}
