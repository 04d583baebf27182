import {Hono} from "hono";
import {notFound} from "./problem.ts";

/** A file of the page. */
export interface PageFile {
  readonly type: string;
  readonly plain: Uint8Array;
  /** Compressed by Brotli; undefined where it is not worth it. */
  readonly packed: Uint8Array | undefined;
}

/** The page for browsers: it does all it does over the interface that everybody has. */
export interface Page {
  /** What every address of it begins with, with the nonce that its styles carry. */
  index(): {readonly html: string; readonly nonce: string};
  asset(name: string): PageFile | undefined;
}

/** The addresses that the page has for its screens. */
const screens = ["/", "/drafts/:id{.+}", "/:screen{[a-z-]+}", "/:screen{[a-z-]+}/:name{[^/]+}"];

/** Runs scripts and styles of ours alone, and speaks to nobody else. */
const pagePolicy = (nonce: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    // The editor makes its styles as it goes.
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");

/** A worker is held by the policy of its own script, not by that of the page which starts it. */
const workerPolicy =
  "default-src 'none'; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export function pageRoutes(page: Page) {
  const group = new Hono();
  group.get("/assets/:name", context => {
    const file = page.asset(context.req.param("name"));
    if (!file) throw notFound(`a file ${context.req.path}`);
    const headers = {
      "Content-Type": file.type,
      // Its name changes with what it holds.
      "Cache-Control": "public, max-age=31536000, immutable",
      Vary: "Accept-Encoding",
      ...(file.type.startsWith("text/javascript") && {"Content-Security-Policy": workerPolicy}),
    };
    const takesBrotli = /\bbr\b/.test(context.req.header("accept-encoding") ?? "");
    return takesBrotli && file.packed
      ? context.body(new Uint8Array(file.packed), 200, {...headers, "Content-Encoding": "br"})
      : context.body(new Uint8Array(file.plain), 200, headers);
  });
  for (const path of screens)
    group.get(path, context => {
      const {html, nonce} = page.index();
      return context.html(html, 200, {"Content-Security-Policy": pagePolicy(nonce)});
    });
  return group;
}
