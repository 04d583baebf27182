import {useEffect, useMemo} from "preact/hooks";
import type {Revision} from "../../../api/reviewShapes.ts";
import {askJson} from "../../api.ts";
import {Why} from "../../frame/failure.tsx";
import {resource} from "../../resource.ts";
import {inLocale} from "../../words/locale.ts";
import {Rendered} from "../changes/rendered.tsx";
import {useReview} from "../judge/review.ts";
import {words} from "./words.ts";

/** What a revision changed of the one before it; an old text can be put back. */
export function RevisionChange({
  number,
  newest,
}: {
  readonly number: number;
  readonly newest: boolean;
}) {
  const w = inLocale(words);
  const {room} = useReview();
  const both = useMemo(() => {
    const path = `/api/drafts/${encodeURIComponent(room.id)}/revisions`;
    return resource(async stop => {
      const one = (n: number) => askJson<Revision>(`${path}/${n}`, {signal: stop});
      const is = await one(number);
      return {is, was: number > 1 ? await one(number - 1) : undefined};
    });
  }, [room, number]);
  useEffect(() => void both.refresh(), [both]);
  const found = both.value.value;
  if (both.failure.value)
    return (
      <p class="red">
        <Why error={both.failure.value} />
      </p>
    );
  if (!found) return <p class="soft">{w.loading}</p>;
  const {is, was} = found;
  const text = room.text.value;
  return (
    <div class="revision-change">
      {was ? <Rendered base={was.text} text={is.text} /> : <p class="soft">{w.first}</p>}
      {!newest && room.writable.value && room.hand.value && text !== undefined && (
        <p class="below">
          <button
            class="btn sm"
            type="button"
            onClick={() => room.hand.value?.replace({from: 0, to: text.length}, is.text)}
          >
            {w.putBack(number)}
          </button>{" "}
          <span class="small soft">{w.putBackCosts}</span>
        </p>
      )}
    </div>
  );
}
