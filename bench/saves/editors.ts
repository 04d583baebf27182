import {setTimeout as sleep} from "node:timers/promises";
import {parentPort, workerData} from "node:worker_threads";

const {ids, tokens, text, address, seconds, everyMs} = workerData as {
  ids: readonly string[];
  tokens: readonly string[];
  text: string;
  address: string;
  seconds: number;
  everyMs: number;
};

const took: number[] = [];
let [lost, refused] = [0, 0];
const until = performance.now() + seconds * 1000;

/** Changes a sentence each time, saves, and in the end looks whether the last is there. */
async function edit(id: string, token: string): Promise<void> {
  const headers = {authorization: `Bearer ${token}`, "content-type": "text/markdown"};
  let revision = 1;
  let saved = "";
  await sleep(Math.random() * everyMs);
  while (performance.now() < until) {
    const body = text.replace(
      "## Method",
      `Seen by an editor ${"again ".repeat(revision)}.\n\n## Method`,
    );
    const began = performance.now();
    const answer = await fetch(`${address}/api/drafts/${id}/text`, {
      method: "PUT",
      headers: {...headers, "if-match": `"${revision}"`},
      body,
    });
    const found = (await answer.json()) as {number: number; text: string};
    took.push(performance.now() - began);
    if (answer.ok) [revision, saved] = [found.number, found.text];
    else refused++;
    await sleep(everyMs * (0.5 + Math.random()) - (performance.now() - began));
  }
  const now = await fetch(`${address}/api/drafts/${id}/text`, {headers});
  if ((await now.text()) !== saved) lost++;
}

await Promise.all(ids.map((id, i) => edit(id, tokens[i] ?? "")));
parentPort?.postMessage({took, lost, refused});
