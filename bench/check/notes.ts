import {join} from "node:path";
import {find} from "../../src/findings/find.ts";
import {ExpectedError} from "../../src/model/errors.ts";
import type {Evidence} from "../../src/model/evidence.ts";
import {type NoteSpec, toOrder} from "../../src/model/order.ts";
import {narrate} from "../../src/narrative/article.ts";
import {renderMarkdown} from "../../src/render/markdown.ts";
import {readTemplates} from "../../src/render/templates.ts";
import {evidenceFor} from "../../src/report.ts";
import {record} from "../../src/snapshots/record.ts";
import {rows, selectLines} from "../../src/sources/csv.ts";
import {loadDataset} from "../../src/sources/dataset.ts";
import {gather} from "../../src/sources/gather.ts";
import {readMarket} from "../../src/sources/market.ts";
import {generator} from "../../src/version.ts";

export interface WrittenNote {
  readonly name: string;
  readonly locale: string;
  readonly markdown: string;
  readonly evidence: Evidence;
}

const now = () => new Date("2026-11-22T12:00:00Z");
const http = {now, sleep: async () => {}, random: () => 0};
const templates = readTemplates();

/** Every day is of another market: bull, bear, calm, and the last one recorded with all sources. */
const days = [
  "2026-03-20T02:00:00Z",
  "2025-06-15T00:00:00Z",
  "2024-02-10T00:00:00Z",
  "2025-11-03T12:00:00Z",
  "2023-07-01T00:00:00Z",
  "2024-08-06T06:00:00Z",
  "2022-11-10T00:00:00Z",
];

/** The samples, and notes on the coins of a folder at several days, in every locale there is. */
export async function* writtenNotes(data: string, count: number): AsyncGenerator<WrittenNote> {
  let left = count;
  for await (const spec of specs(data)) {
    for (const locale of ["en", "tr"]) {
      const note = left > 0 ? await written({...spec, locale}) : undefined;
      if (!note) continue;
      left--;
      yield note;
    }
    if (left <= 0) return;
  }
}

async function* specs(data: string): AsyncGenerator<NoteSpec> {
  yield {
    coin: "bittensor",
    source: "files",
    data: "samples/bittensor",
    asOf: "2026-03-21T21:07:00Z",
  };
  yield {
    coin: "tessilith",
    source: "files",
    data: "samples/simulated",
    asOf: "2025-07-02T00:00:00Z",
  };
  const coins = await coinsOf(data);
  for (let i = 0; i < coins.length * days.length; i++)
    yield {
      coin: coins[(i * 17) % coins.length]!,
      source: "files",
      data,
      asOf: days[(i + Math.floor(i / coins.length)) % days.length]!,
    };
}

async function coinsOf(data: string): Promise<string[]> {
  const {assets} = await loadDataset(data);
  const path = join(data, assets.file);
  const known = rows(await selectLines(path, {columns: [assets.id!]}), path);
  return [...new Set(known.map(row => row[assets.id!]!).filter(Boolean))].sort();
}

const snapshots = new Map<string, Promise<ReturnType<typeof record>>>();

/** Undefined where there is nothing to say, or no words of that language. */
async function written(spec: NoteSpec): Promise<WrittenNote | undefined> {
  const order = toOrder(spec, now());
  const key = `${order.coin} ${order.asOf}`;
  try {
    const known =
      snapshots.get(key) ?? gather(order, {env: {}, http}).then(one => record(one, one.asOf));
    snapshots.clear();
    snapshots.set(key, known);
    const snapshot = await known;
    // Not by `compose`, which refuses what the check objects to: a false alarm would not be seen.
    const article = narrate(order, snapshot, find(readMarket(snapshot), order.locale), generator);
    if (!article) return undefined;
    return {
      name: `${key} ${order.locale}`,
      locale: order.locale,
      markdown: renderMarkdown(article, order.template, await templates),
      evidence: await evidenceFor(snapshot, order.locale),
    };
  } catch (error) {
    if (error instanceof ExpectedError) return undefined;
    throw error;
  }
}
