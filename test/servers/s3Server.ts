import {spawn} from "node:child_process";
import {hash} from "node:crypto";
import {once} from "node:events";
import {createServer, type IncomingMessage, request, type ServerResponse} from "node:http";
import type {AddressInfo} from "node:net";
import {buffer} from "node:stream/consumers";
import PQueue from "p-queue";
import {z} from "zod";
import {temporary} from "../cli/support.ts";

/**
 * What the proxy does with one request instead of passing it on:
 * - a number: answers with that status and the `code` of S3
 * - `hang`: takes the request and never answers
 * - `reset`: closes the connection without an answer
 * - `cut`: announces the whole answer, sends half of it and closes
 * - `other`: passes on the answer with its first byte changed
 * - `spoil`: passes on the request with the first byte of its body changed
 * - `short`: passes on the request with half of its body, as if that were all
 * - `page`: a web page, as of a hotel that wants one to sign in
 */
export type S3Fault =
  | number
  | {readonly status: number; readonly code: string}
  | "hang"
  | "reset"
  | "cut"
  | "other"
  | "spoil"
  | "short"
  | "page";

export interface S3Server extends AsyncDisposable {
  /** What the environment has for it. */
  readonly env: Readonly<Record<string, string>>;
  /** A bucket with nothing in it. */
  readonly bucket: string;
  /** The requests that came, such as `GET /blobs/ab/cdef`. */
  readonly seen: readonly string[];
  /** What happens to the requests to come, one each, before all is well again; `undefined` for well. */
  fail(...faults: readonly (S3Fault | undefined)[]): void;
  /** What happens to every request from now on. */
  failAlways(fault: S3Fault | undefined): void;
}

const bucket = "blobs";

/**
 * A real S3 server with a faulty proxy in front of it, each on a free port of this machine. With
 * `checksums` it compares what it is given with the SHA-256 that came along, as Amazon does; the
 * server by itself does not, as those of some others.
 */
export async function startS3Server({checksums = true} = {}): Promise<S3Server> {
  const place = temporary();
  const {child, strict, lenient} = await startS3rver(place.path);
  // A blob that is written and read at once is torn there, unlike Amazon.
  const line = new PQueue({concurrency: 1});
  const seen: string[] = [];
  let faults: readonly (S3Fault | undefined)[] = [];
  let always: S3Fault | undefined;
  const proxy = createServer(async (incoming, response) => {
    seen.push(`${incoming.method} ${incoming.url}`);
    const [fault = always, ...rest] = faults;
    faults = rest;
    const body = await buffer(incoming).catch(() => Buffer.alloc(0));
    if (fault === "hang") return;
    if (fault === "reset") {
      response.socket?.resetAndDestroy();
      return;
    }
    if (fault === "page") {
      response.writeHead(200, {"content-type": "text/html"}).end("<title>Sign in</title>");
      return;
    }
    if (typeof fault === "number" || typeof fault === "object") {
      const {status, code} = typeof fault === "object" ? fault : {status: fault, code: "Trouble"};
      refuse(response, status, code);
      return;
    }
    const sent = fault === "spoil" ? changed(body) : fault === "short" ? half(body) : body;
    const checksum = checksums ? incoming.headers["x-amz-checksum-sha256"] : undefined;
    if (checksum !== undefined && checksum !== hash("sha256", sent, "base64")) {
      refuse(response, 400, "BadDigest");
      return;
    }
    const port = /^\/[^/?]+\/\?/.test(incoming.url ?? "") ? lenient : strict;
    const answer = await line.add(() => passOn(port, incoming, sent)).catch(() => undefined);
    if (!answer) {
      response.writeHead(502).end();
      return;
    }
    const given = fault === "other" ? changed(answer.body) : answer.body;
    response.writeHead(answer.status, {
      ...answer.headers,
      ...(checksum && {"x-amz-checksum-sha256": checksum}),
    });
    if (fault !== "cut") response.end(given);
    else response.write(half(given), () => response.socket?.destroy());
  });
  await new Promise<void>(resolve => proxy.listen(0, "127.0.0.1", resolve));
  return {
    env: {
      AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
      AWS_ACCESS_KEY_ID: "S3RVER",
      AWS_SECRET_ACCESS_KEY: "S3RVER",
    },
    bucket,
    seen,
    fail(...next) {
      faults = next;
    },
    failAlways(fault) {
      always = fault;
    },
    async [Symbol.asyncDispose]() {
      proxy.closeAllConnections();
      await new Promise<void>(resolve => proxy.close(() => resolve()));
      child.kill("SIGKILL");
      await once(child, "exit");
      place[Symbol.dispose]();
    },
  };
}

/**
 * Two of it on one folder, as it signs the path of a list without the slash at its end, unlike
 * Amazon: lists go to the lenient one. Its pages need a cipher that Node has long put away.
 */
async function startS3rver(directory: string) {
  const script = `
    const S3rver = require("@20minutes/s3rver");
    const start = async allowMismatchedSignatures => {
      const s3 = new S3rver({
        address: "127.0.0.1", port: 0, directory: ${JSON.stringify(directory)}, silent: true,
        vhostBuckets: false, configureBuckets: [{name: "${bucket}"}], allowMismatchedSignatures,
      });
      return (await s3.run()).port;
    };
    (async () => console.log(JSON.stringify([await start(false), await start(true)])))();
    process.stdin.resume().on("end", () => process.exit());`;
  const child = spawn(process.execPath, ["--openssl-legacy-provider", "-e", script], {
    cwd: import.meta.dirname,
    stdio: ["pipe", "pipe", "inherit"],
  });
  const [said] = await once(child.stdout, "data");
  const [strict, lenient] = z.tuple([z.int(), z.int()]).parse(JSON.parse(String(said)));
  return {child, strict, lenient};
}

/** Says the key, as Amazon does. */
function refuse(response: ServerResponse, status: number, code: string): void {
  const xml = `<Error><Code>${code}</Code><AWSAccessKeyId>S3RVER</AWSAccessKeyId></Error>`;
  response.writeHead(status, {"content-type": "application/xml"}).end(xml);
}

const half = (body: Buffer) => body.subarray(0, Math.floor(body.length / 2));
const changed = (body: Buffer) => Buffer.concat([Buffer.of(body[0]! ^ 1), body.subarray(1)]);

interface Passed {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  readonly body: Buffer;
}

function passOn(port: number, {method, url, headers}: IncomingMessage, body: Buffer) {
  return new Promise<Passed>((resolve, reject) => {
    const length = body.length > 0 ? {"content-length": String(body.length)} : {};
    const onward = request(
      {host: "127.0.0.1", port, method, path: url, headers: {...headers, ...length}},
      answer => {
        const {statusCode: status = 0, headers} = answer;
        buffer(answer).then(body => resolve({status, headers, body}), reject);
      },
    );
    onward.on("error", reject).end(body);
  });
}
