import {connect, createServer, type Socket} from "node:net";
import {listen} from "./listen.ts";

/**
 * What happens to one connection: it ends after so many bytes of the client's or of the server's, or
 * the server's words come later.
 */
export type LineFault =
  | {readonly after: "client" | "server"; readonly bytes: number}
  | {readonly delayMs: number};

export interface FaultyLine extends AsyncDisposable {
  readonly port: number;
  /** Says what becomes of a connection; nothing without it. */
  fault: () => LineFault | undefined;
}

/** Stands before a server of any protocol, and lets happen what happens on networks. */
export async function startFaultyLine(to: {
  readonly host: string;
  readonly port: number;
}): Promise<FaultyLine> {
  const open = new Set<Socket>();
  const handle = (client: Socket) => {
    const server = connect(to);
    const fault = line.fault();
    const end = () => {
      client.destroy();
      server.destroy();
    };
    for (const one of [client, server]) {
      open.add(one);
      one.on("error", end).on("close", () => {
        open.delete(one);
        end();
      });
    }
    const passing = (from: Socket, into: Socket, side: "client" | "server") => {
      let passed = 0;
      from.on("data", chunk => {
        const most = fault && "after" in fault && fault.after === side ? fault.bytes : Infinity;
        const part = chunk.subarray(0, most - passed);
        passed += part.length;
        const send = () => into.write(part, () => passed >= most && end());
        if (fault && "delayMs" in fault && side === "server") setTimeout(send, fault.delayMs);
        else send();
      });
    };
    passing(client, server, "client");
    passing(server, client, "server");
  };
  const server = await listen(createServer(handle));
  const line: FaultyLine = {
    port: server.port,
    fault: () => undefined,
    async [Symbol.asyncDispose]() {
      for (const one of open) one.destroy();
      await server[Symbol.asyncDispose]();
    },
  };
  return line;
}
