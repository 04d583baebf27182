import {randomUUID} from "node:crypto";
import {createServer, type IncomingMessage, type ServerResponse} from "node:http";
import {buffer} from "node:stream/consumers";
import {listen} from "./listen.ts";

/** A status as the server keeps it. */
export interface StatusOfServer {
  readonly id: string;
  text: string;
  media: readonly string[];
  readonly visibility: string;
  readonly language: string | undefined;
  readonly application: string;
  readonly created: string;
  edited: string | null;
}

export interface MastodonServer {
  readonly url: string;
  readonly token: string;
  /** In the order in which they were made. */
  readonly statuses: StatusOfServer[];
  readonly media: Map<
    string,
    {readonly bytes: number; readonly description: string; asked: number}
  >;
  /** Each change: "POST /api/v1/statuses". */
  readonly writes: string[];
  /** What a person writes by hand, in the web page. */
  byHand(text: string): StatusOfServer;
  [Symbol.asyncDispose](): Promise<void>;
}

export interface MastodonOptions {
  readonly longest?: number;
}

/**
 * Mastodon's API as its sources (4.4) have it, as far as posts go: an idempotency key stands for a
 * post for an hour, and for nothing where that was removed; a picture is ready only after a while,
 * and is a post's once it was put into it; a text is counted by graphemes, each address as 23.
 */
