import {once} from "node:events";
import type {AddressInfo} from "node:net";
import {type ServerType, serve} from "@hono/node-server";
import {Hono} from "hono";
import {type SSEStreamingApi, streamSSE} from "hono/streaming";
import {UsageError} from "../model/errors.ts";
import {defaultLocale} from "../model/locale.ts";

type Files = ReadonlyMap<string, string | Uint8Array>;

/** A note in the browser of this machine. */
export interface Preview {
  readonly address: string;
  /** The page changes to these files. */
  show(files: Files): void;
  /** What is wrong stands over the page, until something is shown again. */
  fail(message: string): void;
  close(): Promise<void>;
}

/** What the browser is told: which making of the note there is to load, and what is wrong now. */
interface State {
  readonly version: string;
  readonly error?: string;
}

/**
 * Serves a note's own files, and nothing else, to browsers on this machine. A name other than this
 * machine's is refused, so that no page from elsewhere can read the note by a name of its own.
 *
 * @throws UsageError when the port is taken
 */
export async function servePreview(port: number): Promise<Preview> {
  let files: Files = new Map();
  let state: State = {version: ""};
  const listeners = new Set<SSEStreamingApi>();
  const tell = (stream: SSEStreamingApi) =>
    stream.writeSSE({event: "state", data: JSON.stringify(state)}).catch(() => {});
  const change = (next: State) => {
    state = next;
    for (const stream of listeners) void tell(stream);
  };

  const app = new Hono();
  app.use(async (context, next) => {
    const here = ["127.0.0.1", "localhost"].map(name => `${name}:${taken}`);
    if (here.includes(context.req.header("host") ?? "")) await next();
    else context.res = context.text("only this machine is served", 403);
    const all = {...headers, ...(context.req.path in shell ? shellHeaders : noteHeaders)};
    for (const [name, value] of Object.entries(all)) context.res.headers.set(name, value);
  });
  for (const [path, [type, text]] of Object.entries(shell))
    app.get(path, context => context.body(text, 200, {"Content-Type": type}));
  app.get("/events", context =>
    streamSSE(context, async stream => {
      listeners.add(stream);
      await tell(stream);
      await new Promise<void>(resolve => stream.onAbort(resolve));
      listeners.delete(stream);
    }),
  );
  app.get("/note/*", context => {
    const path = decoded(context.req.path.slice("/note/".length));
    if (path === undefined) return context.text("the address is not well formed", 400);
    const file = files.get(path);
    if (file === undefined) return context.text(`the note has no ${path}`, 404);
    return context.body(typeof file === "string" ? file : new Uint8Array(file), 200, {
      "Content-Type": types[path.replace(/^.*\./, "")] ?? "application/octet-stream",
    });
  });

  const server = serve({fetch: app.fetch, hostname: "127.0.0.1", port});
  const taken = await listening(server, port);
  let made = 0;
  return {
    address: `http://127.0.0.1:${taken}/`,
    show(next) {
      files = next;
      made += 1;
      change({version: `${process.pid}-${made}`});
    },
    fail: error => change({...state, error}),
    async close() {
      if ("closeAllConnections" in server) server.closeAllConnections();
      await new Promise<void>(resolve => server.close(() => resolve()));
    },
  };
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

async function listening(server: ServerType, port: number): Promise<number> {
  try {
    await once(server, "listening");
    return (server.address() as AddressInfo).port;
  } catch (cause) {
    throw new UsageError(
      `port ${port} cannot be used (${(cause as NodeJS.ErrnoException).code}): give another with --port, or leave it out`,
      {cause},
    );
  }
}

const headers = {
  "Cache-Control": "no-store",
  "X-Content-Type-Options": "nosniff",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
};

/** The page around the note runs its own script, and stands in no other page. */
const shellHeaders = {
  "Content-Security-Policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "X-Frame-Options": "DENY",
};

/** The note and its files run nothing, and stand in the page around them alone. */
const noteHeaders = {
  "Content-Security-Policy":
    "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
  "X-Frame-Options": "SAMEORIGIN",
};

const types: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  md: "text/plain; charset=utf-8",
  json: "application/json",
  csv: "text/csv",
  svg: "image/svg+xml",
  png: "image/png",
  pdf: "application/pdf",
};

/** The note stands in a frame of its own, as it was written; only the page around it runs a script. */
const shell: Readonly<Record<string, readonly [type: string, text: string]>> = {
  "/": [
    "text/html; charset=utf-8",
    `<!doctype html>
<html lang="${defaultLocale}">
<head>
<meta charset="utf-8">
<title>Assay</title>
<link rel="stylesheet" href="/watch.css">
<script src="/watch.js" defer></script>
</head>
<body>
<iframe title="The note" sandbox="allow-same-origin"></iframe>
<pre role="alert" hidden></pre>
</body>
</html>
`,
  ],
  "/watch.css": [
    "text/css; charset=utf-8",
    `html, body { height: 100%; margin: 0; }
iframe { display: block; width: 100%; height: 100%; border: 0; }
pre { position: fixed; inset: auto 0 0; max-height: 60%; margin: 0; padding: 1.2rem 1.5rem; overflow: auto;
  color: #fff; background: #7d1414; font: 0.9rem / 1.5 monospace; white-space: pre-wrap; }
pre[hidden] { display: none; }
`,
  ],
  "/watch.js": [
    "text/javascript; charset=utf-8",
    `const frame = document.querySelector("iframe");
const alarm = document.querySelector("pre");
let shown = "";
const say = words => {
  alarm.hidden = !words;
  alarm.textContent = words ?? "";
};
const events = new EventSource("/events");
events.addEventListener("error", () => say("assay has ended"));
events.addEventListener("state", ({data}) => {
  const {version, error} = JSON.parse(data);
  say(error);
  if (!version || version === shown) return;
  const top = frame.contentWindow.scrollY;
  frame.onload = () => {
    document.title = frame.contentDocument.title;
    frame.contentWindow.scrollTo(0, top);
  };
  frame.src = "/note/note.html?" + version;
  shown = version;
});
`,
  ],
};
