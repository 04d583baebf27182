import {computed, type ReadonlySignal, signal} from "@preact/signals";

export interface Page<Item> {
  readonly items: readonly Item[];
  /** Of the next page; absent from the last. */
  readonly cursor?: string | undefined;
}

/** A list that comes in pages. */
export interface PagedList<Item, First> {
  /** Undefined until the first page is there; the last ones while others are fetched. */
  readonly items: ReadonlySignal<readonly Item[] | undefined>;
  /** The answer that the list begins with. */
  readonly first: ReadonlySignal<First | undefined>;
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

/** So many fill the highest screens; the next ones come before they are scrolled to. */
const page = 50;
/** Few enough to be drawn between two frames. */
const nextPage = 100;
/** The most that the desk gives at once. */
const most = 200;

/** `load` is given what stands after `?`. */
export function pagedList<First extends Page<{readonly id: string}>>(
  load: (query: string, signal: AbortSignal) => Promise<First>,
): PagedList<First["items"][number], First> {
  type Item = First["items"][number];
  interface Shown extends Page<Item> {
    readonly first: First;
  }
  const shown = signal<Shown>();
  const failure = signal<Error>();
  const busy = signal(false);
  let query = "";
  let under: AbortController | undefined;

  /** One at a time: what is asked for last counts. */
  async function fetching(get: (stop: AbortSignal) => Promise<Shown>) {
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

  const ask = (limit: number, stop: AbortSignal, cursor?: string) =>
    load([query, `limit=${limit}`, cursor && `cursor=${cursor}`].filter(Boolean).join("&"), stop);

  /** The first so many, page by page. */
  async function upTo(count: number, stop: AbortSignal): Promise<Shown> {
    const first = await ask(Math.min(Math.max(count, page), most), stop);
    let all: Shown = {items: first.items, cursor: first.cursor, first};
    while (all.items.length < count && all.cursor !== undefined)
      all = {...joined(all, await ask(most, stop, all.cursor)), first};
    return all;
  }

  const refresh = () => fetching(stop => upTo(shown.peek()?.items.length ?? page, stop));

  return {
    items: computed(() => shown.value?.items),
    first: computed(() => shown.value?.first),
    failure,
    busy,
    more: computed(() => shown.value?.cursor !== undefined),
    show(wanted) {
      if (wanted === query && shown.peek()) return refresh();
      query = wanted;
      return fetching(stop => upTo(page, stop));
    },
    async next() {
      const before = shown.peek();
      const {cursor} = before ?? {};
      if (!before || cursor === undefined || busy.peek()) return;
      await fetching(async stop => ({
        ...joined(before, await ask(nextPage, stop, cursor)),
        first: before.first,
      }));
    },
    refresh,
  };
}

/** What has moved from one page to the next stands once. */
function joined<Item extends {readonly id: string}>(
  before: Page<Item>,
  {items, cursor}: Page<Item>,
): Page<Item> {
  const known = new Set(before.items.map(({id}) => id));
  return {items: [...before.items, ...items.filter(({id}) => !known.has(id))], cursor};
}
