import type {Evidence} from "../model/evidence.ts";
import type {Fault} from "../model/fault.ts";
import {undisclosed} from "./authorship.ts";
import {claimFaults} from "./claims/claims.ts";
import {numericFaults} from "./numeric.ts";
import {proseOf} from "./prose.ts";

/** Every number and claim of a text, Markdown or plain, held against the evidence; faults in the order of the text. */
export function check(text: string, evidence: Evidence): Fault[] {
  const asWritten = undisclosed(text, evidence.authorship);
  const prose = proseOf(asWritten.text);
  const {faults, readings} = numericFaults(prose, evidence);
  return asWritten
    .back([...faults, ...claimFaults(prose, evidence, readings)])
    .toSorted((a, b) => a.line - b.line || a.column - b.column);
}
