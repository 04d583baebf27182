import {hasRecordedData, recordedData} from "./recorded.ts";

/** Says once and aloud what this run cannot test. */
export default function setup(): void {
  if (!hasRecordedData)
    console.warn(
      `SKIPPED: every test that reads recorded data, for there is none in ${recordedData}`,
    );
}
