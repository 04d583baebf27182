import {useSignal} from "@preact/signals";
import {useEffect, useMemo} from "preact/hooks";
import type {Against} from "../../../api/judgingShapes.ts";
import {Why} from "../../frame/failure.tsx";
import {resource} from "../../resource.ts";
import {dayAndTime} from "../../words/instants.ts";
import {inLocale} from "../../words/locale.ts";
import {useReview} from "../judge/review.ts";
import {againsts, differences} from "./differences.ts";
import {FigureTable} from "./figureTable.tsx";
import {Foreign} from "./foreign.tsx";
import {PlainText} from "./plainText.tsx";
import {Rendered} from "./rendered.tsx";
import {words} from "./words.ts";

/** What has changed since an approval, the program's text, the revision or the note before. */
export function Changes() {
  const w = inLocale(words);
  const review = useReview();
  const {room} = review;
  const against = useSignal<Against>(review.approvedByMe.value ? "approval" : "program");
  const found = useMemo(
    () => resource(stop => differences(room.id, against.value, stop)),
    [room, against.value],
  );
  useEffect(() => void found.refresh(), [found, room.revision.value]);
  const plain = useSignal(false);
  const failure = found.failure.value;
  const both = found.value.value;
  const isNote = both && both.against.draft !== room.id;
  return (
    <div class="changes-view">
      <fieldset class="chips">
        <legend class="away">{w.compareWith}</legend>
        {againsts.map(one => (
          <button
            key={one}
            class="chip"
            type="button"
            aria-pressed={against.value === one}
            onClick={() => {
              against.value = one;
            }}
          >
            {w.against[one]}
          </button>
        ))}
      </fieldset>
      {failure ? (
        <div role="alert">
          <p class="red">
            {w.failed} <Why error={failure} />
          </p>
          <button class="btn sm" type="button" onClick={() => void found.refresh()}>
            {w.again}
          </button>
        </div>
      ) : both === undefined ? (
        <p class="soft">{w.loading}</p>
      ) : both === null ? (
        <p class="soft">{typeof against.value === "number" ? "" : w.noneYet[against.value]}</p>
      ) : (
        <>
          <p class="small soft">
            {isNote
              ? w.sinceNote(both.against.by, dayAndTime(both.against.at))
              : w.since(both.against.revision, both.against.by, dayAndTime(both.against.at))}
          </p>
          <section class="sec">
            <header>
              <h3>{w.byNumber}</h3>
              {both.figures.length > 0 && <p class="small">{w.turnedFirst}</p>}
            </header>
            {both.unsupported.length > 0 && (
              <p>
                <Foreign unsupported={both.unsupported} />
              </p>
            )}
            {(both.figures.length > 0 || both.unsupported.length === 0) && (
              <FigureTable figures={both.figures} />
            )}
          </section>
          <section class="sec">
            <header>
              <h3>{w.inText}</h3>
              <fieldset class="chips">
                <legend class="away">{w.form}</legend>
                {[false, true].map(one => (
                  <button
                    key={`${one}`}
                    class="chip"
                    type="button"
                    aria-pressed={plain.value === one}
                    onClick={() => {
                      plain.value = one;
                    }}
                  >
                    {one ? w.plain : w.rendered}
                  </button>
                ))}
              </fieldset>
            </header>
            {plain.value ? (
              <PlainText base={both.base} text={both.text} />
            ) : (
              <Rendered base={both.base} text={both.text} />
            )}
          </section>
        </>
      )}
    </div>
  );
}
