import type {Signal} from "@preact/signals";
import {inLocale} from "../../words/locale.ts";
import {visitOf} from "../judge/queue.ts";
import {useReview} from "../judge/review.ts";
import {words} from "./words.ts";

export const columns = ["judge", "page", "text"] as const;
export type Column = (typeof columns)[number];

/** Where there is room for one column only: which. */
export function PhoneTabs({
  column,
  shown,
}: {
  readonly column: Signal<Column>;
  readonly shown: readonly Column[];
}) {
  const w = inLocale(words);
  const review = useReview();
  const items = review.items.value;
  const done = items?.filter(one => review.visited.value.has(visitOf(one))).length ?? 0;
  const choose = (one: Column) => {
    column.value = one;
    document.getElementById(`phone-${one}`)?.focus();
  };
  return (
    <div
      class="phone-tabs tabs"
      role="tablist"
      aria-label={w.see}
      onKeyDown={({key}) => {
        const step = {ArrowRight: 1, ArrowLeft: -1}[key];
        if (step === undefined) return;
        const next = shown[(shown.indexOf(column.value) + step + shown.length) % shown.length];
        if (next) choose(next);
      }}
    >
      {shown.map(one => (
        <button
          key={one}
          id={`phone-${one}`}
          role="tab"
          type="button"
          aria-controls={`c-${one}`}
          aria-selected={column.value === one}
          tabIndex={column.value === one ? 0 : -1}
          onClick={() => choose(one)}
        >
          {w[one]}
          {one === "judge" && items && (
            <span class="n">
              {done}/{items.length}
            </span>
          )}
        </button>
      ))}
    </div>
  );
}
