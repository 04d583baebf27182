import {isLocale, type Locale} from "../../../model/locale.ts";
import type {DraftState} from "../../../model/review.ts";

/** What stands together in the list, in its order. */
export const groups = ["waiting", "writing", "going", "out"] as const;
export type Group = (typeof groups)[number];

const groupOfState: Readonly<Record<DraftState, Group>> = {
  draft: "writing",
  "in-review": "waiting",
  "changes-asked": "writing",
  approved: "going",
  scheduled: "going",
  published: "out",
  corrected: "out",
  retracted: "out",
  dropped: "out",
};

export const groupOf = (state: DraftState): Group => groupOfState[state];

export const tabs = ["all", "waiting", "writing", "going", "out", "dropped"] as const;
export type Tab = (typeof tabs)[number];

const statesOfTab: Readonly<Record<Exclude<Tab, "all">, readonly DraftState[]>> = {
  waiting: ["in-review"],
  writing: ["draft", "changes-asked"],
  going: ["approved", "scheduled"],
  out: ["published", "corrected", "retracted"],
  dropped: ["dropped"],
};

type Counts = Readonly<Partial<Record<DraftState, number>>>;

/** How many drafts stand under a tab. */
export const countOf = (counts: Counts, tab: Tab): number =>
  (tab === "all" ? (Object.keys(counts) as DraftState[]) : statesOfTab[tab]).reduce(
    (sum, state) => sum + (counts[state] ?? 0),
    0,
  );

/** How many there are of a group in the list of a tab. */
export const countOfGroup = (counts: Counts, group: Group, tab: Tab): number =>
  (Object.keys(counts) as DraftState[])
    .filter(
      state => groupOf(state) === group && (tab === "all" || statesOfTab[tab].includes(state)),
    )
    .reduce((sum, state) => sum + (counts[state] ?? 0), 0);

/** What the list is narrowed to. */
export interface Filters {
  readonly tab: Tab;
  /** Words to find. */
  readonly q: string;
  readonly faults: boolean;
  readonly newsworthy: boolean;
  /** Those that who is at the page has. */
  readonly mine: boolean;
  readonly locale: Locale | undefined;
  /** Those that are not out as they should be. */
  readonly amiss: boolean;
}

/** Above this a note is newsworthy: a finding beyond its threshold. */
export const newsworthy = 1;

/**
 * What an address of the list narrows it to.
 *
 * @example filtersOf({tab: "waiting", faults: "1"}).faults // true
 * @example filtersOf({tab: "lost"}).tab // "all"
 */
export function filtersOf(query: Readonly<Record<string, string | undefined>>): Filters {
  return {
    tab: tabs.find(tab => tab === query.tab) ?? "all",
    q: query.q ?? "",
    faults: query.faults === "1",
    newsworthy: query.newsworthy === "1",
    mine: query.mine === "1",
    locale: query.locale !== undefined && isLocale(query.locale) ? query.locale : undefined,
    amiss: query.amiss === "1",
  };
}

/** The address of the list so narrowed. */
export function addressOf({tab, q, faults, newsworthy, mine, locale, amiss}: Filters): string {
  const query = new URLSearchParams({
    ...(tab !== "all" && {tab}),
    ...(q.trim() !== "" && {q: q.trim()}),
    ...(faults && {faults: "1"}),
    ...(newsworthy && {newsworthy: "1"}),
    ...(mine && {mine: "1"}),
    ...(locale && {locale}),
    ...(amiss && {amiss: "1"}),
  }).toString();
  return query === "" ? "/" : `/?${query}`;
}

/** What is asked of the desk for it. */
export function askedOf(filters: Filters, me: string): string {
  const {tab, q, faults, mine, locale, amiss} = filters;
  return new URLSearchParams({
    order: "desk",
    ...(tab !== "all" && {state: statesOfTab[tab].join(",")}),
    ...(q.trim() !== "" && {q: q.trim()}),
    ...(faults && {faults: "open"}),
    ...(filters.newsworthy && {newsworthy: String(newsworthy)}),
    ...(mine && {assignee: me}),
    ...(locale && {locale}),
    ...(amiss && {publications: "amiss"}),
  }).toString();
}

/** Whether anything is narrowed beside the tab. */
export const isNarrowed = ({q, faults, newsworthy, mine, locale, amiss}: Filters): boolean =>
  q.trim() !== "" || faults || newsworthy || mine || locale !== undefined || amiss;
