import {randomUUID} from "node:crypto";
import {createServer, type IncomingMessage, type ServerResponse} from "node:http";
import {buffer} from "node:stream/consumers";
import {listen} from "./listen.ts";

export interface ButtondownEmail {
  readonly id: string;
  subject: string;
  body: string;
  status: string;
  slug: string;
  metadata: Record<string, unknown>;
  canonical_url: string;
  readonly creation_date: string;
}

export interface ButtondownServer {
  readonly url: string;
  readonly key: string;
  readonly emails: ButtondownEmail[];
  /** Subjects of what went out to the list, each time. */
  readonly sent: string[];
  /** Pages that stand elsewhere, for whoever asks this server for them. */
  readonly pages: Map<string, string>;
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * Buttondown's API (v1) as its documents have it, as far as e-mails go: one that is made without a
 * status is sent at once; a key's first e-mail has to be confirmed by a header; slugs that are taken
 * get a number; the list comes in pages, and cannot be asked for a slug or metadata; what was sent is
 * changed in the archive alone.
 */
export async function startButtondownServer({perPage = 2} = {}): Promise<ButtondownServer> {
  const key = randomUUID();
  const emails: ButtondownEmail[] = [];
  const sent: string[] = [];
  const pages: ButtondownServer["pages"] = new Map();
  let confirmed = false;

  const shown = (one: ButtondownEmail) => ({
    ...one,
    email_type: "public",
    absolute_url: `${server.url}/assay/archive/${one.slug}/`,
    modification_date: new Date().toISOString(),
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const {pathname, searchParams} = new URL(request.url ?? "/", "http://buttondown");
    const {method = "GET", headers} = request;
    const json = (status: number, value: unknown) =>
      void response
        .writeHead(status, {"content-type": "application/json; charset=utf-8"})
        .end(JSON.stringify(value));
    const refuse = (status: number, code: string, detail: string) =>
      json(status, {code, detail, metadata: {}});
    const body = await buffer(request);
    const elsewhere = pages.get(pathname);
    if (elsewhere !== undefined) {
      response.writeHead(200, {"content-type": "text/html; charset=utf-8"}).end(elsewhere);
      return;
    }
    if (headers.authorization !== `Token ${key}`)
      return refuse(403, "not_authenticated", "Invalid token.");
    const id = pathname.split("/")[3] ?? "";
    if (method === "GET") {
      const page = Number(searchParams.get("page") ?? 1);
      const from = (page - 1) * perPage;
      const results = emails.toReversed().slice(from, from + perPage);
      const more = from + perPage < emails.length;
      return json(200, {
        results: results.map(shown),
        count: emails.length,
        next: more ? `${server.url}/v1/emails?page=${page + 1}` : null,
        previous: null,
      });
    }
    const one = emails.find(email => email.id === id);
    if (method === "DELETE") {
      if (!one) return refuse(404, "not_found", "Not Found");
      emails.splice(emails.indexOf(one), 1);
      response.writeHead(204).end();
      return;
    }
    const wish = JSON.parse(body.toString()) as Partial<ButtondownEmail>;
    const sends = method === "POST" ? (wish.status ?? "about_to_send") : wish.status;
    if (sends === "about_to_send" && !confirmed) {
      if (!headers["x-buttondown-live-dangerously"])
        return refuse(
          400,
          "sending_requires_confirmation",
          "Creating an email with status 'about_to_send' requires the X-Buttondown-Live-Dangerously header.",
        );
      confirmed = true;
    }
    if ((wish.subject?.length ?? 0) > 2000) return refuse(422, "subject_invalid", "Too long");
    if (method === "POST") {
      const slug = free(wish.slug ?? "email");
      const {subject = "", body: text = "", metadata = {}, canonical_url = ""} = wish;
      const made: ButtondownEmail = {
        id: randomUUID(),
        subject,
        body: text,
        status: sends ?? "about_to_send",
        slug,
        metadata,
        canonical_url,
        creation_date: new Date().toISOString(),
      };
      emails.push(made);
      if (made.status === "about_to_send") sent.push(made.subject);
      return json(201, shown(made));
    }
    if (!one) return refuse(404, "not_found", "Not Found");
    if (wish.status === "about_to_send" && one.status !== "draft" && one.status !== "about_to_send")
      return refuse(400, "email_invalid", "This email has been sent.");
    const begins = wish.status === "about_to_send" && one.status === "draft";
    Object.assign(one, wish, {slug: one.slug});
    if (begins) sent.push(one.subject);
    return json(200, shown(one));
  }

  const free = (slug: string): string => {
    const taken = new Set(emails.map(one => one.slug));
    if (!taken.has(slug)) return slug;
    for (let n = 2; ; n++) if (!taken.has(`${slug}-${n}`)) return `${slug}-${n}`;
  };

  const listening = await listen(
    createServer((request, response) => {
      answer(request, response).catch(() => response.socket?.destroy());
    }),
  );
  const server: ButtondownServer = {
    url: `http://127.0.0.1:${listening.port}`,
    key,
    emails,
    sent,
    pages,
    [Symbol.asyncDispose]: listening[Symbol.asyncDispose],
  };
  return server;
}
