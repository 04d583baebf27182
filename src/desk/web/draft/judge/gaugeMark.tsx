import type {Judgements} from "../../../api/judgingShapes.ts";
import {inLocale} from "../../words/locale.ts";
import {gaugeOf} from "./gauge.ts";
import {asFixed, inDigits, ofProbability} from "./numbers.ts";
import {words} from "./words.ts";

/** How near a test came to its threshold. */
export function GaugeMark({
  test,
}: {
  readonly test: NonNullable<Judgements["items"][number]["test"]>;
}) {
  const w = inLocale(words);
  const gauge = gaugeOf(test);
  if (!gauge) return null;
  const {sign, value, threshold, at, near} = gauge;
  const shown = sign === "p" ? ofProbability(value) : inDigits(value);
  const told = `${sign === "share" ? "" : `${sign} `}${shown}`;
  const held = w.threshold(told, asFixed(threshold));
  return (
    <span
      class={`gauge${near ? " near" : ""}`}
      role="img"
      aria-label={`${test.name}: ${held}, ${near ? w.near : w.far}`}
    >
      {held}
      <span class="track" style={{"--t": 50, "--x": at}} />
    </span>
  );
}
