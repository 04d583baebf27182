import {useEffect, useMemo} from "preact/hooks";
import {Why} from "../../frame/failure.tsx";
import {resource} from "../../resource.ts";
import {lately} from "../../words/instants.ts";
import {inLocale} from "../../words/locale.ts";
import {differences} from "../changes/differences.ts";
import {Foreign} from "../changes/foreign.tsx";
import {Pieces} from "../changes/pieces.tsx";
import {useReview} from "../judge/review.ts";
import {deltaOf} from "./approval.ts";
import {words} from "./words.ts";

/** What has changed since one's own approval, or since the program wrote it: that is to be read, and no more. */
export function Since({
  close,
  out,
}: {
  readonly close: () => void;
  /** The version that is out: what changes for its readers is to be read. */
  readonly out?: {readonly version: number; readonly revision: number};
}) {
  const w = inLocale(words);
  const review = useReview();
  const {room} = review;
  const mine = out ? undefined : review.approvedByMe.value;
  const against = out ? out.revision : mine ? "approval" : "program";
  const found = useMemo(
    () => resource(stop => differences(room.id, against, stop)),
    [room, against],
  );
  useEffect(() => void found.refresh(), [found, room.revision.value]);
  const both = found.value.value;
  const failure = found.failure.value;
  const delta = both && deltaOf(both.base, both.text, room.evidence.value.value?.authorship);
  return (
    <section class="part">
      <h3>
        {out ? w.sinceVersion(out.version) : mine ? w.sinceApproval(mine.revision) : w.sinceProgram}
        {mine && <span class="soft">{lately(mine.at)}</span>}
      </h3>
      {failure ? (
        <p class="red">
          {w.notCompared} <Why error={failure} />
        </p>
      ) : !both || !delta ? (
        <p class="soft">{both === null ? w.noChange : w.comparing}</p>
      ) : delta.blocks.length === 0 ? (
        <p>{delta.head ? w.onlyHead : w.noChange}</p>
      ) : (
        <>
          <div class="delta-list">
            {delta.blocks.map((pieces, i) => (
              <p key={`${i}`}>
                <Pieces pieces={pieces} />
              </p>
            ))}
          </div>
          <p class="small soft below">
            {delta.more > 0 && `${w.more(delta.more)} `}
            <Foreign unsupported={both.unsupported} />{" "}
            {both.figures.length > 0
              ? w.figures(both.figures.length)
              : both.unsupported.length === 0 && w.noFigure}{" "}
            <button
              class="link"
              type="button"
              onClick={() => {
                review.view.value = "changes";
                close();
              }}
            >
              {w.seeAll}
            </button>
          </p>
        </>
      )}
    </section>
  );
}
