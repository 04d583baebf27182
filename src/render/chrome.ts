import {type ChildProcess, spawn} from "node:child_process";
import {once} from "node:events";
import {tmpdir} from "node:os";
import type {Duplex} from "node:stream";
import {setTimeout as sleep} from "node:timers/promises";
import type {ConnectionTransport} from "puppeteer-core";
import {onEnd, temporaryFolder} from "../disk/temporaryFolder.ts";
import {RenderingFailed} from "../model/errors.ts";

/** A running browser, told what to do over a pipe: no port is open that others could use. */
export interface Chrome {
  readonly transport: ConnectionTransport;
  /** Never fulfilled; rejected when the browser ends before it is told to. */
  readonly failed: Promise<never>;
  /** Ends the browser with all its processes, and removes what it wrote. */
  end(): Promise<void>;
}

/** One fixed list: some of these change the bytes of a PDF. */
const always = [
  "--headless",
  "--remote-debugging-pipe",
  "--disable-gpu",
  "--font-render-hinting=none",
  "--enable-features=NetworkServiceInProcess2",
  "--force-color-profile=srgb",
  "--hide-scrollbars",
  "--in-process-gpu",
  "--mute-audio",
  "--no-first-run",
  "--no-default-browser-check",
  "--no-pings",
  "--disable-background-networking",
  "--disable-breakpad",
  "--disable-component-update",
  "--disable-default-apps",
  "--disable-dev-shm-usage",
  "--disable-domain-reliability",
  "--disable-extensions",
  "--disable-site-isolation-trials",
  "--disable-sync",
  "--metrics-recording-only",
  "--password-store=basic",
  "--use-mock-keychain",
];
/** The zygote is what the sandbox starts from; without one it only costs time. */
const sandboxless = ["--no-sandbox", "--no-zygote"];
/** Left alone, a browser gathers in its processes, so that no dead ones stay; it has this long, in ms. */
const patience = 1_000;

/** Starts a browser in a process group and a profile of its own. */
export async function startChrome(
  executable: string,
  {sandbox}: {sandbox: boolean},
): Promise<Chrome> {
  const profile = temporaryFolder(tmpdir(), "assay-browser-");
  const args = [
    ...always,
    ...(sandbox ? [] : sandboxless),
    `--user-data-dir=${profile.path}`,
    "about:blank",
  ];
  const child = spawn(executable, args, {
    detached: process.platform !== "win32",
    stdio: ["ignore", "ignore", "pipe", "pipe", "pipe"],
    env: {...process.env, TMPDIR: profile.path},
  });
  const ended = once(child, "close");
  const kill = () => killAll(child);
  const release = onEnd(kill);
  const transport = pipeTransport(child);
  return {
    transport,
    failed: failure(child, executable, ended),
    async end() {
      release();
      const gone = ended.then(
        () => {},
        () => {},
      );
      transport.close();
      await Promise.race([gone, sleep(patience, undefined, {ref: false})]);
      kill();
      await gone;
      await profile[Symbol.asyncDispose]();
    },
  };
}

/** A browser whose pipe closes ends by itself, but not always at once. */
function killAll(child: ChildProcess): void {
  try {
    if (child.pid === undefined) return;
    if (process.platform === "win32") child.kill("SIGKILL");
    else process.kill(-child.pid, "SIGKILL");
  } catch {
    // It has ended already.
  }
}

function failure(
  child: ChildProcess,
  executable: string,
  ended: Promise<unknown[]>,
): Promise<never> {
  let said = "";
  child.stderr!.setEncoding("utf8").on("data", text => {
    said = (said + text).slice(-2_000);
  });
  const failed = ended.then(
    ([code, signal]) => {
      const how = signal ? `was ended by ${signal}` : `ended with code ${code}`;
      const last = said.trim().split("\n").slice(-3).join(" ");
      throw new RenderingFailed(`${executable} ${how}${last && `: ${last}`}`);
    },
    cause => {
      throw new RenderingFailed(`${executable} cannot be run: ${cause.message}`, {cause});
    },
  );
  failed.catch(() => {});
  return failed;
}

/** DevTools messages over descriptors 3 and 4, each ended by a zero byte. */
function pipeTransport(child: ChildProcess): ConnectionTransport {
  const output = child.stdio[3] as Duplex;
  const input = child.stdio[4] as Duplex;
  const parts: Buffer[] = [];
  const transport: ConnectionTransport = {
    send: message => output.write(`${message}\0`),
    close: () => output.end(),
  };
  input.on("data", (chunk: Buffer) => {
    let from = 0;
    for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, from)) {
      parts.push(chunk.subarray(from, end));
      transport.onmessage?.(Buffer.concat(parts.splice(0)).toString("utf8"));
      from = end + 1;
    }
    if (from < chunk.length) parts.push(chunk.subarray(from));
  });
  input.on("close", () => transport.onclose?.());
  for (const stream of [input, output]) stream.on("error", () => transport.onclose?.());
  return transport;
}
