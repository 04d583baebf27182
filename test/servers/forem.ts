import {randomUUID} from "node:crypto";
import {createServer, type IncomingMessage, type ServerResponse} from "node:http";
import {buffer} from "node:stream/consumers";
import {marked} from "marked";
import {listen} from "./listen.ts";

export interface ForemArticle {
  readonly id: number;
  title: string;
  body_markdown: string;
  published: boolean;
  published_at: string | null;
  canonical_url: string | null;
  main_image: string | null;
  description: string;
  tags: readonly string[];
  slug: string;
  readonly created: number;
}

export interface ForemServer {
  readonly url: string;
  readonly key: string;
  readonly articles: ForemArticle[];
  /** A page that stands elsewhere, for whoever asks this server for it. */
  readonly pages: Map<string, string>;
  [Symbol.asyncDispose](): Promise<void>;
}

export interface ForemOptions {
  readonly now?: () => number;
}

/**
 * Forem's API v1 as its sources have it, as far as articles go: a title twice within five minutes and
 * an address that is canonical to another article are refused; at most four tags of letters and
 * digits; front matter goes before fields; Liquid tags are read in the finished HTML; nothing is
 * deleted.
 */
export async function startForemServer({now = Date.now}: ForemOptions = {}): Promise<ForemServer> {
  const key = randomUUID();
  const articles: ForemArticle[] = [];
  const pages: ForemServer["pages"] = new Map();

  const shown = (one: ForemArticle) => ({
    type_of: "article",
    id: one.id,
    title: one.title,
    description: one.description,
    published_at: one.published_at ?? "",
    slug: one.slug,
    path: `/assay/${one.slug}`,
    url: `${server.url}/assay/${one.slug}`,
    canonical_url: one.canonical_url ?? `${server.url}/assay/${one.slug}`,
    cover_image: one.main_image,
    tag_list: one.tags.join(", "),
    tags: one.tags,
    body_markdown: one.body_markdown,
  });
  const listed = (one: ForemArticle) => ({...shown(one), published: one.published});

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const {pathname, searchParams} = new URL(request.url ?? "/", "http://forem");
    const {method = "GET", headers} = request;
    const json = (status: number, value: unknown) =>
      void response
        .writeHead(status, {"content-type": "application/json; charset=utf-8"})
        .end(JSON.stringify(value));
    const refuse = (status: number, error: string) => json(status, {error, status});
    const body = await buffer(request);
    if (!pathname.startsWith("/api/")) return page(pathname, response);
    if (!headers["user-agent"]) return refuse(403, "Forbidden Bots");
    if (headers.accept !== "application/vnd.forem.api-v1+json" || headers["api-key"] !== key)
      return refuse(401, "unauthorized");
    if (pathname === "/api/users/me") return json(200, {type_of: "user", username: "assay"});
    if (pathname === "/api/articles/me/all") {
      const [page, per] = [searchParams.get("page"), searchParams.get("per_page")].map(Number);
      const from = ((page || 1) - 1) * (per || 30);
      return json(
        200,
        articles
          .toReversed()
          .slice(from, from + (per || 30))
          .map(listed),
      );
    }
    const {article} = JSON.parse(body.toString()) as {article: Partial<ForemArticle>};
    if (typeof article !== "object") return refuse(422, "article param must be a JSON object");
    const id = Number(pathname.split("/")[3] ?? 0);
    const over = articles.find(one => one.id === id);
    if (method === "PUT" && !over) return refuse(404, "not found");
    const fault = faultOf(article, over);
    if (fault) return refuse(422, fault);
    const one: ForemArticle = over ?? {
      id: 100 + articles.length,
      title: "",
      body_markdown: "",
      published: false,
      published_at: null,
      canonical_url: null,
      main_image: null,
      description: "",
      tags: [],
      slug: "",
      created: now(),
    };
    const wasPublished = one.published;
    Object.assign(one, article);
    one.published_at = one.published ? (one.published_at ?? new Date(now()).toISOString()) : null;
    if (!over || wasPublished !== one.published)
      one.slug = one.published ? `note-${one.id}` : `note-${one.id}-temp-slug-${one.id}`;
    if (!over) articles.push(one);
    return json(over ? 200 : 201, shown(one));
  }

  function faultOf(wish: Partial<ForemArticle>, over: ForemArticle | undefined) {
    const {title = over?.title ?? "", canonical_url, tags = []} = wish;
    if (title.trim() === "") return "Title can't be blank";
    if (title.length > 128) return "Title is too long (maximum is 128 characters)";
    if (/^---\s*\n/.test(wish.body_markdown ?? "")) return "Validation failed: front matter";
    const others = articles.filter(one => one !== over);
    if (!over && others.some(one => one.title === title && now() - one.created < 300_000))
      return "Title has already been used in the last five minutes";
    if (canonical_url && others.some(one => one.canonical_url === canonical_url))
      return "Canonical url has already been taken";
    if (tags.length > 4) return "Tag list exceed the maximum of 4 tags";
    const odd = tags.find(tag => !/^[a-z0-9]{1,30}$/.test(tag));
    if (odd !== undefined)
      return `Tag "${odd}" contains non-alphanumeric or prohibited unicode characters`;
    const liquid = /\{%\s*(\w+)/.exec(marked.parse(wish.body_markdown ?? "", {async: false}));
    return liquid ? `Liquid syntax error: Unknown tag '${liquid[1]}'` : undefined;
  }

  function page(pathname: string, response: ServerResponse): void {
    const html = (status: number, text: string) => {
      response.writeHead(status, {"content-type": "text/html; charset=utf-8"}).end(text);
    };
    if (pathname.endsWith(".png")) {
      response.writeHead(200, {"content-type": "image/png"}).end("png");
      return;
    }
    const elsewhere = pages.get(pathname);
    if (elsewhere !== undefined) {
      html(200, elsewhere);
      return;
    }
    const one = articles.find(({published, slug}) => published && pathname === `/assay/${slug}`);
    if (!one) {
      html(404, "<h1>Not found</h1>");
      return;
    }
    // The sanitizer leaves no comment.
    const text = marked
      .parse(one.body_markdown, {async: false})
      .replace(/<!--[\s\S]*?-->/g, "")
      .replace(/\{\{.*?\}\}/g, "")
      .replace(/(?<!\w)@(\w+)/g, '<a class="mentioned-user" href="/$1">@$1</a>');
    html(
      200,
      `<!doctype html><title>${one.title}</title><main><article><header><h1>${one.title.replaceAll("<", "&lt;")}</h1><time datetime="${one.published_at}"></time></header><div id="article-body">${text}</div></article></main><section>Top comments</section>`,
    );
  }

  const listening = await listen(
    createServer((request, response) => {
      answer(request, response).catch(() => response.socket?.destroy());
    }),
  );
  const server: ForemServer = {
    url: `http://127.0.0.1:${listening.port}`,
    key,
    articles,
    pages,
    [Symbol.asyncDispose]: listening[Symbol.asyncDispose],
  };
  return server;
}
