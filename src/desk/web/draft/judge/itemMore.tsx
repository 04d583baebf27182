import {Key} from "../../frame/key.tsx";
import {later} from "../../later.tsx";
import {may, session} from "../../session/session.ts";
import {inLocale} from "../../words/locale.ts";
import type {Item} from "./queue.ts";
import {useReview} from "./review.ts";
import {words} from "./words.ts";

const RemarkForm = later(() => import("./remarkForm.tsx").then(({RemarkForm}) => RemarkForm));

/** What belongs to the item that is open, and what can be done with it. */
export function ItemMore({item}: {readonly item: Item}) {
  const w = inLocale(words);
  const review = useReview();
  const {fault, passage, test} = item;
  const writer = review.revisions.value.value?.revisions.find(
    ({kind, suggested, author}) =>
      kind === "edited" && !suggested && author !== session.value?.name,
  )?.author;
  const suggestion = fault?.suggestion;
  if (review.writing.value && passage)
    return (
      <div class="more">
        <RemarkForm item={item} passage={passage} />
      </div>
    );
  return (
    <div class="more">
      {(fault || item.kind === "claim") && <p class={fault ? "say" : undefined}>{item.says}</p>}
      {test && (
        <p class="soft">
          <span class="away">{w.tried}: </span>
          {test.name}
        </p>
      )}
      {fault && suggestion === undefined && <p class="soft">{w.reasonLater}</p>}
      <div class="acts">
        {suggestion !== undefined && review.room.writable.value && review.room.hand.value && (
          <button class="btn sm" type="button" onClick={review.mend}>
            {w.use(suggestion || "∅")} <Key of="." />
          </button>
        )}
        {!fault && (
          <button class="btn sm" type="button" onClick={review.accept}>
            {w.accept} <Key of="a" />
          </button>
        )}
        {passage && may("writer") && (
          <button class="btn sm plain" type="button" onClick={() => review.write("comment")}>
            {w.comment} <Key of="c" />
          </button>
        )}
        {passage && may("editor") && (
          <button class="btn sm plain" type="button" onClick={() => review.write("mend")}>
            {w.askToMend(writer)} <Key of="m" />
          </button>
        )}
        {suggestion !== undefined && <span class="small soft">{w.useCosts}</span>}
      </div>
    </div>
  );
}
