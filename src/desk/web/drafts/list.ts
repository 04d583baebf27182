import {computed, type ReadonlySignal, signal} from "@preact/signals";
import type {DraftSummary, Drafts} from "../../api/shapes.ts";

/** A list that comes in pages. */
export interface DraftList {
  /** Undefined until the first page is there; the last ones while others are fetched. */
  readonly drafts: ReadonlySignal<readonly DraftSummary[] | undefined>;
  readonly counts: ReadonlySignal<NonNullable<Drafts["counts"]>>;
  readonly failure: ReadonlySignal<Error | undefined>;
  readonly busy: ReadonlySignal<boolean>;
  /** Whether there are further ones. */
  readonly more: ReadonlySignal<boolean>;
  /** Shows what the query asks for; the same as before is only refreshed. */
  show(query: string): Promise<void>;
  /** The next page. */
  next(): Promise<void>;
  /** All pages that are there, anew. */
  refresh(): Promise<void>;
}

type Load = (query: string, signal: AbortSignal) => Promise<Drafts>;

const page = 100;
/** The most that the desk gives at once. */
const most = 200;

export function draftList(load: Load): DraftList {
  const shown = signal<Drafts>();
  const failure = signal<Error>();
  const busy = signal(false);
  let query = "";
  let under: AbortController | undefined;

  /** One at a time: what is asked for last counts. */
  async function fetching(get: (stop: AbortSignal) => Promise<Drafts>) {
    under?.abort();
    const mine = new AbortController();
    under = mine;
    busy.value = true;
    try {
      const found = await get(mine.signal);
      if (under !== mine) return;
      shown.value = found;
      failure.value = undefined;
    } catch (error) {
      if (under === mine) failure.value = error as Error;
    } finally {
      if (under === mine) {
        busy.value = false;
        under = undefined;
      }
    }
  }

  /** The first so many, page by page. */
  async function first(count: number, stop: AbortSignal): Promise<Drafts> {
    let all = await load(`${query}&limit=${Math.min(Math.max(count, page), most)}`, stop);
    while (all.drafts.length < count && all.cursor !== undefined)
      all = joined(all, await load(`${query}&limit=${most}&cursor=${all.cursor}`, stop));
    return all;
  }

  const refresh = () => fetching(stop => first(shown.peek()?.drafts.length ?? page, stop));

  return {
    drafts: computed(() => shown.value?.drafts),
    counts: computed(() => shown.value?.counts ?? {}),
    failure,
    busy,
    more: computed(() => shown.value?.cursor !== undefined),
    show(wanted) {
      if (wanted === query && shown.peek()) return refresh();
      query = wanted;
      return fetching(stop => first(page, stop));
    },
    async next() {
      const before = shown.peek();
      if (before?.cursor === undefined || busy.peek()) return;
      await fetching(async stop =>
        joined(before, await load(`${query}&limit=${most}&cursor=${before.cursor}`, stop)),
      );
    },
    refresh,
  };
}

/** What has moved between two pages stands once. */
function joined(before: Drafts, {drafts, cursor}: Drafts): Drafts {
  const known = new Set(before.drafts.map(({id}) => id));
  return {
    drafts: [...before.drafts, ...drafts.filter(({id}) => !known.has(id))],
    ...(before.counts && {counts: before.counts}),
    ...(cursor !== undefined && {cursor}),
  };
}
