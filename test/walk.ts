import {type LocalSpec, localOrder} from "../src/config/workspace.ts";
import type {Draft} from "../src/model/draft.ts";
import type {Format} from "../src/model/form.ts";
import {type Order, toOrder} from "../src/model/order.ts";
import type {Snapshot} from "../src/model/snapshot.ts";
import {drawCharts} from "../src/render/charts/draw.ts";
import {rasterize} from "../src/render/rasterize.ts";
import {type Effects, type Note, report, styleOf, write} from "../src/report.ts";
import {record} from "../src/snapshots/record.ts";
import {gather} from "../src/sources/gather.ts";

export const now = () => new Date("2026-11-22T12:00:00Z");
export const http = {now, sleep: async () => {}, random: () => 0};

/** What is ordered, by default from a folder of data. */
export interface Wish extends LocalSpec {
  readonly coin: string;
}

/** Draws and paints; whoever wants a PDF says how it is printed. */
export const pressing = {
  draw: drawCharts,
  rasterize,
  print: () => Promise.reject(new Error("no PDF was asked for")),
};

/** The walk with a clock of its own, and no network. */
export async function walk(
  {coin, ...local}: Wish,
  formats: readonly Format[] = ["md"],
  effects: Partial<Effects> = {},
): Promise<Note> {
  const {spec, workspace} = localOrder({source: "files", ...local});
  return report({...spec, coin}, await styleOf(workspace), formats, {
    now,
    gather: order => gather(order, workspace, {env: {}, http}),
    ...pressing,
    ...effects,
  });
}

/** What is gathered for the wish, with its order. */
export async function snapshotOf({
  coin,
  ...local
}: Wish): Promise<{readonly order: Order; readonly snapshot: Snapshot}> {
  const {spec, workspace} = localOrder({source: "files", ...local});
  const asked = toOrder({...spec, coin}, now());
  const gathered = await gather(asked, workspace, {env: {}, http});
  const order = {...asked, asOf: gathered.asOf};
  return {order, snapshot: record(gathered, order.asOf)};
}

/** The same up to the draft. */
export async function draftOf(
  wish: Wish,
): Promise<{readonly draft: Draft; readonly snapshot: Snapshot}> {
  const {order, snapshot} = await snapshotOf(wish);
  const {workspace} = localOrder(wish);
  return {draft: write(order, snapshot, await styleOf(workspace)), snapshot};
}
