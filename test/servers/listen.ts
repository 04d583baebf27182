import {once} from "node:events";
import {type AddressInfo, createServer, type Server, type Socket} from "node:net";

/** A server of one's own, on a free port of this machine; ended with all its connections. */
export async function listen(server: Server) {
  const sockets = new Set<Socket>();
  server.on("connection", socket => {
    sockets.add(socket);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    [Symbol.asyncDispose]: () =>
      new Promise<void>(resolve => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

/** A port of this machine where nobody listens. */
export async function freePort(): Promise<number> {
  const {port, ...server} = await listen(createServer());
  await server[Symbol.asyncDispose]();
  return port;
}
