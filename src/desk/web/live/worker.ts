import {follow} from "./source.ts";
import type {Told} from "./told.ts";

// One stream for all tabs of a browser: over HTTP/1.1 it has six connections, and each tab needs some.

const ports = new Set<MessagePort>();
let live = false;
let stop: (() => void) | undefined;

const say = (told: Told) => {
  if ("live" in told) live = told.live;
  for (const port of ports) port.postMessage(told);
};

addEventListener("connect", event => {
  const [port] = (event as MessageEvent).ports;
  if (!port) return;
  port.onmessage = ({data}) => {
    if (data === "hello") {
      ports.add(port);
      stop ??= follow(say);
      port.postMessage({live} satisfies Told);
    } else {
      ports.delete(port);
      if (ports.size > 0) return;
      stop?.();
      stop = undefined;
      live = false;
    }
  };
});
