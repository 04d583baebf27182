import {useSignal} from "@preact/signals";
import {useEffect} from "preact/hooks";
import type {Answer} from "../../../../evidence/trace.ts";
import type {RecordedLine} from "../../../api/recordedShapes.ts";
import {Why} from "../../frame/failure.tsx";
import {inUtc} from "../../words/instants.ts";
import {inLocale} from "../../words/locale.ts";
import type {Lines} from "./lines.ts";
import {words} from "./words.ts";

/** The line of a recorded answer, with its neighbours on a click. */
export function AnswerLine({
  answer,
  label,
  lines,
  inside = false,
}: {
  readonly answer: Answer;
  readonly label?: string;
  readonly lines: Lines;
  /** Within the row of an input. */
  readonly inside?: boolean;
}) {
  const w = inLocale(words);
  const key = lines.keyOf(answer);
  useEffect(() => void lines.fetch(answer), [key]);
  const found = lines.known.value.get(key);
  const where = answer.file.replace(/^answers\//, "");
  const line = found && "line" in found ? found.line : undefined;
  const source = (
    <span class="soft">
      {where}
      {line && `, ${w.line(line.line)}`}
      {answer.source && ` · ${answer.source}`}
      {answer.fetchedAt && ` · ${w.fetched(inUtc(answer.fetchedAt))}`}
    </span>
  );
  const shown = line ? (
    <Shown line={line} />
  ) : (
    <span class="small soft">
      {found && "failure" in found ? (
        <Why error={found.failure} />
      ) : answer.pointer === "" ? (
        ""
      ) : (
        w.loading
      )}
    </span>
  );
  if (inside)
    return (
      <div class="ans-of">
        {source}
        {shown}
      </div>
    );
  return (
    <li class="in">
      <span>{label}</span>
      <div>{source}</div>
      <div class="wide">{shown}</div>
    </li>
  );
}

function Shown({line: {text, from, to, before, after}}: {readonly line: RecordedLine}) {
  const open = useSignal(false);
  const around = open.value;
  return (
    <button
      class="ans"
      type="button"
      aria-expanded={around}
      onClick={() => {
        open.value = !around;
      }}
    >
      {around && before.map(one => <code key={one}>{one}</code>)}
      <code>
        {text.slice(0, from)}
        <b>{text.slice(from, to)}</b>
        {text.slice(to)}
      </code>
      {around && after.map(one => <code key={one}>{one}</code>)}
    </button>
  );
}
