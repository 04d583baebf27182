import axios, {type AxiosResponse} from "axios";
import type {z} from "zod";
import {displayText, plainText} from "../format/displayText.ts";
import {deskLocales} from "../model/deskLocale.ts";
import {type ExpectedError, TargetRefused, TargetUnavailable, UsageError} from "../model/errors.ts";
import {isLoopback} from "../model/loopback.ts";
import type {PublicationReason, Remedy, Silence} from "../model/publicationReason.ts";
import {readRetryAfter} from "../model/retryAfter.ts";
import {remedyIn} from "./reasonWords.ts";

/** How a target is spoken to. */
export interface HttpSettings {
  /** Of the target, for people: "Ghost at blog.example". */
  readonly label: string;
  /** Before the paths of calls, without a slash at its end. */
  readonly base: string;
  /** The variable that holds the key, for people. */
  readonly keyFrom: string;
  /** Sent with each call, and with nothing else. Made anew for each, since some keys are soon over. */
  readonly keys: () => Readonly<Record<string, string>>;
  /** What may stand in no error. */
  readonly secrets: readonly string[];
  readonly now: () => Date;
  /** For one call, from the first byte sent to the last one received. */
  readonly timeoutMs?: number;
}

export interface Call<T> {
  /** For people, as what was not done: "upload charts/price.svg". */
  readonly step: string;
  readonly method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON, unless it is a form or bytes. */
  readonly body?: unknown;
  readonly schema: z.ZodType<T>;
  /** Statuses of an answer that the caller knows what to do with. */
  readonly or?: readonly number[];
  /** Statuses of refusals that the schema is for as well. */
  readonly also?: readonly number[];
  /** What else than its status makes a refusal final, or one that passes. */
  readonly final?: (refusal: Refusal) => boolean | undefined;
}

/** What a target said with a status that is no success. */
export interface Refusal {
  readonly status: number;
  /** In its own words, on one line, without any key. */
  readonly said: string;
}

export type Answer<T> = {readonly ok: true; readonly value: T} | ({readonly ok: false} & Refusal);

/** A page as its reader gets it. */
export interface WebPage {
  readonly status: number;
  readonly html: string;
  /** Where it was found in the end. */
  readonly address: string;
}

export interface Http {
  /**
   * Asks once. A call that is not answered may have been done: whoever made it looks.
   *
   * @throws TargetRefused, TargetUnavailable
   */
  call<T>(call: Call<T>): Promise<T>;
  /** The same, where the caller knows what to do with some of the refusals. */
  ask<T>(call: Call<T>): Promise<Answer<T>>;
  /**
   * The page as a reader gets it: no key is sent.
   *
   * @throws TargetUnavailable, TargetRefused
   */
  page(address: string): Promise<WebPage>;
  /** Whether a reader gets a picture there. */
  loads(address: string): Promise<boolean>;
  /** Whether a reader gets anything there. */
  isThere(address: string): Promise<boolean>;
  /** By how much this machine's clock was ahead of the target's at its last answer to a call. */
  aheadMs(): number;
}

const megabyte = 2 ** 20;
/** Of one answer. */
const mostBytes = {json: 16 * megabyte, page: 16 * megabyte, file: 64 * megabyte} as const;
/** Of what is sent. */
const mostSent = 256 * megabyte;
const mostRedirects = 5;
/** Clocks that differ by more are told of where a key is refused. */
const clocksDifferMs = 60_000;

export function httpOf(settings: HttpSettings): Http {
  const {base, keys, timeoutMs = 60_000} = settings;
  let ahead = 0;

  const ask = async <T>(call: Call<T>): Promise<Answer<T>> => {
    const {
      step,
      method = "GET",
      path,
      query = {},
      headers = {},
      body,
      schema,
      or = [],
      also = [],
    } = call;
    const url = new URL(`${base}${path}`);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
    const sent = keys();
    const wish = {
      method,
      headers: {accept: "application/json", ...headers, ...sent},
      body,
      timeoutMs,
      maxBytes: mostBytes.json,
    };
    const response = await answered(url, wish).catch(error => {
      throw unanswered(settings, step, error);
    });
    const {status} = response;
    ahead = aheadOf(response, settings.now());
    const refusal = {status, said: saidIn(response, [...settings.secrets, ...Object.values(sent)])};
    if (or.includes(status)) return {ok: false, ...refusal};
    if ((status < 200 || status > 299) && !also.includes(status))
      throw refused(settings, call, response, refusal);
    return {ok: true, value: read(settings, step, schema, response)};
  };

  const asReader = (address: string, accept: string, maxBytes: number) =>
    answered(new URL(address), {method: "GET", headers: {accept}, timeoutMs, maxBytes});

  const reached = async (address: string, accept: string, is: (type: string) => boolean) => {
    try {
      const {status, headers} = await asReader(address, accept, mostBytes.file);
      return status === 200 && is(String(headers["content-type"]));
    } catch (error) {
      if (error instanceof Astray) return false;
      throw unanswered(settings, `give ${address} to its readers`, error);
    }
  };

  return {
    ask,
    aheadMs: () => ahead,
    async call(call) {
      const answer = await ask(call);
      if (answer.ok) return answer.value;
      throw new TypeError(`${call.step}: ${answer.status} was asked for and not handled`);
    },
    async page(address) {
      const step = "read the post as its readers do";
      const response = await asReader(address, "text/html", mostBytes.page).catch(error => {
        throw unanswered(settings, step, error);
      });
      const {status, data} = response;
      if (status >= 500 || status === 429)
        throw refused(settings, {step}, response, {status, said: saidIn(response, [])});
      return {status, html: data.toString("utf8"), address: response.address};
    },
    loads: address =>
      /^https?:/.test(address)
        ? reached(address, "image/*", type => type.startsWith("image/"))
        : Promise.resolve(address.startsWith("data:image/")),
    isThere: address => reached(address, "*/*", () => true),
  };
}

