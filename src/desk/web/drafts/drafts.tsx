import {useEffect, useMemo, useRef} from "preact/hooks";
import {useLocation} from "preact-iso";
import type {Drafts as Answer} from "../../api/shapes.ts";
import {askJson} from "../api.ts";
import {Failure} from "../frame/failure.tsx";
import {Key} from "../frame/key.tsx";
import {useTitle} from "../frame/title.ts";
import {useKeys} from "../keys.ts";
import {fetchLater} from "../later.tsx";
import {counts as allCounts} from "../newsroom.ts";
import {ordering} from "../order/ordering.ts";
import {pagedList} from "../pages.ts";
import {may, session} from "../session/session.ts";
import {useChanges} from "../stream.ts";
import {inLocale} from "../words/locale.ts";
import {Empty} from "./empty.tsx";
import {addressOf, askedOf, type Filters, filtersOf, tabs} from "./filters.ts";
import {Groups} from "./groups.tsx";
import {Narrowing} from "./narrowing.tsx";
import {Side} from "./side.tsx";
import {words} from "./words.ts";

/** Kept while a draft is open: who comes back finds it as it was. */
const list = pagedList(async (query, signal) => {
  const {drafts, ...rest} = await askJson<Answer>(`/api/drafts?${query}`, {signal});
  return {items: drafts, ...rest};
});
let lastOpened: string | undefined;

/** The list of drafts, with what runs beside it. */
export function Drafts() {
  const w = inLocale(words);
  useTitle(w.title);
  const {query, route} = useLocation();
  const filters = useMemo(() => filtersOf(query), [JSON.stringify(query)]);
  const asked = askedOf(filters, session.value?.name ?? "");
  useEffect(() => void list.show(asked), [asked]);
  useChanges(["draft"], () => void list.refresh());
  const narrow = (change: Partial<Filters>) => route(addressOf({...filters, ...change}), true);

  const found = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (lastOpened !== undefined)
      document.querySelector<HTMLElement>(`[data-draft="${CSS.escape(lastOpened)}"]`)?.focus();
    lastOpened = undefined;
  }, []);
  useListKeys(found);

  const drafts = list.items.value;
  useEffect(() => {
    if (drafts) setTimeout(() => void fetchLater(), 500);
  }, [drafts !== undefined]);
  const counts = list.first.value?.counts ?? {};
  const waiting = allCounts.value.value?.["in-review"] ?? counts["in-review"] ?? 0;
  const any = Object.values(counts).some(count => count > 0);
  return (
    <main id="main" class="wrap">
      <div class="page-head">
        <div>
          <h1>{w.title}</h1>
          <p>{w.head(waiting, any)}</p>
        </div>
        {may("writer") && (
          <div class="acts">
            <button class="btn main" type="button" onClick={() => (ordering.value = {})}>
              {w.order} <Key of="n" />
            </button>
          </div>
        )}
      </div>
      <div class="drafts">
        <div ref={found} aria-busy={list.busy.value}>
          <Narrowing
            filters={filters}
            counts={counts}
            narrow={narrow}
            tabs={tabs.filter(tab => tab !== "dropped" || (counts.dropped ?? 0) > 0)}
          />
          <Failure
            error={list.failure.value}
            stale={drafts !== undefined}
            retry={() => void list.refresh()}
          />
          {drafts && drafts.length > 0 && (
            <Groups
              drafts={drafts}
              counts={counts}
              tab={filters.tab}
              more={list.more.value}
              onMore={() => void list.next()}
              onOpen={id => {
                lastOpened = id;
              }}
            />
          )}
          {drafts?.length === 0 && <Empty filters={filters} counts={counts} />}
          {!drafts && !list.failure.value && (
            <p class="fetching" role="status">
              {w.loading}
            </p>
          )}
        </div>
        <Side />
      </div>
    </main>
  );
}

/** `j` and `k` along the rows; the focus says where one is. */
function useListKeys(found: {readonly current: HTMLElement | null}) {
  const w = inLocale(words).keys;
  const step = (by: 1 | -1) => {
    const rows = [...(found.current?.querySelectorAll<HTMLElement>("[data-draft]") ?? [])];
    const at = rows.findIndex(row => row.matches(":focus"));
    const to = Math.max(at + by, 0);
    const row = rows[Math.min(to, rows.length - 1)];
    row?.focus();
    row?.closest(".row")?.scrollIntoView({block: "nearest"});
    if (to >= rows.length - 10) void list.next();
  };
  useKeys(
    () => [
      {key: "j", says: w.next, act: () => step(1)},
      {key: "k", says: w.previous, act: () => step(-1)},
      {
        key: "/",
        says: w.search,
        act: () => found.current?.querySelector<HTMLInputElement>("input[type=search]")?.focus(),
      },
    ],
    [w],
  );
}
