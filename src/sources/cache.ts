import cacache from "cacache";
import {z} from "zod";
import type {Answer, Request} from "../model/snapshot.ts";
import type {Fetcher, FetchRequest, Notice} from "./http.ts";

export interface CacheOptions {
  readonly folder: string;
  /** How old an answer may be, in milliseconds: 0 for never kept, Infinity for what cannot change. */
  readonly maxAgeMs: (request: Request) => number;
  /**
   * How many things an answer speaks of; an empty one is passed on and not kept. Throws where it
   * is not what was asked for; it is then not kept either, and the error passed on.
   */
  readonly count: (answer: Answer) => number;
}

export interface CacheEffects {
  readonly now: () => Date;
  readonly notify?: (notice: Notice) => void;
}

const metadataShape = z.object({
  fetchedAt: z.iso.datetime(),
  mediaType: z.enum(["application/json", "text/csv"]),
});

/**
 * Asks `fetch` only for what is not on disk, or too old there. A cache that is corrupted or cannot
 * be written is a miss and a notice, never a failure; several processes may use the same folder.
 */
export function cachedFetcher(
  fetch: Fetcher,
  options: CacheOptions,
  effects: CacheEffects,
): Fetcher {
  let complained = false;
  const complain = (doing: string, error: unknown) => {
    if (!complained) {
      const code = (error as {code?: string}).code ?? String(error);
      const reason = `could not ${doing} the cache in ${options.folder} (${code}); going on without it`;
      effects.notify?.({kind: "cache-trouble", reason});
    }
    complained = true;
  };

  return async request => {
    const maxAgeMs = options.maxAgeMs(request);
    const kept = maxAgeMs > 0 ? await find(request, options.folder, complain) : undefined;
    if (kept && isFresh(kept, maxAgeMs, effects.now()) && isWorthKeeping(kept, options.count)) {
      effects.notify?.({kind: "cached", url: request.url, fetchedAt: kept.fetchedAt});
      return kept;
    }
    const answer = await fetch(request);
    if (options.count(answer) > 0 && maxAgeMs > 0)
      await keep(request, answer, options.folder, complain);
    return answer;
  };
}

/**
 * Names a request completely: two requests share a key only where they ask for the same thing.
 * Headers are not part of it, so no key of a provider is on disk.
 */
export function cacheKey({source, endpoint, query, url}: FetchRequest): string {
  const {origin, pathname, searchParams} = new URL(url);
  const sorted = (entries: Iterable<[string, string]>) =>
    [...entries].sort(([a, x], [b, y]) => order(a, b) || order(x, y));
  return JSON.stringify({
    assay: 1,
    source,
    endpoint,
    address: origin + pathname,
    parameters: sorted(searchParams),
    query: sorted(Object.entries(query)),
  });
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function isFresh({fetchedAt}: Answer, maxAgeMs: number, now: Date): boolean {
  const age = now.getTime() - Date.parse(fetchedAt);
  return age >= 0 && age <= maxAgeMs;
}

function isWorthKeeping(answer: Answer, count: CacheOptions["count"]): boolean {
  try {
    return count(answer) > 0;
  } catch {
    return false;
  }
}

type Complain = (doing: string, error: unknown) => void;

async function find(
  request: FetchRequest,
  folder: string,
  complain: Complain,
): Promise<Answer | undefined> {
  try {
    const {data, metadata} = await cacache.get(folder, cacheKey(request));
    const {fetchedAt, mediaType} = metadataShape.parse(metadata);
    const {source, endpoint, query, url} = request;
    return {source, endpoint, query, url, fetchedAt, mediaType, body: data};
  } catch (error) {
    if ((error as {code?: string}).code === "ENOENT") return undefined;
    complain("read", error);
    await discard(request, folder);
    return undefined;
  }
}

async function keep(
  request: FetchRequest,
  answer: Answer,
  folder: string,
  complain: Complain,
): Promise<void> {
  const {fetchedAt, mediaType} = answer;
  try {
    await cacache.put(folder, cacheKey(request), answer.body, {metadata: {fetchedAt, mediaType}});
  } catch (error) {
    complain("write", error);
  }
}

/** cacache never writes over content that it believes to have, so spoiled content has to go first. */
async function discard(request: FetchRequest, folder: string): Promise<void> {
  try {
    const entry = await cacache.get.info(folder, cacheKey(request));
    if (entry) await cacache.rm.content(folder, entry.integrity);
  } catch {
    // It was reported when it could not be read.
  }
}
