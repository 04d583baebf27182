import type {Judge} from "../judge.ts";
import {captions} from "./captions.ts";
import {cases} from "./cases.ts";
import {causes} from "./causes.ts";
import {changes} from "./changes.ts";
import {day} from "./day.ts";
import {falls} from "./falls.ts";
import {field} from "./field.ts";
import {head} from "./head.ts";
import {levels} from "./levels.ts";
import {named} from "./named.ts";
import {others} from "./others.ts";
import {peers} from "./peers.ts";
import {quotes} from "./quotes.ts";
import {range} from "./range.ts";
import {record} from "./record.ts";
import {records} from "./records.ts";
import {spans} from "./spans.ts";
import {takeaways} from "./takeaways.ts";
import {tieNamed} from "./tieNamed.ts";
import {ties} from "./ties.ts";
import {trading} from "./trading.ts";
import {volatility} from "./volatility.ts";
import {watch} from "./watch.ts";

/** Every judge there is; another one is a file here and a line below. */
export const judges: readonly Judge[] = [
  changes,
  day,
  levels,
  falls,
  volatility,
  ties,
  tieNamed,
  causes,
  others,
  peers,
  cases,
  field,
  records,
  quotes,
  named,
  trading,
  record,
  spans,
  head,
  watch,
  captions,
  takeaways,
  range,
];
