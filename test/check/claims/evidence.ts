import {resolve} from "node:path";
import type {Evidence} from "../../../src/model/evidence.ts";
import {evidenceFor} from "../../../src/report.ts";
import {record} from "../../../src/snapshots/record.ts";
import {gatherFiles} from "../../../src/sources/files.ts";

/** The evidence that a note on a sample would have. */
async function evidenceOn(sample: string, coin: string, asOf: string): Promise<Evidence> {
  const data = resolve(import.meta.dirname, "../../../samples", sample);
  const gathered = await gatherFiles(data, coin, asOf);
  return evidenceFor(record(gathered, asOf), "en");
}

/** One day's figures and no history: nothing was tested. */
export const oneDay = await evidenceOn("bittensor", "bittensor", "2026-03-21T21:07:00Z");
/** A coin that has come loose from its benchmark, by the test. */
export const loosened = await evidenceOn("simulated", "tessilith", "2025-07-02T00:00:00Z");
/** A coin whose dependence has not changed, as far as can be seen. */
export const tied = await evidenceOn("simulated", "ondrabar", "2025-07-02T00:00:00Z");
