import axios, {AxiosError} from "axios";
import PQueue from "p-queue";
import pRetry from "p-retry";
import {displayText} from "../format/displayText.ts";
import {type ExpectedError, SourceUnavailable} from "../model/errors.ts";
import {readRetryAfter} from "../model/retryAfter.ts";
import type {Answer, Request} from "../model/snapshot.ts";
import {type Clock, type Paces, processPaces} from "./pace.ts";

/** A request with its address. `headers` may hold a key: they are sent and appear nowhere else. */
export interface FetchRequest extends Request {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asks a source; fails with an ExpectedError. */
export type Fetcher = (request: FetchRequest) => Promise<Answer>;

/** What happens while sources are asked, for a progress line. Never holds a key. */
export type Notice =
  | {readonly kind: "asked"; readonly url: string; readonly attempt: number}
  | {readonly kind: "cached"; readonly url: string; readonly fetchedAt: string}
  | {readonly kind: "waiting"; readonly url: string; readonly ms: number; readonly reason: string}
  | {readonly kind: "cache-trouble"; readonly reason: string};

export interface HttpOptions {
  /** Attempts, failed ones and retries among them, in any 60 seconds. */
  readonly callsPerMinute: number;
  readonly concurrency?: number;
  /** For one attempt, from the first byte sent to the last one received. */
  readonly timeoutMs?: number;
  /** After the first attempt. */
  readonly retries?: number;
  /** Of one answer; the largest that sources give are a fifth of the default, 8 MiB. */
  readonly maxBytes?: number;
  /** A source that asks for a longer wait than this is given up. */
  readonly longestWaitMs?: number;
  /** Words a failure as its source means it; `general` is how it would be worded otherwise. */
  readonly explain?: (failure: Failure, general: ExpectedError) => ExpectedError;
}

export interface HttpEffects extends Clock {
  /** Where turns are taken; those of this process unless others share them, too. */
  readonly paces?: Paces;
  /** In [0, 1). */
  readonly random: () => number;
  readonly notify?: (notice: Notice) => void;
}

/** Why an attempt gave no answer. */
export interface Failure {
  readonly request: Request & {readonly url: string};
  readonly kind: "status" | "network" | "timeout" | "too-large" | "redirects" | "astray" | "echo";
  readonly attempts: number;
  readonly status?: number;
  /** Such as ECONNREFUSED. */
  readonly code?: string;
  /** The beginning of what the source said with the refusal, without any key. */
  readonly said?: string;
  /** What the source asked us to wait. */
  readonly retryAfterMs?: number;
}

/**
 * Asks over HTTP, each attempt in its turn of the pace that all who ask the host share; again after 429, 5xx and network failures, at random times that
 * double, or when the source says so. Proxies come from HTTP_PROXY, HTTPS_PROXY and NO_PROXY.
 */
export function httpFetcher(options: HttpOptions, effects: HttpEffects): Fetcher {
  const {concurrency = 4, timeoutMs = 30_000, retries = 3, maxBytes = 8 * 2 ** 20} = options;
  const {longestWaitMs = 150_000, explain} = options;
  const {paces = processPaces} = effects;
  const line = new PQueue({concurrency});

  async function attempt(request: FetchRequest, number: number): Promise<Answer> {
    const {callsPerMinute} = options;
    const pace = paces({source: new URL(request.url).host, callsPerMinute, longestWaitMs});
    const startedAt = await pace.turn(ms =>
      effects.notify?.({
        kind: "waiting",
        url: request.url,
        ms,
        reason: "the source's rate limit",
      }),
    );
    effects.notify?.({kind: "asked", url: request.url, attempt: number});
    const outcome = await ask(request, {timeoutMs, maxBytes, attempts: number}, effects.now);
    if (!("failure" in outcome)) {
      await pace.faster();
      return outcome.answer;
    }
    const {failure} = outcome;
    if (failure.status === 429)
      await pace.slower(startedAt, waitFor(failure, number, effects.random));
    throw new AttemptFailed(failure);
  }

  async function worthAnother(failure: Failure): Promise<boolean> {
    if (!mayPass(failure) || isNameless(failure)) return false;
    if ((failure.retryAfterMs ?? 0) > longestWaitMs) return false;
    // After a 429 the pace holds everybody back, this request too.
    if (failure.status === 429) return true;
    const ms = waitFor(failure, failure.attempts, effects.random);
    const reason = shortReason(failure);
    effects.notify?.({kind: "waiting", url: failure.request.url, ms, reason});
    await effects.sleep(ms);
    return true;
  }

  return async request => {
    try {
      return await pRetry(number => line.add(() => attempt(request, number)), {
        retries,
        minTimeout: 0, // The wait is ours, in `worthAnother`: p-retry's own clock cannot be injected.
        shouldRetry: ({error}) => error instanceof AttemptFailed && worthAnother(error.failure),
      });
    } catch (error) {
      if (!(error instanceof AttemptFailed)) throw error;
      const general = explainFailure(error.failure, longestWaitMs, effects.now());
      throw explain?.(error.failure, general) ?? general;
    }
  };
}

const mayPass = ({kind, code, status = 0}: Failure): boolean =>
  (kind === "network" || kind === "timeout" || status === 429 || status >= 500) &&
  !code?.includes("CERT");

/** Nobody knows the host's name: there is no network, and within seconds there will be none. */
const isNameless = ({code}: Failure): boolean => code === "ENOTFOUND" || code === "EAI_AGAIN";

/** Nobody was reached at all. */
const isCutOff = ({kind, code}: Failure): boolean =>
  kind === "network" && code !== "ERR_BAD_RESPONSE" && !code?.includes("CERT");

class AttemptFailed extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(shortReason(failure));
    this.failure = failure;
  }
}

