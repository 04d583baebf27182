import type {Publication} from "../../../api/publicationShapes.ts";
import {inLocale} from "../../words/locale.ts";
import {phaseOf} from "./phase.ts";
import {words} from "./words.ts";

/** What is being done there just now, after what has been done. */
export function Steps({publication}: {readonly publication: Publication}) {
  const w = inLocale(words);
  const {looked, parts, put} = phaseOf(publication);
  return (
    <ol class="doing" aria-live="polite">
      <li class={looked ? "done" : "now"}>{w.steps.look}</li>
      {looked && (
        <li class={put ? "done" : "now"}>
          {w.steps.put}
          {parts.map(({step, done}) => (
            <span key={step} class="small soft line">
              {step}
              {done ? ` ${w.steps.done}` : " …"}
            </span>
          ))}
        </li>
      )}
      {put && <li class="now">{w.steps.read}</li>}
    </ol>
  );
}
