import {parseArgs} from "node:util";

export interface Contender {
  readonly name: string;
  run(): Promise<unknown> | unknown;
}

/** How long each run of each contender took, in milliseconds. */
export type Times = ReadonlyMap<string, readonly number[]>;

/**
 * Runs the contenders in turns, each round beginning with another one, so that whatever else the
 * machine does falls on all of them alike. One round goes before, uncounted.
 */
export async function inPairs(contenders: readonly Contender[], rounds: number): Promise<Times> {
  const times = new Map<string, number[]>(contenders.map(({name}) => [name, []]));
  for (let round = -1; round < rounds; round += 1) {
    for (let turn = 0; turn < contenders.length; turn += 1) {
      const {name, run} = contenders[(turn + round + 1) % contenders.length]!;
      const start = performance.now();
      await run();
      if (round >= 0) times.get(name)!.push(performance.now() - start);
    }
  }
  return times;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** The median of one over the median of the other. */
export function ratio(times: Times, name: string, to: string): number {
  return median(times.get(name)!) / median(times.get(to)!);
}

export interface Goal {
  readonly goal: string;
  readonly bound: string;
  readonly measured: number | string;
  readonly met: boolean;
}

export function atMost(goal: string, bound: number, measured: number): Goal {
  return {goal, bound: `≤ ${bound}`, measured: rounded(measured), met: measured <= bound};
}

export function atLeast(goal: string, bound: number, measured: number): Goal {
  return {goal, bound: `≥ ${bound}`, measured: rounded(measured), met: measured >= bound};
}

export function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

export type Row = Readonly<Record<string, number | string>>;

export interface Section {
  readonly title: string;
  readonly rows: readonly Row[];
}

/** Medians, fastest and slowest run, and the ratio to the first contender. */
export function section(title: string, times: Times): Section {
  const [first] = times.keys();
  return {
    title,
    rows: [...times].map(([name, runs]) => ({
      name,
      "median ms": rounded(median(runs)),
      "fastest ms": rounded(Math.min(...runs)),
      "slowest ms": rounded(Math.max(...runs)),
      ratio: rounded(ratio(times, name, first!)),
      runs: runs.length,
    })),
  };
}

export function readOptions(): {json: boolean; quick: boolean; data: string | undefined} {
  const {values} = parseArgs({
    options: {json: {type: "boolean"}, quick: {type: "boolean"}, data: {type: "string"}},
  });
  return {json: values.json ?? false, quick: values.quick ?? false, data: values.data};
}

/** Tables for people, one object for machines. */
export function report(sections: readonly Section[], goals: readonly Goal[], json: boolean): void {
  if (json) {
    console.log(JSON.stringify({sections, goals}, undefined, 2));
    return;
  }
  for (const {title, rows} of sections) {
    console.log(`\n${title}`);
    console.table(rows);
  }
  console.log("\nGoals");
  console.table(goals);
}
