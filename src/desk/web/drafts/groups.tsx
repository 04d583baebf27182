import {useEffect, useRef} from "preact/hooks";
import type {DraftSummary, Drafts} from "../../api/shapes.ts";
import {inLocale} from "../words/locale.ts";
import {countOf, countOfGroup, groupOf, groups, type Tab} from "./filters.ts";
import {Row} from "./row.tsx";
import {words} from "./words.ts";

interface Props {
  readonly drafts: readonly DraftSummary[];
  readonly counts: NonNullable<Drafts["counts"]>;
  readonly tab: Tab;
  readonly more: boolean;
  readonly onMore: () => void;
  readonly onOpen: (id: string) => void;
}

/** Drafts under what they wait for. */
export function Groups({drafts, counts, tab, more, onMore, onOpen}: Props) {
  const w = inLocale(words);
  const byGroup = Map.groupBy(drafts, ({state}) => groupOf(state));
  return (
    <>
      <div class="list-head" aria-hidden="true">
        <span>{w.columns.note}</span>
        <span>{w.columns.state}</span>
        <span>{w.columns.news}</span>
        <span>{w.columns.check}</span>
        <span>{w.columns.who}</span>
        <span class="num">{w.columns.changed}</span>
      </div>
      {groups
        .filter(group => byGroup.has(group))
        .map(group => (
          <section class="group" key={group} aria-labelledby={`group-${group}`}>
            <h2 id={`group-${group}`}>
              {w.groups[group]} <span class="soft">{countOfGroup(counts, group, tab)}</span>
            </h2>
            <ul>
              {byGroup.get(group)?.map(draft => (
                <Row key={draft.id} draft={draft} onOpen={onOpen} />
              ))}
            </ul>
          </section>
        ))}
      {more && <More left={countOf(counts, tab) - drafts.length} onMore={onMore} />}
    </>
  );
}

/** Fetches the next page before its place comes into sight; for the keyboard it is a button. */
function More({left, onMore}: {readonly left: number; readonly onMore: () => void}) {
  const w = inLocale(words);
  const button = useRef<HTMLButtonElement>(null);
  const latest = useRef(onMore);
  latest.current = onMore;
  useEffect(() => {
    const {current} = button;
    if (!current) return undefined;
    // Anew for each page, for what is in sight already is told of once only.
    const watch = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) latest.current();
      },
      {rootMargin: "1200px"},
    );
    watch.observe(current);
    return () => watch.disconnect();
  }, [left]);
  return (
    <button class="btn more" type="button" ref={button} onClick={onMore}>
      {w.more(left)}
    </button>
  );
}
