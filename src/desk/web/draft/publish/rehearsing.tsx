import {useSignal} from "@preact/signals";
import {useEffect} from "preact/hooks";
import type {Rehearsals} from "../../../api/publicationShapes.ts";
import {Why} from "../../frame/failure.tsx";
import {inLocale} from "../../words/locale.ts";
import {useReview} from "../judge/review.ts";
import {RehearsalOf} from "./rehearsal.tsx";
import {words} from "./words.ts";

export type Rehearsal = Rehearsals["rehearsals"][number];

/** Shows, target by target, what exactly would be sent; nothing is. */
export function Rehearsing({
  targets,
  at,
}: {
  readonly targets: readonly string[];
  readonly at: string | undefined;
}) {
  const w = inLocale(words);
  const {publishing} = useReview();
  const found = useSignal<ReadonlyMap<string, Rehearsal | Error>>();
  const busy = useSignal(false);
  // What was rehearsed for others is no rehearsal of these.
  useEffect(() => {
    found.value = undefined;
  }, [targets.join(), at]);
  async function rehearse() {
    if (busy.value || targets.length === 0) return;
    busy.value = true;
    const results = new Map<string, Rehearsal | Error>();
    // One after the other: each makes the release anew.
    for (const target of targets) {
      const result = await publishing.rehearse(target, at).catch((error: Error) => error);
      if (result) results.set(target, result);
    }
    found.value = results;
    busy.value = false;
  }
  return (
    <section class="part">
      <h3>
        {w.rehearsal} <span class="soft">{w.nothingSent}</span>
      </h3>
      <button
        class="btn sm"
        type="button"
        aria-disabled={busy.value || targets.length === 0}
        onClick={() => void rehearse()}
      >
        {busy.value ? w.rehearsing : found.value ? w.rehearseAgain : w.rehearse}
      </button>
      <div aria-live="polite">
        {[...(found.value ?? [])].map(([target, result]) =>
          result instanceof Error ? (
            <p key={target} class="below">
              <b>{target}</b> <span class="red">{w.wouldBeRefused}</span> <Why error={result} />
            </p>
          ) : (
            <RehearsalOf key={target} rehearsal={result} open={targets.length === 1} />
          ),
        )}
      </div>
    </section>
  );
}
