import {Dialog} from "../../frame/dialog.tsx";
import {inLocale} from "../../words/locale.ts";
import {blocksBetween} from "../changes/diff.ts";
import {Pieces} from "../changes/pieces.tsx";
import {useReview} from "../judge/review.ts";
import {Foot} from "./foot.tsx";
import {readable} from "./readable.ts";
import {useDoing} from "./useDoing.ts";
import {words} from "./words.ts";

/** A post that somebody has changed there: as we left it, as it is, and as it would be. */
export function ConflictDialog() {
  const w = inLocale(words);
  const {publishing} = useReview();
  const target = publishing.target.value ?? "";
  const found = publishing.publications.value.value?.publications.find(
    one => one.target === target,
  );
  const {busy, failure, close, confirm} = useDoing(
    () => publishing.order({targets: [target], overwrite: true}),
    w.ordered,
  );
  const leaving = useDoing(() => publishing.answer(target, "left"), w.isLeft);
  if (!found?.conflict) return null;
  const [base, theirs, ours] = [
    readable(found.conflict.base),
    readable(found.conflict.theirs),
    readable(found.conflict.ours),
  ];
  const changed = blocksBetween(base, theirs).filter(({kind}) => kind === "changed");
  return (
    <Dialog about={target} title={w.changedThere} onClose={close} onConfirm={() => void confirm()}>
      <section class="part">
        <h3>
          {w.theirs} <span class="soft">{w.theirsSays}</span>
        </h3>
        {changed.length === 0 ? (
          <p class="soft">{w.nothingReadable}</p>
        ) : (
          <div class="delta-list">
            {changed.map((block, i) => (
              <p key={`${i}`}>{block.kind === "changed" && <Pieces pieces={block.pieces} />}</p>
            ))}
          </div>
        )}
        {found.address !== undefined && /^https?:/.test(found.address) && (
          <p class="below">
            <a class="text" href={found.address} target="_blank" rel="noopener noreferrer">
              {w.seeThere}
            </a>
          </p>
        )}
      </section>
      {(
        [
          ["base", w.base, base],
          ["theirs", w.theirsWhole, theirs],
          ["ours", w.ours, ours],
        ] as const
      ).map(([key, title, text]) => (
        <section key={key} class="part">
          <details class="more-of">
            <summary>{title}</summary>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keys as well */}
            <section class="whole" tabIndex={0} aria-label={title}>
              {text
                .split("\n")
                .filter(line => line.trim() !== "")
                .map((line, i) => (
                  <p key={`${i}`}>{line}</p>
                ))}
            </section>
          </details>
        </section>
      ))}
      <Foot
        says={w.overwrite}
        other={
          found.state === "left" ? undefined : {says: w.leave, act: () => void leaving.confirm()}
        }
        ready
        busy={busy || leaving.busy}
        failure={failure ?? leaving.failure}
        close={close}
        confirm={() => void confirm()}
      >
        {w.overwriteCosts}
      </Foot>
    </Dialog>
  );
}
