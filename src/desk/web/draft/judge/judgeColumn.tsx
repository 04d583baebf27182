import {useSignalEffect} from "@preact/signals";
import {useEffect, useRef} from "preact/hooks";
import {Why} from "../../frame/failure.tsx";
import {useKeys} from "../../keys.ts";
import {later} from "../../later.tsx";
import {may} from "../../session/session.ts";
import {inLocale, locale} from "../../words/locale.ts";
import {words as headWords} from "../head/words.ts";
import {countsOf} from "../text/reading.ts";
import {Trail} from "../trail/trail.tsx";
import {ItemRow} from "./itemRow.tsx";
import {type Item, nextUnvisited, visitOf} from "./queue.ts";
import {useReview} from "./review.ts";
import {words} from "./words.ts";

const Settle = later(() => import("../settle/settle.tsx").then(({Settle}) => Settle));

/** What needs judgement, one thing after another, and where the figure under the cursor comes from. */
export function JudgeColumn() {
  const w = inLocale(words);
  const review = useReview();
  const items = review.items.value;
  const done = (item: Item) => review.visited.value.has(visitOf(item));
  const queue = useRef<HTMLDivElement>(null);
  useEffect(() => beginOnce(review), [review]);
  // By key one gets to the next; then it is seen, and heard.
  const moved = useRef(false);
  useSignalEffect(() => {
    const id = review.at.value;
    // What is open when the page is takes no focus from its headline.
    const begins = !moved.current;
    if (id === undefined) return;
    moved.current = true;
    if (begins) return;
    requestAnimationFrame(() => {
      const summary = document.getElementById(`judge-${id}`);
      summary?.closest("details")?.scrollIntoView({block: "nearest"});
      const active = document.activeElement;
      if (active === document.body || queue.current?.contains(active)) {
        if (!active?.closest("form")) summary?.focus({preventScroll: true});
      }
    });
  });
  useKeys(
    () => [
      {key: "j", says: w.keys.next, act: () => review.step(1)},
      {key: "k", says: w.keys.previous, act: () => review.step(-1)},
      {key: "a", says: w.keys.accept, act: review.accept},
      {key: ".", says: w.keys.use, act: review.mend},
      ...(may("writer")
        ? [{key: "c", says: w.keys.comment, act: () => review.write("comment")}]
        : []),
      ...(may("editor") ? [{key: "m", says: w.keys.mend, act: () => review.write("mend")}] : []),
    ],
    [review, locale.value],
  );
  const lack = review.lack.value;
  const merge = review.newest.value.value?.merge;
  const judged = items?.filter(done).length ?? 0;
  return (
    <section class="col judge" id="c-judge" aria-labelledby="judge-title">
      <div class="bar">
        <h2 id="judge-title">{w.toJudge}</h2>
        {items && items.length > 0 && (
          <span class="state">
            {w.of(judged, items.length)}
            <span class="progress" aria-hidden="true">
              {items.map((item, i) => (
                <i key={item.id} class={i < judged ? "on" : undefined} />
              ))}
            </span>
          </span>
        )}
      </div>
      <div class="body queue" ref={queue}>
        {lack && (
          <p class="small red end" role="alert">
            {inLocale(headWords).why({kind: "lack", lack})}
          </p>
        )}
        {merge && <Settle merge={merge} />}
        {items ? <Groups items={items} done={done} /> : <Waiting />}
      </div>
      <Trail />
    </section>
  );
}

function Groups({
  items,
  done,
}: {
  readonly items: readonly Item[];
  readonly done: (item: Item) => boolean;
}) {
  const w = inLocale(words);
  const review = useReview();
  const checked = review.room.checked.value;
  const supported = checked && countsOf(checked.marks).supported;
  return (
    <>
      {[...Map.groupBy(items, ({group}) => group)].map(([group, ofIt]) => (
        <section key={group} aria-label={w.groups[group]}>
          <h3>{w.groups[group]}</h3>
          {ofIt.map(item => (
            <ItemRow key={item.id} item={item} number={items.indexOf(item) + 1} done={done(item)} />
          ))}
        </section>
      ))}
      <p class="small soft end">
        {items.length === 0 ? w.none : items.every(done) ? w.done : ""}{" "}
        {supported !== undefined && w.quiet(supported)}
      </p>
    </>
  );
}

function Waiting() {
  const w = inLocale(words);
  const {judgements} = useReview();
  const failure = judgements.failure.value;
  if (!failure) return <p class="small soft end">{w.loading}</p>;
  return (
    <div class="small end" role="alert">
      <p>
        {w.failed} <Why error={failure} />
      </p>
      <button class="btn sm" type="button" onClick={() => void judgements.refresh()}>
        {w.again}
      </button>
    </div>
  );
}

type Review = ReturnType<typeof useReview>;

/** The first thing that is still to be judged is open when the page is. */
function beginOnce(review: Review): () => void {
  let begun = false;
  return review.items.subscribe(items => {
    if (begun || !items || review.judgements.value.peek() === undefined) return;
    begun = true;
    // On a phone the list is read from its top.
    if (matchMedia("(max-width: 860px)").matches) return;
    queueMicrotask(() => review.choose(nextUnvisited(items, undefined, review.visited.peek())));
  });
}