export async function startMastodonServer({
  longest = 500,
}: MastodonOptions = {}): Promise<MastodonServer> {
  const [token, account] = [randomUUID(), "109999"];
  const statuses: StatusOfServer[] = [];
  const media: MastodonServer["media"] = new Map();
  const keys = new Map<string, string>();
  const writes: string[] = [];
  let made = 0;
  const newId = () => {
    made += 1;
    return String(111_000_000_000_000_000n + BigInt(made));
  };

  const shown = (one: StatusOfServer) => ({
    id: one.id,
    uri: `${server.url}/users/assay/statuses/${one.id}`,
    url: `${server.url}/@assay/${one.id}`,
    content: contentOf(one.text),
    created_at: one.created,
    edited_at: one.edited,
    visibility: one.visibility,
    language: one.language ?? null,
    application: {name: one.application, website: null},
    media_attachments: one.media.map(id => ({id, type: "image"})),
    account: {id: account, acct: "assay"},
  });

  function add(text: string, application: string, more: Partial<StatusOfServer> = {}) {
    const one: StatusOfServer = {
      id: newId(),
      text,
      media: [],
      visibility: "public",
      language: undefined,
      application,
      created: new Date().toISOString(),
      edited: null,
      ...more,
    };
    statuses.push(one);
    return one;
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const {pathname, searchParams} = new URL(request.url ?? "/", "http://mastodon");
    const {method = "GET", headers} = request;
    const json = (status: number, value: unknown) =>
      void response
        .writeHead(status, {"content-type": "application/json; charset=utf-8"})
        .end(JSON.stringify(value));
    const body = await buffer(request);
    if (pathname === "/api/v2/instance") return json(200, instance(longest));
    if (headers.authorization !== `Bearer ${token}`)
      return json(401, {error: "The access token is invalid"});
    if (method !== "GET") writes.push(`${method} ${pathname}`);
    if (pathname === "/api/v1/accounts/verify_credentials")
      return json(200, {id: account, acct: "assay"});
    if (pathname === "/api/v1/apps/verify_credentials") return json(200, {name: "Assay's desk"});
    if (pathname === `/api/v1/accounts/${account}/statuses`) {
      const before = searchParams.get("max_id");
      const found = statuses
        .filter(
          ({id, visibility}) => visibility !== "gone" && (!before || BigInt(id) < BigInt(before)),
        )
        .toReversed();
      return json(200, found.slice(0, Number(searchParams.get("limit") ?? 20)).map(shown));
    }
    if (pathname === "/api/v2/media") {
      const form = await new Response(new Uint8Array(body), {
        headers: {"content-type": headers["content-type"] ?? ""},
      }).formData();
      const file = form.get("file");
      if (!(file instanceof Blob) || !file.type.startsWith("image/"))
        return json(422, {error: "Validation failed: File content type is invalid"});
      const id = newId();
      media.set(id, {bytes: file.size, description: String(form.get("description")), asked: 0});
      return json(202, {id, type: "image", url: null});
    }
    const [, , , kind, id = "", part] = pathname.split("/");
    if (kind === "media") {
      const one = media.get(id);
      if (!one || statuses.some(({media}) => media.includes(id)))
        return json(404, {error: "Record not found"});
      one.asked += 1;
      const ready = one.asked > 1;
      return json(ready ? 200 : 206, {id, url: ready ? `${server.url}/media/${id}.png` : null});
    }
    if (kind !== "statuses") return json(404, {error: "Record not found"});
    const wish = (body.length > 0 && method !== "GET" ? JSON.parse(body.toString()) : {}) as {
      status?: string;
      media_ids?: string[];
      language?: string;
      visibility?: string;
    };
    const one = statuses.find(status => status.id === id);
    if (id === "" && method === "POST") {
      const key = String(headers["idempotency-key"] ?? randomUUID());
      const before = keys.get(key);
      if (before !== undefined) {
        const same = statuses.find(status => status.id === before);
        return same ? json(200, shown(same)) : json(404, {error: "Record not found"});
      }
      const fault = faultOf(wish.status ?? "", wish.media_ids ?? [], undefined);
      if (fault) return json(422, {error: fault});
      const {status = "", media_ids = [], language, visibility = "public"} = wish;
      const added = add(status, "Assay's desk", {media: media_ids, language, visibility});
      keys.set(key, added.id);
      return json(200, shown(added));
    }
    if (!one) return json(404, {error: "Record not found"});
    if (part === "source") return json(200, {id, text: one.text, spoiler_text: ""});
    if (method === "DELETE") {
      statuses.splice(statuses.indexOf(one), 1);
      return json(200, {...shown(one), text: one.text});
    }
    if (method === "PUT") {
      const fault = faultOf(wish.status ?? "", wish.media_ids ?? [], one);
      if (fault) return json(422, {error: fault});
      one.text = wish.status ?? "";
      one.media = wish.media_ids ?? [];
      one.edited = new Date().toISOString();
    }
    return json(200, shown(one));
  }

  function faultOf(text: string, ids: readonly string[], over: StatusOfServer | undefined) {
    if (text.trim() === "" && ids.length === 0) return "Validation failed: Text can't be blank";
    if (counted(text) > longest)
      return `Validation failed: Text character limit of ${longest} exceeded`;
    const free = (id: string) =>
      media.has(id) && !statuses.some(one => one !== over && one.media.includes(id));
    if (!ids.every(free))
      return `Media ${ids.join(", ")} not found or already attached to another post`;
    if (ids.some(id => (media.get(id)?.asked ?? 0) < 2))
      return "Cannot attach files that have not finished processing. Try again in a moment!";
    return undefined;
  }

  const listening = await listen(
    createServer((request, response) => {
      answer(request, response).catch(() => response.socket?.destroy());
    }),
  );
  const server: MastodonServer = {
    url: `http://127.0.0.1:${listening.port}`,
    token,
    statuses,
    media,
    writes,
    byHand: text => add(text, "Web"),
    [Symbol.asyncDispose]: listening[Symbol.asyncDispose],
  };
  return server;
}

const instance = (longest: number) => ({
  domain: "127.0.0.1",
  version: "4.4.8",
  configuration: {
    statuses: {
      max_characters: longest,
      max_media_attachments: 4,
      characters_reserved_per_url: 23,
    },
    media_attachments: {image_size_limit: 16_777_216, description_limit: 1500},
  },
});

const segments = new Intl.Segmenter("en", {granularity: "grapheme"});
const counted = (text: string): number =>
  [...segments.segment(text.replace(/https?:\/\/\S+/g, "x".repeat(23)))].length;

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** A status as its readers get it: paragraphs, and addresses as links that show a part of them. */
const contentOf = (text: string): string =>
  text
    .split(/\n\n+/)
    .map(part => {
      const linked = part
        .split(/(https?:\/\/\S+)/)
        .map((one, i) =>
          i % 2 === 0
            ? escaped(one)
            : `<a href="${escaped(one)}" rel="nofollow noopener" target="_blank"><span class="invisible">https://</span><span class="ellipsis">${escaped(one.slice(8, 38))}</span></a>`,
        );
      return `<p>${linked.join("").replaceAll("\n", "<br />")}</p>`;
    })
    .join("");
