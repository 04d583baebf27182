import type {Run} from "../../api/shapes.ts";
import {coinName} from "./coinNames.ts";

/** What a run is of: its schedule, or the coins that were ordered. */
export const nameOf = ({schedule, coin, notes}: Run, otherwise: string): string =>
  schedule ??
  (coin !== undefined
    ? coinName(coin)
    : notes.length > 0
      ? notes.map(({coin}) => coinName(coin)).join(", ")
      : otherwise);