/**
 * The address of a target that a key is sent to: nobody on the way may read it.
 *
 * @throws UsageError that names the setting
 */
export function requirePrivate(address: string, setting: string): string {
  const {protocol, hostname, username, password} = new URL(address);
  if (username || password)
    throw new UsageError(`${setting} must hold no user or password: they go into the environment`);
  if (protocol !== "https:" && !isLoopback(hostname))
    throw new UsageError(
      `${setting} must begin with https://, since a key is sent there (http:// on this machine alone)`,
    );
  return address;
}

/**
 * A key of the environment.
 *
 * @throws UsageError where it is not set
 */
export function keyOf(
  env: Readonly<Record<string, string | undefined>>,
  variable: string,
  target: string,
): string {
  const key = env[variable]?.trim();
  if (key) return key;
  throw new UsageError(`targets.${target} takes its key from ${variable}, which is not set`);
}

/** Clocks that differ by more would date notes wrongly. */
const mostAheadMs = 120_000;

/** @throws TargetRefused where this machine's clock is far ahead of the target's */
export function requireSameClock(aheadMs: number, label: string): void {
  if (aheadMs > mostAheadMs)
    throw new TargetRefused(
      `${label} and this machine differ by ${Math.round(aheadMs / 60_000)} minutes in what time it is: set the clock that is wrong, or the note is dated wrongly`,
    );
}

// Asking

interface Wish {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly timeoutMs: number;
  readonly maxBytes: number;
}

type Response = AxiosResponse<Buffer> & {readonly address: string};

/** Led to where we do not go. */
class Astray extends Error {
  readonly to: string;

  constructor(to: string) {
    super("redirected elsewhere");
    this.to = to;
  }
}

/** One answer; a redirect is followed within the host only, and only where nothing is changed by it. */
async function answered(url: URL, wish: Wish): Promise<Response> {
  let at = url;
  for (let hop = 0; hop <= mostRedirects; hop += 1) {
    const response = await once(at, wish);
    const {location} = response.headers as {location?: unknown};
    if (response.status < 300 || response.status > 399 || typeof location !== "string")
      return {...response, address: at.href};
    const next = URL.canParse(location, at.href) ? new URL(location, at.href) : undefined;
    const downgraded = at.protocol === "https:" && next?.protocol !== "https:";
    if (!next || wish.method !== "GET" || next.host !== at.host || downgraded)
      throw new Astray(next ? `${next.origin}${next.pathname}` : location);
    at = next;
  }
  throw new Astray(at.href);
}

const once = (url: URL, {method, headers, body, timeoutMs, maxBytes}: Wish) =>
  axios.request<Buffer>({
    url: url.href,
    method,
    headers: {"user-agent": "assay", ...headers},
    data: body,
    responseType: "arraybuffer",
    timeout: timeoutMs,
    signal: AbortSignal.timeout(timeoutMs),
    maxContentLength: maxBytes,
    maxBodyLength: mostSent,
    maxRedirects: 0,
    validateStatus: () => true,
  });

function read<T>(
  settings: HttpSettings,
  step: string,
  schema: z.ZodType<T>,
  {status, headers, data}: Response,
): T {
  const text = data.toString("utf8");
  const where = `${settings.label} did not ${step}`;
  const parsed = parsedJson(text);
  if (!parsed && /html/.test(String(headers["content-type"])))
    throw new TargetRefused(
      `${where}: it answered with a web page instead of JSON (${displayText(plainText(text), 120) || status}). Check the url of the target, and whether a login or a maintenance page stands before it`,
      {reason: silent(settings, "page", displayText(plainText(text), 120) || String(status))},
    );
  if (!parsed && text.trim() !== "")
    throw new TargetUnavailable(
      `${where}: its answer is no JSON: it broke off, or something stands between. The same may go well later`,
      {reason: silent(settings, "json")},
    );
  const result = schema.safeParse(parsed?.value);
  if (result.success) return result.data;
  const {path = [], message = ""} = result.error.issues[0] ?? {};
  const what = `${path.join(".") || "all of it"}: ${displayText(message)}`;
  throw new TargetRefused(
    `${where}: it answered in a shape we do not know (${what}). Check the url of the target, and that its version is one that Assay knows`,
    {reason: silent(settings, "shape", what)},
  );
}

