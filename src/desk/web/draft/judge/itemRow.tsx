import {inLocale} from "../../words/locale.ts";
import {GaugeMark} from "./gaugeMark.tsx";
import {ItemMore} from "./itemMore.tsx";
import type {Item} from "./queue.ts";
import {useReview} from "./review.ts";
import {words} from "./words.ts";

/** What is said of an item at first: what is at fault, what a claim is about, else the note's words. */
const lineOf = ({kind, title, says, fault}: Item): string =>
  fault ? `“${fault.text}”` : kind === "claim" || kind === "fault" ? title : says;

/** One thing to judge. */
export function ItemRow({
  item,
  number,
  done,
}: {
  readonly item: Item;
  readonly number: number;
  readonly done: boolean;
}) {
  const w = inLocale(words);
  const review = useReview();
  const open = review.at.value === item.id;
  return (
    <details
      open={open}
      onToggle={({currentTarget}) => {
        if (currentTarget.open !== open) review.choose(open ? undefined : item);
      }}
    >
      <summary id={`judge-${item.id}`} class={done ? "done" : undefined}>
        <span class="k">
          {done ? (
            <>
              <svg class="i" viewBox="0 0 16 16" aria-hidden="true">
                <path d="M3 8.5l3.2 3.2L13 4.8" />
              </svg>
              <span class="away">{w.judged(number)}</span>
            </>
          ) : (
            number
          )}
        </span>
        <span class="c">{lineOf(item)}</span>
        {item.test && <GaugeMark test={item.test} />}
        {item.fault && <span class="kind red">{w.faults[item.fault.kind]}</span>}
      </summary>
      {open && <ItemMore item={item} />}
    </details>
  );
}
