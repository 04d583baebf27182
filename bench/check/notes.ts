import {ExpectedError} from "../../src/model/errors.ts";
import type {Evidence} from "../../src/model/evidence.ts";
import {plainHouse} from "../../src/model/house.ts";
import {styleOf, write} from "../../src/report.ts";
import {loadDataset} from "../../src/sources/dataset.ts";
import {listedCoins} from "../../src/sources/listedCoins.ts";
import {snapshotOf, type Wish} from "../../test/walk.ts";
import {randomFrom} from "../simulate.ts";

export interface WrittenNote {
  readonly name: string;
  readonly locale: string;
  readonly markdown: string;
  readonly evidence: Evidence;
}

const style = styleOf({house: plainHouse});

/** Years of every market: two bulls, two bears, calm; the last day is the last one recorded with all sources. */
const span = {from: Date.UTC(2017, 8, 1), to: Date.UTC(2026, 2, 20)};
const hours = 3_600_000;

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
  const {uniform} = randomFrom(11);
  for (let i = 0; i < rounds * coins.length; i++) {
    const hour = Math.floor((uniform() * (span.to - span.from)) / hours);
    // A quarter of the notes are of that last day, when other sources than prices were recorded.
    const asOf = uniform() < 1 / 4 ? span.to + 2 * hours : span.from + hour * hours;
    yield {
      coin: coins[(i * 17) % coins.length]!,
      source: "files",
      data,
      asOf: new Date(asOf).toISOString(),
    };
  }
}

/** How often a coin is tried, each time on another day: not all had a price then. */
const rounds = 12;

async function coinsOf(data: string): Promise<string[]> {
  const listed = await listedCoins(data, await loadDataset(data));
  const named = listed.filter(({asset, key}) => asset.id !== key);
  return [...new Set(named.map(({asset}) => asset.id))].sort();
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
