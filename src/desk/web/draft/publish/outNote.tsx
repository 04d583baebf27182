import type {DraftSummary} from "../../../api/shapes.ts";
import {inLocale, locale} from "../../words/locale.ts";
import {amissInWords, amissOf, publicationWords} from "../../words/publications.ts";
import {useReview} from "../judge/review.ts";
import {words} from "./words.ts";

/** What of its publication is to be looked at, with the way there. */
export function OutNote({draft}: {readonly draft: DraftSummary}) {
  const w = inLocale(words);
  const review = useReview();
  const amiss = amissOf(draft.publications);
  const open = review.publishing.open.value;
  if (amiss.length === 0 && !open) return null;
  const [worst] = amiss;
  return (
    <button
      class={`link out-note ${worst?.colour ?? "amber"}`}
      type="button"
      onClick={() => {
        review.view.value = "out";
        document.getElementById("tab-out")?.focus();
      }}
    >
      {worst
        ? amissInWords(worst, inLocale(publicationWords), locale.value)
        : open?.kind === "retracted"
          ? w.retracting
          : w.correcting}
    </button>
  );
}
