import {displayText} from "../format/displayText.ts";
import type {Fault} from "../model/fault.ts";

/** For people, on a line of its own: where, what, which words, why, and what would be right. */
export function faultLine(file: string, {line, column, text, kind, reason, suggestion}: Fault) {
  const right = suggestion === undefined ? "" : ` → ${displayText(suggestion, 120)}`;
  return `${file}:${line}:${column}  ${kind}  “${displayText(text, 80)}”  ${displayText(reason, 400)}${right}`;
}
