import {leaveSignals} from "../disk/temporaryFolder.ts";

/** What whoever runs us wants. */
export type Wanted = "stop" | "reload";

export interface Signals {
  /** Waits for what is wanted next. */
  next(): Promise<Wanted>;
  close(): void;
}

const stops = {SIGINT: 130, SIGTERM: 143} as const;

/**
 * Takes SIGINT and SIGTERM for a wish to stop, at the second of them at once, and SIGHUP for one to
 * read the configuration anew. What else ends with the process then goes when it exits.
 */
export function openSignals(): Signals {
  leaveSignals();
  const wanted: Wanted[] = [];
  let arrived = Promise.withResolvers<void>();
  const want = (what: Wanted) => {
    wanted.push(what);
    arrived.resolve();
  };
  let stopping = false;
  const stop = (signal: NodeJS.Signals) => {
    if (stopping) process.exit(stops[signal as keyof typeof stops]);
    stopping = true;
    want("stop");
  };
  const reload = () => want("reload");
  for (const signal of Object.keys(stops)) process.on(signal, stop);
  process.on("SIGHUP", reload);
  return {
    async next() {
      await arrived.promise;
      const what = wanted.shift() ?? "stop";
      if (wanted.length === 0) arrived = Promise.withResolvers();
      return what;
    },
    close() {
      for (const signal of Object.keys(stops)) process.off(signal, stop);
      process.off("SIGHUP", reload);
    },
  };
}