type Outcome = {readonly answer: Answer} | {readonly failure: Failure};
interface AttemptLimits {
  readonly timeoutMs: number;
  readonly maxBytes: number;
  readonly attempts: number;
}

async function ask(
  request: FetchRequest,
  {timeoutMs, maxBytes, attempts}: AttemptLimits,
  now: () => Date,
): Promise<Outcome> {
  const {source, endpoint, query, url, headers = {}} = request;
  const failed = (failure: Omit<Failure, "request" | "attempts">): Outcome => ({
    failure: {request: {source, endpoint, query, url}, attempts, ...failure},
  });
  try {
    const response = await axios.get<Buffer>(url, {
      headers: {accept: "application/json, text/csv;q=0.9", "user-agent": "assay", ...headers},
      sensitiveHeaders: Object.keys(headers), // Not sent on to another host by a redirect.
      responseType: "arraybuffer",
      timeout: timeoutMs,
      signal: AbortSignal.timeout(timeoutMs),
      maxContentLength: maxBytes,
      maxRedirects: 3,
      validateStatus: () => true,
    });
    const body = response.data;
    if (response.status < 200 || response.status > 299) {
      const retryAfterMs = readRetryAfter(header(response.headers, "retry-after"), now());
      const said = withoutKeys(displayText(body.toString("utf8", 0, 4096), 4096), headers);
      return failed({kind: "status", status: response.status, said, ...present({retryAfterMs})});
    }
    if (Object.values(headers).some(key => body.includes(key))) return failed({kind: "echo"});
    const mediaType = /csv/.test(header(response.headers, "content-type") ?? "")
      ? "text/csv"
      : "application/json";
    const fetchedAt = now().toISOString();
    return {answer: {source, endpoint, query, url, fetchedAt, mediaType, body}};
  } catch (error) {
    return failed(networkFailure(error));
  }
}

