import type {Market} from "../../model/market.ts";
import {record} from "../../snapshots/record.ts";
import {gatherFiles} from "../../sources/files.ts";
import {readMarket} from "../../sources/market.ts";
import {newestInstant} from "../../sources/newest.ts";

/**
 * Reads a folder of data as a note on the asset would: what a note cannot be made of is refused now,
 * and not by the command that we print.
 */
export async function readOnce(folder: string, asset: string): Promise<Market> {
  const now = new Date().toISOString();
  const asOf = (await newestInstant(folder, {coin: asset, until: now})) ?? now;
  return readMarket(record(await gatherFiles(folder, asset, asOf), asOf));
}
