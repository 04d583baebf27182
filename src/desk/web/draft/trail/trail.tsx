import {useSignal, useSignalEffect} from "@preact/signals";
import {useMemo} from "preact/hooks";
import {traceOf} from "../../../../evidence/trace.ts";
import {later} from "../../later.tsx";
import {inLocale} from "../../words/locale.ts";
import {asFixed, inDigits, ofProbability} from "../judge/numbers.ts";
import {useReview} from "../judge/review.ts";
import {openLines} from "./lines.ts";
import {type Subject, subjectOf} from "./subject.ts";
import {words} from "./words.ts";

const FigureTrail = later(() => import("./figureTrail.tsx").then(({FigureTrail}) => FigureTrail));

/** Where the figure under the cursor comes from, step by step down to the recorded answer. */
export function Trail() {
  const w = inLocale(words);
  const review = useReview();
  const {room} = review;
  const lines = useMemo(() => openLines(room.id), [room]);
  // The ids that were walked down, from what is under the cursor.
  const walked = useSignal<readonly string[]>([]);
  useSignalEffect(() => {
    void room.here.value;
    void review.at.value;
    walked.value = [];
  });
  const evidence = room.evidence.value.value;
  if (!evidence) return null;
  const first = subjectOf(evidence, room.markHere.value, review.item.value);
  const last = walked.value.at(-1);
  const trace = last === undefined ? undefined : traceOf(evidence, last);
  const subject: Subject | undefined =
    last !== undefined && trace ? {kind: "figure", id: last, trace} : first;
  const walk = (id: string) => {
    walked.value = [...walked.value, id];
  };
  return (
    <section class="trail" aria-label={w.title}>
      {walked.value.length > 0 && (
        <button
          class="btn sm plain back"
          type="button"
          onClick={() => {
            walked.value = walked.value.slice(0, -1);
          }}
        >
          ← {w.back(walked.value.at(-2) ?? nameOf(first, w.restsOn))}
        </button>
      )}
      {subject?.kind === "figure" ? (
        <FigureTrail
          id={subject.id}
          trace={subject.trace}
          mark={walked.value.length === 0 ? room.markHere.value : undefined}
          lines={lines}
          walk={walk}
        />
      ) : subject?.kind === "figures" ? (
        <Figures subject={subject} walk={walk} />
      ) : (
        <p class="small soft hint">
          {subject?.kind === "date" ? `${w.date}: ${subject.date}` : w.nothing}
        </p>
      )}
    </section>
  );
}

const nameOf = (subject: Subject | undefined, otherwise: string): string =>
  subject?.kind === "figure" ? subject.id : otherwise;

/** The figures of a sentence, and the test that it stands on. */
function Figures({
  subject: {figures, test},
  walk,
}: {
  readonly subject: Extract<Subject, {kind: "figures"}>;
  readonly walk: (id: string) => void;
}) {
  const w = inLocale(words);
  const value =
    test?.p !== undefined ? ofProbability(test.p) : inDigits(test?.z ?? test?.share ?? 0);
  return (
    <>
      <header>
        <h2>{w.restsOn}</h2>
      </header>
      <ol>
        {test && (
          <li>
            <span>{w.tested}</span>
            <div>
              {test.name}: <b class="v">{value}</b>{" "}
              <span class="soft">{w.threshold(asFixed(test.threshold))}</span>
            </div>
          </li>
        )}
        {figures.map(({id, print}) => (
          <li key={id}>
            <span class="v">{print ?? ""}</span>
            <div>
              <button class="walk" type="button" onClick={() => walk(id)}>
                {id}
              </button>
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}