/** What went wrong below HTTP. The error itself is dropped: it carries the headers, thus the key. */
function networkFailure(error: unknown): Pick<Failure, "kind" | "code"> {
  if (!(error instanceof AxiosError)) {
    const code = (error as {code?: unknown} | null)?.code;
    if (typeof code === "string" && /^E[A-Z_]+$/.test(code)) return {kind: "network", code};
    throw error;
  }
  const code = error.code ?? "unknown";
  if (code === "ERR_FR_TOO_MANY_REDIRECTS") return {kind: "redirects", code};
  if (code === "ERR_FR_REDIRECTION_FAILURE") return {kind: "astray", code};
  if (error.message.startsWith("maxContentLength")) return {kind: "too-large", code};
  // Our own signal cancels only at the time-out.
  if (["ECONNABORTED", "ETIMEDOUT", "ERR_CANCELED"].includes(code)) return {kind: "timeout", code};
  return {kind: "network", code};
}

/** What the source asked for; otherwise 1, 2, 4 … seconds (5, 10, 20 … after a 429), halved to full at random. */
function waitFor(failure: Failure, attempt: number, random: () => number): number {
  if (failure.retryAfterMs !== undefined) return failure.retryAfterMs;
  const base = failure.status === 429 ? 5000 : 1000;
  return Math.round(base * 2 ** (attempt - 1) * (0.5 + random() / 2));
}

/** A failure in general terms: what happened, where, and what to do. */
export function explainFailure(failure: Failure, longestWaitMs: number, now: Date): ExpectedError {
  const {request, attempts, retryAfterMs} = failure;
  const {host} = new URL(request.url);
  const tries = attempts > 1 ? `, ${attempts} times` : "";
  if (retryAfterMs !== undefined && retryAfterMs > longestWaitMs) {
    const until = new Date(now.getTime() + retryAfterMs).toISOString().slice(0, 19);
    return new SourceUnavailable(
      `${host} asks to wait ${seconds(retryAfterMs)} (Retry-After), longer than the ` +
        `${seconds(longestWaitMs)} that we wait: run it again after ${until}Z.`,
      {passing: {afterMs: retryAfterMs}},
    );
  }
  return new SourceUnavailable(
    `${host} did not answer ${request.endpoint}: ${shortReason(failure)}${tries} (${request.url}). ${remedy(failure)}`,
    {
      cutOff: isCutOff(failure),
      ...(mayPass(failure) && {passing: present({afterMs: retryAfterMs})}),
    },
  );
}

export function shortReason(failure: Failure): string {
  switch (failure.kind) {
    case "status":
      return failure.said
        ? `${failure.status}, ${displayText(failure.said, 160)}`
        : `${failure.status}`;
    case "network":
      if (failure.code === "ERR_BAD_RESPONSE") return "the connection broke off";
      return isNameless(failure)
        ? `nobody here knows its name (${failure.code})`
        : `network failure ${failure.code}`;
    case "timeout":
      return "no complete answer in time";
    case "too-large":
      return "the answer is larger than we accept";
    case "redirects":
      return "redirected in a circle";
    case "astray":
      return "redirected to an address that is not on the web, such as file: or ftp:";
    case "echo":
      return "the answer repeats the API key, so it cannot be recorded";
  }
}

function remedy({kind, code, status}: Failure): string {
  if (code?.includes("CERT")) {
    return "Its certificate is not trusted here: check the clock, and NODE_EXTRA_CA_CERTS behind a company proxy.";
  }
  if (kind === "network") {
    return "Check the connection and HTTPS_PROXY; offline, use --source files or --source snapshot.";
  }
  if (kind === "timeout" || status === 429 || (status ?? 0) >= 500)
    return "Run it again in a few minutes.";
  return "Check the address, and whether a proxy stands between.";
}

function seconds(ms: number): string {
  return `${Math.ceil(ms / 1000)} s`;
}

function withoutKeys(text: string, headers: Readonly<Record<string, string>>): string {
  return Object.values(headers).reduce((rest, key) => rest.replaceAll(key, "[key]"), text);
}

function header(headers: object, name: string): string | undefined {
  const value = (headers as Record<string, unknown>)[name];
  return typeof value === "string" ? value : undefined;
}

function present<T extends object>(fields: T): {[K in keyof T]?: Exclude<T[K], undefined>} {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
