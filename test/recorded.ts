import {existsSync} from "node:fs";
import {resolve} from "node:path";
import {test} from "vitest";

/** Real prices and recorded answers; not ours to keep in the repository. ASSAY_DATA says where. */
export const recordedData = resolve(
  process.env.ASSAY_DATA ?? `${import.meta.dirname}/../../shared/data`,
);

export const hasRecordedData = existsSync(`${recordedData}/dataset.json`);

/** A test that reads the recorded data; where they are absent it is skipped, and its name says why. */
export const recordedTest: (name: string, run: () => unknown, timeout?: number) => void =
  hasRecordedData
    ? test
    : (name, run) => test.skip(`${name} (SKIPPED: no recorded data)`, run as () => void);
