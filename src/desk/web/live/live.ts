import {ended} from "../session/session.ts";
import {live, tell} from "../stream.ts";
import {follow} from "./source.ts";
import {changeOf, type Told} from "./told.ts";

const pollMs = 15_000;

/**
 * Tells the page what changes, as long as somebody is signed in: by a stream that the tabs of the
 * browser share, and while there is none by asking for all anew from time to time.
 */
export function listen(): () => void {
  const leave = shared(hear) ?? follow(hear);
  const poll = setInterval(() => {
    if (!live.value && !document.hidden && !ended.value) tell({kind: "any", id: "*"});
  }, pollMs);
  return () => {
    clearInterval(poll);
    leave();
    live.value = false;
  };
}

function hear(told: Told): void {
  if ("live" in told) live.value = told.live;
  else tell(changeOf(told.event, told.data));
}

/** Undefined where the browser has no workers that tabs share. */
function shared(hear: (told: Told) => void): (() => void) | undefined {
  if (typeof SharedWorker === "undefined") return undefined;
  const {port} = new SharedWorker(new URL("./worker.ts", import.meta.url), {
    type: "module",
    name: "assay",
  });
  port.onmessage = ({data}: MessageEvent<Told>) => hear(data);
  const hello = () => port.postMessage("hello");
  const bye = () => port.postMessage("bye");
  // A page that is gone back to was only put aside.
  addEventListener("pageshow", hello);
  addEventListener("pagehide", bye);
  hello();
  return () => {
    removeEventListener("pageshow", hello);
    removeEventListener("pagehide", bye);
    bye();
    port.close();
  };
}