function parsedJson(text: string): {readonly value: unknown} | undefined {
  try {
    return {value: JSON.parse(text)};
  } catch {
    return undefined;
  }
}

// What is said

/** What it said of its refusal, in whatever form: words of JSON that people read, or of a page. */
function saidIn({data}: Response, secrets: readonly string[]): string {
  const text = data.toString("utf8", 0, 16_384);
  const parsed = parsedJson(text)?.value;
  const words = parsed === undefined ? plainText(text) : wordsOf(parsed).join(" ");
  return secrets.reduce(
    (rest, secret) => (secret ? rest.replaceAll(secret, "[key]") : rest),
    displayText(words, 240),
  );
}

const spoken = new Set(["message", "error", "errors", "context", "code", "detail", "title"]);

function wordsOf(value: unknown, key = "message"): string[] {
  if (typeof value === "string") return spoken.has(key) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap(one => wordsOf(one, key));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => wordsOf(one, name));
}

const silent = ({label}: HttpSettings, why: Silence, said = ""): PublicationReason => ({
  code: "silent",
  label,
  why,
  said,
});

/** Why there was no answer. The error itself is dropped: it carries the headers, thus the key. */
function unanswered(settings: HttpSettings, step: string, error: unknown): ExpectedError {
  const where = `${settings.label} did not ${step}`;
  if (error instanceof Astray)
    return new TargetRefused(
      `${where}: it leads on to ${displayText(error.to, 160)}, where no key is sent. If that is its right address, write it into the url of the target`,
      {reason: silent(settings, "astray", displayText(error.to, 160))},
    );
  const {code, message = ""} = error as {code?: unknown; message?: string};
  if (typeof code !== "string") throw error;
  if (message.startsWith("maxContentLength"))
    return new TargetRefused(`${where}: its answer is larger than any we expect`, {
      reason: silent(settings, "large"),
    });
  if (/CERT|TLS|SSL/.test(code))
    return new TargetRefused(
      `${where}: its certificate is not trusted here (${code}). Check this machine's clock, and NODE_EXTRA_CA_CERTS behind a company proxy`,
      {reason: silent(settings, "certificate", code)},
    );
  if (["ECONNABORTED", "ETIMEDOUT", "ERR_CANCELED"].includes(code))
    return new TargetUnavailable(
      `${where}: no complete answer in time. Whether it was done is looked up before anything is done again`,
      {reason: silent(settings, "late")},
    );
  const isBroken = code === "ERR_BAD_RESPONSE";
  return new TargetUnavailable(
    `${where}: ${isBroken ? "the connection broke off" : `network failure ${code}`}. Check the url of the target and the connection; the same may go well later`,
    {reason: isBroken ? silent(settings, "broken") : silent(settings, "network", code)},
  );
}

function refused(
  settings: HttpSettings,
  {step, final}: Pick<Call<unknown>, "step" | "final">,
  response: Response,
  refusal: Refusal,
): ExpectedError {
  const {status, said} = refusal;
  const retryAfter: unknown = response.headers["retry-after"];
  const afterMs = readRetryAfter(
    typeof retryAfter === "string" ? retryAfter : undefined,
    settings.now(),
  );
  const why = `${status}${said && `, ${said}`}`;
  const remedy = remedyFor(settings, response);
  const {label, keyFrom: key} = settings;
  const apart = Math.abs(aheadOf(response, settings.now()));
  const minutes = remedy === "clock" ? {minutes: Math.round(apart / 60_000)} : {};
  const reason = {code: "answered" as const, label, status, said, remedy, key, ...minutes};
  const helps = remedyIn(deskLocales[0], reason);
  const message = `${label} did not ${step}: ${why.replace(/[.\s]+$/, "")}. ${helps}`;
  const passes = status >= 500 || [408, 423, 425, 429].includes(status);
  if (!(final?.(refusal) ?? !passes))
    return new TargetUnavailable(message, {
      reason,
      passing: {...(afterMs !== undefined && {afterMs})},
    });
  return new TargetRefused(message, {reason});
}

/** 0 where it does not say what time it is there. */
const aheadOf = ({headers}: Response, now: Date): number =>
  now.getTime() - Date.parse(String(headers.date)) || 0;

function remedyFor({now}: HttpSettings, response: Response): Remedy {
  const {status} = response;
  if (status === 401 && Math.abs(aheadOf(response, now())) > clocksDifferMs) return "clock";
  switch (status) {
    case 401:
      return "key";
    case 403:
      return "right";
    case 404:
    case 405:
    case 410:
      return "address";
    case 409:
      return "changed";
    case 413:
      return "large";
    case 429:
      return "slower";
    default:
      return status >= 500 ? "theirs" : "mend";
  }
}
