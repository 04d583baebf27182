import type {Evidence} from "../model/evidence.ts";
import type {Fault} from "../model/fault.ts";
import {undisclosed} from "./authorship.ts";
import {claimFaults} from "./claims/claims.ts";
import {numericFaults} from "./numeric.ts";
import {outsideWords} from "./outside.ts";
import {proseOf} from "./prose.ts";

/** Every number and claim of a text, Markdown or plain, held against the evidence; faults in the order of the text. */
export function check(text: string, evidence: Evidence): Fault[] {
  const asWritten = undisclosed(text, evidence.authorship);
  const outside = outsideWords(evidence);
  const prose = proseOf(asWritten.text, outside.all);
  const numeric = numericFaults(prose, evidence, outside);
  return asWritten
    .back([...numeric.faults, ...claimFaults(prose, evidence, numeric)])
    .toSorted((a, b) => a.line - b.line || a.column - b.column);
}
