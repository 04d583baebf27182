import {once} from "node:events";
import {Worker} from "node:worker_threads";
import type {Chart} from "../../model/chart.ts";

/** Draws charts beside the calling thread; Plot, half a second's start, is loaded there. */
export interface Studio extends AsyncDisposable {
  draw(charts: readonly Chart[]): Promise<string[]>;
}

/** The worker beside this file, as source or compiled. */
const worker = new URL(
  import.meta.url.endsWith(".ts") ? "./worker.ts" : "./worker.js",
  import.meta.url,
);

/** Opens a thread that makes itself ready at once. */
export function openStudio(): Studio {
  const thread = new Worker(worker);
  const failed = once(thread, "error").then(([error]) => Promise.reject(error as Error));
  failed.catch(() => {}); // told to whoever draws
  thread.unref();
  return {
    async draw(charts) {
      thread.ref();
      thread.postMessage(charts);
      const [drawn] = (await Promise.race([once(thread, "message"), failed])) as [string[]];
      thread.unref();
      return drawn;
    },
    async [Symbol.asyncDispose]() {
      await thread.terminate();
    },
  };
}
