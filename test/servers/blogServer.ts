import {randomUUID} from "node:crypto";
import {createServer, type IncomingMessage, type ServerResponse} from "node:http";
import {buffer} from "node:stream/consumers";
import {listen} from "./listen.ts";

/** A post as the blog keeps it. */
export interface BlogPost {
  readonly id: string;
  readonly slug: string;
  /** What whoever made it may put there to find it again; readers see none of it. */
  readonly key: string;
  readonly digest: string;
  readonly title: string;
  readonly html: string;
  readonly date: string;
  readonly shown: boolean;
  /** Counts up with each change. */
  readonly version: number;
}

export interface BlogServer {
  readonly url: string;
  /** Whoever writes shows it. */
  readonly token: string;
  readonly posts: Map<string, BlogPost>;
  /** By address: name, and how often it was uploaded. */
  readonly pictures: Map<string, {readonly name: string; readonly digest: string; uploads: number}>;
  /** Each time a reader could see something new: id of the post and digest. */
  readonly shown: string[];
  /** Calls that changed something. */
  readonly writes: string[];
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * A small blog that does as the large ones do: posts are made hidden, a slug that is taken gets a
 * number behind it, an update names the version that it was made on, and twice the same call makes
 * two posts.
 */
export async function startBlogServer(): Promise<BlogServer> {
  const token = randomUUID();
  const posts = new Map<string, BlogPost>();
  const pictures: BlogServer["pictures"] = new Map();
  const shown: string[] = [];
  const writes: string[] = [];

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const {pathname, searchParams} = new URL(request.url ?? "/", "http://blog");
    const {method = "GET"} = request;
    const json = (status: number, value: unknown) =>
      response.writeHead(status, {"content-type": "application/json"}).end(JSON.stringify(value));
    if (!pathname.startsWith("/api/")) return page(pathname, response);
    if (request.headers.authorization !== `Bearer ${token}`) {
      json(401, {error: "who are you?"});
      return;
    }
    const body = JSON.parse((await buffer(request)).toString() || "{}");
    if (method !== "GET") writes.push(`${method} ${pathname}`);
    const [, , kind, id = ""] = pathname.split("/");
    if (kind === "pictures" && method === "GET")
      return void json(200, {
        pictures: [...pictures].flatMap(([address, {name, digest}]) =>
          name === searchParams.get("name") ? [{address, digest}] : [],
        ),
      });
    if (kind === "pictures") {
      const address = `/pictures/${randomUUID()}`;
      pictures.set(address, {name: body.name, digest: body.digest, uploads: 1});
      return void json(201, {address});
    }
    if (method === "GET" && id === "")
      return void json(200, {
        posts: [...posts.values()].filter(
          one =>
            (searchParams.get("key") ?? one.key) === one.key &&
            (searchParams.get("slug") ?? one.slug) === one.slug,
        ),
      });
    if (method === "POST") {
      const post = {...body, id: randomUUID(), slug: free(body.slug), shown: false, version: 1};
      posts.set(post.id, post);
      return void json(201, post);
    }
    const post = posts.get(id);
    if (!post) return void json(404, {error: "there is no such post"});
    if (method === "DELETE") {
      posts.delete(id);
      return void json(200, {});
    }
    if (body.version !== post.version)
      return void json(409, {error: "somebody has changed it", version: post.version});
    const changed: BlogPost = {...post, ...body, id, slug: post.slug, version: post.version + 1};
    posts.set(id, changed);
    if (changed.shown && (!post.shown || post.digest !== changed.digest))
      shown.push(`${changed.key} ${changed.digest}`);
    return void json(200, changed);
  }

  const free = (slug: string): string => {
    const taken = new Set([...posts.values()].map(one => one.slug));
    if (!taken.has(slug)) return slug;
    for (let n = 2; ; n++) if (!taken.has(`${slug}-${n}`)) return `${slug}-${n}`;
  };

  function page(pathname: string, response: ServerResponse): void {
    if (pictures.has(pathname)) {
      response.writeHead(200, {"content-type": "image/svg+xml"}).end("<svg/>");
      return;
    }
    const post = [...posts.values()].find(one => pathname === `/${one.slug}/`);
    if (!post?.shown) {
      response.writeHead(404, {"content-type": "text/html"}).end("<h1>Nothing here</h1>");
      return;
    }
    response
      .writeHead(200, {"content-type": "text/html; charset=utf-8"})
      .end(
        `<!doctype html><title>${post.title}</title><header>A blog</header><h1>${post.title}</h1>` +
          `<time datetime="${post.date}"></time>${post.html}<footer>2 comments</footer>`,
      );
  }

  const server = await listen(
    createServer((request, response) => {
      answer(request, response).catch(() => response.socket?.destroy());
    }),
  );
  return {
    url: `http://127.0.0.1:${server.port}`,
    token,
    posts,
    pictures,
    shown,
    writes,
    [Symbol.asyncDispose]: server[Symbol.asyncDispose],
  };
}
