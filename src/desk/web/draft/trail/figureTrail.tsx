import {placesOf} from "../../../../check/places.ts";
import type {Trace} from "../../../../evidence/trace.ts";
import type {Mark} from "../../../../model/mark.ts";
import {inUtc} from "../../words/instants.ts";
import {inLocale} from "../../words/locale.ts";
import {inFull, inShort} from "../judge/numbers.ts";
import {useReview} from "../judge/review.ts";
import {AnswerLine} from "./answerLine.tsx";
import type {Lines} from "./lines.ts";
import {words} from "./words.ts";

/** One figure: in the text, its value, its formula, what goes into it, the recorded answer. */
export function FigureTrail({
  id,
  trace,
  mark,
  lines,
  walk,
}: {
  readonly id: string;
  readonly trace: Trace;
  /** As it stands in the text, where it is traced from there. */
  readonly mark: Mark | undefined;
  readonly lines: Lines;
  readonly walk: (id: string) => void;
}) {
  const w = inLocale(words);
  const print = trace.kind === "figure" ? trace.printed[0] : undefined;
  return (
    <>
      <header>
        <h2>{print === undefined ? w.title : w.comesFrom(print)}</h2>
        <span class="small soft">{id}</span>
      </header>
      <ol>
        {mark && trace.kind === "figure" && <InText mark={mark} printed={trace.printed} />}
        {trace.kind === "figure" && (
          <>
            <li>
              <span>{w.value}</span>
              <div>
                <b class="v" title={inFull(trace.value)}>
                  {inShort(trace.value)}
                </b>{" "}
                <span class="soft">
                  {trace.unit}, {w.asOf} {inUtc(trace.asOf)}
                </span>
              </div>
            </li>
            {trace.formula !== undefined && (
              <li>
                <span>{w.formula}</span>
                <div>
                  {trace.formula}
                  {trace.inputs.length === 0 && <span class="soft"> ({w.counted})</span>}
                </div>
              </li>
            )}
            {trace.parameter !== undefined && (
              <li>
                <span>{w.fixed}</span>
                <div>{trace.parameter}</div>
              </li>
            )}
            {trace.answer && <AnswerLine answer={trace.answer} label={w.read} lines={lines} />}
            {trace.inputs.map(input => (
              <Input key={input.id} input={input} lines={lines} walk={walk} />
            ))}
          </>
        )}
        {trace.kind === "series" && (
          <>
            <li>
              <span>{w.value}</span>
              <div>{w.values(trace.count, trace.from, trace.to)}</div>
            </li>
            <AnswerLine answer={trace.answer} label={w.read} lines={lines} />
          </>
        )}
      </ol>
    </>
  );
}

function InText({mark, printed}: {readonly mark: Mark; readonly printed: readonly string[]}) {
  const w = inLocale(words);
  const {room} = useReview();
  const text = room.text.value ?? "";
  const stands = text.slice(mark.from, mark.to);
  const {line} = placesOf(text).place(mark.from);
  const [print] = printed;
  const bad = mark.status === "wrong" || mark.status === "unsupported";
  return (
    <li>
      <span>{w.inText}</span>
      <div>
        <button
          class={`walk v${bad ? " red" : ""}`}
          type="button"
          onClick={() => room.hand.value?.show(mark, {focus: true})}
        >
          {stands}
        </button>{" "}
        <span class="soft">
          {w.line(line)};{" "}
          {print === undefined
            ? w.notPrinted
            : printed.includes(stands)
              ? w.asPrinted
              : w.prints(print)}
        </span>
      </div>
    </li>
  );
}

/** What goes into a formula; what was read shows its line at once, the rest is walked to. */
function Input({
  input,
  lines,
  walk,
}: {
  readonly input: Trace;
  readonly lines: Lines;
  readonly walk: (id: string) => void;
}) {
  const w = inLocale(words);
  const answer = input.kind === "figure" ? input.answer : undefined;
  return (
    <li class="in wide">
      <button class="walk" type="button" onClick={() => walk(input.id)}>
        {input.id}
      </button>
      <div class="num">
        {input.kind === "figure" ? (
          <b class="v" title={inFull(input.value)}>
            {inShort(input.value)}
          </b>
        ) : input.kind === "series" ? (
          <span class="soft">{w.values(input.count, input.from, input.to)}</span>
        ) : (
          <span class="soft">{w.unknown}</span>
        )}
      </div>
      {answer && <AnswerLine answer={answer} lines={lines} inside />}
    </li>
  );
}
