import {useKeys} from "../../keys.ts";
import {later} from "../../later.tsx";
import {inLocale, locale} from "../../words/locale.ts";
import {words as headWords} from "../head/words.ts";
import {useReview, type View, views} from "../judge/review.ts";
import {Paper} from "./paper.tsx";
import {Pdf} from "./pdf.tsx";
import {words} from "./words.ts";

const Changes = later(() => import("../changes/changes.tsx").then(({Changes}) => Changes));
const History = later(() => import("../history/history.tsx").then(({History}) => History));
const OutView = later(() => import("../publish/outView.tsx").then(({OutView}) => OutView));

/** The draft as a whole: as it would go out, what has changed, who did what. */
export function PageColumn() {
  const w = inLocale(words);
  const review = useReview();
  const view = review.view.value;
  const choose = (one: View, focus = false) => {
    review.view.value = one;
    if (focus) document.getElementById(`tab-${one}`)?.focus();
  };
  useKeys(
    () =>
      views.map((one, i) => ({
        key: `${i + 1}`,
        ...(i === 0 && {says: `1–5: ${inLocale(headWords).keys.views}`}),
        act: () => choose(one),
      })),
    [review, locale.value],
  );
  return (
    <section class="col pagecol" id="c-page" aria-labelledby="page-title">
      <h2 class="away" id="page-title">
        {w.title}
      </h2>
      <div class="bar">
        <div
          class="tabs"
          role="tablist"
          aria-label={w.title}
          onKeyDown={event => {
            const step = {ArrowRight: 1, ArrowLeft: -1}[event.key];
            if (step === undefined) return;
            const next = views[(views.indexOf(view) + step + views.length) % views.length];
            if (next) choose(next, true);
          }}
        >
          {views.map(one => (
            <button
              key={one}
              id={`tab-${one}`}
              role="tab"
              type="button"
              aria-controls="page-view"
              aria-selected={view === one}
              tabIndex={view === one ? 0 : -1}
              onClick={() => choose(one)}
            >
              {w.views[one]}
            </button>
          ))}
        </div>
        {view === "page" && (
          <span>
            {review.inStep.value
              ? w.inStep
              : review.laidOut.value !== undefined && w.outOfStep(review.laidOut.value)}
          </span>
        )}
      </div>
      <div
        class="body"
        id="page-view"
        role="tabpanel"
        aria-labelledby={`tab-${view}`}
        tabIndex={view === "page" || view === "pdf" ? -1 : 0}
      >
        {/* The page stays laid out while another is looked at. */}
        <div class="keep" hidden={view !== "page"}>
          <Paper />
        </div>
        {view === "pdf" && <Pdf />}
        {view === "changes" && <Changes />}
        {view === "history" && <History />}
        {view === "out" && <OutView />}
      </div>
    </section>
  );
}
