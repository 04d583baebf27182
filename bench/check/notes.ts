import {join} from "node:path";
import {ExpectedError} from "../../src/model/errors.ts";
import type {Evidence} from "../../src/model/evidence.ts";
import {plainHouse} from "../../src/model/house.ts";
import {styleOf, write} from "../../src/report.ts";
import {rows, selectLines} from "../../src/sources/csv.ts";
import {loadDataset} from "../../src/sources/dataset.ts";
import {snapshotOf, type Wish} from "../../test/walk.ts";

export interface WrittenNote {
  readonly name: string;
  readonly locale: string;
  readonly markdown: string;
  readonly evidence: Evidence;
}

const style = styleOf({house: plainHouse});

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

async function* specs(data: string): AsyncGenerator<Wish> {
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

const snapshots = new Map<string, ReturnType<typeof snapshotOf>>();

/** Undefined where there is nothing to say, or no words of that language. */
async function written(spec: Wish): Promise<WrittenNote | undefined> {
  const {coin, asOf, locale = "en"} = spec;
  const key = `${coin} ${asOf}`;
  try {
    const known = snapshots.get(key) ?? snapshotOf(spec);
    snapshots.clear();
    snapshots.set(key, known);
    const {order, snapshot} = await known;
    const {markdown, evidence} = write({...order, locale}, snapshot, await style);
    return {name: `${key} ${locale}`, locale, markdown, evidence};
  } catch (error) {
    if (error instanceof ExpectedError) return undefined;
    throw error;
  }
}
