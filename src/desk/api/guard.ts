import type {Context, MiddlewareHandler} from "hono";
import {getCookie} from "hono/cookie";
import {isLoopback} from "../../model/loopback.ts";
import {askerOf, type Place} from "../place.ts";
import {Problem} from "./problem.ts";

/** Of a request's body, in bytes: no text comes near it. */
export const largestBody = 2 ** 20;

interface Standing {
  readonly place: Place;
  /** Of whoever made the connection. */
  readonly peerOf: (context: Context) => string;
  /** The name of the cookie that carries a session. */
  readonly cookie: string;
}

/**
 * Answers to the name by which the desk is found, and to this machine's own, so that no page from
 * elsewhere reaches it by a name of its own that it has pointed here.
 */
export const ownNamesOnly =
  ({place, peerOf}: Standing): MiddlewareHandler =>
  async (context, next) => {
    const host = hostOf(context);
    const name = host.replace(/:\d+$/, "");
    const near = place.local || isLoopback(peerOf(context));
    const known = (near && isLoopback(name)) || (place.url && isOf(place.url, host));
    if (known || (!place.local && probes.has(context.req.path))) return next();
    throw new Problem(
      403,
      place.url
        ? `This desk is found at ${place.url.origin}, and not at ${name}.`
        : `This desk serves its own machine alone, not ${name}: say with --url how others find it.`,
    );
  };

/** Whoever looks after containers asks by an address of the moment; nothing is told to them. */
const probes: ReadonlySet<string> = new Set(["/healthz", "/readyz"]);

const hostOf = ({req}: Context) => req.header("host") ?? new URL(req.url).host;
const isOf = (url: URL, host: string) => URL.parse(`${url.protocol}//${host}`)?.host === url.host;

/** Where the desk is found by TLS, answers nobody whose words others could have read on the way. */
export const safeWaysOnly =
  ({place, peerOf}: Standing): MiddlewareHandler =>
  async (context, next) => {
    const {req} = context;
    const peer = peerOf(context);
    if (place.url?.protocol === "https:" && !probes.has(req.path)) {
      const {safe} = askerOf(place, peer, name => req.header(name));
      const here = isLoopback(peer) && isLoopback(hostOf(context).replace(/:\d+$/, ""));
      if (!safe && !here)
        throw new Problem(403, `This desk answers at ${place.url.origin} alone, by its proxy.`);
    }
    await next();
  };

const safeMethods: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses what a page of somebody else has a browser send: whatever changes something comes from our
 * own page, by what the browser says of it. A program that shows a token has no cookies to misuse;
 * one without both, such as to sign in, is no browser.
 */
export const ownPagesOnly =
  ({place, cookie}: Standing): MiddlewareHandler =>
  async (context, next) => {
    const {req} = context;
    const site = req.header("sec-fetch-site");
    const origin = req.header("origin");
    const exempt =
      safeMethods.has(req.method) || /^Bearer /i.test(req.header("authorization") ?? "");
    const blind = site === undefined && origin === undefined;
    const ours =
      (site === undefined || site === "same-origin") &&
      (origin === undefined || isOwnOrigin(place, hostOf(context), origin)) &&
      !(blind && getCookie(context, cookie) !== undefined);
    if (!exempt && !ours)
      throw new Problem(
        403,
        "This came from another page than the desk's own, and nothing was changed: open the desk and do it there. Programs send a token.",
      );
    await next();
  };

function isOwnOrigin({url, tls}: Place, host: string, origin: string): boolean {
  if (origin === url?.origin) return true;
  return isLoopback(host.replace(/:\d+$/, "")) && origin === `${tls ? "https" : "http"}://${host}`;
}

/** No answer is kept, guessed at, framed, or allowed to load or run a thing; routes may say otherwise. */
export const safeHeaders =
  ({url}: Place): MiddlewareHandler =>
  async (context, next) => {
    await next();
    const {headers} = context.res;
    for (const [name, value] of Object.entries(defaults))
      if (!headers.has(name)) headers.set(name, value);
    if (url?.protocol === "https:") headers.set("Strict-Transport-Security", "max-age=31536000");
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
