import {once} from "node:events";
import type {AddressInfo, Socket} from "node:net";
import {text} from "node:stream/consumers";
import {SMTPServer} from "smtp-server";

export interface MailServer {
  readonly url: string;
  /** As they arrived. */
  readonly mails: {readonly from: string; readonly to: readonly string[]; readonly text: string}[];
  /** That it was told. */
  readonly passwords: string[];
  [Symbol.asyncDispose](): Promise<void>;
}

export interface MailServerOptions {
  /** What it says of a receiver that it does not take. */
  readonly refuse?: (address: string) => readonly [code: number, says: string] | undefined;
  /** What it answers once it has all of a mail; `cut`: it takes it, and the connection ends without an answer. */
  readonly atEnd?: (to: string) => "cut" | readonly [code: number, says: string] | undefined;
  readonly disabledCommands?: string[];
  /** Without one, everybody is let in with any. */
  readonly password?: string;
}

/** A mail server on a free port of this machine that keeps what it takes. */
export async function startMailServer({
  refuse = () => undefined,
  atEnd = () => undefined,
  disabledCommands = [],
  password,
}: MailServerOptions = {}): Promise<MailServer> {
  const mails: MailServer["mails"] = [];
  const passwords: string[] = [];
  const server = new SMTPServer({
    logger: false,
    disabledCommands,
    authOptional: true,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    closeTimeout: 100,
    onAuth(auth, _session, done) {
      passwords.push(auth.password ?? "");
      const right = password === undefined || auth.password === password;
      if (right) return done(null, {user: "desk"});
      // As a careless server would.
      done(Object.assign(new Error(`no entry with ${auth.password}`), {responseCode: 535}));
    },
    onRcptTo({address}, _session, done) {
      const [code, says] = refuse(address) ?? [];
      done(says === undefined ? null : Object.assign(new Error(says), {responseCode: code}));
    },
    async onData(stream, {id, envelope: {mailFrom, rcptTo}}, done) {
      // A mail that does not arrive whole has not arrived.
      const body = await text(stream).catch(() => undefined);
      if (body === undefined) return;
      const end = atEnd(rcptTo[0]?.address ?? "");
      if (end !== undefined && end !== "cut")
        return done(Object.assign(new Error(end[1]), {responseCode: end[0]}));
      const from = mailFrom ? mailFrom.address : "";
      mails.push({from, to: rcptTo.map(({address}) => address), text: body});
      if (end === undefined) return done();
      for (const one of server.connections as Set<{id: string; _socket: Socket}>)
        if (one.id === id) one._socket.destroy();
    },
  });
  server.on("error", () => {});
  server.listen(0, "0.0.0.0");
  await once(server.server, "listening");
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    mails,
    passwords,
    [Symbol.asyncDispose]: () => new Promise(resolve => server.close(() => resolve())),
  };
}
