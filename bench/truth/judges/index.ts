import type {Judge} from "../judge.ts";
import {changes} from "./changes.ts";
import {day} from "./day.ts";
import {falls} from "./falls.ts";
import {levels} from "./levels.ts";
import {ties} from "./ties.ts";
import {volatility} from "./volatility.ts";

/** Every judge there is; another one is a file here and a line below. */
export const judges: readonly Judge[] = [changes, day, levels, falls, volatility, ties];
