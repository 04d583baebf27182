import {rmSync} from "node:fs";
import {setTimeout as sleep} from "node:timers/promises";
import {type Revision, revisionSchema, revisionsSchema} from "../../src/desk/api/reviewShapes.ts";
import {draftsSchema} from "../../src/desk/api/shapes.ts";
import {assay} from "../cli/support.ts";
import {killServer} from "../jobs/killing.ts";
import {until} from "../jobs/newsroom.ts";
import {chance} from "../stats/random.ts";
import {temporary} from "../store/testStore.ts";
import {ask, type DeskProcess, layProject, startDesk, tokenFor} from "./process.ts";

export interface SavesCampaign {
  /** Of the desk, by kill -9. */
  readonly kills: number;
  readonly editors: number;
  /** Every so many kills its PostgreSQL goes as well; never where it is 0. */
  readonly serverEach: number;
  readonly seed: number;
  readonly longestMs: number;
}

export interface SavesToll {
  readonly kills: number;
  readonly serverKills: number;
  /** Saves that the desk said it has. */
  readonly acknowledged: number;
  /** Saves of which nobody knows what became: the desk died over them. */
  readonly unanswered: number;
  /** Saves that came second, and were told so. */
  readonly second: number;
  /** What was acknowledged and is not there as it was sent. */
  readonly lost: readonly string[];
  /** Gaps and doubles in the numbers of revisions, and what `store verify` finds. */
  readonly wrong: readonly string[];
  readonly seconds: number;
}

const asOf = "2026-03-19T00:00:00Z";

/**
 * Several editors save one draft over and over, each word of theirs its own, while the desk is
 * killed at random instants and started again; then everything acknowledged is looked up.
 */
export async function killDuringSaves({
  kills,
  editors,
  serverEach,
  seed,
  longestMs,
}: SavesCampaign): Promise<SavesToll> {
  const began = performance.now();
  const random = chance(seed).uniform;
  const folder = temporary();
  layProject(folder);
  const start = () => startDesk(folder, ["--concurrency", "1"]);
  let desk: DeskProcess = await start();
  const token = await tokenFor(folder, "editor", "editor");
  const json = async (path: string) => (await ask(desk.address, path, {token})).json();
  await ask(desk.address, "/api/notes", {token, body: {coin: "gadget", asOf}});
  const drafts = async () => draftsSchema.parse(await json("/api/drafts")).drafts;
  await until(async () => (await drafts()).length > 0);
  const id = (await drafts())[0]?.id ?? "";

  const acknowledged: {revision: Revision; word: string}[] = [];
  let unanswered = 0;
  let second = 0;
  let over = false;
  async function edit(editor: number): Promise<void> {
    for (let n = 0; !over; n++) {
      const word = `word-${editor}-${n}`;
      try {
        const newest = await ask(desk.address, `/api/drafts/${id}/text`, {token});
        if (!newest.ok) throw new Error(`${newest.status}`);
        const text = (await newest.text()).replace(/\n*(?:word-[\d-]+\n*)*$/, `\n\n${word}\n`);
        const saved = await fetch(new URL(`/api/drafts/${id}/text`, desk.address), {
          method: "PUT",
          headers: {
            authorization: `Bearer ${token}`,
            "content-type": "text/markdown",
            "if-match": newest.headers.get("etag") ?? "",
          },
          body: text,
        });
        if (saved.status === 412) second += 1;
        else if (saved.ok)
          acknowledged.push({revision: revisionSchema.parse(await saved.json()), word});
        else unanswered += 1;
      } catch {
        unanswered += 1;
        await sleep(50);
      }
    }
  }
  const atWork = Array.from({length: editors}, (_, editor) => edit(editor));
  let serverKills = 0;
  for (let kill = 1; kill <= kills; kill++) {
    const before = acknowledged.length;
    // Most die while saves pass, some before the first has.
    if (random() < 0.8) await until(async () => acknowledged.length > before);
    await sleep(random() * longestMs);
    desk.child.kill("SIGKILL");
    if (serverEach > 0 && kill % serverEach === 0) {
      serverKills += 1;
      killServer(folder);
    }
    await desk.ended;
    desk = await start();
  }
  over = true;
  await Promise.all(atWork);

  const lost: string[] = [];
  for (const {revision, word} of acknowledged) {
    const found = revisionSchema.safeParse(
      await json(`/api/drafts/${id}/revisions/${revision.number}`),
    );
    if (!found.data?.text.includes(word) || found.data.sha256 !== revision.sha256)
      lost.push(`revision ${revision.number}, which had ${word}`);
  }
  const numbers: number[] = [];
  for (let before = ""; ; ) {
    const page = revisionsSchema.parse(
      await json(`/api/drafts/${id}/revisions?limit=200${before && `&before=${before}`}`),
    );
    numbers.push(...page.revisions.map(({number}) => number));
    if (page.revisions.length < 200) break;
    before = `${numbers.at(-1)}`;
  }
  const wrong = numbers.flatMap((number, at) =>
    number === numbers.length - at
      ? []
      : [`revision ${number} at place ${at} of ${numbers.length}`],
  );
  desk.child.kill("SIGTERM");
  await desk.ended;
  const verified = await assay(folder, ["store", "verify"]);
  if (verified.code !== 0) wrong.push(`store verify: ${verified.stderr}${verified.stdout}`);
  rmSync(folder, {recursive: true, force: true});
  return {
    kills,
    serverKills,
    acknowledged: acknowledged.length,
    unanswered,
    second,
    lost,
    wrong,
    seconds: Math.round((performance.now() - began) / 1000),
  };
}
