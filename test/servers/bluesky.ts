import {createHash, randomUUID} from "node:crypto";
import {createServer, type IncomingMessage, type ServerResponse} from "node:http";
import {buffer} from "node:stream/consumers";
import {listen} from "./listen.ts";

export interface BlueskyServer {
  readonly url: string;
  readonly handle: string;
  readonly password: string;
  readonly did: string;
  /** By collection and key. */
  readonly records: Map<string, {cid: string; value: BlueskyPost}>;
  /** By CID. */
  readonly blobs: Map<string, number>;
  /** Records that were written anew or otherwise: a no-op is none. */
  readonly commits: string[];
  /** How often somebody was let in. */
  readonly sessions: () => number;
  /** Ends all sessions, as after two hours. */
  expire(): void;
  [Symbol.asyncDispose](): Promise<void>;
}

export interface BlueskyPost {
  readonly text: string;
  readonly facets?: readonly {
    readonly index: {readonly byteStart: number; readonly byteEnd: number};
    readonly features: readonly {readonly uri: string}[];
  }[];
  readonly embed?: {
    readonly external: {
      readonly uri: string;
      readonly title: string;
      readonly description: string;
      readonly thumb?: {readonly ref: {readonly $link: string}; readonly size: number};
    };
  };
  readonly reply?: {readonly root: {readonly uri: string; readonly cid: string}};
  readonly createdAt?: string;
  readonly langs?: readonly string[];
}

/**
 * A personal data server as its sources have it, as far as posts go: a record is held to its lexicon
 * and may carry more than that; it is written over only where `swapRecord` is its CID, and made only
 * where that is null; the same bytes are the same blob.
 */
export async function startBlueskyServer(): Promise<BlueskyServer> {
  const [handle, password, did] = [
    "assay.example",
    randomUUID(),
    "did:plc:assayassayassayassayassa",
  ];
  const records: BlueskyServer["records"] = new Map();
  const blobs: BlueskyServer["blobs"] = new Map();
  const commits: string[] = [];
  const tokens = new Set<string>();
  const over = new Set<string>();

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const {pathname, searchParams} = new URL(request.url ?? "/", "http://bluesky");
    const json = (status: number, value: unknown) =>
      void response
        .writeHead(status, {"content-type": "application/json; charset=utf-8"})
        .end(JSON.stringify(value));
    const refuse = (error: string, message: string, status = 400) => json(status, {error, message});
    const body = await buffer(request);
    const method = pathname.replace("/xrpc/", "");
    if (method === "com.atproto.server.createSession") {
      const wish = JSON.parse(body.toString());
      if (wish.identifier !== handle || wish.password !== password)
        return refuse("AuthenticationRequired", "Invalid identifier or password", 401);
      const accessJwt = randomUUID();
      tokens.add(accessJwt);
      return json(200, {did, handle, accessJwt, refreshJwt: randomUUID(), active: true});
    }
    if (method === "com.atproto.repo.getRecord") {
      const key = `${searchParams.get("collection")}/${searchParams.get("rkey")}`;
      const uri = `at://${did}/${key}`;
      const found = records.get(key);
      return found
        ? json(200, {uri, ...found})
        : refuse("RecordNotFound", `Could not locate record: ${uri}`);
    }
    const token = request.headers.authorization?.replace("Bearer ", "") ?? "";
    if (over.has(token)) return refuse("ExpiredToken", "Token has expired");
    if (!tokens.has(token)) return refuse("InvalidToken", "Token could not be verified", 401);
    if (method === "com.atproto.repo.uploadBlob") {
      const cid = `bafkrei${sha(body)}`;
      blobs.set(cid, body.length);
      const mimeType = request.headers["content-type"];
      return json(200, {blob: {$type: "blob", ref: {$link: cid}, mimeType, size: body.length}});
    }
    const wish = JSON.parse(body.toString());
    if (wish.repo !== did) return refuse("AuthenticationRequired", "Authentication Required", 401);
    const key = `${wish.collection}/${wish.rkey}`;
    const uri = `at://${did}/${key}`;
    const current = records.get(key);
    if (method === "com.atproto.repo.deleteRecord") {
      records.delete(key);
      return json(200, {});
    }
    if (method !== "com.atproto.repo.putRecord")
      return refuse("MethodNotImplemented", "Method Not Implemented", 501);
    const fault =
      wish.collection === "app.bsky.feed.post" && faultOf(wish.rkey, wish.record, blobs);
    if (fault) return refuse("InvalidRequest", `Invalid app.bsky.feed.post record: ${fault}`);
    const cid = `bafyrei${sha(JSON.stringify(wish.record))}`;
    if (current?.cid === cid) return json(200, {uri, cid, validationStatus: "valid"});
    if (wish.swapRecord !== undefined && wish.swapRecord !== (current?.cid ?? null))
      return refuse("InvalidSwap", `Record was at ${current?.cid ?? null}`);
    records.set(key, {cid, value: wish.record});
    commits.push(key);
    return json(200, {uri, cid, commit: {cid, rev: "3k"}, validationStatus: "valid"});
  }

  const listening = await listen(
    createServer((request, response) => {
      answer(request, response).catch(() => response.socket?.destroy());
    }),
  );
  return {
    url: `http://127.0.0.1:${listening.port}`,
    handle,
    password,
    did,
    records,
    blobs,
    commits,
    sessions: () => tokens.size + over.size,
    expire() {
      for (const token of tokens) over.add(token);
      tokens.clear();
    },
    [Symbol.asyncDispose]: listening[Symbol.asyncDispose],
  };
}

const segments = new Intl.Segmenter("en", {granularity: "grapheme"});

/** What the lexicon says against a post. */
function faultOf(
  rkey: string,
  {text, facets = [], embed, createdAt, langs = []}: BlueskyPost,
  blobs: ReadonlyMap<string, number>,
): string | undefined {
  if (!/^[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}$/.test(rkey))
    return "Record key must be a valid TID";
  if (typeof text !== "string") return "Record/text must be a string";
  const bytes = Buffer.from(text);
  if (bytes.length > 3000) return "Record/text must not be longer than 3000 characters";
  if ([...segments.segment(text)].length > 300)
    return "Record/text must not be longer than 300 graphemes";
  if (!createdAt || Number.isNaN(Date.parse(createdAt)))
    return "Record/createdAt must be an valid atproto datetime";
  if (langs.length > 3) return "Record/langs must not have more than 3 elements";
  for (const {index} of facets)
    if (index.byteStart < 0 || index.byteEnd > bytes.length || index.byteStart >= index.byteEnd)
      return "Record/facets/0/index is out of bounds";
  const {uri, thumb} = embed?.external ?? {};
  if (embed && !URL.canParse(uri ?? "")) return "Record/embed/external/uri must be a uri";
  if (thumb && thumb.size > 1_000_000) return "Record/embed/external/thumb is too large";
  if (thumb && blobs.get(thumb.ref.$link) !== thumb.size)
    return `Could not find blob: ${thumb.ref.$link}`;
  return undefined;
}

const sha = (bytes: Buffer | string): string => createHash("sha256").update(bytes).digest("hex");
