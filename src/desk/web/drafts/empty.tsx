import {useEffect} from "preact/hooks";
import type {Drafts} from "../../api/shapes.ts";
import {counts as allCounts, schedules} from "../newsroom.ts";
import {ordering} from "../order/ordering.ts";
import {may} from "../session/session.ts";
import {inBoth} from "../words/instants.ts";
import {inLocale} from "../words/locale.ts";
import {countOf, type Filters, isNarrowed} from "./filters.ts";
import {words} from "./words.ts";

interface Props {
  readonly filters: Filters;
  readonly counts: NonNullable<Drafts["counts"]>;
}

/** Where nothing is listed: why, and what to do. */
export function Empty({filters, counts}: Props) {
  const w = inLocale(words);
  const all = countOf(allCounts.value.value ?? counts, "all");
  if (all === 0 && !isNarrowed(filters)) return <First />;
  const narrowed = isNarrowed(filters);
  return (
    <div class="empty" role="status">
      <b>{narrowed ? w.none(filters.q.trim()) : w.emptyTab[filters.tab]}</b>
      {filters.q.trim() !== "" && w.noneSays}{" "}
      <a class="text" href="/">
        {w.showAll(all)}
      </a>
    </div>
  );
}

/** A desk that has made nothing yet. */
function First() {
  const w = inLocale(words).first;
  useEffect(() => void schedules.refresh(), []);
  const next = schedules.value.value
    ?.filter(one => one.next !== undefined)
    .toSorted((a, b) => (a.next ?? "").localeCompare(b.next ?? ""))
    .at(0);
  return (
    <div class="empty" role="status">
      <b>{w.title}</b>
      <p>{may("writer") ? w.order : w.reads}</p>
      <p>{next?.next ? w.next(next.name, inBoth(next.next)) : w.noSchedule}</p>
      {may("writer") && (
        <button class="btn main" type="button" onClick={() => (ordering.value = {})}>
          {inLocale(words).order}
        </button>
      )}
    </div>
  );
}
