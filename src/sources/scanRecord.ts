import {z} from "zod";
import type {Answer, RecordedAnswer} from "../model/snapshot.ts";
import {pointerTo, type Reading, type ReadingContext, readJson} from "./reading.ts";

const name = "Assay scan";

/** What a scan found of the coin it picked. */
export const pickRecordSchema = z.object({
  asOf: z.iso.datetime(),
  /** Coins that were looked at. */
  universe: z.number().int().min(1),
  /** Tests that p is adjusted for: coins times windows, as far as they could be tested. */
  tests: z.number().int().min(1),
  /** The coin's place among them, from 1. */
  place: z.number().int().min(1),
  rows: z.array(z.object({window: z.number(), p: z.number(), adjustedP: z.number().min(0).max(1)})),
});

export type ScanRecord = z.infer<typeof pickRecordSchema>;

/**
 * The scan as an answer of a snapshot: a note on a coin that was picked because it looked extreme
 * has to be made again, and checked, with the adjusted p-values of that scan.
 */
export function writeScanRecord(asset: string, record: ScanRecord): Answer {
  return {
    source: "scan",
    endpoint: "pick",
    query: {asset},
    url: `assay scan, as of ${record.asOf}`,
    fetchedAt: record.asOf,
    mediaType: "application/json",
    body: Buffer.from(`${JSON.stringify(record, null, 1)}\n`),
  };
}

/** Reads what {@link writeScanRecord} wrote. */
export function readScanRecord(answer: RecordedAnswer, {asset}: ReadingContext): Reading {
  if (answer.query.asset !== asset.id) return {};
  const found = readJson(answer, name, pickRecordSchema);
  const datum = (value: number, ...path: PropertyKey[]) => ({
    value,
    asOf: found.asOf,
    source: name,
    file: answer.path,
    pointer: pointerTo(path),
  });
  return {
    scan: {
      universe: datum(found.universe, "universe"),
      tests: datum(found.tests, "tests"),
      place: datum(found.place, "place"),
      adjustedP: found.rows.map(({window, adjustedP}, i) => ({
        window,
        p: datum(adjustedP, "rows", i, "adjustedP"),
      })),
    },
  };
}
