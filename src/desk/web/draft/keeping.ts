import {createStore, del, entries, set, update} from "idb-keyval";
import type {Kept} from "./saving.ts";

// What is typed and not acknowledged, in this browser. Each person has a place of their own, and each tab.

const store = () => createStore("assay", "typed");
const tabKey = "assay.tab";

/** A name for this tab, which a reload keeps; a lock tells the others that it is open. */
async function ownTab(): Promise<string> {
  const known = sessionStorage.getItem(tabKey);
  const taken = known !== null && (await openTabs()).has(known);
  const tab =
    known === null || taken ? crypto.getRandomValues(new Uint32Array(2)).join("-") : known;
  sessionStorage.setItem(tabKey, tab);
  void navigator.locks?.request(`${tabKey}/${tab}`, () => new Promise(() => {}));
  return tab;
}
let tab: Promise<string> | undefined;

/** Where the browser has no locks, as without HTTPS, none is known to be. */
async function openTabs(): Promise<ReadonlySet<string>> {
  const {held = []} = (await navigator.locks?.query()) ?? {};
  return new Set(
    held.flatMap(({name}) =>
      name?.startsWith(`${tabKey}/`) ? [name.slice(tabKey.length + 1)] : [],
    ),
  );
}

/** Milliseconds: keys come faster than a write is worth. */
const pause = 150;

export interface Keeping {
  /** What was typed when the page was last open, by this tab or one that is closed. */
  readonly kept: Kept | undefined;
  readonly aside: readonly Kept[];
  keep(kept: Kept | undefined): void;
  /** At once, as before it is sent. */
  flush(): void;
  keepAside(aside: readonly Kept[]): void;
}

/**
 * Works without a place as well, as in a private window: then nothing outlives the page. Whoever
 * signs in here next is given nobody else's words: they would be saved under another name.
 */
export async function openKeeping(draft: string, person: string): Promise<Keeping> {
  tab ??= ownTab();
  const place = `${draft}/${encodeURIComponent(person)}/`;
  const mine = place + (await tab);
  const asideKey = `${place}aside`;
  const here = store();
  const found = await entries<string, Kept | readonly Kept[]>(here).catch(() => []);
  const open = await openTabs();
  const left = found.filter(
    ([key]) =>
      key === mine ||
      (key.startsWith(place) && key !== asideKey && !open.has(key.slice(place.length))),
  );
  const kept = left.map(([, one]) => one as Kept).toSorted((a, b) => b.at - a.at);
  const aside = found.find(([key]) => key === asideKey)?.[1] as readonly Kept[] | undefined;
  const own = writer(mine);
  const [newest, ...others] = kept;
  // Of several tabs that were closed the newest goes on; what the others had is offered.
  const apart = [...(aside ?? []), ...others];
  if (newest) own.keep(newest);
  if (others.length > 0) await update(asideKey, () => apart, here).catch(() => {});
  for (const [key] of left) if (key !== mine) void del(key, here).catch(() => {});
  return {
    kept: newest,
    aside: apart,
    ...own,
    keepAside(asides) {
      void (asides.length > 0 ? set(asideKey, asides, here) : del(asideKey, here)).catch(() => {});
    },
  };

  /** One write at a time, a little after the words came, and of several the newest. */
  function writer(key: string) {
    let next: {readonly kept: Kept | undefined} | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let busy = false;
    return {
      keep(kept: Kept | undefined) {
        next = {kept};
        timer ??= setTimeout(flush, pause);
      },
      flush,
    };
    function flush() {
      clearTimeout(timer);
      timer = undefined;
      if (!busy) void write();
    }
    async function write() {
      busy = true;
      for (; next; ) {
        const {kept} = next;
        next = undefined;
        await (kept ? set(key, kept, here) : del(key, here)).catch(() => {});
      }
      busy = false;
    }
  }
}
