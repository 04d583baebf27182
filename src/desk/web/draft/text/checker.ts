import type {Evidence} from "../../../../model/evidence.ts";
import type {Answered, Asked} from "./check.worker.ts";
import type {Reading} from "./reading.ts";

interface Told {
  /** The text has been taken; what is typed from now on is not of it. */
  readonly taken: () => string;
  readonly read: (reading: Reading) => void;
  readonly failed: (why: string) => void;
}

export interface Checker {
  /** The text has changed. One text is read at a time; of those that come meanwhile the newest. */
  ask(): void;
  close(): void;
}

/** Milliseconds: the letter is drawn first, and what is typed at one go is read at once. */
const pause = 40;

/** Reads texts beside the page, so that it takes keys meanwhile. */
export function openChecker(evidence: Evidence, {taken, read, failed}: Told): Checker {
  const worker = new Worker(new URL("./check.worker.ts", import.meta.url), {type: "module"});
  const post = (asked: Asked) => worker.postMessage(asked);
  let busy = false;
  let waiting = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function begin() {
    timer = undefined;
    busy = true;
    waiting = false;
    post({text: taken()});
  }
  function ask() {
    if (busy) waiting = true;
    else timer ??= setTimeout(begin, pause);
  }
  worker.onmessage = ({data}: MessageEvent<Answered>) => {
    busy = false;
    if ("reading" in data) read(data.reading);
    else failed(data.failure);
    if (waiting) ask();
  };
  worker.onerror = event => {
    busy = false;
    failed(event.message);
  };
  post({evidence});
  ask();
  return {
    ask,
    close() {
      clearTimeout(timer);
      worker.terminate();
    },
  };
}
