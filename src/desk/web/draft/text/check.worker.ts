import {examine} from "../../../../check/marks.ts";
import type {Evidence} from "../../../../model/evidence.ts";
import {type Reading, readingOf} from "./reading.ts";

/** Evidence comes once, before the first text. */
export type Asked = {readonly evidence: Evidence} | {readonly text: string};
export type Answered = {readonly reading: Reading} | {readonly failure: string};

let evidence: Evidence | undefined;

addEventListener("message", ({data}: MessageEvent<Asked>) => {
  if ("evidence" in data) {
    evidence = data.evidence;
    return;
  }
  if (evidence) postMessage(answer(data.text, evidence));
});

function answer(text: string, evidence: Evidence): Answered {
  try {
    return {reading: readingOf(text, examine(text, evidence))};
  } catch (error) {
    // A bug of ours; the next text may be read well.
    return {failure: String(error)};
  }
}
