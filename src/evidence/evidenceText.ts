import type {Evidence} from "../model/evidence.ts";

/** As it stands in `evidence.json`. */
export const evidenceText = (evidence: Evidence): string =>
  `${JSON.stringify(evidence, null, 1)}\n`;
