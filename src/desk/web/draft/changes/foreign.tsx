import type {Differences} from "../../../api/judgingShapes.ts";
import {inLocale} from "../../words/locale.ts";
import {words} from "./words.ts";

/** Numbers that came in or went and that the evidence does not have: no table of figures has them. */
export function Foreign({unsupported}: Pick<Differences, "unsupported">) {
  const w = inLocale(words);
  const told = (came: boolean) =>
    unsupported
      .filter(one => one.came === came)
      .map(({text}) => text)
      .join(", ");
  const [came, gone] = [told(true), told(false)];
  return (
    <>
      {came && <span class="red">{w.foreign(came)}</span>}
      {came && gone && " "}
      {gone && <span>{w.foreignGone(gone)}</span>}
    </>
  );
}
