import {useEffect, useState} from "preact/hooks";
import type {Run} from "../../api/shapes.ts";
import {seconds} from "../words/instants.ts";
import {inLocale} from "../words/locale.ts";
import {hasEnded, type Stage, stagesOf} from "./progress.ts";
import {words} from "./words.ts";

/** Now, again each half second while something is at work. */
export function useNow(moving: boolean): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    if (!moving) return undefined;
    const timer = setInterval(() => setNow(new Date()), 500);
    return () => clearInterval(timer);
  }, [moving]);
  return now;
}

const classes = {done: undefined, now: "now", bad: "bad", todo: "not"} as const;

/** The stages of a run as bars, with what they took. */
export function Bars({run}: {readonly run: Run}) {
  const w = inLocale(words);
  const now = useNow(!hasEnded(run));
  const stages = stagesOf(run, now);
  const reached = stages.filter(({state}) => state !== "todo");
  return (
    <>
      <div
        class="steps"
        role="img"
        aria-label={stages
          .map(({name, state}) => `${w.stages[name]}: ${w.stageStates[state]}`)
          .join(", ")}
      >
        {stages.map(({name, state}) => (
          <i key={name} class={classes[state]} />
        ))}
      </div>
      <span class="small soft">
        {reached.length === 0
          ? w.notBegun
          : reached
              .map(
                ({name, state, ms}) => `${w.stages[name]} ${state === "now" ? "…" : seconds(ms)}`,
              )
              .join(" · ")}
        {reached.length > 0 && " s"}
      </span>
    </>
  );
}

/** The stages of a run one under the other, as it goes. */
export function Stepper({run}: {readonly run: Run}) {
  const w = inLocale(words);
  const now = useNow(!hasEnded(run));
  return (
    <ol class="stepper">
      {stagesOf(run, now).map(stage => (
        <li key={stage.name} class={stage.state === "done" ? undefined : stage.state}>
          <Shape of={stage.state} />
          <span>
            {w.stages[stage.name]}
            <span class="away">: {w.stageStates[stage.state]}</span>
          </span>
          <span class="t">{stage.state === "todo" ? "" : figures(stage, w)}</span>
        </li>
      ))}
    </ol>
  );
}

function figures({calls, ms, done, of}: Stage, w: (typeof words)["en"]) {
  return [of > 1 && w.notes(done, of), calls > 0 && w.calls(calls), `${seconds(ms)} s`]
    .filter(Boolean)
    .join(" · ");
}

function Shape({of}: {readonly of: Stage["state"]}) {
  switch (of) {
    case "done":
      return (
        <svg class="i" viewBox="0 0 16 16" aria-hidden="true">
          <path d="M3 8.5l3.2 3.2L13 4.8" />
        </svg>
      );
    case "bad":
      return (
        <svg class="i" viewBox="0 0 16 16" aria-hidden="true">
          <path d="M4 4l8 8M12 4l-8 8" />
        </svg>
      );
    case "now":
      return (
        <svg class="i is-spin" viewBox="0 0 16 16" aria-hidden="true">
          <path d="M13.5 8A5.5 5.5 0 1 1 8 2.5" />
        </svg>
      );
    case "todo":
      return (
        <svg class="i" viewBox="0 0 16 16" aria-hidden="true">
          <circle cx="8" cy="8" r="5.5" />
        </svg>
      );
  }
}
