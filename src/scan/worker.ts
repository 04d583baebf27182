import {parentPort} from "node:worker_threads";
import {type Task, takeShares} from "./shares.ts";

/** Where a thread begins: it takes its shares of each job that `startThreads` sends. */
parentPort?.on("message", async (task: Task) => {
  await takeShares(task);
  parentPort?.postMessage("done");
});
