import type {MiddlewareHandler} from "hono";
import {isLoopback} from "../../model/loopback.ts";
import {Problem} from "./problem.ts";

/** Of a request's body, in bytes: no text comes near it. */
export const largestBody = 2 ** 20;

/**
 * Answers to this machine's own names alone, so that no page from elsewhere reaches the desk by
 * a name of its own that it has pointed here.
 */
export const localNamesOnly: MiddlewareHandler = async ({req}, next) => {
  const host = req.header("host") ?? new URL(req.url).host;
  const name = host.replace(/:\d+$/, "");
  if (!isLoopback(name))
    throw new Problem(
      403,
      `This desk serves its own machine alone, not ${name}: start it with --host to serve others.`,
    );
  await next();
};

/** No answer is kept, guessed at, framed, or allowed to load or run a thing; routes may say otherwise. */
export const safeHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  const {headers} = context.res;
  for (const [name, value] of Object.entries(defaults))
    if (!headers.has(name)) headers.set(name, value);
};

const defaults: Readonly<Record<string, string>> = {
  "Cache-Control": "no-store",
  "Content-Security-Policy":
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};

/** A note shows its own styles, fonts and pictures, runs nothing, and stands in pages of the desk alone. */
export const notePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
