import {useSignal} from "@preact/signals";
import type {Merge} from "../../../../model/merge.ts";
import {ask} from "../../api.ts";
import {Why} from "../../frame/failure.tsx";
import {Key} from "../../frame/key.tsx";
import {useKeys} from "../../keys.ts";
import {inLocale, locale} from "../../words/locale.ts";
import {changedSentences} from "../approve/approval.ts";
import {Pieces} from "../changes/pieces.tsx";
import {plain} from "../judge/plain.ts";
import {useReview} from "../judge/review.ts";
import {type Choice, type Conflict, onlyPlace, settledText} from "./settling.ts";
import {words} from "./words.ts";

/** What is to be settled since the draft was made again on newer data: first of all, and one by one. */
export function Settle({merge: {conflicts, again}}: {readonly merge: Merge}) {
  const w = inLocale(words);
  const {room, said} = useReview();
  const failure = useSignal<Error | string>();
  const busy = useSignal(false);
  const [first] = conflicts;
  const [reread] = again;
  async function save(text: string, settled: string) {
    if (busy.value) return;
    if (room.saving.value.kind !== "saved") {
      failure.value = w.unsaved;
      return;
    }
    busy.value = true;
    failure.value = undefined;
    try {
      const path = `/api/drafts/${encodeURIComponent(room.id)}/text?settled=${settled}`;
      await ask(path, {
        method: "PUT",
        body: text,
        headers: {"If-Match": `"${room.revision.peek()}"`},
      });
      await room.load();
      said.value = w.costs;
    } catch (error) {
      failure.value = error as Error;
    } finally {
      busy.value = false;
    }
  }
  function settle(conflict: Conflict, choice: Choice) {
    const text = room.text.value ?? "";
    const place = onlyPlace(text, conflict.renewed);
    if (choice === "anew") {
      if (place) room.hand.value?.show(place, {focus: true});
      return;
    }
    const settled = settledText(text, conflict, choice);
    if (settled === undefined) failure.value = w.gone;
    else void save(settled, conflict.id);
  }
  useKeys(
    () =>
      first
        ? (["theirs", "mine", "anew"] as const).map((choice, i) => ({
            key: `${i + 1}`,
            says: w[choice],
            act: () => settle(first, choice),
          }))
        : [],
    [first?.id, locale.value],
  );
  return (
    <section class="settle" aria-label={w.title}>
      <h3>{w.title}</h3>
      <p class="small soft">{w.says}</p>
      {failure.value && (
        <p class="small red" role="alert">
          {typeof failure.value === "string" ? failure.value : <Why error={failure.value} />}
        </p>
      )}
      {conflicts.map((conflict, i) => (
        <article key={conflict.id}>
          <dl>
            <dt>{w.edited}</dt>
            <dd>
              {conflict.edited ? (
                <Pieces pieces={changedSentences(plain(conflict.base), plain(conflict.edited))} />
              ) : (
                <>
                  <i class="soft">{w.takenOut}</i> <del>{plain(conflict.base)}</del>
                </>
              )}
            </dd>
            <dt>{w.now}</dt>
            <dd>
              {conflict.renewed === undefined ? (
                <i class="soft">{w.notSaid}</i>
              ) : (
                plain(conflict.renewed)
              )}
            </dd>
          </dl>
          {room.writable.value && (
            <div class="acts">
              {(["theirs", "mine", "anew"] as const).map((choice, n) => (
                <button
                  key={choice}
                  class="btn sm"
                  type="button"
                  onClick={() => settle(conflict, choice)}
                >
                  {w[choice]} {i === 0 && <Key of={`${n + 1}`} />}
                </button>
              ))}
            </div>
          )}
        </article>
      ))}
      {reread && <h3>{w.readAgain}</h3>}
      {again.map(({id, text, edited}) => (
        <article key={id}>
          <dl>
            <dt>{w.edited}</dt>
            <dd class="soft">{plain(edited)}</dd>
            <dt>{w.now}</dt>
            <dd>{plain(text) || <i class="soft">{w.takenOut}</i>}</dd>
          </dl>
          {room.writable.value && (
            <div class="acts">
              <button
                class="btn sm"
                type="button"
                onClick={() => void save(room.text.value ?? "", id)}
              >
                {w.read}
              </button>
            </div>
          )}
        </article>
      ))}
    </section>
  );
}
