import {createHash} from "node:crypto";
import {z} from "zod";
import {type Fault, faultSchema} from "../../model/fault.ts";

/** A fault with a name, by which it is accepted. */
export type NamedFault = Fault & {readonly id: string};

/** The name stays while other passages change: it is of what is wrong with which words, and which of the same they are. */
export function named(faults: readonly Fault[]): NamedFault[] {
  const seen = new Map<string, number>();
  return faults.map(fault => {
    const what = JSON.stringify([fault.kind, fault.text, fault.reason]);
    const nth = seen.get(what) ?? 0;
    seen.set(what, nth + 1);
    const id = createHash("sha256").update(`${what}${nth}`).digest("hex").slice(0, 12);
    return {...fault, id};
  });
}

/** As a row of the store has them. */
export const readFaults = (stored: unknown): NamedFault[] =>
  named(z.array(faultSchema).parse(stored));
